import type { Workspace } from '../../store/state'

/** In the order a planner works, which is the order of the rail. */
export const WORKSPACES: readonly Workspace[] = ['data', 'assess', 'gaps', 'plan', 'present']
