import loadHighs from 'highs'

import type { SolveMip } from '../../../src/engine/siting/mip'
import { solveWithHighs } from '../../../src/solver/solve-with-highs'

const runtime = loadHighs()

/** The real solver, in the test's own thread. */
export const solveHere: SolveMip = async (mip, limits) => solveWithHighs(await runtime, mip, limits)

/** A solver whose time is up before it has found anything but its start. */
export function outOfTime(bound: number): SolveMip {
  return async (mip, { start = new Float64Array(0) }) => ({
    status: 'feasible',
    x: start,
    cost: start.reduce((sum, value, i) => sum + value * mip.cost[i], 0),
    bound,
  })
}
