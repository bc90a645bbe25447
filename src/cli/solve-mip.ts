import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import loadHighs, { type Highs } from 'highs'

import type { SolveMip } from '../engine/siting/mip'
import { solveWithHighs } from '../solver/solve-with-highs'

let runtime: Promise<Highs> | null = null

/** Answers programs in this thread; the solver is loaded at the first one. */
export const solveMip: SolveMip = async (mip, limits) => {
  runtime ??= loadHighs({ wasmBinary: readRuntime() })
  return solveWithHighs(await runtime, mip, limits)
}

/** The solver's WebAssembly: beside the built program, else that of the installed package. */
function readRuntime(): Uint8Array {
  const beside = new URL('highs.wasm', import.meta.url)
  return readFileSync(existsSync(beside) ? beside : createRequire(import.meta.url).resolve('highs/runtime'))
}
