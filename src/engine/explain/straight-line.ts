import type { CrowFlight, Named, Obstacle } from '../../model/explanation'
import type { Facility } from '../../model/layers'
import { clampedFoot, isInside, ringsOf, type Rings } from '../geometry/rings'
import { lineOf } from '../catchment/trace-route'
import { entrancesByOwner } from '../places/place-context'
import type { ExplainContext } from './class-state'
import { recordOfService } from '../places/services'

type Place = readonly [x: number, y: number]

/** Closed gates are named where the line crosses a wall within this of them, metres. */
const CLOSED_GATE_NEAR_M = 200
/** A wall drawn this near to the edge of a compound is the same one, metres along the line. */
const SAME_WALL_M = 5
/** At most so many closed gates are named for one wall. */
const CLOSED_GATES_NAMED = 2

/** The nearest of the doors of a facility to a place: a surveyed entrance, else its outline, else itself. */
export function nearestDoor(
  facility: Facility,
  entrances: ReturnType<typeof entrancesByOwner>,
  context: ExplainContext,
  [x, y]: Place,
): Place {
  const { frame } = context.network
  const doors = entrances.get(facility.id)
  let best: Place | null = null
  const offer = (px: number, py: number): void => {
    if (best === null || Math.hypot(px - x, py - y) < Math.hypot(best[0] - x, best[1] - y)) best = [px, py]
  }
  if (doors !== undefined) for (const [lon, lat] of doors) offer(frame.x(lon), frame.y(lat))
  else if (facility.geometry.type === 'Point') {
    const [lon, lat] = facility.geometry.coordinates
    offer(frame.x(lon), frame.y(lat))
  } else eachFoot(ringsOf(facility.geometry, frame), x, y, offer)
  return best ?? [x, y]
}

function eachFoot(rings: Rings, x: number, y: number, tell: (x: number, y: number) => void): void {
  for (const ring of rings)
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const t = clampedFoot(x, y, ring[i], ring[i + 1], ring[i + 2], ring[i + 3])
      tell(ring[i] + t * (ring[i + 2] - ring[i]), ring[i + 1] + t * (ring[i + 3] - ring[i + 1]))
    }
}

/** The facility of a class nearest to a place as the crow flies, of equal ones the first; null: there is none. */
export function nearestStraight(
  context: ExplainContext,
  members: readonly number[],
  from: Place,
): { facility: number; door: Place; straight_m: number } | null {
  const { facilities, entrances } = context.project.layers
  const doors = entrancesByOwner(entrances)
  let best: { facility: number; door: Place; straight_m: number } | null = null
  for (const facility of members) {
    const door = nearestDoor(facilities[facility], doors, context, from)
    const straight_m = Math.hypot(door[0] - from[0], door[1] - from[1])
    if (best === null || straight_m < best.straight_m) best = { facility, door, straight_m }
  }
  return best
}

/**
 * What a straight line crosses, in order: barriers, and the edges of gated compounds with their closed gates near
 * the crossing. Pieces of one kind and name right after each other are one.
 */
export function listObstacles(
  context: ExplainContext,
  from: Place,
  to: Place,
  ends: { readonly own: string | null; readonly facility: string | null },
): Obstacle[] {
  const { frame, zoneIds } = context.network
  const { barriers, communities, gates } = context.project.layers
  const obstacles: Obstacle[] = []
  const crossings = context.barriers?.crossingsBetween(...from, ...to) ?? []
  const length_m = Math.hypot(to[0] - from[0], to[1] - from[1])
  const isEdgeOfCompound = (at: number): boolean =>
    crossings.some(({ zone, at: edge }) => zone >= 0 && Math.abs(edge - at) * length_m <= SAME_WALL_M)
  for (const { kind, zone, record, at } of crossings) {
    // a wall drawn along the edge of a compound is that edge
    if ((kind === 'wall' || kind === 'fence') && isEdgeOfCompound(at)) continue
    const [x, y] = [from[0] + at * (to[0] - from[0]), from[1] + at * (to[1] - from[1])]
    const community = zone < 0 ? undefined : communities.find(({ id }) => id === zoneIds[zone])
    const name = (zone < 0 ? barriers[record]?.name : community?.name) ?? null
    const id = community?.id ?? null
    const last = obstacles.at(-1)
    if (last !== undefined && last.kind === kind && last.name === name && last.id === id) continue
    const closed = zone < 0 ? [] : context.compounds[zone].gates.filter(({ access }) => access === 'closed')
    const near = closed
      .map((gate) => ({ gate, away_m: Math.hypot(gate.x - x, gate.y - y) }))
      .filter(({ away_m }) => away_m <= CLOSED_GATE_NEAR_M)
      .sort((a, b) => a.away_m - b.away_m || a.gate.index - b.gate.index)
      .slice(0, CLOSED_GATES_NAMED)
    obstacles.push({
      kind,
      name,
      id,
      whose: id === null ? null : id === ends.own ? 'own' : id === ends.facility ? 'facility' : 'other',
      closedGates: near.map(({ gate }): Named => named(gates[gate.index])),
      at: lineOf(frame, [[x, y]])[0],
    })
  }
  return obstacles
}

/** Id and name of a record. */
export function named({ id, name }: { readonly id: string; readonly name?: string }): Named {
  return { id, name: name ?? null }
}

/** The community a facility is reserved to; null: it is open to everybody, or names none that there is. */
export function ownerOf({ project }: ExplainContext, { access, community }: Facility): Named | null {
  const owner = project.layers.communities.find(({ id }) => id === community)
  return access !== 'residents' || owner === undefined ? null : named(owner)
}

/** The compound that holds a place, as the community's id; null: none. */
export function compoundAround({ compounds }: ExplainContext, [x, y]: Place): string | null {
  return compounds.find(({ rings }) => isInside(rings, x, y))?.id ?? null
}

/** The straight line as it is told. `walk`: to the same facility, null: none within the lookout. */
export function describeCrow(
  context: ExplainContext,
  from: Place,
  nearest: { facility: number; door: Place; straight_m: number },
  walk: { mm: number; ms: number } | null,
  facts: Pick<CrowFlight, 'isWalked' | 'isReserved' | 'cutOff' | 'part_m'>,
  own: string | null,
): CrowFlight {
  const { facility, door, straight_m } = nearest
  const line = lineOf(context.network.frame, [from, door])
  const record = recordOfService(context.project.layers, facility)
  return {
    facility: named(record),
    owner: ownerOf(context, record),
    straight_m,
    line: [line[0], line[line.length - 1]],
    mm: walk?.mm ?? null,
    ms: walk?.ms ?? null,
    ratio: walk === null || straight_m === 0 ? null : walk.mm / 1000 / straight_m,
    between: listObstacles(context, from, door, { own, facility: compoundAround(context, door) }),
    ...facts,
  }
}
