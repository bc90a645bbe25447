import { Cancelled } from '../engine/run'
import type { SolverNews, SolverOrder } from './solver-protocol'

/** A task under way. */
export interface SolverJob {
  /** resolves when the task is done; `Cancelled` where it was stopped, `Error` where it failed */
  readonly done: Promise<void>
  /** ends it at once */
  cancel(): void
}

/** Whoever makes plans. Each task has a thread of its own. */
export interface Solver {
  start(order: SolverOrder, tell: (news: SolverNews) => void): SolverJob
}

/** A thread that does tasks one after the other. */
export interface SolverThread {
  send(order: SolverOrder): void
  terminate(): void
  /** called with what it says; set by whoever gave it a task */
  hear: (news: SolverNews) => void
}

/** A solver that ends a thread to stop it: nothing else interrupts a program that computes. */
export function createSolver(spawn: () => SolverThread): Solver {
  // one that has done its task has the program loaded and waits for the next
  let idle: SolverThread | null = null
  return {
    start(order, tell) {
      const thread = idle ?? spawn()
      idle = null
      let cancel: (() => void) | null = null
      const done = new Promise<void>((resolve, reject) => {
        const end = (isReusable: boolean): void => {
          cancel = null
          thread.hear = () => undefined
          if (isReusable && idle === null) idle = thread
          else thread.terminate()
        }
        cancel = () => {
          end(false)
          reject(new Cancelled())
        }
        thread.hear = (news) => {
          if (news.type === 'done') {
            end(true)
            resolve()
          } else if (news.type === 'failed') {
            end(false)
            reject(new Error(news.message))
          } else tell(news)
        }
      })
      thread.send(order)
      return { done, cancel: () => cancel?.() }
    },
  }
}

/** The browser's solver: a worker that is started when it is first needed. */
export function startSolver(): Solver {
  return createSolver(() => {
    const worker = new Worker(new URL('./solver.worker.ts', import.meta.url), {
      type: 'module',
      name: 'lifecircle-solver',
    })
    const thread: SolverThread = {
      send: (order) => worker.postMessage(order, [order.question]),
      terminate: () => worker.terminate(),
      hear: () => undefined,
    }
    worker.addEventListener('message', ({ data }: MessageEvent<SolverNews>) => thread.hear(data))
    worker.addEventListener('error', ({ message }) => thread.hear({ type: 'failed', message }))
    return thread
  })
}
