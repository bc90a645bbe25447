import type { Geometry } from 'geojson'
import { LocalFrame } from './local-frame'
import { areaOfRings, representativePoint, ringsOf } from './rings'

/** Area of a polygon on the ground, m²; null: the geometry is none. */
export function areaOfGeometry(geometry: Geometry): number | null {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return null
  return areaOfRings(ringsOf(geometry, new LocalFrame(...representativePoint(geometry))))
}
