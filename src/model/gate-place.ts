/** A gate serves the crossing it stands at: this near, metres. */
export const GATE_AT_CROSSING_M = 12
