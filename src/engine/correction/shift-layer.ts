import { unshiftGeometry } from '../project/reproject'
import type { ApplyChange } from './apply-change'

/** Every record of a layer from GCJ-02 or BD-09 to WGS84. */
export const shiftLayer: ApplyChange<'shift-layer'> = (draft, { layer, from }) => {
  const records = draft.all(layer)
  if (records.length === 0) return { layer, id: '' }
  for (const record of records)
    draft.replace(layer, { ...record, geometry: unshiftGeometry(record.geometry, from) })
  return null
}
