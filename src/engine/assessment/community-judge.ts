import { type ClassColumn, REASONS, type Reason, VERDICTS } from '../../model/assessment'
import type { Reach } from '../catchment/reach'
import { SUPPLY_STATES, type SupplyState } from '../../model/supply'
import type { Evidence } from './evidence'
import type { PlacedPeople } from '../places/place-people'
import type { SurveyDoubt } from '../places/survey-doubt'

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
const NOT_ASKED = stateCode['not-asked']

/** Why a demand point is served by a class, is not, or is not known to be; index into REASONS. `offset`: of the class in reach. */
export function reasonAt(evidence: Evidence, point: number, offset: number, column: ClassColumn): number {
  const access = accessReason(evidence, point, offset, column)
  const { enough } = evidence
  if (enough === null) return access
  const state = enough[offset + point]
  if (state === NOT_ASKED) return access
  // by both, who has no facility is told why; by supply, whoever has one that is not enough, or none, has too little
  const isTold = evidence.judging === 'both' ? access !== WITHIN_LIMIT : VERDICT_OF[access] === UNKNOWN
  if (state === stateCode.enough) return evidence.judging === 'both' ? access : WITHIN_LIMIT
  if (isTold) return access
  return state === stateCode.unknown ? code['supply-unknown'] : code['too-little-supply']
}

