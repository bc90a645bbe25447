import type { SingleChange } from '../../model/explanation'
import type { Facility, Space } from '../../model/layers'
import type { Rule } from '../../model/rule-pack'
import { representativePoint } from '../geometry/rings'
import { entrancesByOwner } from '../places/place-context'
import { placeFacility } from '../places/place-facilities'
import { withFacilities } from '../places/services'
import type { Run } from '../run'
import { type Asked, type ClassState, type ExplainContext, measureState } from './class-state'
import { judgeChange } from './judge-change'
import { named } from './straight-line'
import { costsFrom } from './walk-costs'
import type { AccessPoint } from '../places/access-point'

/** So many facilities are shared, and so many spaces used, in turn: the nearest ones. */
const PLACES_TRIED = 5

/**
 * Facilities reserved to another community that would serve who is asked about, or more of the community, if they were open to
 * neighbors, each by itself. `access`: where the walks start; `reserved`: facilities that do not serve here.
 */
export async function trySharing(
  before: ClassState,
  asked: Asked,
  access: readonly AccessPoint[],
  reserved: readonly number[],
  run: Run,
): Promise<SingleChange[]> {
  const { on, settings } = before
  const { facilities, communities } = on.project.layers
  const near = nearestFirst(before, access, reserved, (i) => on.facilities.access[i])
  const changes: SingleChange[] = []
  for (const i of near) {
    const opened: Facility[] = [...facilities]
    opened[i] = { ...facilities[i], access: 'public' }
    const after = await measureState(equip(on, opened, on.facilities.access), settings, run, {
      isVerdictOnly: true,
    })
    const effect = judgeChange(before, after, asked)
    if (effect === null) continue
    const of = communities.find(({ id }) => id === facilities[i].community)
    changes.push({
      kind: 'share-facility',
      shared: named(facilities[i]),
      of: of === undefined ? null : named(of),
      at: representativePoint(facilities[i].geometry),
      ...effect,
    })
  }
  return changes
}

/**
 * Spaces that would serve who is asked about if the class moved in, each by itself. Only the kind of the space and
 * its area against the rule's least are looked at; whether it is suitable is judged elsewhere.
 */
export async function trySpaces(
  before: ClassState,
  asked: Asked,
  access: readonly AccessPoint[],
  run: Run,
): Promise<SingleChange[]> {
  const { on, settings } = before
  const { spaces, facilities, communities, entrances } = on.project.layers
  const [rule] = settings.rules.rules
  const doors = entrancesByOwner(entrances)
  const able = spaces.filter((space) => canHost(space, rule))
  const ways = new Map(
    able.map((space) => [
      space.id,
      placeFacility(on, space, doors.get(space.id) ?? []).flatMap((placement) => placement.access),
    ]),
  )
  const near = nearestFirst(
    before,
    access,
    able.map((_, i) => i),
    (i) => ways.get(able[i].id) ?? [],
  )
  const changes: SingleChange[] = []
  for (const i of near) {
    const space = able[i]
    const moved: Facility = { id: `space ${space.id}`, class: rule.code, geometry: space.geometry }
    const { access: others } = on.facilities
    // parks come after the facilities
    const placed = [
      ...others.slice(0, facilities.length),
      ways.get(space.id) ?? [],
      ...others.slice(facilities.length),
    ]
    const made = equip(on, [...facilities, moved], placed)
    const effect = judgeChange(
      before,
      await measureState(made, settings, run, { isVerdictOnly: true }),
      asked,
    )
    if (effect === null) continue
    const of = communities.find(({ id }) => id === space.community)
    changes.push({
      kind: 'use-space',
      space: named(space),
      space_kind: space.kind ?? null,
      area_m2: space.area_m2 ?? null,
      of: of === undefined ? null : named(of),
      at: representativePoint(space.geometry),
      ...effect,
      facility: effect.serves ? named(space) : null,
    })
  }
  return changes
}

/** The same place with other facilities. `access`: of these, and of the parks after them. */
function equip(
  on: ExplainContext,
  facilities: readonly Facility[],
  access: ExplainContext['facilities']['access'],
): ExplainContext {
  return {
    ...on,
    project: { ...on.project, layers: { ...on.project.layers, facilities } },
    facilities: { ...on.facilities, access, services: withFacilities(on.facilities.services, facilities) },
  }
}

/** Families that do not go below ground, at least not without more than a change of use (J). */
const ABOVE_GROUND = new Set(['elder', 'child', 'education', 'health'])

/**
 * Whether a kind of space could hold a class at all: rooms where the rule asks for building area, open ground
 * where it asks for land, any where it says neither; and not smaller than the least the rule asks for.
 */
export function canHost({ kind, area_m2, storey }: Space, rule: Rule): boolean {
  if (kind === undefined) return false
  const isRoom = kind === 'idle_room' || kind === 'underground' || kind === 'public_stock'
  const isBelow = kind === 'underground' || (storey !== undefined && storey < 0)
  if (isBelow && ABOVE_GROUND.has(rule.family)) return false
  const asksRoom = rule.building_m2 !== null
  const asksLand = rule.land_m2 !== null
  if (isRoom && asksLand && !asksRoom) return false
  const least = isRoom ? rule.building_m2?.[0] : (rule.land_m2?.[0] ?? rule.building_m2?.[0])
  return area_m2 === undefined || least === undefined || least === null || area_m2 >= least
}

/** Places within the limit of who is asked about, the nearest first, of equal ones as they stand. */
function nearestFirst(
  { on, settings, column }: ClassState,
  access: readonly AccessPoint[],
  places: readonly number[],
  accessOf: (place: number) => readonly AccessPoint[],
): number[] {
  const points = places.flatMap((place) => accessOf(place).map((point) => ({ place, point })))
  const costs = costsFrom(
    on,
    access,
    [],
    points.map(({ point }) => point),
    settings,
  ).access
  const best = new Map<number, number>()
  points.forEach(({ place }, i) => best.set(place, Math.min(best.get(place) ?? Infinity, costs[i])))
  return [...best]
    .filter(([, cost]) => cost <= column.limit * 1000)
    .sort(([a, costA], [b, costB]) => costA - costB || a - b)
    .slice(0, PLACES_TRIED)
    .map(([place]) => place)
}
