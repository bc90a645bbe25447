import type { WalkList } from './list-walks'

/** What is shared: by service its supply, by point the people who come; NaN: not known. */
export interface Shared {
  readonly supply: Float64Array
  readonly demand: Float64Array
  /** weight of each walk of the list, 0–1 */
  readonly weights: Float64Array
  /** 1: people from beyond the data may come to this service */
  readonly isOpenEnded: Uint8Array
}

/** What the two steps give. Bounds hold whatever the unknown numbers are; where they meet, the value is known. */
export interface Floated {
  /** supply for each of the people who come, by service; NaN: not known, or nobody comes */
  readonly ratio: Float64Array
  /** people who come to each service, weighted, of those whose number is known */
  readonly comers: Float64Array
  /** 1: how many come is known in part only */
  readonly hasUnknownComers: Uint8Array
  /** supply for each person at a point, at least and at most; most is Infinity where nothing bounds it */
  readonly least: Float64Array
  readonly most: Float64Array
}

/**
 * Two-step floating catchment areas (Luo & Wang 2003; with weights Luo & Qi 2009). Step 1, by service j, over the
 * people k who come within the limit: R_j = S_j / Σ_k P_k W_kj. Step 2, by point i, over the services within the
 * limit: A_i = Σ_j R_j W_ij. So Σ_i P_i A_i = Σ_j S_j over the services that anybody comes to.
 *
 * A supply that is not known counts as none for the least, as endless for the most; people who are not known
 * as endless for the least, as none for the most. A service that has supply and that nobody comes to is
 * enough for whoever might.
 */
export function floatCatchments({ start, point }: WalkList, shared: Shared): Floated {
  const { supply, demand, weights, isOpenEnded } = shared
  const count = supply.length
  const ratio = new Float64Array(count).fill(NaN)
  const comers = new Float64Array(count)
  const hasUnknownComers = isOpenEnded.slice()
  const least = new Float64Array(demand.length)
  const most = new Float64Array(demand.length)
  for (let s = 0; s < count; s++) {
    for (let i = start[s]; i < start[s + 1]; i++) {
      const people = demand[point[i]]
      if (Number.isNaN(people)) hasUnknownComers[s] = 1
      else comers[s] += people * weights[i]
    }
    const isKnown = !Number.isNaN(supply[s])
    const [low, high] = [isKnown ? supply[s] : 0, isKnown ? supply[s] : Infinity]
    const ratioLeast = hasUnknownComers[s] === 1 ? 0 : share(low, comers[s])
    const ratioMost = share(high, comers[s])
    if (isKnown && hasUnknownComers[s] === 0 && comers[s] > 0) ratio[s] = ratioLeast
    for (let i = start[s]; i < start[s + 1]; i++) {
      // nothing of it is left at the very limit: no weight times endless is nothing
      if (weights[i] === 0) continue
      least[point[i]] += ratioLeast * weights[i]
      most[point[i]] += ratioMost * weights[i]
    }
  }
  return { ratio, comers, hasUnknownComers, least, most }
}

function share(supply: number, people: number): number {
  return supply === 0 ? 0 : people === 0 ? Infinity : supply / people
}
