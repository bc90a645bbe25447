import { DataError } from '../model/issue'
import { parseArgs, usageOf } from './args'
import { type Io, NoAnswer, UsageError } from './command'
import { COMMANDS } from './commands'
import { tellIssue } from './sentences'

/**
 * Runs one command line. Answers the exit code: 0 done, 1 bad input or no answer (one plain sentence on
 * `err`), 2 wrong usage. Only a fault of the program itself is thrown on.
 */
export async function runCli(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...words] = argv
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const asked = COMMANDS.find((command) => command.name === words[0])
    io.out(`${asked === undefined ? overview() : usageOf(asked)}\n`)
    return name === undefined ? 2 : 0
  }
  const command = COMMANDS.find((candidate) => candidate.name === name)
  if (command === undefined) {
    io.err(`lifecircle: there is no command "${name}"\n${overview()}\n`)
    return 2
  }
  if (words.includes('--help')) {
    io.out(`${usageOf(command)}\n`)
    return 0
  }
  try {
    await command.run(parseArgs(command, words), io)
    return 0
  } catch (error) {
    if (error instanceof UsageError) {
      io.err(`lifecircle ${name}: ${error.message}\n${usageOf(command)}\n`)
      return 2
    }
    if (error instanceof DataError) {
      io.err(`${tellIssue(error.issue)}\n`)
      return 1
    }
    if (error instanceof NoAnswer || isSystemError(error)) {
      io.err(`${error.message}\n`)
      return 1
    }
    throw error
  }
}

/** A file that is not there, a disk that is full: the system's own sentence will do. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return (
    error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string' && 'syscall' in error
  )
}

function overview(): string {
  const lines = COMMANDS.map((command) => `  ${command.name.padEnd(10)} ${command.summary}`)
  return ['lifecircle COMMAND …', ...lines, '  help COMMAND   how to call it'].join('\n')
}
