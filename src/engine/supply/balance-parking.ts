import type { AnalysisSettings } from '../../model/analysis'
import { minutesOfWalk } from '../../model/class-limit'
import { PARKING_CLASSES, PARKING_FIGURES } from '../../model/demand'
import { normOf, type RulePack, type RuleStatus } from '../../model/rule-pack'
import type { ParkingAnswer, ParkingRow } from '../../model/supply'
import { isClassSurveyed } from '../../model/survey'
import type { ReachInput } from '../catchment/reach'
import { type DemandAtPoints, demandAtPoints } from './demand-at-points'
import { floatCatchments } from './float-catchments'
import { WalkLister } from './list-walks'

/**
 * Bays against cars. Demand: households × bays for each. Bays: those a community has inside, and its part of the
 * car parks around it, residents' ones within 150 m and shared ones within 300 m on foot, divided among the
 * households that may walk there. A car park of the community itself is in its own number where that is known.
 * Where households or bays are unknown the shortage is, unless the bays that are known are enough. Car parks of a
 * class that was not surveyed are none here, and it is told.
 */
export function balanceParking(on: ReachInput, settings: AnalysisSettings): ParkingAnswer {
  const { bays_per_household, status } = bayRatio(settings)
  const households = demandAtPoints(on.people, 'households')
  const { residents_walk_m, shared_walk_m } = PARKING_FIGURES
  const near = shareBays(on, settings, households, PARKING_CLASSES.residents, residents_walk_m.value)
  const shared = shareBays(on, settings, households, PARKING_CLASSES.shared, shared_walk_m.value)
  const rows = on.project.layers.communities.map((community, k): ParkingRow => {
    const number = households.ofCommunity[k]
    const demand = number === null ? null : Math.ceil(number * bays_per_household - 1e-9)
    const own = community.parking_bays ?? null
    const residents_bays = Math.floor(near.bays[k] + 1e-6)
    const shared_bays = Math.floor(shared.bays[k] + 1e-6)
    const uncounted = near.uncounted[k] + shared.uncounted[k]
    return {
      community: community.id,
      households: number,
      is_estimated: households.isEstimated[k] === 1,
      demand,
      own_bays: own,
      residents_bays,
      shared_bays,
      uncounted,
      shortage: shortageOf(demand, own, residents_bays + shared_bays, uncounted),
    }
  })
  const unsurveyed = (['residents', 'shared'] as const).filter((kind) => {
    const code = PARKING_CLASSES[kind]
    const records = on.project.layers.facilities.filter((facility) => facility.class === code).length
    return !isClassSurveyed(on.project, code, records)
  })
  return { bays_per_household, status, unsurveyed, rows }
}

function shortageOf(
  demand: number | null,
  own: number | null,
  around: number,
  uncounted: number,
): number | null {
  if (demand === null) return null
  const missing = Math.max(0, demand - (own ?? 0) - around)
  return missing > 0 && (own === null || uncounted > 0) ? null : missing
}

/** Bays for each household: as set, else the pack's parameter, else its figure for residents' parking, else the default. */
export function bayRatio({
  baysPerHousehold,
  rules,
}: AnalysisSettings): Pick<ParkingAnswer, 'bays_per_household' | 'status'> {
  if (baysPerHousehold !== undefined) return { bays_per_household: baysPerHousehold, status: 'J' }
  const parameter = rules.parameters?.find(({ code }) => code === 'BAYS_PER_HOUSEHOLD')
  if (typeof parameter?.value === 'number')
    return { bays_per_household: parameter.value, status: parameter.source.status }
  const said = ruleRatio(rules)
  if (said !== null) return said
  const { value, status } = PARKING_FIGURES.bays_per_household
  return { bays_per_household: value, status }
}

function ruleRatio({ rules }: RulePack): { bays_per_household: number; status: RuleStatus } | null {
  const rule = rules.find(({ code }) => code === PARKING_CLASSES.residents)
  const supply = rule?.supply ?? null
  if (rule === undefined || supply?.group !== 'households' || supply.measure !== 'capacity') return null
  return { bays_per_household: normOf(supply), status: rule.figures?.supply?.status ?? rule.status }
}

/** What each community gets of the bays around it, and how many of the car parks there tell no number. */
interface SharedBays {
  readonly bays: Float64Array
  readonly uncounted: Int32Array
}

function shareBays(
  on: ReachInput,
  settings: AnalysisSettings,
  households: DemandAtPoints,
  code: string,
  walk_m: number,
): SharedBays {
  const { services } = on.facilities
  const { communities } = on.project.layers
  const members = services.flatMap((service, i) => (service.class === code ? [i] : []))
  const limit = settings.basis === 'distance' ? walk_m * 1000 : Math.round(minutesOfWalk(walk_m) * 60) * 1000
  const list = new WalkLister(on, settings).list(members, limit)
  const counted = new Map(communities.map(({ id, parking_bays }) => [id, parking_bays !== undefined]))
  const isOwn = members.map((i) => counted.get(services[i].community ?? '') === true)
  const supply = Float64Array.from(members, (i, s) => (isOwn[s] ? 0 : (services[i].capacity ?? NaN)))
  const { ratio, hasUnknownComers } = floatCatchments(list, {
    supply,
    demand: households.people,
    weights: new Float64Array(list.point.length).fill(1),
    isOpenEnded: new Uint8Array(members.length),
  })
  const bays = new Float64Array(communities.length)
  const uncounted = new Int32Array(communities.length)
  members.forEach((_, s) => {
    if (isOwn[s]) return
    const isUnknown = Number.isNaN(supply[s]) || hasUnknownComers[s] === 1
    const coming = new Set<number>()
    for (let i = list.start[s]; i < list.start[s + 1]; i++) {
      const point = list.point[i]
      const { community } = on.people.points[point]
      if (isUnknown) coming.add(community)
      else if (ratio[s] > 0) bays[community] += ratio[s] * households.people[point]
    }
    for (const community of coming) uncounted[community]++
  })
  return { bays, uncounted }
}
