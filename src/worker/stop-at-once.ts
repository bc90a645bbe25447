import { Cancelled } from '../engine/run'

/**
 * A call that only reads, given up the moment its signal aborts: the engine hears of it at its next step, and nobody
 * waits for that.
 */
export async function stopAtOnce<R>(call: Promise<R>, signal: AbortSignal): Promise<R> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Cancelled()), { once: true })
    call.then(resolve, reject)
  })
}
