/** From this zoom gates are drawn, and can be meant. */
export const GATES_FROM_ZOOM = 14.8
