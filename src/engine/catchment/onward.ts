import type { AnalysisSettings } from '../../model/analysis'
import { limitOfClass } from './measure-class'
import type { Reach } from './reach'
import type { Span } from './span'

/** What it costs to go on from somewhere to the nearest of each class, by what the facility is to people; Infinity: no way. */
export type Onward = Readonly<Record<(typeof KINDS)[number], Float64Array>>

/** Open to everybody; for its own people alone; too small to serve. */
const KINDS = ['open', 'reserved', 'small'] as const

export function goingNowhere(classCount: number): Onward {
  const none = (): Float64Array => new Float64Array(classCount).fill(Infinity)
  return { open: none(), reserved: none(), small: none() }
}

/** Whether there is a way on to any class. */
export function leadsOn(onward: Onward): boolean {
  return KINDS.some((kind) => onward[kind].some((cost) => cost < Infinity))
}

/** Betters ways on by those from another place that is reached at a cost. */
export function goOnBy(onward: Onward, cost: number, there: Onward): void {
  for (const kind of KINDS) {
    const [best, more] = [onward[kind], there[kind]]
    for (let c = 0; c < best.length; c++) best[c] = Math.min(best[c], cost + more[c])
  }
}

/** How far walks of a class are kept. */
export interface Kept {
  /** where none was found: it may be as long as this; −1: it cannot have become longer */
  readonly cost: number
  readonly small: number
  /** false: of reserved facilities nothing is kept but where they are the nearest */
  readonly hasReserved: boolean
}

/**
 * By class, how far a walk may be that none was found for. `mayBeNew`: false where walks can only be gone: who had none
 * loses none.
 */
export function listKept(
  { services, members }: Reach,
  settings: AnalysisSettings,
  { isWhole, lookouts }: Span,
  mayBeNew: boolean,
): Kept[] {
  return members.fit.map((fit, c) => ({
    cost: mayBeNew ? lookouts[c] : -1,
    small: mayBeNew && isWhole ? limitOfClass(settings, c) : -1,
    hasReserved: isWhole && fit.some((i) => services[i].access === 'residents'),
  }))
}

/**
 * Tells the points for which the way to a place and on from there is no longer than some walk that is kept for them: the
 * nearest one, the nearest reserved one, the nearest one that is too small. `here`: what it costs each point to get there.
 */
export function eachLed(
  reach: Reach,
  classIndex: number,
  here: Int32Array,
  onward: Onward,
  kept: Kept,
  tell: (point: number) => void,
): void {
  const cost = reach.cost[classIndex]
  const reservedCost = reach.residentsOnlyCost[classIndex]
  const smallCost = reach.smallCost[classIndex]
  const [reserved, small] = [onward.reserved[classIndex], onward.small[classIndex]]
  // where nobody keeps what refuses people, the nearest one may be such a one to its own people
  const nearest = kept.hasReserved ? onward.open[classIndex] : Math.min(onward.open[classIndex], reserved)
  const asksReserved = kept.hasReserved && reserved < Infinity
  if (nearest === Infinity && small === Infinity && !asksReserved) return
  for (let p = 0; p < here.length; p++) {
    const to = here[p]
    const longest = known(cost[p], kept.cost)
    if (
      to + nearest <= longest ||
      // to its own people a reserved one may be the nearest of all
      (asksReserved && to + reserved <= Math.max(longest, known(reservedCost[p], kept.cost))) ||
      to + small <= known(smallCost[p], kept.small)
    )
      tell(p)
  }
}

/** A walk that is kept, or how long one may be where none was found. */
function known(walk: number, none: number): number {
  return walk < 0 ? none : walk
}
