import Flatbush from 'flatbush'

import type { Project } from '../../model/project'
import type { Metres } from '../../model/units'
import type { LocalFrame } from '../geometry/local-frame'
import { representativePoint } from '../geometry/rings'
import { placeOnEdge } from '../network/along-edge'
import type { AccessPoint } from './access-point'
import { entrancesByOwner, gatesOf, lookAround, maxSnapOf, type PlaceContext } from './place-context'
import { allWays, type ChangedWays } from './changed-ways'
import { keepDemand } from './demand-columns'
import type { DemandPoint, PlacedPeople } from './place-people'
import { isNearPlan, type PlanWays, touchesPlan, withPieces } from './plan-ways'

/**
 * The same people on the streets of a plan. A plan moves nobody: whoever has a house stands before it, the others
 * where they stood; what changes is by which streets they walk from there. `data`: the project before the plan,
 * with its people; `context`: the network after. The people themselves where nobody's ways change. `last`: those of
 * another plan, and what this one changes otherwise; the answer is the same.
 */
export function planPeople(
  context: PlaceContext,
  plan: PlanWays,
  data: { readonly project: Project; readonly people: PlacedPeople },
  last: { readonly people: PlacedPeople; readonly changed: ChangedWays } | null = null,
): PlacedPeople {
  const { people, project } = data
  const index = indexPeople(data, context.network.frame)
  const points = [...(last ?? data).people.points]
  let isAsLast = last !== null
  for (const p of nearPlan(index, last?.changed ?? allWays(plan, context.compounds), context)) {
    const point = people.points[p]
    const access = changedAccess(context, plan, point, index.doors[p])
    // what is called the same may stand elsewhere: whoever is asked anew is another point
    const next = access === point.access ? point : { ...point, access }
    if (points[p] === next) continue
    isAsLast = false
    points[p] = next
  }
  if (isAsLast && last !== null) return last.people
  let isChanged = false
  let isOut = false
  points.forEach((point, p) => {
    const was = people.points[p]
    if (point === was) return
    isChanged = true
    if ((point.access.length === 0) !== (was.access.length === 0)) isOut = true
  })
  if (!isChanged) return people
  const planned = { ...people, points, issues: isOut ? updateIssues(people, points, project) : people.issues }
  keepDemand(people, planned)
  return planned
}

/** The points whose ways a plan may change. */
function nearPlan(
  { byEdge, byZone, nowhere, doors, tree, pointOfDoor, farthest_m }: PeopleIndex,
  plan: ChangedWays,
  context: PlaceContext,
): ReadonlySet<number> {
  const near = new Set<number>()
  for (const edge of plan.edges) for (const p of byEdge.get(edge) ?? []) near.add(p)
  for (const zone of plan.gateZones) for (const p of byZone.get(zone) ?? []) near.add(p)
  // a house that is on no street is looked for by its place
  if (plan.gateZones.size > 0) for (const p of nowhere) if (doors[p] === null) near.add(p)
  const far = Math.max(farthest_m, maxSnapOf(context))
  for (const [west, south, east, north] of plan.boxes)
    for (const door of tree?.search(west - far, south - far, east + far, north + far) ?? [])
      near.add(pointOfDoor[door])
  return near
}

/** The ways of a point onto the streets of a plan; the same list where nothing about them changes. */
function changedAccess(
  context: PlaceContext,
  plan: PlanWays,
  { access, carrier, community }: DemandPoint,
  doors: Doors | null,
): readonly AccessPoint[] {
  const { network, compounds, project } = context
  if (doors !== null) {
    const isAll = access.length >= doors.length
    const reach_m = isAll ? Math.max(...access.map(({ connector_m }) => connector_m)) : maxSnapOf(context)
    const isMoved =
      touchesPlan(plan, access) ||
      access.some(({ edge, zone }) => edge < 0 && plan.gateZones.has(zone)) ||
      (access.length === 0 && plan.gateZones.size > 0) ||
      doors.some(([x, y]) => isNearPlan(plan, [x, y, x, y], reach_m))
    return isMoved ? doors.flatMap(([x, y]) => lookAround(context, x, y).access) : access
  }
  if (access.length === 0 && carrier === 'gate') {
    // nobody got out: now they may
    const zone = compounds.findIndex(({ id }) => id === project.layers.communities[community].id)
    return zone >= 0 && plan.gateZones.has(zone) ? gatesOf(network, zone) : access
  }
  if (!touchesPlan(plan, access)) return access
  const left = access.flatMap((point): readonly AccessPoint[] => {
    if (!plan.gone.has(point.edge)) return [point]
    return lookAround(context, ...placeOnEdge(network, point.edge, point.at)).access
  })
  return withPieces(plan, network, left)
}

