import { type BoundedSearch, UNREACHED } from './bounded-search'

/** What a finished search from one place costs to the nearest place where the data ends; UNREACHED: none. */
export function nearestClip(search: BoundedSearch): number {
  const { nodeIsClip } = search.graph.network
  const { cost, touched, touchedCount } = search
  let nearest = UNREACHED
  for (let i = 0; i < touchedCount; i++) {
    const node = touched[i]
    if (nodeIsClip[node] === 1 && cost[node] < nearest) nearest = cost[node]
  }
  return nearest
}
