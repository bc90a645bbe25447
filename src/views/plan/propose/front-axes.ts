import type { FrontPoint } from '../../../model/proposal'

export const TEN_THOUSAND = 10_000

/** Where the axes of a curve end, and in how many people its ticks count. */
export interface FrontAxes {
  readonly mostYuan: number
  readonly mostPeople: number
  readonly perTick: 1 | typeof TEN_THOUSAND
}

/** null: no plan costs or serves anything yet, and an axis would have no scale. */
export function frontAxes(
  points: readonly Pick<FrontPoint, 'cost_yuan' | 'people_served'>[],
): FrontAxes | null {
  const most = Math.max(0, ...points.map(({ people_served }) => people_served))
  if (most === 0) return null
  const dearest = Math.max(TEN_THOUSAND, ...points.map(({ cost_yuan }) => cost_yuan))
  const mostPeople = Math.max(TICKS, niceMost(most))
  return { mostYuan: niceMost(dearest), mostPeople, perTick: mostPeople < TEN_THOUSAND ? 1 : TEN_THOUSAND }
}

/** Steps that each axis is divided into. */
export const TICKS = 4

/** The next number that an axis may end at: four steps of it are round numbers too. */
function niceMost(most: number): number {
  const step = 10 ** Math.floor(Math.log10(most))
  return (
    [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10].map((times) => times * step).find((end) => end >= most) ?? most
  )
}
