import type { Costs } from './impedance'

/** No street is walked at less than this share of what flat ground costs: 5 % downhill takes 0.84 (see slope.ts). */
const LEAST_SHARE = 0.8
/** Crossroads are walked across from corner to corner, whose places are not told to the metre. */
const CROSSROADS_M = 50

/** No way between two places this far apart, in metres as the crow flies, costs less. */
export function leastCostOfWay(away_m: number, { costPerMetre }: Pick<Costs, 'costPerMetre'>): number {
  return Math.max(0, away_m - CROSSROADS_M) * LEAST_SHARE * costPerMetre
}
