import gcoord from 'gcoord'
import type { Position } from 'geojson'
import type { ShiftedCrs } from '../../model/correction'
import type { LayerName, LayerRecord } from '../../model/layers'
import type { Extent } from '../../model/project'
import type { ReadResult } from '../read/read-result'
import { roundDegrees } from '../geometry/local-frame'

const CRS = { gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const
const CRS_NAMES = { gcj02: 'GCJ-02', bd09: 'BD-09' } as const

/** A geometry in GCJ-02 or BD-09 in WGS84, at seven decimals; generic so that a layer keeps its type. */
export function unshiftGeometry<G extends Geometry>(geometry: G, from: ShiftedCrs): G {
  // the shape of a geometry does not change, only its numbers
  return moveGeometry(geometry, ([lon, lat, ...rest]) => {
    const [wgsLon, wgsLat] = unshift(lon, lat, from)
    return [roundDegrees(wgsLon), roundDegrees(wgsLat), ...rest]
  }) as G
}

/** A place given in GCJ-02 or BD-09, in WGS84 degrees. */
export function unshift(lon: number, lat: number, from: ShiftedCrs): [number, number] {
  const [wgsLon, wgsLat] = gcoord.transform([lon, lat], CRS[from], gcoord.WGS84)
  return [wgsLon, wgsLat]
}

/**
 * What a file in GCJ-02 or BD-09 gave, moved to WGS84: every geometry, the extent and the places of issues.
 * The inverse is iterated to about 0.1 m. Places outside China are not shifted in these systems and stay.
 */
export function reprojectResult(result: ReadResult, from: ShiftedCrs): ReadResult {
  const move: Move = ([lon, lat, ...rest]) => {
    const [wgsLon, wgsLat] = gcoord.transform([lon, lat], CRS[from], gcoord.WGS84)
    return [wgsLon, wgsLat, ...rest]
  }
  const layers = Object.fromEntries(
    Object.entries(result.layers).map(([layer, records]) => [
      layer,
      records.map((record) => ({ ...record, geometry: moveGeometry(record.geometry, move) })),
    ]),
  ) as ReadResult['layers']
  return {
    ...result,
    crs: CRS_NAMES[from],
    layers,
    provenance: { ...result.provenance, crs: CRS_NAMES[from] },
    ...(result.extent === undefined ? {} : { extent: moveExtent(result.extent, move) }),
    issues: result.issues.map((issue) => {
      if (issue.at === undefined) return issue
      const [lon, lat] = move([...issue.at])
      return { ...issue, at: [lon, lat] as const }
    }),
  }
}

type Move = (position: Position) => Position
type Geometry = LayerRecord<LayerName>['geometry']

function moveGeometry(geometry: Geometry, move: Move): Geometry {
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: move(geometry.coordinates) }
    case 'LineString':
      return { type: 'LineString', coordinates: geometry.coordinates.map(move) }
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map(move)) }
    default:
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((rings) => rings.map((ring) => ring.map(move))),
      }
  }
}

/** Box around the moved corners; within a district the shift is even to centimeters. */
function moveExtent([west, south, east, north]: Extent, move: Move): Extent {
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ].map(move)
  const lons = corners.map(([lon]) => lon)
  const lats = corners.map(([, lat]) => lat)
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}
