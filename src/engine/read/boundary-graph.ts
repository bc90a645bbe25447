import type { OsmElements } from './osm-elements'

/** A piece of a boundary: nodes in a row, and whether its role says it bounds a hole. */
export interface BoundaryPart {
  readonly nodes: readonly number[]
  readonly isInner: boolean
  /** the way it comes from: the same way given twice is one */
  readonly way: number
}

/** The boundary as a planar graph: every spot once, every segment once. */
export interface BoundaryGraph {
  /** node position of each vertex */
  readonly node: readonly number[]
  /** coordinates relative to the first vertex */
  readonly x: readonly number[]
  readonly y: readonly number[]
  /** ends of each segment */
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly isInner: readonly boolean[]
  readonly alive: boolean[]
  /** segments at each vertex */
  readonly at: readonly (readonly number[])[]
}

const HALF = 2 ** 25

/** One key per spot: a number within some 370 km of the first vertex, text beyond. */
function keySpot(dx: number, dy: number): number | string {
  const isNear = Math.abs(dx) < HALF && Math.abs(dy) < HALF
  return isNear ? (dx + HALF) * (2 * HALF) + dy + HALF : `${dx},${dy}`
}

/**
 * The graph of some boundary parts.
 * @param keepsDoubles whether a segment that is there twice counts once; otherwise it bounds nothing
 */
export function buildGraph(
  elements: OsmElements,
  parts: readonly BoundaryPart[],
  keepsDoubles = false,
): BoundaryGraph {
  const node: number[] = []
  const x: number[] = []
  const y: number[] = []
  const vertexAt = new Map<number | string, number>()
  const first = parts[0]?.nodes[0] ?? 0
  const findVertex = (n: number): number => {
    const key = keySpot(elements.lon7[n] - elements.lon7[first], elements.lat7[n] - elements.lat7[first])
    let vertex = vertexAt.get(key)
    if (vertex === undefined) {
      vertex = node.length
      vertexAt.set(key, vertex)
      node.push(n)
      x.push(elements.lon7[n] - elements.lon7[first])
      y.push(elements.lat7[n] - elements.lat7[first])
    }
    return vertex
  }
  const segments = new Map<number, { from: number; to: number; isInner: boolean }>()
  for (const part of parts) {
    for (let i = 0; i + 1 < part.nodes.length; i++) {
      const from = findVertex(part.nodes[i])
      const to = findVertex(part.nodes[i + 1])
      if (from === to) continue
      const key = Math.min(from, to) * HALF + Math.max(from, to)
      // inside lies on both sides of a line that is given twice: it bounds nothing
      if (keepsDoubles || !segments.delete(key)) segments.set(key, { from, to, isInner: part.isInner })
    }
  }
  const list = [...segments.values()]
  const at: number[][] = node.map(() => [])
  list.forEach((segment, s) => {
    at[segment.from].push(s)
    at[segment.to].push(s)
  })
  return {
    node,
    x,
    y,
    from: list.map((s) => s.from),
    to: list.map((s) => s.to),
    isInner: list.map((s) => s.isInner),
    alive: list.map(() => true),
    at,
  }
}

/** Takes out what can close no ring; true when there was any. */
export function pruneOpenParts(graph: BoundaryGraph): boolean {
  const degree = graph.at.map((segments) => segments.length)
  let isOpen = false
  const remove = (s: number): void => {
    graph.alive[s] = false
    degree[graph.from[s]]--
    degree[graph.to[s]]--
    isOpen = true
  }
  const aliveAt = (v: number): number[] => graph.at[v].filter((s) => graph.alive[s])
  // loose ends are eaten up from their tips
  const tips = degree.flatMap((d, v) => (d === 1 ? [v] : []))
  for (let v = tips.pop(); v !== undefined; v = tips.pop()) {
    const [s] = aliveAt(v)
    if (s === undefined || degree[v] !== 1) continue
    remove(s)
    const other = graph.from[s] === v ? graph.to[s] : graph.from[s]
    if (degree[other] === 1) tips.push(other)
  }
  // three lines at one point enclose nothing definite: the whole connected piece goes
  const odd = degree.flatMap((d, v) => (d % 2 === 1 ? [v] : []))
  for (let v = odd.pop(); v !== undefined; v = odd.pop()) {
    for (const s of aliveAt(v)) {
      remove(s)
      odd.push(graph.from[s] === v ? graph.to[s] : graph.from[s])
    }
  }
  return isOpen
}
