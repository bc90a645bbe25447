import type { Basis } from '../../model/profile'
import { SUPPLY_STATES, type SupplyAnswer } from '../../model/supply'
import type { Reach, ReachInput } from '../catchment/reach'
import type { WalkList } from './list-walks'
import type { ClassSupply } from './measure-supply'
import { findSecond } from './second-nearest'

type Columns = Pick<
  SupplyAnswer,
  | 'least'
  | 'most'
  | 'enough_share'
  | 'unknown_share'
  | 'within'
  | 'within_people'
  | 'second'
  | 'second_m'
  | 'second_s'
  | 'two_share'
>

const [, UNKNOWN, , ENOUGH] = SUPPLY_STATES.map((_, i) => i)

/** The columns communities × classes, filled in class by class. */
export class SupplyTable {
  private readonly classCount: number
  private readonly basis: Basis
  private readonly on: ReachInput
  /** demand points of each community, in order */
  private readonly pointsOf: readonly (readonly number[])[]
  private readonly made: Columns

  constructor(on: ReachInput, classCount: number, basis: Basis) {
    this.on = on
    this.classCount = classCount
    this.basis = basis
    const pointsOf: number[][] = on.project.layers.communities.map(() => [])
    on.people.points.forEach(({ community }, i) => pointsOf[community].push(i))
    this.pointsOf = pointsOf
    const size = pointsOf.length * classCount
    const unknown = (): Float32Array => new Float32Array(size).fill(NaN)
    this.made = {
      least: unknown(),
      most: unknown(),
      enough_share: unknown(),
      unknown_share: unknown(),
      within: unknown(),
      within_people: unknown(),
      second: new Int32Array(size).fill(-1),
      second_m: unknown(),
      second_s: unknown(),
      two_share: unknown(),
    }
  }

  columns(): Columns {
    return this.made
  }

  /** The second nearest facilities. */
  readWalks(column: number, members: readonly number[], walks: WalkList, { isConnected }: Reach): void {
    const { made, on, pointsOf, classCount } = this
    const { points } = on.people
    const two = findSecond(walks, points.length)
    pointsOf.forEach((own, k) => {
      const at = k * classCount + column
      if (own.every((point) => isConnected[point] === 0)) return
      made.two_share[at] = own.reduce((sum, p) => sum + (two.second[p] >= 0 ? points[p].share : 0), 0)
      const speaker = medianOf(
        own,
        (p) => (two.second[p] < 0 ? Infinity : two.cost[p]),
        (p) => points[p].share,
      )
      if (speaker < 0 || two.second[speaker] < 0) return
      made.second[at] = members[two.second[speaker]]
      const [cost, other] = [two.cost[speaker] / 1000, two.other[speaker] / 1000]
      made.second_m[at] = this.basis === 'distance' ? cost : other
      made.second_s[at] = this.basis === 'distance' ? other : cost
    })
  }

  /** Supply for each, and shares of the group by what it says. */
  readSupply(column: number, supply: ClassSupply): void {
    const { made, on, pointsOf, classCount } = this
    const { people } = supply.demand
    pointsOf.forEach((own, k) => {
      const at = k * classCount + column
      // where nobody of the group is known to live all are asked alike
      const isCounted = own.some((p) => people[p] > 0)
      const weightOf = (p: number): number => (isCounted ? people[p] : on.people.points[p].share)
      const all = own.reduce((sum, p) => sum + weightOf(p), 0)
      if (all === 0) return
      const mean = (valueOf: (point: number) => number): number =>
        own.reduce((sum, p) => (weightOf(p) === 0 ? sum : sum + weightOf(p) * valueOf(p)), 0) / all
      made.least[at] = mean((p) => supply.floated.least[p])
      made.most[at] = mean((p) => supply.floated.most[p])
      made.enough_share[at] = mean((p) => (supply.state[p] === ENOUGH ? 1 : 0))
      made.unknown_share[at] = mean((p) => (supply.state[p] === UNKNOWN ? 1 : 0))
    })
    this.sumCircles(column, supply)
  }

  /** What the services have that any of a community's people come to; NaN where one of them does not tell. */
  private sumCircles(column: number, { supply, walks }: ClassSupply): void {
    const { made, on, pointsOf, classCount } = this
    const { start, point } = walks
    const lastSeen = new Int32Array(pointsOf.length).fill(-1)
    for (let k = 0; k < pointsOf.length; k++) made.within[k * classCount + column] = 0
    for (let s = 0; s < supply.length; s++) {
      for (let i = start[s]; i < start[s + 1]; i++) {
        const { community } = on.people.points[point[i]]
        if (lastSeen[community] === s) continue
        lastSeen[community] = s
        made.within[community * classCount + column] += supply[s]
      }
    }
  }

  /** People of the group in each community's circle. */
  readCircle(column: number, people: Float64Array): void {
    people.forEach((number, k) => {
      this.made.within_people[k * this.classCount + column] = number
    })
  }
}

/** Of some points in order of a value the one at which half of the people are passed; −1: none. */
function medianOf(
  points: readonly number[],
  valueOf: (point: number) => number,
  shareOf: (point: number) => number,
): number {
  const sorted = points.toSorted((a, b) => (valueOf(a) === valueOf(b) ? a - b : valueOf(a) - valueOf(b)))
  let passed = 0
  for (const point of sorted) {
    passed += shareOf(point)
    if (passed >= 0.5 - 1e-9) return point
  }
  return sorted.at(-1) ?? -1
}
