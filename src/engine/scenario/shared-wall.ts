import Flatbush from 'flatbush'
import type { Geometry } from 'geojson'
import type { Layers } from '../../model/layers'
import type { LonLat } from '../../model/units'
import { boxOfGeometry, type DegreeBox, growBox } from '../geometry/degree-box'
import { LocalFrame } from '../geometry/local-frame'
import { crossingFraction, distanceToRings, isInside, ringsOf } from '../geometry/rings'
import type { EditProblem } from '../../model/scenario-outcome'

/** A wall on record this near to the edge of a compound is that edge, metres. */
const ON_EDGE_M = 5
/** What is met this near to an end of the way through belongs to the end, metres. */
const END_M = 0.5

type Ground = Pick<Layers, 'buildings' | 'heritage' | 'barriers'>

/** Where walls are to be opened, and the way through; empty: there is one already. */
interface Opening {
  readonly at: readonly LonLat[]
  readonly line: readonly LonLat[]
}

/** Why walls cannot be opened at some places, by what stands there; null: nothing on record stands there. */
export function whyWallsStay(layers: Ground, { at, line }: Opening): EditProblem | null {
  const frame = new LocalFrame(...at[0])
  const places = at.map((place) => inFrame(place, frame))
  const way = line.map((place) => inFrame(place, frame))
  const box = growBox(boxAround([...at, ...line]), ON_EDGE_M)
  for (const record of indexOf(layers.heritage).within(box))
    if (meetsArea(ringsOf(record.geometry, frame), places, way))
      return { reason: 'heritage', layer: 'heritage', id: record.id }
  for (const record of indexOf(layers.barriers).within(box)) {
    if (record.locked !== true) continue
    const lines = linesOf(record.geometry, frame)
    if (places.some(([x, y]) => distanceToRings(lines, x, y) <= ON_EDGE_M) || crosses(lines, way, 0))
      return { reason: 'wall-locked', layer: 'barriers', id: record.id }
  }
  for (const record of indexOf(layers.buildings).within(box)) {
    const rings = ringsOf(record.geometry, frame)
    if (places.some(([x, y]) => isInside(rings, x, y)) || crosses(rings, way, END_M))
      return { reason: 'building-between', layer: 'buildings', id: record.id }
  }
  return null
}

type Place = readonly [x: number, y: number]

function inFrame([lon, lat]: LonLat, frame: LocalFrame): Place {
  return [frame.x(lon), frame.y(lat)]
}

function boxAround(places: readonly LonLat[]): DegreeBox {
  const [lons, lats] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)]
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}

function linesOf(geometry: Geometry, frame: LocalFrame): Float64Array[] {
  if (geometry.type !== 'LineString') return [...ringsOf(geometry, frame)]
  return [Float64Array.from(geometry.coordinates.flatMap(([lon, lat]) => [frame.x(lon), frame.y(lat)]))]
}

function meetsArea(rings: readonly Float64Array[], places: readonly Place[], way: readonly Place[]): boolean {
  return [...places, ...way].some(([x, y]) => isInside(rings, x, y)) || crosses(rings, way, 0)
}

/** Whether a way crosses lines, other than this near to its ends. */
function crosses(lines: readonly Float64Array[], way: readonly Place[], end_m: number): boolean {
  return way.some(([bx, by], i) => {
    if (i === 0) return false
    const [ax, ay] = way[i - 1]
    const length = Math.hypot(bx - ax, by - ay)
    const [first, last] = [i === 1 ? end_m : 0, i === way.length - 1 ? end_m : 0]
    return lines.some((line) => {
      for (let v = 0; v + 3 < line.length; v += 2) {
        const t = crossingFraction(ax, ay, bx, by, line[v], line[v + 1], line[v + 2], line[v + 3])
        if (t !== null && t * length >= first && (1 - t) * length >= last) return true
      }
      return false
    })
  })
}

interface AreaIndex<R> {
  readonly within: (box: DegreeBox) => readonly R[]
}

// a list of records never changes: while somebody plans, the same houses are asked about again and again
const known = new WeakMap<object, AreaIndex<unknown>>()

/** The records of a list by the boxes around them, in the order of the list. */
function indexOf<R extends { readonly geometry: Geometry }>(records: readonly R[]): AreaIndex<R> {
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
