import type { EdgeColumns } from './edge-columns'
import type { Leg } from './junction-legs'

/** One vertex where a walk may have to wait. */
export interface Junction {
  readonly vertex: number
  /** metres in the frame */
  readonly x: number
  readonly y: number
  /** in order of direction */
  readonly legs: readonly Leg[]
  readonly isSignalled: boolean
  /** walks wait for an elevator here: it is no part of a larger crossroads */
  readonly isElevator: boolean
}

/** A crossroads: one junction, or those of a crossroads of divided roads, which has one for each carriageway. */
export interface Crossroads {
  readonly junctions: readonly Junction[]
  /** edges between its junctions: no walk goes along them, turns lead over them */
  readonly inner: readonly number[]
  /** shortest way over inner edges, mm, entry `i * junctions + j` */
  readonly across_mm: Float64Array
}

/** Carriageways of one crossroads are no farther apart, along the street, mm. */
const INNER_MM = 40_000
/** More junctions than any crossroads has; what is larger is taken apart again. */
const MOST_JUNCTIONS = 32

/**
 * Joins signalled junctions that carriageways of at most 40 m connect to one crossroads each, in the order of
 * their first junction. A crossroads of two divided roads is mapped as four junctions in a square: to cross it
 * is to cross its arms, and not to walk about in its middle.
 */
export function groupJunctions(junctions: readonly Junction[], edges: EdgeColumns): Crossroads[] {
  const at = new Map(junctions.map(({ vertex }, i) => [vertex, i]))
  const leader = junctions.map((_, i) => i)
  const find = (i: number): number => {
    while (leader[i] !== i) i = leader[i]
    return i
  }
  const isInner = (e: number): boolean =>
    edges.from[e] !== edges.to[e] &&
    edges.length_mm[e] <= INNER_MM &&
    edges.isSteps[e] + edges.hasBarrier[e] + edges.isOneway[e] + edges.delay[e] === 0
  junctions.forEach(({ legs, isSignalled, isElevator }, i) => {
    for (const { end, rank } of legs) {
      if (!isSignalled || isElevator || end < 0 || rank === 0 || !isInner(end >> 1)) continue
      const other = at.get((end & 1) === 0 ? edges.to[end >> 1] : edges.from[end >> 1])
      if (other === undefined || !junctions[other].isSignalled || junctions[other].isElevator) continue
      const [a, b] = [find(i), find(other)]
      leader[Math.max(a, b)] = Math.min(a, b)
    }
  })
  const groups = new Map<number, Junction[]>()
  junctions.forEach((junction, i) => {
    const group = groups.get(find(i))
    if (group === undefined) groups.set(find(i), [junction])
    else group.push(junction)
  })
  return [...groups.values()].flatMap((group) =>
    group.length > MOST_JUNCTIONS
      ? group.map((junction) => makeCrossroads([junction], edges, isInner))
      : [makeCrossroads(group, edges, isInner)],
  )
}

function makeCrossroads(
  junctions: readonly Junction[],
  edges: EdgeColumns,
  isInner: (edge: number) => boolean,
): Crossroads {
  const n = junctions.length
  const across_mm = new Float64Array(n * n).fill(Infinity)
  for (let i = 0; i < n; i++) across_mm[i * n + i] = 0
  if (n === 1) return { junctions, inner: [], across_mm }
  const place = new Map(junctions.map(({ vertex }, i) => [vertex, i]))
  const inner: number[] = []
  for (const [i, { legs }] of junctions.entries()) {
    for (const { end } of legs) {
      // each edge once, from its beginning
      if (end < 0 || (end & 1) === 1 || !isInner(end >> 1)) continue
      const j = place.get(edges.to[end >> 1])
      if (j === undefined) continue
      inner.push(end >> 1)
      const mm = Math.min(across_mm[i * n + j], edges.length_mm[end >> 1])
      across_mm[i * n + j] = across_mm[j * n + i] = mm
    }
  }
  // Floyd and Warshall: at most a few dozen junctions
  for (let k = 0; k < n; k++)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        across_mm[i * n + j] = Math.min(across_mm[i * n + j], across_mm[i * n + k] + across_mm[k * n + j])
  return { junctions, inner, across_mm }
}
