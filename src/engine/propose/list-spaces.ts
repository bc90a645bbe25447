import type { EditVote } from '../../model/consent'
import type { HostedUse, Hosting, HostingFinding } from '../../model/hosting'
import type { Edit } from '../../model/scenario'
import type { Impossibility, ProposalOptions } from '../../model/proposal'
import type { Rule } from '../../model/rule-pack'
import { areaUsed } from '../../model/space-parts'
import { voteOfEdit } from '../consent/vote-of-edit'
import { costOfEdit } from '../cost/cost-of-edit'
import { entrancesByOwner } from '../places/place-context'
import { placeFacility } from '../places/place-facilities'
import { isTooSmall } from '../places/class-members'
import { judgeHosting } from '../suitability/judge-hosting'
import { siteSpaces, type SpaceSite } from '../suitability/space-site'
import { bayRatio } from '../supply/balance-parking'
import { type CapacityFigure, capacityOf, peopleOf } from './capacity'
import type { PlannedClass } from './list-demand'
import type { PlanContext } from './plan-context'
import type { Hosted, Option, Place } from './places'
import type { Rejections } from './rejections'

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
  rejections: Rejections,
): SpacePlaces {
  const { on, settings, hosting } = context
  const { communities, entrances } = on.project.layers
  if (!options.usesSpaces) {
    rejections.add('space', { kind: 'spaces-stay' })
    return { places: [], spaces: [], area: [] }
  }
  const indexOf = new Map(communities.map(({ id }, k) => [id, k]))
  const doors = entrancesByOwner(entrances)
  const classOf = new Map(classes.map(({ rule }, k) => [rule.code, k]))
  const places: Place[] = []
  const spaces: string[] = []
  const area: number[] = []
  for (const site of siteSpaces(on.project, on.network.frame)) {
    const { space } = site
    const k = space.community === undefined ? -1 : (indexOf.get(space.community) ?? -1)
    if (k >= 0 && scope[k] === 0) {
      rejections.add(`space:${space.id}`, { kind: 'out-of-scope' })
      continue
    }
    const available_m2 = (site.area_m2 ?? 0) - areaUsed(on.project.layers.facilities, space.id)
    const limit = limitOfSpace(site, available_m2, options)
    if (limit !== null) {
      rejections.add(`space:${space.id}`, limit)
      continue
    }
    const hosted = new Map<number, Option[]>()
    for (const use of hosting.uses) {
      const key = `space:${space.id}:${use.code}`
      const judged = judgeHosting(site, use, hosting, settings.year)
      const blocked = limitOfUse(judged, use, available_m2, options)
      if (blocked !== null) {
        rejections.add(key, blocked)
        continue
      }
      for (const code of use.classes) {
        const c = classOf.get(code)
        const reject = (reason: Impossibility): void => rejections.add(`${key}:${code}`, reason)
        if (c === undefined) {
          reject({ kind: 'class-left-out', class: code })
          continue
        }
        const { rule } = classes[c]
        const { verdict } = judged
        const least_m2 = leastArea(site, use, rule)
        const fit = { site, use, class: c, rule, verdict, least_m2, available_m2, space: spaces.length }
        if (least_m2 > available_m2) reject({ kind: 'too-small', use: use.code, least_m2, available_m2 })
        const made = least_m2 > available_m2 ? [] : makeOptions(context, fit, options, reject)
        if (made.length > 0) hosted.set(c, [...(hosted.get(c) ?? []), ...made])
      }
    }
    if (hosted.size === 0) continue
    const enter: Place['enter'] = (there) =>
      placeFacility(there, space, doors.get(space.id) ?? []).flatMap((placement) => placement.access)
    places.push({
      access: enter(on),
      enter,
      hosted: [...hosted].map(([c, each]): Hosted => ({ class: c, options: each })),
    })
    spaces.push(space.id)
    area.push(available_m2)
  }
  return { places, spaces, area }
}

/** Why nothing at all is done with a space in scope; null: something may be. */
function limitOfSpace(
  { space, area_m2 }: SpaceSite,
  available_m2: number,
  { allowsPrivate, least_m2 }: ProposalOptions,
): Impossibility | null {
  if (space.ownership === 'private' && !allowsPrivate) return { kind: 'private' }
  if (area_m2 === null) return { kind: 'area-unknown' }
  if (available_m2 <= 0) return { kind: 'in-use' }
  return available_m2 < least_m2 ? { kind: 'below-least-area', least_m2, available_m2 } : null
}

/** Why a space does not become something; null: the rules of hosting and the options let it. */
function limitOfUse(
  { verdict, findings }: Hosting,
  { code: use, least_m2 }: HostedUse,
  available_m2: number,
  { allowsConditions }: ProposalOptions,
): Impossibility | null {
  const rulesOf = (levels: readonly HostingFinding['level'][]) => [
    ...new Set(findings.flatMap(({ rule, level }) => (levels.includes(level) ? [rule] : []))),
  ]
  const blocks = rulesOf(['block'])
  if (blocks.length === 1 && blocks[0] === 'AREA') return { kind: 'too-small', use, least_m2, available_m2 }
  if (verdict === 'blocked') return { kind: 'blocked', use, rules: blocks }
  return verdict === 'conditions' && !allowsConditions
    ? { kind: 'has-conditions', use, rules: rulesOf(['condition', 'unknown']) }
    : null
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

function makeOptions(
  context: PlanContext,
  fit: Fit,
  options: ProposalOptions,
  reject: (reason: Impossibility) => void,
): Option[] {
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
    if (made === null) reject({ kind: 'price-unknown' })
    else if (isTooSmall({ ...size, width_m: null }, rule))
      reject({ kind: 'too-small', use: use.code, least_m2, available_m2 })
    else if (!options.allowsThreeQuarters && made.measure.vote.type === 'all-affected')
      reject({ kind: 'needs-all-affected' })
    else if (!options.allowsThreeQuarters && mayNeedThreeQuarters(made.measure.vote))
      reject({ kind: 'needs-three-quarters' })
    else return [made]
    return []
  })
}

function mayNeedThreeQuarters({ type }: EditVote): boolean {
  return type === 'three-quarters' || type === 'unknown'
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
