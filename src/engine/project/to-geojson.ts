import type { Position } from 'geojson'
import type { JsonValue, LayerName, LayerRecord } from '../../model/layers'
import { listFields } from '../read/coerce-field'
import { writeJson } from './write-json'

/**
 * A layer as GeoJSON text (RFC 7946: WGS84, outer rings counter-clockwise, holes clockwise), one feature per
 * line. Properties are the record's fields; unknown fields stand beside them under their own names, or under
 * `extra` where the schema has the name. Coordinates are written in full.
 */
export function layerToGeoJson(layer: LayerName, records: readonly LayerRecord<LayerName>[]): string {
  const fields = [...listFields(layer).keys()]
  const features = records.map((record) => {
    const feature = {
      type: 'Feature',
      id: record.id,
      properties: propertiesOf(record, fields),
      geometry: {
        type: record.geometry.type,
        coordinates: windCoordinates(record.geometry),
      },
    }
    return writeJson(feature)
  })
  const head = `{"type":"FeatureCollection","name":${JSON.stringify(layer)},"features":[`
  return features.length === 0 ? `${head}]}\n` : `${head}\n${features.join(',\n')}\n]}\n`
}

function propertiesOf(record: LayerRecord<LayerName>, fields: readonly string[]): Record<string, JsonValue> {
  const properties: [string, JsonValue][] = []
  const colliding: [string, JsonValue][] = []
  const known = new Set([...fields, 'extra'])
  for (const name of fields) {
    const value = (record as unknown as Record<string, JsonValue | undefined>)[name]
    if (value !== undefined) properties.push([name, value])
  }
  for (const [name, value] of Object.entries(record.extra ?? {}))
    (known.has(name) ? colliding : properties).push([name, value])
  if (colliding.length > 0) properties.push(['extra', Object.fromEntries(colliding)])
  return Object.fromEntries(properties)
}

function windCoordinates(geometry: LayerRecord<LayerName>['geometry']): JsonValue {
  switch (geometry.type) {
    case 'Polygon':
      return windRings(geometry.coordinates)
    case 'MultiPolygon':
      return geometry.coordinates.map(windRings)
    default:
      return geometry.coordinates
  }
}

function windRings(rings: Position[][]): Position[][] {
  return rings.map((ring, i) => (isCounterClockwise(ring) === (i === 0) ? ring : ring.toReversed()))
}

/** By the sign of the enclosed area; a ring without area counts as either, and stays. */
function isCounterClockwise(ring: readonly Position[]): boolean {
  let area = 0
  // shifted to the first point: degrees times degrees lose digits otherwise
  const [x0, y0] = ring[0]
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1]
    const [bx, by] = ring[i]
    area += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }
  return area >= 0
}
