import { type ClassColumn, REASONS, type Reason, VERDICTS } from '../../model/assessment'
import type { Reach } from '../catchment/reach'
import { SUPPLY_STATES, type SupplyState } from '../../model/supply'
import type { Evidence } from './evidence'
import { type DemandColumns, demandColumns } from '../places/demand-columns'
import type { PlacedPeople } from '../places/place-people'
import type { SurveyDoubt } from '../places/survey-doubt'

/** So many are put in order faster one by one. */
const FEW = 12

/** Stands for the walk where nothing is within the lookout: larger than any, and still exact in a rank. */
const NOWHERE = 2 ** 31

export const SERVED = VERDICTS.indexOf('served')
export const UNSERVED = VERDICTS.indexOf('unserved')
export const UNKNOWN = VERDICTS.indexOf('unknown')

const code = Object.fromEntries(REASONS.map((reason, i) => [reason, i])) as Readonly<Record<Reason, number>>

const UNKNOWN_REASONS: ReadonlySet<Reason> = new Set([
  'not-surveyed',
  'not-connected',
  'edge-of-data',
  'supply-unknown',
])

/** The verdict that comes with each reason, as indexes into VERDICTS and REASONS. */
export const VERDICT_OF: Uint8Array = Uint8Array.from(REASONS, (reason) => {
  if (reason === 'within-limit') return SERVED
  return UNKNOWN_REASONS.has(reason) ? UNKNOWN : UNSERVED
})

const stateCode = Object.fromEntries(SUPPLY_STATES.map((state, i) => [state, i])) as Readonly<
  Record<SupplyState, number>
>

// read once: these are asked for each place and class
const WITHIN_LIMIT = code['within-limit']
const NOT_CONNECTED = code['not-connected']
const NOT_SURVEYED = code['not-surveyed']
const EDGE_OF_DATA = code['edge-of-data']
const RESIDENTS_ONLY = code['residents-only']
const CLOSED_GATE = code['closed-gate']
const TOO_SMALL = code['too-small']
const TOO_FAR = code['too-far']
const SUPPLY_UNKNOWN = code['supply-unknown']
const TOO_LITTLE = code['too-little-supply']
const NOT_ASKED = stateCode['not-asked']
const ENOUGH = stateCode.enough
const NOT_KNOWN = stateCode.unknown

/** Tells why a demand point is served by a class, is not, or is not known to be: an index into REASONS. */
export type ReasonOf = (point: number) => number

/** Reads the reasons of one class, by its index: for many points, so that its columns are looked up once. */
export function readReasons(evidence: Evidence, c: number, column: ClassColumn): ReasonOf {
  const access = readAccess(evidence, c, column)
  if (evidence.enough === null) return access
  const enough = evidence.enough[c]
  const isByBoth = evidence.judging === 'both'
  return (point) => {
    const reason = access(point)
    const state = enough[point]
    if (state === NOT_ASKED) return reason
    // by both, who has no facility is told why; by supply, whoever has one that is not enough, or none, has too little
    const isTold = isByBoth ? reason !== WITHIN_LIMIT : VERDICT_OF[reason] === UNKNOWN
    if (state === ENOUGH) return isByBoth ? reason : WITHIN_LIMIT
    if (isTold) return reason
    return state === NOT_KNOWN ? SUPPLY_UNKNOWN : TOO_LITTLE
  }
}

/** Why a demand point has a facility of a class within the limit, or not. */
function readAccess({ reach, openedCost }: Evidence, c: number, column: ClassColumn): ReasonOf {
  const { isConnected, clipCost } = reach
  const [costs, reserved, small] = [reach.cost[c], reach.residentsOnlyCost[c], reach.smallCost[c]]
  const opened = openedCost === null ? null : openedCost[c]
  const limit = column.limit * 1000
  const { surveyed } = column
  return (point) => {
    if (isConnected[point] === 0) return NOT_CONNECTED
    const cost = costs[point]
    if (cost >= 0 && cost <= limit) return WITHIN_LIMIT
    if (!surveyed) return NOT_SURVEYED
    const clip = clipCost[point]
    if (clip >= 0 && clip <= limit) return EDGE_OF_DATA
    const own = reserved[point]
    if (own >= 0 && own <= limit) return RESIDENTS_ONLY
    if (opened !== null && opened[point] >= 0) return CLOSED_GATE
    // looked for within the limit only
    return small[point] >= 0 ? TOO_SMALL : TOO_FAR
  }
}

