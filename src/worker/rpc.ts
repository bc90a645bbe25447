import { Cancelled, type Run } from '../engine/run'
import { DataError } from '../model/issue'
import type { CallName, FromWorker, Params, Result, ToWorker } from './protocol'
import { Hearer, Teller, type Telling, type Told } from './telling'
import { ANALYSIS } from './told-analysis'
import { COMPARISONS } from './told-comparisons'

/** Whether a call ended because somebody asked it to: not an error, nothing changed. */
export function isCancellation(error: unknown): boolean {
  return error instanceof Cancelled
}

/**
 * Requests over a message port: each call has an id, answers may be preceded by progress, a cancel is a
 * message of its own. Both ends are here, so that the wire format is seen in one place.
 */

/** Calls whose answers are told by what differs. Either end puts in what it has of the call, whatever that is. */
const TELLINGS = { analyse: ANALYSIS, compare: COMPARISONS, foresee: COMPARISONS } as unknown as Partial<
  Record<CallName, Telling<unknown, object>>
>

/** What Worker, the worker's own global scope and MessagePort have in common. */
export interface Port {
  postMessage(message: unknown, transfer?: Transferable[]): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
}

export type Progress = Parameters<NonNullable<Run['onProgress']>>

export interface CallOptions {
  readonly signal?: AbortSignal
  /** what of the parameters moves to the worker instead of being copied */
  readonly transfer?: Transferable[]
  readonly onProgress?: (...progress: Progress) => void
}

export interface EngineClient {
  /**
   * Throws `Cancelled` when the signal aborted in time, `DataError` for unusable data, `Error` for anything else.
   */
  call<C extends CallName>(name: C, params: Params<C>, options?: CallOptions): Promise<Result<C>>
  /** rejects everything under way: the other end is gone */
  fail(message: string): void
}

interface Pending {
  /** takes the result as it was sent */
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
  readonly onProgress: CallOptions['onProgress']
}

/** The asking end. */
export function createClient(port: Port): EngineClient {
  const pending = new Map<number, Pending>()
  const hearers = eachTold((telling) => new Hearer(telling))
  let lastId = 0

  port.addEventListener('message', (event) => {
    const message = event.data as FromWorker
    const call = pending.get(message.id)
    // failed meanwhile by `fail`
    if (!call) return
    if (message.type === 'progress') {
      call.onProgress?.(message.stage, message.done, message.total)
      return
    }
    pending.delete(message.id)
    if (message.type === 'done') call.resolve(message.result)
    else call.reject(errorOf(message))
  })

  return {
    call(name, params, options = {}) {
      const { signal, onProgress, transfer } = options
      if (signal?.aborted) return Promise.reject(new Cancelled())
      const id = ++lastId
      const hearing = hearers.get(name)?.ask() ?? null
      return new Promise<never>((resolve, reject) => {
        const take = (result: unknown): void => {
          try {
            resolve((hearing === null ? result : hearing.hear(result as Told<object>)) as never)
          } catch (error) {
            reject(error)
          }
        }
        // the worker's answer decides: a cancel may come too late, and then the call has had its effect
        const cancel = () => send(port, { type: 'cancel', id })
        const settle =
          <A>(then: (argument: A) => void) =>
          (argument: A) => {
            signal?.removeEventListener('abort', cancel)
            then(argument)
          }
        pending.set(id, { resolve: settle(take), reject: settle(reject), onProgress })
        signal?.addEventListener('abort', cancel, { once: true })
        send(port, { type: 'call', id, name, params, known: hearing?.known ?? null }, transfer)
      })
    },
    fail(message) {
      for (const [id, call] of pending) {
        pending.delete(id)
        call.reject(new Error(message))
      }
    },
  }
}

/** A result and the buffers in it that move to the page instead of being copied. */
export class Transferred<T> {
  readonly result: T
  readonly transfer: Transferable[]
  constructor(result: T, transfer: Transferable[]) {
    this.result = result
    this.transfer = transfer
  }
}

/** One function per call. */
export type CallTable = {
  readonly [C in CallName]: (params: Params<C>, run: Run) => Promise<Result<C> | Transferred<Result<C>>>
}

/** The answering end. Calls interleave only where they breathe. */
export function serveCalls(port: Port, table: CallTable): void {
  const cancelled = new Set<number>()
  const running = new Set<number>()
  const tellers = eachTold((telling) => ({ telling, teller: new Teller(telling) }))

  async function answer({ id, name, params, known }: ToWorker & { type: 'call' }): Promise<void> {
    running.add(id)
    const run: Run = {
      onProgress: throttleProgress((stage, done, total) =>
        reply(port, { type: 'progress', id, stage, done, total }),
      ),
      isCancelled: () => cancelled.has(id),
      breathe: breathe(),
    }
    try {
      const call = table[name] as (params: unknown, run: Run) => Promise<unknown>
      const answered = await call(params, run)
      const told = tellers.get(name)
      if (told !== undefined) {
        const result = told.teller.tell(answered, known)
        reply(port, { type: 'done', id, result }, told.telling.moved(result))
      } else if (answered instanceof Transferred) {
        reply(port, { type: 'done', id, result: answered.result }, answered.transfer)
      } else reply(port, { type: 'done', id, result: answered })
    } catch (error) {
      reply(port, { type: 'failed', id, ...failureOf(error) })
    } finally {
      running.delete(id)
      cancelled.delete(id)
    }
  }

  port.addEventListener('message', (event) => {
    const message = event.data as ToWorker
    if (message.type === 'cancel') {
      if (running.has(message.id)) cancelled.add(message.id)
    } else void answer(message)
  })
}

function eachTold<T>(make: (telling: Telling<unknown, object>) => T): Map<CallName, T> {
  return new Map(Object.entries(TELLINGS).map(([name, telling]) => [name as CallName, make(telling)]))
}

function send(port: Port, message: ToWorker, transfer: Transferable[] = []): void {
  port.postMessage(message, transfer)
}

function reply(port: Port, message: FromWorker, transfer: Transferable[] = []): void {
  port.postMessage(message, transfer)
}

function failureOf(error: unknown) {
  return {
    issue: error instanceof DataError ? error.issue : null,
    message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    cancelled: error instanceof Cancelled,
  }
}

function errorOf(failure: FromWorker & { type: 'failed' }): Error {
  if (failure.cancelled) return new Cancelled()
  if (failure.issue) return new DataError(failure.issue)
  return new Error(failure.message)
}

// a message per frame is all a progress bar can show; the last step of a stage always passes
const PROGRESS_MS = 33

function throttleProgress(report: (...progress: Progress) => void): NonNullable<Run['onProgress']> {
  let lastTime = -Infinity
  let lastStage: Progress[0] | null = null
  return (stage, done, total) => {
    const now = performance.now()
    if (stage === lastStage && done !== total && now - lastTime < PROGRESS_MS) return
    lastTime = now
    lastStage = stage
    report(stage, done, total)
  }
}

// long enough that pausing costs nothing, short enough that a drag's request is not kept waiting
const BREATH_MS = 12

/** Lets queued messages in, but only when enough work was done since the last time. */
function breathe(): () => Promise<void> {
  let last = performance.now()
  return async () => {
    if (performance.now() - last < BREATH_MS) return
    await nextTask()
    last = performance.now()
  }
}

/** Resolves after the messages already waiting; a timer would be held back 4 ms each time. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })
}
