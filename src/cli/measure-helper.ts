import { Worker } from 'node:worker_threads'

import type { Reach } from '../engine/catchment/reach'
import { type MeasureHelper, type MeasureShare, WORTH_SHARING } from '../engine/catchment/share-measuring'

/** A second thread for large assessments: one per question, so that none outlives the command. */
export const measureHelper: MeasureHelper = {
  fromSize: WORTH_SHARING,
  measure: (share, classes) =>
    new Promise((resolve, reject) => {
      // stands beside the bundled program
      const worker = new Worker(new URL('./measure-thread.mjs', import.meta.url))
      worker.once('message', (reach: Reach) => resolve(reach))
      worker.once('error', reject)
      worker.postMessage({ share: withSharedColumns(share), classes })
    }),
}

/** Columns from this size on are shared, not copied, bytes: in Node both threads may look at the same memory. */
const WORTH_SHARING_BYTES = 100_000

/** The same, its large columns in memory both threads see: one copy of a city's graph instead of three. */
function withSharedColumns(share: MeasureShare): MeasureShare {
  const known = new Map<Int32Array, Int32Array>()
  const move = <T extends object>(from: T): T => {
    const moved = { ...from }
    for (const [name, column] of Object.entries(from) as [string, unknown][]) {
      if (!(column instanceof Int32Array) || column.byteLength < WORTH_SHARING_BYTES) continue
      let shared = known.get(column)
      if (shared === undefined) {
        shared = new Int32Array(new SharedArrayBuffer(column.byteLength))
        shared.set(column)
        known.set(column, shared)
      }
      Reflect.set(moved, name, shared)
    }
    return moved
  }
  const { graph } = share
  return { ...share, graph: { ...move(graph), costs: move(graph.costs), network: move(graph.network) } }
}