/** The same, unless what is on record cannot tell: then not served becomes not surveyed. */
export function surveyedReason(
  reason: number,
  doubt: SurveyDoubt | null,
  point: PlacedPeople['points'][number],
  classIndex: number,
): number {
  if (doubt === null || VERDICT_OF[reason] !== UNSERVED) return reason
  return doubt.isOpen(point, classIndex) ? code['not-surveyed'] : reason
}

/**
 * Judges communities against classes, one at a time; the answer stands in its fields until the next. A
 * community speaks by its median resident: of the places whose verdict is known, ordered by walk (equal walks
 * by the order of reasons), the one at which half of the known people are passed. If more than half of its
 * people are unknown, it is unknown, for the reason that most of them share. So the order of records never
 * decides.
 */
export class CommunityJudge {
  /** indexes into VERDICTS and REASONS */
  verdict = UNKNOWN
  reason = code['not-connected']
  /** shares of the community's people, by verdict */
  readonly shares = new Float64Array(VERDICTS.length)

  private readonly evidence: Evidence
  private readonly reach: Reach
  private readonly people: PlacedPeople
  private readonly doubt: SurveyDoubt | null
  private readonly demand: DemandColumns
  // of the community at hand, by place in its list
  private readonly verdicts: Uint8Array
  private readonly reasons: Uint8Array
  private readonly known: Int32Array
  /** what they are ordered by as one whole number: walk, then reason */
  private readonly ranks: Float64Array
  /** the other measure of the walks to the class at hand, by point */
  private others: Int32Array = new Int32Array(0)
  /** share of its people who are unknown, by reason */
  private readonly unknownBy = new Float64Array(REASONS.length)

  constructor(people: PlacedPeople, evidence: Evidence, doubt: SurveyDoubt | null = null) {
    this.evidence = evidence
    this.reach = evidence.reach
    this.people = people
    this.doubt = doubt
    this.demand = demandColumns(people)
    const { most } = this.demand
    this.verdicts = new Uint8Array(most)
    this.reasons = new Uint8Array(most)
    this.known = new Int32Array(most)
    this.ranks = new Float64Array(most)
  }

  /**
   * Judges one community; gives the demand point that speaks for it, −1: it has none. `c`: index of the class.
   * `known`: the reason of each demand point of all, where they are known; see `reasonsOfClass`.
   */
  judge(community: number, c: number, column: ClassColumn, known: Uint8Array | null = null): number {
    const { verdicts, reasons, shares, ranks } = this
    const { start: starts, points, shareOf } = this.demand
    const reasonOf: ReasonOf = known === null ? this.reasonsOf(c, column) : (point) => known[point]
    const costs = this.reach.cost[c]
    this.others = this.reach.other[c]
    const start = starts[community]
    const count = starts[community + 1] - start
    for (let verdict = 0; verdict < shares.length; verdict++) shares[verdict] = 0
    let knownCount = 0
    let isOneReason = true
    // share of the known people who walk to a facility, and those who do not
    let walking = 0
    let firstOfRest = -1
    for (let i = 0; i < count; i++) {
      const point = points[start + i]
      const cost = costs[point]
      const reason = reasonOf(point)
      ranks[i] = (cost < 0 ? NOWHERE : cost) * REASONS.length + reason
      const verdict = VERDICT_OF[reason]
      reasons[i] = reason
      verdicts[i] = verdict
      shares[verdict] += shareOf[point]
      if (verdict === UNKNOWN) continue
      this.known[knownCount++] = i
      if (cost >= 0) walking += shareOf[point]
      else if (firstOfRest < 0) firstOfRest = i
      else if (reason !== reasons[firstOfRest]) isOneReason = false
    }
    const speaker =
      shares[UNKNOWN] > 0.5
        ? this.unknownSpeaker(count, start)
        : firstOfRest >= 0 && isOneReason && walking < this.half()
          ? this.amongRest(costs, firstOfRest, count, start, walking)
          : this.medianOf(knownCount, start)
    this.verdict = speaker < 0 ? UNKNOWN : verdicts[speaker]
    this.reason = speaker < 0 ? code['not-connected'] : this.reasons[speaker]
    return speaker < 0 ? -1 : points[start + speaker]
  }

