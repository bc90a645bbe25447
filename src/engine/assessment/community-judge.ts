import { type ClassColumn, REASONS, type Reason, VERDICTS } from '../../model/assessment'
import type { Reach } from '../catchment/reach'
import type { PlacedPeople } from '../places/place-people'

export const SERVED = VERDICTS.indexOf('served')
export const UNSERVED = VERDICTS.indexOf('unserved')
export const UNKNOWN = VERDICTS.indexOf('unknown')

const code = Object.fromEntries(REASONS.map((reason, i) => [reason, i])) as Readonly<Record<Reason, number>>

/** The verdict that comes with each reason, as indexes into VERDICTS and REASONS. */
export const VERDICT_OF: Uint8Array = Uint8Array.from(REASONS, (reason) => {
  if (reason === 'within-limit') return SERVED
  return reason === 'too-far' || reason === 'residents-only' ? UNSERVED : UNKNOWN
})

/** Why a demand point is served by a class, is not, or is not known to be; index into REASONS. `offset`: of the class in reach. */
export function reasonAt(reach: Reach, point: number, offset: number, column: ClassColumn): number {
  const limit = column.limit * 1000
  const cost = reach.cost[offset + point]
  const clip = reach.clipCost[point]
  const own = reach.residentsOnlyCost[offset + point]
  if (reach.isConnected[point] === 0) return code['not-connected']
  if (cost >= 0 && cost <= limit) return code['within-limit']
  if (!column.surveyed) return code['not-surveyed']
  if (clip >= 0 && clip <= limit) return code['edge-of-data']
  return own >= 0 && own <= limit ? code['residents-only'] : code['too-far']
}

/**
 * Judges communities against classes, one at a time; the answer stands in its fields until the next. A
 * community speaks by its median resident: of the places whose verdict is known, ordered by walk (equal walks
 * by place), the one at which half of the known people are passed; if more than half of its people are
 * unknown, it is unknown.
 */
export class CommunityJudge {
  /** indexes into VERDICTS and REASONS */
  verdict = UNKNOWN
  reason = code['not-connected']
  /** shares of the community's people, by verdict */
  readonly shares = new Float64Array(VERDICTS.length)

  private readonly reach: Reach
  /** demand points of each community, side by side */
  private readonly first: Int32Array
  private readonly points: Int32Array
  private readonly share: Float64Array
  // of the community at hand, by place in its list
  private readonly verdicts: Uint8Array
  private readonly reasons: Uint8Array
  private readonly known: Int32Array

  constructor(people: PlacedPeople, communityCount: number, reach: Reach) {
    this.reach = reach
    this.first = new Int32Array(communityCount + 1)
    for (const { community } of people.points) this.first[community + 1]++
    let most = 0
    for (let k = 0; k < communityCount; k++) {
      most = Math.max(most, this.first[k + 1])
      this.first[k + 1] += this.first[k]
    }
    const next = this.first.slice()
    this.points = new Int32Array(people.points.length)
    this.share = new Float64Array(people.points.length)
    people.points.forEach(({ community, share }, i) => {
      this.share[next[community]] = share
      this.points[next[community]++] = i
    })
    this.verdicts = new Uint8Array(most)
    this.reasons = new Uint8Array(most)
    this.known = new Int32Array(most)
  }

  /** Judges one community; gives the demand point that speaks for it, −1: it has none. `offset`: of the class in reach. */
  judge(community: number, offset: number, column: ClassColumn): number {
    const { reach, first, points, share, verdicts, reasons, shares } = this
    const start = first[community]
    const count = first[community + 1] - start
    shares.fill(0)
    let knownCount = 0
    let firstUnknown = -1
    for (let i = 0; i < count; i++) {
      reasons[i] = reasonAt(reach, points[start + i], offset, column)
      verdicts[i] = VERDICT_OF[reasons[i]]
      shares[verdicts[i]] += share[start + i]
      if (verdicts[i] !== UNKNOWN) this.insert(i, knownCount++, start, offset)
      else if (firstUnknown < 0) firstUnknown = i
    }
    const speaker =
      firstUnknown >= 0 && shares[UNKNOWN] > 0.5 ? firstUnknown : this.medianOf(knownCount, start)
    this.verdict = speaker < 0 ? UNKNOWN : verdicts[speaker]
    this.reason = speaker < 0 ? code['not-connected'] : this.reasons[speaker]
    return speaker < 0 ? -1 : points[start + speaker]
  }

  /** Puts a place among the known ones, which are in order of their walk. */
  private insert(i: number, count: number, start: number, offset: number): void {
    const { known, points, reach } = this
    const walk = walkOf(reach, offset + points[start + i])
    let at = count
    while (at > 0 && walkOf(reach, offset + points[start + known[at - 1]]) > walk) {
      known[at] = known[at - 1]
      at--
    }
    known[at] = i
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

function walkOf(reach: Reach, at: number): number {
  return reach.cost[at] < 0 ? Infinity : reach.cost[at]
}
