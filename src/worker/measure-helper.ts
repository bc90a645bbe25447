import { type MeasureHelper, type MeasureShare, WORTH_SHARING } from '../engine/catchment/share-measuring'
import type { Reach } from '../engine/catchment/reach'

/** What the second thread is asked. */
export interface MeasureCall {
  readonly id: number
  readonly share: MeasureShare
  readonly classes: readonly number[]
}

interface MeasureAnswer {
  readonly id: number
  readonly reach: Reach
}

/**
 * A second thread for large assessments, started when first needed. Where the browser starts none, the
 * calling thread measures alone: null.
 */
export function createMeasureHelper(): MeasureHelper | null {
  if (typeof Worker === 'undefined') return null
  let worker: Worker | null = null
  let lastId = 0
  const measure: MeasureHelper['measure'] = (share, classes) =>
    new Promise((resolve, reject) => {
      worker ??= new Worker(new URL('./measure.worker.ts', import.meta.url), { type: 'module' })
      const id = ++lastId
      const current = worker
      const end = (): void => {
        current.removeEventListener('message', onMessage)
        current.removeEventListener('error', onError)
      }
      const onMessage = ({ data }: MessageEvent<MeasureAnswer>): void => {
        if (data.id !== id) return
        end()
        resolve(data.reach)
      }
      const onError = (event: ErrorEvent): void => {
        end()
        // a broken thread is not asked again
        current.terminate()
        worker = null
        reject(new Error(`the measuring thread failed: ${event.message}`))
      }
      current.addEventListener('message', onMessage)
      current.addEventListener('error', onError)
      const call: MeasureCall = { id, share, classes }
      current.postMessage(call)
    })
  return { fromSize: WORTH_SHARING, measure }
}
