import type { Options } from './args'

/** Where a command speaks: answers to `out`, progress and warnings to `err`. */
export interface Io {
  out(text: string): void
  err(text: string): void
  /** true: somebody watches `err`; progress lines are drawn only then */
  readonly isInteractive: boolean
}

export interface OptionSpec {
  readonly name: `--${string}` | `-${string}`
  /** what follows the name, shown in the usage; absent: a flag */
  readonly value?: string
  readonly isRepeatable?: boolean
  /** throws or rejects where its value is none: a UsageError, or NoAnswer for a file; asked before anything is loaded */
  readonly check?: (args: Options) => unknown
  readonly help: string
}

/** One command of the command line; a new one is one file and one line in `commands.ts`. */
export interface Command {
  readonly name: string
  readonly summary: string
  /** names of the positional arguments; a last one ending in … may repeat */
  readonly positionals: readonly string[]
  readonly options: readonly OptionSpec[]
  run(args: Options, io: Io): Promise<void>
}

/** Wrong usage: exit 2, with the command's usage. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** No answer, for a reason one sentence can tell: exit 1. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
}
