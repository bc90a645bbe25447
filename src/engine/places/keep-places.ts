import Flatbush from 'flatbush'

import type { Facility, Green } from '../../model/layers'
import type { Metres } from '../../model/units'
import type { Box } from '../network/near-boxes'
import type { ChangedWays } from './changed-ways'
import {
  boxOfPlace,
  type Entered,
  NO_DOORS,
  type PlacedBefore,
  type PlacedByPlan,
  reachOf,
} from './known-places'
import { entrancesByOwner, maxSnapOf, type PlaceContext } from './place-context'
import { isPark } from './services'

/** A facility or a park as it was entered in the plan before, by its place in the list; null: it is to be asked anew. */
export type KeptPlaces = (i: number) => Entered | null

/**
 * What of the places of another plan over the same data is entered as it was: all that no changed street or gate touches.
 * Found from the few changes, not place by place: a plan is edited in one corner of a district. `data`: the places
 * without a plan. null: the lists of places are others.
 */
export function keepPlaces(
  data: PlacedBefore,
  context: PlaceContext,
  { project, facilities: placed, changed }: PlacedByPlan,
): KeptPlaces | null {
  const [was, is] = [project.layers, context.project.layers]
  const isComparable =
    was.entrances === is.entrances &&
    data.project.layers.entrances === is.entrances &&
    was.greens === is.greens &&
    was.facilities.length === is.facilities.length
  if (!isComparable) return null
  const index = indexPlaces(data, context)
  const touched = findTouched(index, changed)
  const firstPark = is.facilities.length
  const parks = is.greens.filter(isPark)
  return (i) => {
    const record = i < firstPark ? is.facilities[i] : parks[i - firstPark]
    // an edit makes its records anew each time
    if (i < firstPark && was.facilities[i] !== record) return null
    const place = index.placeOf.get(record)
    if (place === undefined || touched.has(place)) return null
    // what was odd about a place may be so no more
    return placed.doubts[i].length > 0 ? null : { access: placed.access[i], doubts: [] }
  }
}

/** Where the places of the data are, and by which streets and gates they are entered. */
interface PlaceIndex {
  readonly placeOf: ReadonlyMap<Facility | Green, number>
  readonly byEdge: ReadonlyMap<number, readonly number[]>
  /** places entered from gates, by compound */
  readonly byZone: ReadonlyMap<number, readonly number[]>
  /** boxes around each place and as far as a street may be that it is entered by, local metres; null: there are no places */
  readonly tree: Flatbush | null
}

// places of the data stay while plans come and go
const known = new WeakMap<PlacedBefore['facilities'], PlaceIndex>()

function indexPlaces({ project, facilities }: PlacedBefore, context: PlaceContext): PlaceIndex {
  const found = known.get(facilities)
  if (found !== undefined) return found
  const { layers } = project
  const records = [...layers.facilities, ...layers.greens.filter(isPark)]
  const entrances = entrancesByOwner(layers.entrances)
  const byEdge = new Map<number, number[]>()
  const byZone = new Map<number, number[]>()
  const tree = records.length === 0 ? null : new Flatbush(records.length)
  records.forEach((record, i) => {
    const doors = entrances.get(record.id) ?? NO_DOORS
    const access = facilities.access[i]
    for (const { edge, zone } of access) {
      if (edge < 0) note(byZone, zone, i)
      else note(byEdge, edge, i)
    }
    const reach_m = reachOf(access, doors, maxSnapOf(context))
    tree?.add(...widened(boxOfPlace(record, doors, context.network.frame), reach_m))
  })
  tree?.finish()
  const index = { placeOf: new Map(records.map((record, i) => [record, i])), byEdge, byZone, tree }
  known.set(facilities, index)
  return index
}

function note(lists: Map<number, number[]>, key: number, place: number): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [place])
  else list.push(place)
}

function widened([west, south, east, north]: Box, by_m: Metres): Box {
  return [west - by_m, south - by_m, east + by_m, north + by_m]
}

function findTouched(
  { byEdge, byZone, tree }: PlaceIndex,
  { edges, gateZones, boxes }: ChangedWays,
): ReadonlySet<number> {
  const touched = new Set<number>()
  for (const edge of edges) for (const place of byEdge.get(edge) ?? []) touched.add(place)
  for (const zone of gateZones) for (const place of byZone.get(zone) ?? []) touched.add(place)
  for (const box of boxes) for (const place of tree?.search(...box) ?? []) touched.add(place)
  return touched
}