  private reasonsOf(c: number, column: ClassColumn): ReasonOf {
    const { doubt, people } = this
    const read = readReasons(this.evidence, c, column)
    return doubt === null ? read : (point) => surveyedReason(read(point), doubt, people.points[point], c)
  }

  /** By walk; of equal walks by reason, then by the other measure, then as they stand. */
  private comesBefore(i: number, than: number, start: number): boolean {
    const { ranks, others, demand } = this
    if (ranks[i] !== ranks[than]) return ranks[i] < ranks[than]
    const [at, thanAt] = [demand.points[start + i], demand.points[start + than]]
    const [other, thanOther] = [others[at], others[thanAt]]
    return other === thanOther ? i < than : other < thanOther
  }

  /** Of the unknown places those of the reason most people share, equal ones by the order of reasons: the first by walk. */
  private unknownSpeaker(count: number, start: number): number {
    const { unknownBy, demand } = this
    unknownBy.fill(0)
    for (let i = 0; i < count; i++)
      if (this.verdicts[i] === UNKNOWN) unknownBy[this.reasons[i]] += demand.shareOf[demand.points[start + i]]
    let reason = 0
    for (let r = 1; r < unknownBy.length; r++)
      // shares of equal places may differ by rounding
      if (unknownBy[r] > unknownBy[reason] + 1e-9) reason = r
    let speaker = -1
    for (let i = 0; i < count; i++)
      if (this.verdicts[i] === UNKNOWN && this.reasons[i] === reason)
        if (speaker < 0 || this.comesBefore(i, speaker, start)) speaker = i
    return speaker
  }

  /** Half of the known people. */
  private half(): number {
    // shares of equal places may differ by rounding
    return (1 - this.shares[UNKNOWN]) / 2 - 1e-9
  }

  /** What `medianOf` gives where fewer than half walk to a facility, and the rest is alike: they are in order as they stand. */
  private amongRest(costs: Int32Array, first: number, count: number, start: number, walking: number): number {
    const { demand, verdicts } = this
    const half = this.half()
    let passed = walking
    let last = first
    for (let i = first; i < count; i++) {
      const point = demand.points[start + i]
      if (verdicts[i] === UNKNOWN || costs[point] >= 0) continue
      passed += demand.shareOf[point]
      last = i
      if (passed >= half) break
    }
    return last
  }

  /** Of the known places, in order, the one at which half of their people are passed; −1: there is none. */
  private medianOf(count: number, start: number): number {
    const { known, demand } = this
    const half = this.half()
    let [from, to, passed] = [0, count, 0]
    // found by halves around a pivot: a community may have hundreds of houses
    while (to - from > FEW) {
      const pivot = known[(from + to) >> 1]
      let [below, lighter] = [from, 0]
      known[(from + to) >> 1] = known[to - 1]
      for (let k = from; k < to - 1; k++) {
        const i = known[k]
        if (!this.comesBefore(i, pivot, start)) continue
        lighter += demand.shareOf[demand.points[start + i]]
        known[k] = known[below]
        known[below++] = i
      }
      known[to - 1] = known[below]
      known[below] = pivot
      if (passed + lighter >= half) {
        to = below
        continue
      }
      passed += lighter + demand.shareOf[demand.points[start + pivot]]
      if (passed >= half) return pivot
      from = below + 1
    }
    this.sortFew(from, to, start)
    for (let k = from; k < to; k++) {
      passed += demand.shareOf[demand.points[start + known[k]]]
      if (passed >= half) return known[k]
    }
    return to === 0 ? -1 : known[to - 1]
  }

  /** Puts some of the known places in order, each in its place. */
  private sortFew(from: number, to: number, start: number): void {
    const { known } = this
    for (let k = from + 1; k < to; k++) {
      const i = known[k]
      let at = k
      for (; at > from && this.comesBefore(i, known[at - 1], start); at--) known[at] = known[at - 1]
      known[at] = i
    }
  }
}
