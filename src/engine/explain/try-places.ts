import type { SingleChange } from '../../model/explanation'
import type { Hosting } from '../../model/hosting'
import { HOSTING_PACK } from '../../model/hosting-pack'
import type { Facility } from '../../model/layers'
import type { Rule } from '../../model/rule-pack'
import { representativePoint } from '../geometry/rings'
import { entrancesByOwner } from '../places/place-context'
import { placeFacility } from '../places/place-facilities'
import { withFacilities } from '../places/services'
import type { Run } from '../run'
import { judgeHosting } from '../suitability/judge-hosting'
import { siteSpaces, type SpaceSite } from '../suitability/space-site'
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
 * Spaces that would serve who is asked about if the class moved in, each by itself; none that the rules of hosting
 * keep out, or that is smaller than the class's rule asks for.
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
  const sites = siteSpaces(on.project, on.network.frame)
  const hosted = new Map(sites.map((site) => [site.space.id, hostClass(site, rule, settings.year)]))
  const able = spaces.filter(({ id }) => hosted.get(id) !== 'blocked')
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
      hosting: suitOf(hosted.get(space.id)),
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

/** What the best use of a space for a class is judged; `unjudged`: no use of the pack counts as the class. */
type ClassHosting = Hosting['verdict'] | 'unjudged'

const BEST_FIRST: readonly Hosting['verdict'][] = ['fits', 'conditions', 'blocked']

/** How a space could hold a class, by the rules of hosting and by the least size of the class's own rule. */
function hostClass(site: SpaceSite, rule: Rule, year: number): ClassHosting {
  if (site.space.kind === undefined) return 'blocked'
  const asked = site.isLand ? (rule.land_m2 ?? rule.building_m2) : rule.building_m2
  const least = asked?.[0] ?? null
  if (least !== null && site.area_m2 !== null && site.area_m2 < least) return 'blocked'
  const uses = HOSTING_PACK.uses.filter(({ classes }) => classes.includes(rule.code))
  if (uses.length === 0)
    // open ground where the rule asks for land alone
    return !site.isLand && rule.land_m2 !== null && rule.building_m2 === null ? 'blocked' : 'unjudged'
  const verdicts = uses.map((use) => judgeHosting(site, use, HOSTING_PACK, year).verdict)
  return BEST_FIRST.find((verdict) => verdicts.includes(verdict)) ?? 'blocked'
}

function suitOf(hosting: ClassHosting | undefined): 'fits' | 'conditions' | null {
  return hosting === 'fits' || hosting === 'conditions' ? hosting : null
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
