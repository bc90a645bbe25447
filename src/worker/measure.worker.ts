import { columnsOf, measureShare } from '../engine/catchment/share-measuring'
import type { MeasureCall } from './measure-helper'

/** The second thread of a large assessment: measures the classes it is told, and hands the columns back. */
self.addEventListener('message', ({ data }: MessageEvent<MeasureCall>) => {
  const reach = measureShare(data.share, data.classes)
  self.postMessage({ id: data.id, reach }, { transfer: columnsOf(reach) })
})
