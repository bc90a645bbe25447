import type { ApplyChange } from './apply-change'
import { insertVertex } from './insert-vertex'

/** Two streets that cross get one vertex at the same coordinate, and so join. */
export const shareNode: ApplyChange<'share-node'> = (draft, { streets, at }) => {
  const changed = []
  for (const id of streets) {
    const street = draft.find('streets', id)
    const line = street === undefined ? null : insertVertex(street.geometry.coordinates, at)
    if (street === undefined || line === null) return { layer: 'streets', id }
    changed.push({ ...street, geometry: { type: 'LineString' as const, coordinates: line } })
  }
  for (const street of changed) draft.replace('streets', street)
  return null
}
