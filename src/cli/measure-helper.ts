import { Worker } from 'node:worker_threads'

import type { Reach } from '../engine/catchment/reach'
import { type MeasureHelper, WORTH_SHARING } from '../engine/catchment/share-measuring'

/** A second thread for large assessments: one per question, so that none outlives the command. */
export const measureHelper: MeasureHelper = {
  fromSize: WORTH_SHARING,
  measure: (share, classes) =>
    new Promise((resolve, reject) => {
      // stands beside the bundled program
      const worker = new Worker(new URL('./measure-thread.mjs', import.meta.url))
      worker.once('message', (reach: Reach) => resolve(reach))
      worker.once('error', reject)
      // the large columns are shared with it, not copied; see `makeColumn`
      worker.postMessage({ share, classes })
    }),
}
