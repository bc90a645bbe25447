import { type BoundedSearch, UNREACHED } from './bounded-search'

/** What a finished search from one place costs to the nearest place where the data ends; UNREACHED: none. */
export function nearestClip(search: BoundedSearch): number {
  const { nodeIsClip } = search.graph.network
  let nearest = UNREACHED
  for (let i = 0; i < search.touchedCount; i++) {
    const node = search.touched[i]
    if (nodeIsClip[node] === 1 && search.cost[node] < nearest) nearest = search.cost[node]
  }
  return nearest
}