/** What is told of houses and communities that are on no street, as it is after. */
function updateIssues(
  { issues, points: before }: PlacedPeople,
  after: readonly DemandPoint[],
  { layers: { communities } }: Project,
): PlacedPeople['issues'] {
  const isOut = (points: readonly DemandPoint[]): { houses: Set<string>; all: Set<string> } => {
    const houses = new Set<string>()
    const all = new Set(communities.map(({ id }) => id))
    for (const { access, community, id, carrier } of points) {
      if (access.length > 0) all.delete(communities[community].id)
      else if (carrier === 'building' && id !== undefined) houses.add(id)
    }
    return { houses, all }
  }
  const [was, is] = [isOut(before), isOut(after)]
  return issues.filter(({ code, id = '' }) => {
    if (code === 'building-not-connected') return !was.houses.has(id) || is.houses.has(id)
    if (code === 'community-not-connected') return !was.all.has(id) || is.all.has(id)
    return true
  })
}

type Doors = readonly (readonly [x: Metres, y: Metres])[]

/** People by where they are and where they enter the streets. */
interface PeopleIndex {
  /** by point; null: it has no house */
  readonly doors: readonly (Doors | null)[]
  /** all doors by their places, local metres; null: there are none */
  readonly tree: Flatbush | null
  readonly pointOfDoor: readonly number[]
  readonly byEdge: ReadonlyMap<number, readonly number[]>
  readonly byZone: ReadonlyMap<number, readonly number[]>
  /** points that are on no street */
  readonly nowhere: readonly number[]
  /** the longest way to a street, metres */
  readonly farthest_m: Metres
}

// the people of the data stay while plans come and go
const known = new WeakMap<PlacedPeople, PeopleIndex>()

function indexPeople(
  data: { readonly project: Project; readonly people: PlacedPeople },
  frame: LocalFrame,
): PeopleIndex {
  const found = known.get(data.people)
  if (found !== undefined) return found
  const doors = findDoors(data, frame)
  const byEdge = new Map<number, number[]>()
  const byZone = new Map<number, number[]>()
  const nowhere: number[] = []
  let farthest_m = 0
  data.people.points.forEach(({ access }, p) => {
    if (access.length === 0) nowhere.push(p)
    for (const { edge, zone, connector_m } of access) {
      note(byEdge, edge, p)
      note(byZone, zone, p)
      farthest_m = Math.max(farthest_m, connector_m)
    }
  })
  const pointOfDoor = doors.flatMap((list, p) => (list ?? []).map(() => p))
  const tree = pointOfDoor.length === 0 ? null : new Flatbush(pointOfDoor.length)
  for (const list of doors) for (const [x, y] of list ?? []) tree?.add(x, y, x, y)
  tree?.finish()
  const index = { doors, tree, pointOfDoor, byEdge, byZone, nowhere, farthest_m }
  known.set(data.people, index)
  return index
}

function note(lists: Map<number, number[]>, key: number, p: number): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [p])
  else list.push(p)
}

/** Where the houses of people are left, by point; null: they have none. */
function findDoors(
  { project, people }: { readonly project: Project; readonly people: PlacedPeople },
  frame: LocalFrame,
): readonly (Doors | null)[] {
  const buildings = new Map(project.layers.buildings.map((each) => [each.id, each]))
  const entrances = entrancesByOwner(project.layers.entrances)
  return people.points.map(({ carrier, id = '' }) => {
    const building = carrier === 'building' ? buildings.get(id) : undefined
    if (building === undefined) return null
    const places = entrances.get(building.id) ?? [representativePoint(building.geometry)]
    return places.map(([lon, lat]) => [frame.x(lon), frame.y(lat)] as const)
  })
}
