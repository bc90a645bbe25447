import type { Geometry, Position } from 'geojson'

/** What a cell of a table can hold of a geometry. */
type Shape = Extract<Geometry, { type: 'Point' | 'LineString' | 'Polygon' | 'MultiPolygon' }>

/**
 * A geometry as well-known text, longitude first. Heights are left out: WKT has them everywhere or nowhere, and no
 * figure here comes from them.
 */
export function writeWkt(geometry: Shape): string {
  switch (geometry.type) {
    case 'Point':
      return `POINT (${writePosition(geometry.coordinates)})`
    case 'LineString':
      return `LINESTRING ${writeLine(geometry.coordinates)}`
    case 'Polygon':
      return `POLYGON ${writeRings(geometry.coordinates)}`
    default:
      return `MULTIPOLYGON (${geometry.coordinates.map(writeRings).join(', ')})`
  }
}

function writeRings(rings: readonly Position[][]): string {
  return `(${rings.map(writeLine).join(', ')})`
}

function writeLine(line: readonly Position[]): string {
  return `(${line.map(writePosition).join(', ')})`
}

function writePosition([lon, lat]: Position): string {
  return `${lon} ${lat}`
}

const TYPES = {
  POINT: 'Point',
  LINESTRING: 'LineString',
  POLYGON: 'Polygon',
  MULTIPOINT: 'MultiPoint',
  MULTILINESTRING: 'MultiLineString',
  MULTIPOLYGON: 'MultiPolygon',
} as const

/**
 * Well-known text as a geometry; null: it is none. What GIS programs put around it is understood: an SRID in front
 * (WGS84 or CGCS2000 only), Z and M after the name (the figures are kept as they are).
 */
export function readWkt(text: string): Geometry | null {
  const match =
    /^\s*(?:srid\s*=\s*(?:4326|4490)\s*;)?\s*([a-z]+?)\s*(?:zm|z|m)?\s*(\([-+.\deE\s,()]+\))\s*$/i.exec(text)
  if (match === null) return null
  const type = TYPES[match[1].toUpperCase() as keyof typeof TYPES]
  // no geometry nests deeper than rings of polygons
  if (type === undefined || /(?:\(\s*){4}/.test(match[2])) return null
  // the same brackets and commas with square brackets around positions are the lists of GeoJSON
  const lists = match[2]
    .replaceAll(
      /[-+.\deE]+(?:\s+[-+.\deE]+)+/g,
      (position) => `[${position.trim().split(/\s+/).map(Number).join(',')}]`,
    )
    .replaceAll('(', '[')
    .replaceAll(')', ']')
  try {
    const parsed: unknown = JSON.parse(lists)
    const coordinates = type === 'Point' && Array.isArray(parsed) && parsed.length === 1 ? parsed[0] : parsed
    // MULTIPOINT ((x y), (x y)) wraps each position once more
    const flat =
      type === 'MultiPoint' && Array.isArray(coordinates)
        ? coordinates.map((point: unknown) =>
            Array.isArray(point) && Array.isArray(point[0]) ? point[0] : point,
          )
        : coordinates
    return { type, coordinates: flat }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return null
  }
}
