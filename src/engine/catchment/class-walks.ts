import { FORWARD } from './walks'
import type { AnalysisSettings } from '../../model/analysis'
import { facilityColumns, readWalk } from './access-columns'
import { BestWalk } from './best-walk'
import type { StartsOnEdges } from './starts-on-edges'
import { type BoundedSearch, UNREACHED } from './bounded-search'
import { limitOfClass } from './measure-class'
import { nearestClip } from './nearest-clip'
import type { ColumnName, Reach, ReachInput } from './reach'
import type { ReachDraft } from './reach-draft'
import type { Span } from './span'

/** The best walks from one place to every class, as `Reach` keeps them; filled by searches with the walk. */
export class ClassWalks {
  private readonly on: ReachInput
  private readonly reach: Reach
  private readonly lookouts: readonly number[]
  private readonly limits: readonly number[]
  private readonly asksClip: boolean
  private readonly found: readonly BestWalk[]
  private readonly reserved: readonly BestWalk[]
  private readonly small: readonly BestWalk[]
  private clip = UNREACHED
  private readonly walk = new BestWalk()

  /** `reach`: which service is of which class. */
  constructor(on: ReachInput, reach: Reach, settings: AnalysisSettings, { lookouts, isWhole }: Span) {
    this.on = on
    this.reach = reach
    this.lookouts = lookouts
    this.asksClip = isWhole
    this.limits = reach.codes.map((_, c) => limitOfClass(settings, c))
    this.found = reach.codes.map(() => new BestWalk())
    this.reserved = reach.codes.map(() => new BestWalk())
    this.small = reach.codes.map(() => new BestWalk())
  }

  clear(): void {
    this.clip = UNREACHED
    for (const list of [this.found, this.reserved, this.small]) for (const best of list) best.clear()
  }

  /** Betters the walks with those of a finished search, for people of a community. */
  read(search: BoundedSearch, onEdges: StartsOnEdges | null, community: string): void {
    const { walk, found, reserved, small, lookouts, limits } = this
    const { services } = this.on.facilities
    const { fits, isSmallFor } = this.reach.members
    const ways = facilityColumns(this.on.facilities, search.graph, FORWARD)
    this.clip = Math.min(this.clip, nearestClip(search))
    for (let f = 0; f < services.length; f++) {
      if (fits[f].length + isSmallFor[f].length === 0) continue
      walk.clear()
      readWalk(walk, search, ways, f, onEdges)
      if (walk.source < 0) continue
      const isReserved = services[f].access === 'residents'
      const isServed = !isReserved || services[f].community === community
      const [ofClasses, smallFor] = [fits[f], isSmallFor[f]]
      for (let k = 0; k < ofClasses.length; k++) {
        const c = ofClasses[k]
        if (walk.cost > lookouts[c]) continue
        if (isReserved) reserved[c].offer(walk.cost, walk.other, f)
        if (isServed) found[c].offer(walk.cost, walk.other, f)
      }
      if (!isServed) continue
      for (let k = 0; k < smallFor.length; k++) {
        const c = smallFor[k]
        if (walk.cost <= limits[c]) small[c].offer(walk.cost, walk.other, f)
      }
    }
  }

  /** Betters the walks with those from another place that is reached at a cost. */
  goOnFrom(there: ClassWalks, cost: number, other: number): void {
    const { lookouts, limits } = this
    if (there.clip !== UNREACHED) this.clip = Math.min(this.clip, cost + there.clip)
    const better = (best: BestWalk, onward: BestWalk, limit: number): void => {
      if (onward.source < 0 || cost + onward.cost > limit) return
      best.offer(cost + onward.cost, other + onward.other, onward.source)
    }
    for (let c = 0; c < lookouts.length; c++) {
      better(this.found[c], there.found[c], lookouts[c])
      better(this.reserved[c], there.reserved[c], lookouts[c])
      better(this.small[c], there.small[c], limits[c])
    }
  }

  /**
   * Marks those of some points for which going on from here may better, or equal, some walk kept for them. `here`: what
   * it costs each point to get here, UNREACHED: it does not. Class by class, as the columns lie in memory.
   */
  markBettered(reach: Reach, points: readonly number[], here: Int32Array, marks: Uint8Array): void {
    const mark = (best: BestWalk, column: Int32Array, limit: number): void => {
      const { source, cost } = best
      if (source < 0) return
      const farthest = limit - cost
      for (const p of points) {
        const to = here[p]
        if (to > farthest) continue
        const known = column[p]
        if (known < 0 || to + cost <= known) marks[p] = 1
      }
    }
    for (let c = 0; c < this.found.length; c++) {
      mark(this.found[c], reach.cost[c], this.lookouts[c])
      mark(this.reserved[c], reach.residentsOnlyCost[c], this.lookouts[c])
      mark(this.small[c], reach.smallCost[c], this.limits[c])
    }
    if (!this.asksClip || this.clip === UNREACHED) return
    const farthest = Math.max(...this.lookouts) - this.clip
    for (const p of points)
      if (here[p] <= farthest && (reach.clipCost[p] < 0 || here[p] + this.clip < reach.clipCost[p]))
        marks[p] = 1
  }

  /** Takes the walks kept for a demand point; of those that refuse its people only the cost is. */
  load({ cost, other, facility, residentsOnlyCost, smallCost, clipCost }: Reach, point: number): void {
    this.clear()
    if (clipCost[point] >= 0) this.clip = clipCost[point]
    for (let c = 0; c < this.found.length; c++) {
      const nearest = cost[c][point]
      // where only costs are asked for nobody knows to which one
      if (nearest >= 0) this.found[c].offer(nearest, other[c][point], Math.max(0, facility[c][point]))
      const reserved = residentsOnlyCost[c][point]
      if (reserved >= 0) this.reserved[c].offer(reserved, 0, 0)
      const small = smallCost[c][point]
      if (small >= 0) this.small[c].offer(small, 0, 0)
    }
  }

  /**
   * Writes the walks into the row of a demand point; false: they stood there. `lookout`: where the data ends is
   * looked for as far.
   */
  write(draft: ReachDraft, point: number, lookout: number): boolean {
    const { reach } = draft
    let isChanged = false
    const put = (name: ColumnName, c: number, value: number): void => {
      if (reach[name][c][point] === value) return
      draft.own(name, c)[point] = value
      isChanged = true
    }
    const clip = this.clip > lookout ? -1 : this.clip
    if (reach.clipCost[point] !== clip) {
      reach.clipCost[point] = clip
      isChanged = true
    }
    for (let c = 0; c < this.found.length; c++) {
      const best = this.found[c]
      const isFound = best.source >= 0
      put('cost', c, isFound ? best.cost : -1)
      put('other', c, isFound ? best.other : -1)
      put('facility', c, best.source)
      put('residentsOnlyCost', c, this.reserved[c].source < 0 ? -1 : this.reserved[c].cost)
      put('smallCost', c, this.small[c].source < 0 ? -1 : this.small[c].cost)
    }
    return isChanged
  }
}
