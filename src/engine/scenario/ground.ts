import Flatbush from 'flatbush'
import type { Geometry } from 'geojson'
import type { LonLat } from '../../model/units'
import { boxOfGeometry, type DegreeBox } from '../geometry/degree-box'
import type { LocalFrame } from '../geometry/local-frame'
import { ringsOf } from '../geometry/rings'

/** A place in metres, in the frame of what is asked about. */
export type Place = readonly [x: number, y: number]

export function inFrame([lon, lat]: LonLat, frame: LocalFrame): Place {
  return [frame.x(lon), frame.y(lat)]
}

/** The box around places, degrees. */
export function boxAround(places: readonly LonLat[]): DegreeBox {
  const [lons, lats] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)]
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}

/** The lines of a record in metres, those of an area being its rings. */
export function linesOf(geometry: Geometry, frame: LocalFrame): Float64Array[] {
  if (geometry.type !== 'LineString') return [...ringsOf(geometry, frame)]
  return [Float64Array.from(geometry.coordinates.flatMap(([lon, lat]) => [frame.x(lon), frame.y(lat)]))]
}

interface AreaIndex<R> {
  readonly within: (box: DegreeBox) => readonly R[]
}

// a list of records never changes: while somebody plans, the same houses are asked about again and again
const known = new WeakMap<object, AreaIndex<unknown>>()

/** The records of a list by the boxes around them, in the order of the list. */
export function indexOf<R extends { readonly geometry: Geometry }>(records: readonly R[]): AreaIndex<R> {
  let made = known.get(records) as AreaIndex<R> | undefined
  if (made === undefined) {
    const tree = records.length === 0 ? null : new Flatbush(records.length)
    for (const { geometry } of records) tree?.add(...boxOfGeometry(geometry))
    tree?.finish()
    made = {
      within: (box) => (tree?.search(...box) ?? []).sort((a, b) => a - b).map((i) => records[i]),
    }
    known.set(records, made)
  }
  return made
}