/** Why a demand point has a facility of a class within the limit, or not. */
function accessReason(
  { reach, openedCost }: Evidence,
  point: number,
  offset: number,
  column: ClassColumn,
): number {
  if (reach.isConnected[point] === 0) return NOT_CONNECTED
  const at = offset + point
  const limit = column.limit * 1000
  const cost = reach.cost[at]
  if (cost >= 0 && cost <= limit) return WITHIN_LIMIT
  if (!column.surveyed) return NOT_SURVEYED
  const clip = reach.clipCost[point]
  if (clip >= 0 && clip <= limit) return EDGE_OF_DATA
  const own = reach.residentsOnlyCost[at]
  if (own >= 0 && own <= limit) return RESIDENTS_ONLY
  if (openedCost !== null && openedCost[at] >= 0) return CLOSED_GATE
  // looked for within the limit only
  return reach.smallCost[at] >= 0 ? TOO_SMALL : TOO_FAR
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
  /** demand points of each community, side by side */
  private readonly first: Int32Array
  private readonly points: Int32Array
  private readonly share: Float64Array
  // of the community at hand, by place in its list
  private readonly verdicts: Uint8Array
  private readonly reasons: Uint8Array
  private readonly known: Int32Array
  /** cost, larger than any where nothing is within the lookout */
  private readonly walks: Float64Array
  /** share of its people who are unknown, by reason */
  private readonly unknownBy = new Float64Array(REASONS.length)

  constructor(
    people: PlacedPeople,
    communityCount: number,
    evidence: Evidence,
    doubt: SurveyDoubt | null = null,
  ) {
    this.evidence = evidence
    this.reach = evidence.reach
    this.people = people
    this.doubt = doubt
    const { first, points, share, most } = groupPoints(people, communityCount)
    this.first = first
    this.points = points
    this.share = share
    this.verdicts = new Uint8Array(most)
    this.reasons = new Uint8Array(most)
    this.known = new Int32Array(most)
    this.walks = new Float64Array(most)
  }

  /** Judges one community; gives the demand point that speaks for it, −1: it has none. `offset`: of the class in reach. */
  judge(community: number, offset: number, column: ClassColumn): number {
    const { evidence, reach, doubt, first, points, share, verdicts, reasons, shares, walks } = this
    const start = first[community]
    const count = first[community + 1] - start
    const classIndex = offset / reach.pointCount
    shares.fill(0)
    this.unknownBy.fill(0)
    let knownCount = 0
    for (let i = 0; i < count; i++) {
      const point = points[start + i]
      const cost = reach.cost[offset + point]
      walks[i] = cost < 0 ? Infinity : cost
      let reason = reasonAt(evidence, point, offset, column)
      if (doubt !== null) reason = surveyedReason(reason, doubt, this.people.points[point], classIndex)
      const verdict = VERDICT_OF[reason]
      reasons[i] = reason
      verdicts[i] = verdict
      shares[verdict] += share[start + i]
      if (verdict !== UNKNOWN) this.insert(i, knownCount++, start, offset)
      else this.unknownBy[reason] += share[start + i]
    }
    const speaker =
      shares[UNKNOWN] > 0.5 ? this.unknownSpeaker(count, start, offset) : this.medianOf(knownCount, start)
    this.verdict = speaker < 0 ? UNKNOWN : verdicts[speaker]
    this.reason = speaker < 0 ? code['not-connected'] : this.reasons[speaker]
    return speaker < 0 ? -1 : points[start + speaker]
  }

  /** Puts a place among the known ones, which are in order. */
  private insert(i: number, count: number, start: number, offset: number): void {
    const { known, walks } = this
    const walk = walks[i]
    // a community of hundreds of houses is looked through by halves
    let [low, high] = [0, count]
    while (low < high) {
      const middle = (low + high) >> 1
      const than = known[middle]
      if (walk < walks[than] || (walk === walks[than] && this.breaksTie(i, than, start, offset)))
        high = middle
      else low = middle + 1
    }
    for (let k = count; k > low; k--) known[k] = known[k - 1]
    known[low] = i
  }

  /** By walk; of equal walks by reason, then by the other measure. */
  private comesBefore(i: number, than: number, start: number, offset: number): boolean {
    const { walks } = this
    if (walks[i] !== walks[than]) return walks[i] < walks[than]
    return this.breaksTie(i, than, start, offset)
  }

  private breaksTie(i: number, than: number, start: number, offset: number): boolean {
    const { reach, points, reasons } = this
    if (reasons[i] !== reasons[than]) return reasons[i] < reasons[than]
    return reach.other[offset + points[start + i]] < reach.other[offset + points[start + than]]
  }

  /** Of the unknown places those of the reason most people share, equal ones by the order of reasons: the first by walk. */
  private unknownSpeaker(count: number, start: number, offset: number): number {
    let reason = 0
    for (let r = 1; r < this.unknownBy.length; r++)
      // shares of equal places may differ by rounding
      if (this.unknownBy[r] > this.unknownBy[reason] + 1e-9) reason = r
    let speaker = -1
    for (let i = 0; i < count; i++)
      if (this.verdicts[i] === UNKNOWN && this.reasons[i] === reason)
        if (speaker < 0 || this.comesBefore(i, speaker, start, offset)) speaker = i
    return speaker
  }

  private medianOf(count: number, start: number): number {
    const half = (1 - this.shares[UNKNOWN]) / 2
    let passed = 0
    for (let i = 0; i < count; i++) {
      passed += this.share[start + this.known[i]]
      if (passed >= half - 1e-9) return this.known[i]
    }
    return count === 0 ? -1 : this.known[count - 1]
  }
}

/** Demand points community by community, their shares beside them. */
interface GroupedPoints {
  /** `points[first[k]]` … `points[first[k + 1]]` are those of community k */
  readonly first: Int32Array
  readonly points: Int32Array
  readonly share: Float64Array
  /** the most that one community has */
  readonly most: number
}

// people never change: grouped once for all answers about the same ones
const grouped = new WeakMap<PlacedPeople, GroupedPoints>()

function groupPoints(people: PlacedPeople, communityCount: number): GroupedPoints {
  const known = grouped.get(people)
  if (known !== undefined) return known
  const first = new Int32Array(communityCount + 1)
  for (const { community } of people.points) first[community + 1]++
  let most = 0
  for (let k = 0; k < communityCount; k++) {
    most = Math.max(most, first[k + 1])
    first[k + 1] += first[k]
  }
  const next = first.slice()
  const points = new Int32Array(people.points.length)
  const share = new Float64Array(people.points.length)
  people.points.forEach((point, i) => {
    share[next[point.community]] = point.share
    points[next[point.community]++] = i
  })
  const made = { first, points, share, most }
  grouped.set(people, made)
  return made
}
