import loadHighs from 'highs'

import type { SolveMip } from '../../../src/engine/siting/mip'
import { solveWithHighs } from '../../../src/solver/solve-with-highs'

const runtime = loadHighs()

/** The real solver, in the test's own thread. */
export const solveHere: SolveMip = async (mip, limits) => solveWithHighs(await runtime, mip, limits)
