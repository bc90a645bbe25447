import type { AnalysisSettings } from '../../model/analysis'
import { normOf, type SupplyRule } from '../../model/rule-pack'
import { SUPPLY_STATES } from '../../model/supply'
import { isClassSurveyed } from '../../model/survey'
import { facilityColumns, readWalk } from '../catchment/access-columns'
import { BestWalk } from '../catchment/best-walk'
import { limitOfClass } from '../catchment/measure-class'
import { leaveCompounds } from '../catchment/search-starts'
import type { ZonedSeed } from '../catchment/walks'
import type { Reach, ReachInput } from '../catchment/reach'
import { checkpoint, type Run } from '../run'
import { type DemandAtPoints, demandAtPoints } from './demand-at-points'
import { weighWalk } from './decay'
import { floatCatchments, type Floated } from './float-catchments'
import { WalkLister, type WalkList } from './list-walks'
import { supplyOf } from './supply-of-service'

/** Within this share of the norm it is reached: sums of quotients are off by less. */
const ROUNDING = 1e-9

const [, UNKNOWN, TOO_LITTLE, ENOUGH] = SUPPLY_STATES.map((_, i) => i)

/** One class of the rule pack that has a supply figure, measured. */
export interface ClassSupply {
  readonly classIndex: number
  readonly rule: SupplyRule
  /** its facilities, as indexes into the services; the walks and what is floated are in this order */
  readonly members: readonly number[]
  readonly supply: Float64Array
  readonly demand: DemandAtPoints
  readonly floated: Floated
  readonly walks: WalkList
  /** index into SUPPLY_STATES, by point */
  readonly state: Uint8Array
}

/** What the walks of a class are read for, besides its supply. */
export type ReadWalks = (classIndex: number, members: readonly number[], walks: WalkList) => void

/**
 * Floats the catchments of every class that has a supply figure, over the walks of the network. `read`: told
 * the walks of every class that has facilities; without it those without a figure are not walked.
 */
export async function measureSupply(
  on: ReachInput,
  reach: Reach,
  settings: AnalysisSettings,
  run: Run,
  read: ReadWalks | null = null,
): Promise<ClassSupply[]> {
  const { rules } = settings.rules
  const lister = new WalkLister(on, settings)
  const serviceClip = measureServiceClip(on, settings)
  const found: ClassSupply[] = []
  for (const [c, { supply: rule = null }] of rules.entries()) {
    const members = reach.members.fit[c]
    if (rule === null && (read === null || members.length === 0)) continue
    const limit = limitOfClass(settings, c)
    const walks = lister.list(members, limit)
    read?.(c, members, walks)
    if (rule !== null) {
      const isOpenEnded = Uint8Array.from(members, (s) => (isWithin(serviceClip[s], limit) ? 1 : 0))
      const isSurveyed = isClassSurveyed(on.project, rules[c].code, reach.members.records[c])
      found.push(floatClass(on, reach, settings, { c, rule, members, walks, isOpenEnded, isSurveyed }))
    }
    await checkpoint(run, 'supply', c + 1, rules.length)
  }
  return found
}

interface Listed {
  readonly c: number
  readonly rule: SupplyRule
  readonly members: readonly number[]
  readonly walks: WalkList
  readonly isOpenEnded: Uint8Array
  /** false: there may be more than is on record */
  readonly isSurveyed: boolean
}

function floatClass(
  { people }: ReachInput,
  reach: Reach,
  settings: AnalysisSettings,
  { c, rule, members, walks, isOpenEnded, isSurveyed }: Listed,
): ClassSupply {
  const limit = limitOfClass(settings, c)
  const decay = settings.decay ?? 'none'
  const demand = demandAtPoints(people, rule.group)
  const supply = Float64Array.from(members, (s) => supplyOf(reach.services[s], rule.measure))
  const weights = Float64Array.from(walks.cost, (cost) => weighWalk(cost, limit, decay))
  const floated = floatCatchments(walks, { supply, demand: demand.people, weights, isOpenEnded })
  const norm = normOf(rule) * (1 - ROUNDING)
  const state = new Uint8Array(reach.pointCount)
  for (let point = 0; point < reach.pointCount; point++) {
    // what nobody surveyed, or what lies beyond the data, is bounded by nothing
    if (!isSurveyed || isWithin(reach.clipCost[point], limit)) floated.most[point] = Infinity
    if (reach.isConnected[point] === 0) state[point] = UNKNOWN
    else if (floated.least[point] >= norm) state[point] = ENOUGH
    else state[point] = floated.most[point] < norm ? TOO_LITTLE : UNKNOWN
  }
  return { classIndex: c, rule, members, supply, demand, floated, walks, state }
}

function isWithin(cost: number, limit: number): boolean {
  return cost >= 0 && cost <= limit
}

/**
 * What supply says, as verdicts ask for it: index into SUPPLY_STATES by class and point.
 */
export function stateColumns(supplies: readonly ClassSupply[], { pointCount, codes }: Reach): Uint8Array[] {
  const notAsked = new Uint8Array(pointCount)
  const columns: Uint8Array[] = codes.map(() => notAsked)
  for (const { classIndex, state } of supplies) columns[classIndex] = state
  return columns
}

/** How far each service is for whoever comes from where the data ends; −1: farther than any limit. */
function measureServiceClip({ graphs, facilities }: ReachInput, settings: AnalysisSettings): Int32Array {
  const search = graphs.search(settings.profile, settings.basis, false)
  const { nodeIsClip, nodeZone } = search.graph.network
  const clipCost = new Int32Array(facilities.access.length).fill(-1)
  const seeds: ZonedSeed[] = []
  for (let node = 0; node < nodeIsClip.length; node++)
    if (nodeIsClip[node] === 1) seeds.push({ node, cost: 0, other: 0, source: 0, zone: nodeZone[node] })
  if (seeds.length === 0) return clipCost
  const widest = Math.max(...settings.rules.rules.map((_, c) => limitOfClass(settings, c)))
  search.run(leaveCompounds(search, seeds, widest), widest, -1)
  const columns = facilityColumns(facilities, search.graph, { isReverse: false, countsConnector: true })
  const best = new BestWalk()
  for (let service = 0; service < clipCost.length; service++) {
    best.clear()
    readWalk(best, search, columns, service, null)
    if (best.source >= 0) clipCost[service] = best.cost
  }
  return clipCost
}
