import { UNREACHED } from './bounded-search'

/** The best walk seen so far: shorter first; of equal ones the lower source, then the smaller other measure. */
export class BestWalk {
  cost = UNREACHED
  other = 0
  source = -1

  clear(): void {
    this.cost = UNREACHED
    this.other = 0
    this.source = -1
  }

  offer(cost: number, other: number, source: number): void {
    if (cost > this.cost) return
    if (cost === this.cost && (source > this.source || (source === this.source && other >= this.other)))
      return
    this.cost = cost
    this.other = other
    this.source = source
  }
}
