import type { Gate, Layers, Street } from '../../model/layers'
import type { LocalFrame } from '../geometry/local-frame'
import type { Box } from './near-boxes'
import { boxOf, doMeet, SITE_M } from './streets-around'

/** What a plan does to the streets and to the places of gates. */
export interface StreetChanges {
  /** what lies near each other, so that it is laid together; far ones are laid each by itself */
  readonly sites: readonly Site[]
  /** places of removed streets in the layer before */
  readonly removed: readonly number[]
  /** gates that were not there, by their places in the layer after */
  readonly addedGates: readonly number[]
  /** place of each street in the layer after, −1: removed; null: all where they were */
  readonly streetAt: Int32Array | null
}

/** Some changes of streets and gates that lie near each other. */
export interface Site {
  readonly added: readonly Street[]
  /** the streets of the layer before as these changes leave them, by place: they have vertices more */
  readonly altered: ReadonlyMap<number, Street>
  /** places in the layer before */
  readonly removed: readonly number[]
  readonly addedGates: readonly Gate[]
  /** where all that is, local metres */
  readonly boxes: readonly Box[]
}

/** One change, before it is known what lies near it. */
interface Change {
  readonly boxes: readonly Box[]
  readonly added?: Street
  /** place of a street, and the vertices it gets */
  readonly altered?: { readonly place: number; readonly street: Street; readonly inserted: readonly string[] }
  readonly removed?: number
  readonly gate?: Gate
}

/** Compares the streets and gates of a project before and after a plan; null: they lie as they lay. */
export function findStreetChanges(
  before: Pick<Layers, 'streets' | 'gates'>,
  after: Pick<Layers, 'streets' | 'gates'>,
  frame: LocalFrame,
): StreetChanges | null {
  const addedGates = listAddedGates(before.gates, after.gates)
  if (before.streets === after.streets && addedGates.length === 0) return null
  const changes: Change[] = addedGates.map((i) => ({
    gate: after.gates[i],
    boxes: [boxOf([after.gates[i].geometry.coordinates], frame)],
  }))
  const streetAt = new Int32Array(before.streets.length).fill(-1)
  // a plan keeps the order of what it leaves and adds behind it
  let next = 0
  before.streets.forEach((street, place) => {
    const is = after.streets[next]
    const isKept = is === street
    if (!isKept && is?.id !== street.id) return
    streetAt[place] = next++
    if (isKept) return
    const places = new Set(street.geometry.coordinates.map(String))
    for (const vertex of is.geometry.coordinates)
      if (!places.has(String(vertex)))
        changes.push({
          altered: { place, street: is, inserted: [String(vertex)] },
          boxes: [boxOf([vertex], frame)],
        })
  })
  const removed: number[] = []
  streetAt.forEach((to, place) => {
    if (to >= 0) return
    removed.push(place)
    const { coordinates } = before.streets[place].geometry
    changes.push({ removed: place, boxes: boxesAlong(coordinates, frame) })
  })
  for (; next < after.streets.length; next++) {
    const added = after.streets[next]
    changes.push({ added, boxes: boxesAlong(added.geometry.coordinates, frame) })
  }
  if (changes.length === 0) return null
  return {
    sites: gatherSites(changes).map((near) => makeSite(near, before.streets)),
    removed,
    addedGates,
    streetAt: removed.length === 0 ? null : streetAt,
  }
}

function listAddedGates(before: readonly Gate[], after: readonly Gate[]): number[] {
  if (before === after || before.length === after.length) return []
  const known = new Set(before.map(({ id }) => id))
  return after.flatMap(({ id }, i) => (known.has(id) ? [] : [i]))
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

/** Changes that lie near each other, or alter one street, in the order of their first. */
function gatherSites(changes: readonly Change[]): Change[][] {
  const isNear = (a: Change, b: Change): boolean =>
    (a.altered !== undefined && a.altered.place === b.altered?.place) ||
    a.boxes.some(([minX, minY, maxX, maxY]) => {
      const around: Box = [minX - SITE_M, minY - SITE_M, maxX + SITE_M, maxY + SITE_M]
      return b.boxes.some((box) => doMeet(around, box))
    })
  const groups: Change[][] = []
  for (const change of changes) {
    const near = groups.filter((group) => group.some((each) => isNear(each, change)))
    if (near.length === 0) {
      groups.push([change])
      continue
    }
    const [first, ...others] = near
    first.push(...others.flat(), change)
    for (const other of others) groups.splice(groups.indexOf(other), 1)
  }
  return groups
}

function makeSite(changes: readonly Change[], streets: readonly Street[]): Site {
  const inserted = new Map<number, { street: Street; vertices: Set<string> }>()
  for (const { altered } of changes) {
    if (altered === undefined) continue
    const { place, street } = altered
    const known = inserted.get(place) ?? { street, vertices: new Set() }
    for (const vertex of altered.inserted) known.vertices.add(vertex)
    inserted.set(place, known)
  }
  const altered = new Map<number, Street>()
  for (const [place, { street, vertices }] of inserted) {
    const places = new Set(streets[place].geometry.coordinates.map(String))
    // another site may have put other vertices in
    const coordinates = street.geometry.coordinates.filter(
      (vertex) => places.has(String(vertex)) || vertices.has(String(vertex)),
    )
    altered.set(place, { ...street, geometry: { type: 'LineString', coordinates } })
  }
  return {
    added: changes.flatMap(({ added }) => added ?? []),
    altered,
    removed: changes.flatMap(({ removed }) => removed ?? []),
    addedGates: changes.flatMap(({ gate }) => gate ?? []),
    boxes: changes.flatMap(({ boxes }) => boxes),
  }
}

/** Two sites as one. */
export function mergeSites(a: Site, b: Site): Site {
  return {
    added: [...a.added, ...b.added],
    altered: new Map([...a.altered, ...b.altered]),
    removed: [...a.removed, ...b.removed],
    addedGates: [...a.addedGates, ...b.addedGates],
    boxes: [...a.boxes, ...b.boxes],
  }
}
