import type { Gate, Layers, Street } from '../../model/layers'
import type { LocalFrame } from '../geometry/local-frame'
import type { Box } from './near-boxes'
import { boxOf } from './streets-around'

/** What a plan does to the streets and to the places of gates. */
export interface StreetChanges {
  readonly added: readonly Street[]
  /** places in the layer before */
  readonly removed: readonly number[]
  /** gates that were not there, by their places in the layer after */
  readonly addedGates: readonly number[]
  /** place of each street in the layer after, −1: removed; null: all where they were */
  readonly streetAt: Int32Array | null
  /** the streets of the layer before as the plan leaves them, by place, where something about them is another */
  readonly altered: ReadonlyMap<number, Street>
  /** where all that is, local metres */
  readonly boxes: readonly Box[]
}

/** Compares the streets and gates of a project before and after a plan; null: they lie as they lay. */
export function findStreetChanges(
  before: Pick<Layers, 'streets' | 'gates'>,
  after: Pick<Layers, 'streets' | 'gates'>,
  frame: LocalFrame,
): StreetChanges | null {
  const addedGates = listAddedGates(before.gates, after.gates)
  if (before.streets === after.streets && addedGates.length === 0) return null
  const added: Street[] = []
  const altered = new Map<number, Street>()
  const boxes: Box[] = addedGates.map((i) => boxOf([after.gates[i].geometry.coordinates], frame))
  const streetAt = new Int32Array(before.streets.length).fill(-1)
  // a plan keeps the order of what it leaves and adds behind it
  let next = 0
  before.streets.forEach((street, i) => {
    const is = after.streets[next]
    if (is?.id !== street.id) return
    streetAt[i] = next++
    if (is === street) return
    const places = new Set(street.geometry.coordinates.map(String))
    const inserted = is.geometry.coordinates.filter((place) => !places.has(String(place)))
    if (inserted.length === 0) return
    altered.set(i, is)
    boxes.push(boxOf(inserted, frame))
  })
  for (; next < after.streets.length; next++) added.push(after.streets[next])
  const removed: number[] = []
  streetAt.forEach((to, i) => {
    if (to < 0) removed.push(i)
  })
  for (const { geometry } of [...added, ...removed.map((i) => before.streets[i])])
    boxes.push(...boxesAlong(geometry.coordinates, frame))
  if (boxes.length === 0) return null
  return {
    added,
    removed,
    addedGates,
    streetAt: removed.length === 0 ? null : streetAt,
    altered,
    boxes,
  }
}

/** A line is looked around in stretches of this, metres. */
const STRETCH_M = 100

/** Boxes that together cover a line, none much longer than a stretch. */
function boxesAlong(coordinates: readonly (readonly number[])[], frame: LocalFrame): Box[] {
  const boxes: Box[] = []
  for (let v = 1; v < coordinates.length; v++) {
    const [[fromLon, fromLat], [toLon, toLat]] = [coordinates[v - 1], coordinates[v]]
    const length = Math.hypot(frame.x(toLon) - frame.x(fromLon), frame.y(toLat) - frame.y(fromLat))
    const count = Math.max(1, Math.ceil(length / STRETCH_M))
    const at = (k: number): [number, number] => [
      fromLon + ((toLon - fromLon) * k) / count,
      fromLat + ((toLat - fromLat) * k) / count,
    ]
    for (let k = 0; k < count; k++) boxes.push(boxOf([at(k), at(k + 1)], frame))
  }
  return boxes
}

function listAddedGates(before: readonly Gate[], after: readonly Gate[]): number[] {
  if (before === after || before.length === after.length) return []
  const known = new Set(before.map(({ id }) => id))
  return after.flatMap(({ id }, i) => (known.has(id) ? [] : [i]))
}
