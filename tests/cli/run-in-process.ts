import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCli } from '../../src/cli/run-cli'

export interface CliRun {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** One command line, run in this process; nobody watches `err`. */
export async function lifecircle(...argv: readonly string[]): Promise<CliRun> {
  let out = ''
  let err = ''
  const code = await runCli(argv, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    isInteractive: false,
  })
  return { code, out, err }
}

/** A folder of one test file's own, and how to remove it. */
export function makeFolder(): { readonly at: (name: string) => string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'lifecircle-cli-'))
  return { at: (name) => join(folder, name), remove: () => rmSync(folder, { recursive: true }) }
}
