import type { HostedUse, Hosting } from '../../model/hosting'
import type { Edit } from '../../model/scenario'
import type { ProposalOptions } from '../../model/proposal'
import type { Rule } from '../../model/rule-pack'
import { voteOfEdit } from '../consent/vote-of-edit'
import { costOfEdit } from '../cost/cost-of-edit'
import { entrancesByOwner } from '../places/place-context'
import { placeFacility } from '../places/place-facilities'
import { isTooSmall } from '../places/class-members'
import { areaUsed } from '../scenario/edits/convert-space'
import { judgeHosting } from '../suitability/judge-hosting'
import { siteSpaces, type SpaceSite } from '../suitability/space-site'
import { bayRatio } from '../supply/balance-parking'
import { type CapacityFigure, capacityOf, peopleOf } from './capacity'
import type { PlannedClass } from './list-demand'
import type { PlanContext } from './plan-context'
import type { Hosted, Option, Place } from './places'

/** Spaces that may be used, what they may become, and their m². */
export interface SpacePlaces {
  readonly places: readonly Place[]
  /** ids and m² of the spaces that decisions name by index */
  readonly spaces: readonly string[]
  readonly area: readonly number[]
}

/** A space, a use and a class it may serve there. */
interface Fit {
  readonly site: SpaceSite
  readonly use: HostedUse
  readonly class: number
  readonly rule: Rule
  readonly verdict: Hosting['verdict']
  readonly least_m2: number
  readonly available_m2: number
  /** index into the spaces used */
  readonly space: number
}

/**
 * Every candidate space in scope, or in no community, with the classes it may hold: by the rules of hosting
 * (blocked: never), by the least area of the use and of the class's own rule, and by what the options allow. Part
 * of a space that is in use already is not there.
 */
export function listSpaces(
  context: PlanContext,
  classes: readonly PlannedClass[],
  scope: Uint8Array,
  options: ProposalOptions,
): SpacePlaces {
  const { on, settings, hosting } = context
  const { communities, entrances } = on.project.layers
  const indexOf = new Map(communities.map(({ id }, k) => [id, k]))
  const doors = entrancesByOwner(entrances)
  const classOf = new Map(classes.map(({ rule }, k) => [rule.code, k]))
  const places: Place[] = []
  const spaces: string[] = []
  const area: number[] = []
  for (const site of siteSpaces(on.project, on.network.frame)) {
    const { space } = site
    const k = space.community === undefined ? -1 : (indexOf.get(space.community) ?? -1)
    if (k >= 0 && scope[k] === 0) continue
    if (space.ownership === 'private' && !options.allowsPrivate) continue
    const available_m2 = (site.area_m2 ?? 0) - areaUsed(on.project.layers.facilities, space.id)
    if (available_m2 <= 0 || available_m2 < options.least_m2) continue
    const hosted = new Map<number, Option[]>()
    for (const use of hosting.uses) {
      const { verdict } = judgeHosting(site, use, hosting, settings.year)
      if (verdict === 'blocked' || (verdict === 'conditions' && !options.allowsConditions)) continue
      for (const code of use.classes) {
        const c = classOf.get(code)
        if (c === undefined) continue
        const { rule } = classes[c]
        const least_m2 = leastArea(site, use, rule)
        const fit = { site, use, class: c, rule, verdict, least_m2, available_m2, space: spaces.length }
        const made = least_m2 > available_m2 ? [] : makeOptions(context, fit, options)
        if (made.length > 0) hosted.set(c, [...(hosted.get(c) ?? []), ...made])
      }
    }
    if (hosted.size === 0) continue
    const access = placeFacility(on, space, doors.get(space.id) ?? []).flatMap(
      (placement) => placement.access,
    )
    places.push({ access, hosted: [...hosted].map(([c, each]): Hosted => ({ class: c, options: each })) })
    spaces.push(space.id)
    area.push(available_m2)
  }
  return { places, spaces, area }
}

/** Fewer bays or bicycle places than this are not worth a measure of their own (J). */
const LEAST_UNITS = { bay: 5, place: 20 } as const

/** The least area a facility may have here: the use's, the rule's, some units; whole square metres. */
function leastArea({ isLand }: SpaceSite, { least_m2, unit, unit_m2 = 0 }: HostedUse, rule: Rule): number {
  const asked = isLand ? rule.land_m2 : rule.building_m2
  const units = unit === undefined ? 0 : LEAST_UNITS[unit] * unit_m2
  return Math.ceil(Math.max(least_m2, asked?.[0] ?? 0, units) - 1e-9)
}

/** How many sizes are thought of where size matters, the least and the greatest among them. */
const SIZES = 3

function makeOptions(context: PlanContext, fit: Fit, options: ProposalOptions): Option[] {
  const { site, use, rule, least_m2, available_m2 } = fit
  const figure = options.countsCapacity
    ? capacityOf(rule, use, bayRatio(context.settings).bays_per_household)
    : null
  const sizes = figure === null || figure.perM2 === 0 ? [least_m2] : sizesBetween(least_m2, available_m2, use)
  return sizes.flatMap((area_m2): Option[] => {
    const made = makeOption(context, fit, figure, area_m2)
    // a size that the class's own rule finds too small serves nobody
    const size = site.isLand
      ? { building_m2: null, land_m2: area_m2 }
      : { building_m2: area_m2, land_m2: null }
    if (made === null || isTooSmall({ ...size, width_m: null }, rule)) return []
    const { type } = made.measure.vote
    return !options.allowsThreeQuarters && (type === 'three-quarters' || type === 'unknown') ? [] : [made]
  })
}

/** Sizes in equal ratios, each a whole number of units. */
function sizesBetween(least: number, most: number, { unit_m2 }: HostedUse): number[] {
  const sizes = new Set<number>()
  for (let i = 0; i < SIZES; i++) {
    const size = least * (most / least) ** (i / (SIZES - 1))
    const whole = unit_m2 === undefined ? size : Math.floor(size / unit_m2 + 1e-9) * unit_m2
    sizes.add(Math.max(least, Math.floor(whole * 10 + 1e-6) / 10))
  }
  return [...sizes]
}

function makeOption(
  { on, hosting, costs }: PlanContext,
  { site, use, rule, verdict, space }: Fit,
  figure: CapacityFigure | null,
  area_m2: number,
): Option | null {
  const edit: Edit = {
    kind: 'convert-space',
    space: site.space.id,
    use: use.code,
    class: rule.code,
    area_m2,
    ...(use.unit_m2 === undefined ? {} : { capacity: Math.floor(area_m2 / use.unit_m2 + 1e-9) }),
  }
  const cost = costOfEdit(edit, on.project.layers, hosting, costs)
  // a price that nobody knows is not zero
  if (cost === null) return null
  const measure = {
    key: `space:${site.space.id}:${use.code}:${rule.code}:${area_m2}`,
    edit,
    class: rule.code,
    community: site.space.community ?? null,
    cost,
    vote: voteOfEdit(edit, on.project.layers),
    hasConditions: verdict === 'conditions',
  }
  const capacity = figure === null ? Infinity : peopleOf(figure, area_m2)
  return {
    measure,
    decision: { cost: Math.round(cost.default_yuan), site: space, area: area_m2, capacity, rule: null },
  }
}
