import { DataError } from '../model/issue'
import { parseArgs, usageOf } from './args'
import { type Io, NoAnswer, UsageError } from './command'
import { COMMANDS } from './commands'
import { tellIssue } from './sentences'
import { checkOutput } from './write-output'

/**
 * Runs one command line. Answers the exit code: 0 done, 1 bad input or no answer (one plain sentence on
 * `err`), 2 wrong usage. A fault of the program itself is a sentence and 1, too: never a stack trace.
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
  if (words.includes('--help') || words.includes('-h')) {
    io.out(`${usageOf(command)}\n`)
    return 0
  }
  try {
    const args = parseArgs(command, words)
    for (const option of command.options) await option.check?.(args)
    const output = args.text('-o')
    if (output !== undefined) await checkOutput(output)
    await command.run(args, io)
    return 0
  } catch (error) {
    // a line of progress may still stand there
    if (io.isInteractive) io.err('\r\u001b[K')
    if (error instanceof UsageError) {
      io.err(`lifecircle ${name}: ${error.message}\n${usageOf(command)}\n`)
      return 2
    }
    if (error instanceof DataError) {
      io.err(`${tellIssue(error.issue)}\n`)
      return 1
    }
    if (error instanceof NoAnswer) io.err(`${error.message}\n`)
    else if (isSystemError(error)) io.err(`${tellSystemError(error)}\n`)
    else {
      const message = error instanceof Error ? error.message : String(error)
      io.err(`${tellIssue({ severity: 'error', code: 'internal-error', facts: { message } })}\n`)
    }
    return 1
  }
}

const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder; check the path',
  EACCES: 'it may not be read or written; check its permissions',
  EPERM: 'it may not be read or written; check its permissions',
  EROFS: 'the disk is read-only; choose another place',
  EISDIR: 'it is a folder; name a file',
  ENOTDIR: 'part of the path is a file, not a folder; check the path',
  ENOSPC: 'the disk is full; free some space or choose another place',
}

function tellSystemError({ code = '', path, message }: NodeJS.ErrnoException): string {
  const sentence = SYSTEM_ERRORS[code]
  return sentence === undefined || path === undefined ? message : `${path}: ${sentence}`
}

/** A file that is not there, a disk that is full. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return (
    error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string' && 'syscall' in error
  )
}

function overview(): string {
  const lines = COMMANDS.map((command) => `  ${command.name.padEnd(10)} ${command.summary}`)
  return ['lifecircle COMMAND …', ...lines, '  help COMMAND   how to call it'].join('\n')
}
