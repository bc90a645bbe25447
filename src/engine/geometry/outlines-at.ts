import type { MultiPolygon, Polygon } from 'geojson'
import type { LonLat } from '../../model/units'
import { areaOfGeometry } from './area-of-geometry'
import { isInBox } from './box'
import { boxOfGeometry, type DegreeBox } from './degree-box'
import { isInsideDegrees } from './rings'

/** A record that is an area. */
interface Outlined {
  readonly geometry: Polygon | MultiPolygon
}

// records never change: the box of each is found once for all places that are asked about
const boxes = new WeakMap<object, DegreeBox>()

/** The records that a place lies in, in their order. */
export function outlinesAt<T extends Outlined>(records: readonly T[], at: LonLat): T[] {
  return records.filter(({ geometry }) => {
    let box = boxes.get(geometry)
    if (box === undefined) boxes.set(geometry, (box = boxOfGeometry(geometry)))
    if (!isInBox(box, at)) return false
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
    return isInsideDegrees(rings, ...at)
  })
}

/** The smallest of them, of equal ones the first: of communities one inside the other the inner one. null: there is none. */
export function smallestAt<T extends Outlined>(records: readonly T[], at: LonLat): T | null {
  const [first, ...others] = outlinesAt(records, at)
  if (first === undefined) return null
  const sizeOf = ({ geometry }: T): number => areaOfGeometry(geometry) ?? Infinity
  return others.reduce((least, each) => (sizeOf(each) < sizeOf(least) ? each : least), first)
}
