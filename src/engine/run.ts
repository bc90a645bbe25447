/** What a long computation is given besides its data: how to report, and how to be stopped. */
export interface Run {
  /** `done` of `total` steps of a named stage; `total` 0: not known yet */
  readonly onProgress?: (stage: Stage, done: number, total: number) => void
  /** asked between chunks of work; true: stop with `Cancelled` */
  readonly isCancelled?: () => boolean
  /** lets waiting messages in (a cancel, say); absent where nothing can arrive */
  readonly breathe?: () => Promise<void>
}

export type Stage =
  | 'read'
  | 'assemble'
  | 'network'
  | 'check'
  | 'reach'
  | 'supply'
  | 'assess'
  | 'gaps'
  | 'surface'
  | 'save'
  | 'siting'
  | 'links'

/** Thrown when `isCancelled` said so. Not an error: nothing changed. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled')
    this.name = 'Cancelled'
  }
}

/** The run of one part of `count` equal ones: its steps are told as steps of the whole. */
export function partOfRun(run: Run, index: number, count: number): Run {
  const { onProgress } = run
  if (onProgress === undefined) return run
  return {
    ...run,
    onProgress: (stage, done, total) => onProgress(stage, index * total + done, count * total),
  }
}

/** One chunk boundary: report, let messages in, stop if asked. */
export async function checkpoint(run: Run, stage: Stage, done: number, total: number): Promise<void> {
  run.onProgress?.(stage, done, total)
  await run.breathe?.()
  if (run.isCancelled?.()) throw new Cancelled()
}
