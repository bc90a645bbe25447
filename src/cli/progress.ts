import type { Run, Stage } from '../engine/run'
import type { Io } from './command'

/** One line on `err` that says how far a long command is; nothing where nobody watches. */
export interface Progress {
  readonly run: Run
  /** What the command is at, such as "unit 3 of 302"; stands before the stage. */
  at(step: string): void
  /** Takes the line away: before anything else is written, and at the end. */
  end(): void
}

/** Progress of a command that takes long on large data. */
export function watchProgress(io: Io): Progress {
  if (!io.isInteractive) return { run: {}, at: () => undefined, end: () => undefined }
  let step = ''
  let drawn = ''
  const draw = (text: string): void => {
    if (text === drawn) return
    drawn = text
    io.err(`\r${text}\u001b[K`)
  }
  const onProgress = (stage: Stage, done: number, total: number): void => {
    const percent = total === 0 ? '' : ` ${Math.round((100 * done) / total)} %`
    draw(`${step === '' ? '' : `${step}: `}${stage}${percent}`)
  }
  return {
    run: { onProgress },
    at: (next) => {
      step = next
      draw(next)
    },
    end: () => {
      if (drawn !== '') io.err('\r\u001b[K')
      drawn = ''
    },
  }
}
