import type { Layers } from '../../model/layers'
import type { LonLat } from '../../model/units'
import { growBox } from '../geometry/degree-box'
import { LocalFrame } from '../geometry/local-frame'
import { crossingFraction, distanceToRings, isInside, ringsOf } from '../geometry/rings'
import type { EditProblem } from '../../model/scenario-outcome'
import { boxAround, indexOf, inFrame, linesOf, type Place } from './ground'

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
