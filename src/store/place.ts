import { area, bbox, centerOfMass } from '@turf/turf'
import type { Geometry, Polygon } from 'geojson'
import type { LonLat } from '../model/units'

/** The point a record is marked at: itself, the middle of a line, the centroid of the largest polygon. */
export function placeOf(geometry: Geometry): LonLat {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates[0], geometry.coordinates[1]]
    case 'LineString': {
      const [lon, lat] = geometry.coordinates[geometry.coordinates.length >> 1]
      return [lon, lat]
    }
    case 'Polygon':
      return middleOf(geometry)
    case 'MultiPolygon': {
      const parts = geometry.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }))
      return middleOf(parts.reduce((best, part) => (area(part) > area(best) ? part : best)))
    }
    default:
      throw new Error(`no place for a ${geometry.type}`)
  }
}

/** [west, south, east, north] of any geometry. */
export function boxOf(geometry: Geometry): [number, number, number, number] {
  const [west, south, east, north] = bbox(geometry)
  return [west, south, east, north]
}

function middleOf(polygon: Polygon): LonLat {
  const [lon, lat] = centerOfMass({ type: 'Polygon', coordinates: [polygon.coordinates[0]] }).geometry
    .coordinates
  return [lon, lat]
}
