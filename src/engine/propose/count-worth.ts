import { StartsOnEdges } from '../catchment/starts-on-edges'
import { REVERSE, seedsOf } from '../catchment/walks'
import type { WayOver } from '../links/ways-over'
import { type LinksFor, markWanting, walksInside, type WalkTarget } from './walk-targets'

/** A way over a link, or over two of them, and what it costs from the one side to the other. */
export interface PricedWay extends WayOver {
  readonly cost: number
}

/** People, weighted, whom ways bring within reach, or nearer than they are, each once for each class. */
export class WorthCounter {
  private readonly asked: LinksFor
  private readonly targets: readonly WalkTarget[]
  /** 1: somebody there wants something; by number among those asked about */
  private readonly isWanting: Uint8Array
  private readonly seen: Int32Array
  private stamp = 0

  constructor(asked: LinksFor, targets: readonly WalkTarget[]) {
    this.asked = asked
    this.targets = targets
    this.isWanting = markWanting(asked)
    this.seen = new Int32Array(asked.wants.length)
  }

  /**
   * `isNoBetter`: of a walk to a target, for whoever lives at a place, by number among those asked about; a walk today is
   * looked at anyway. `tell`: of each target and class that somebody is brought to.
   */
  of(
    ways: readonly PricedWay[],
    isNoBetter?: (target: WalkTarget, c: number, n: number, walk: number) => boolean,
    tell?: (target: WalkTarget, c: number) => void,
  ): number {
    const { context, points, wants, lookout } = this.asked
    const { on, settings } = context
    const { count } = points
    let worth = 0
    this.stamp++
    for (const way of ways) {
      const { from, to, cost } = way
      const inside = way.isInsideOnly ? walksInside(this.asked, this.targets, to) : null
      const useful = this.targets.flatMap((target) => {
        const rest = inside === null ? target.onward.get(to) : inside.get(target)
        if (rest === undefined) return []
        const onward = rest + cost
        const own = target.onward.get(from)
        return onward > target.limit || (own !== undefined && own <= onward) ? [] : [{ target, onward }]
      })
      if (useful.length === 0) continue
      useful.sort((p, q) => p.onward - q.onward)
      const reach = Math.max(...useful.map(({ target, onward }) => target.limit - onward))
      const search = on.graphs.search(settings.profile, settings.basis, true)
      search.run(seedsOf(from, search.graph, 0, REVERSE), reach, way.of)
      const onEdges = new StartsOnEdges([{ point: from, source: 0 }], search.graph, REVERSE)
      const near = points.read(search, on.people, onEdges, reach)
      for (const [k, n] of near.places.entries()) {
        if (this.isWanting[n] === 0) continue
        for (const { target, onward } of useful) {
          const walk = near.cost[k] + onward
          if (walk > target.limit) break
          for (const c of target.classes) {
            const i = c * count + n
            if (walk > lookout[c] || this.seen[i] === this.stamp || !(wants[i] > 0)) continue
            // NaN, too far today, is no walk that is as short
            if (target.today[n] <= walk || isNoBetter?.(target, c, n, walk) === true) continue
            this.seen[i] = this.stamp
            worth += wants[i]
            tell?.(target, c)
          }
        }
      }
    }
    return worth
  }
}
