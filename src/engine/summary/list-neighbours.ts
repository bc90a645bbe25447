import type { NeighbourPairs } from '../catchment/neighbour-pairs'

/** Communities some of whose people live near some of one's own on foot: indexes, ascending. */
export function listNeighbours({ communities }: Pick<NeighbourPairs, 'communities'>, of: number): number[] {
  const found = new Set<number>()
  for (let i = 0; i < communities.length; i += 2) {
    if (communities[i] === of) found.add(communities[i + 1])
    else if (communities[i + 1] === of) found.add(communities[i])
  }
  return [...found].sort((a, b) => a - b)
}
