import { parentPort } from 'node:worker_threads'

import { columnsOf, measureShare, type MeasureShare } from '../engine/catchment/share-measuring'

/** The second thread of a large assessment in Node: one question, one answer. */
parentPort?.once('message', ({ share, classes }: { share: MeasureShare; classes: readonly number[] }) => {
  const reach = measureShare(share, classes)
  parentPort?.postMessage(reach, columnsOf(reach))
})
