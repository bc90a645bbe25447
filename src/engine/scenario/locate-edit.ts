import type { Geometry } from 'geojson'
import type { Layers } from '../../model/layers'
import type { Edit } from '../../model/scenario'
import type { LonLat } from '../../model/units'
import { representativePoint } from '../geometry/rings'

/** Where an edit is: one place, or a line; empty: what it is about is not there. */
export function locateEdit(edit: Edit, layers: Layers): readonly LonLat[] {
  switch (edit.kind) {
    case 'open-gate':
    case 'close-gate':
      return placeOf(layers.gates.find(({ id }) => id === edit.gate))
    case 'open-wall':
    case 'add-facility':
      return [edit.at]
    case 'move-facility':
      return [...placeOf(layers.facilities.find(({ id }) => id === edit.facility)), edit.to]
    case 'open-shared-wall':
      return edit.path?.line ?? edit.at
    case 'resize-facility':
    case 'close-facility':
    case 'share-facility':
      return placeOf(layers.facilities.find(({ id }) => id === edit.facility))
    case 'convert-space':
      return placeOf(layers.spaces.find(({ id }) => id === edit.space))
    case 'add-path':
      return edit.line
    case 'remove-path': {
      const street = layers.streets.find(({ id }) => id === edit.street)
      return (street?.geometry.coordinates ?? []).map(([lon, lat]): LonLat => [lon, lat])
    }
    default:
      throw new Error(`unknown edit ${JSON.stringify(edit satisfies never)}`)
  }
}

function placeOf(record: { readonly geometry: Geometry } | undefined): readonly LonLat[] {
  return record === undefined ? [] : [representativePoint(record.geometry)]
}
