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
  readonly vertexCount: number
  /** node position of each vertex */
  readonly node: Int32Array
  /** coordinates relative to the first vertex, in units of 1e-7 degree */
  readonly x: Float64Array
  readonly y: Float64Array
  readonly segmentCount: number
  /** ends of each segment */
  readonly from: Int32Array
  readonly to: Int32Array
  /** 1: bounds a hole by its role. One per segment */
  readonly isInner: Uint8Array
  /** 0: taken out. One per segment */
  readonly alive: Uint8Array
  /** segments at each vertex: at[atStart[v]] … at[atStart[v + 1] − 1], ascending */
  readonly atStart: Int32Array
  readonly at: Int32Array
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
  let most = 0
  for (const { nodes } of parts) most += nodes.length
  const spots = new SpotNumbers(elements, parts[0]?.nodes[0] ?? 0, most)
  const segments = new SegmentList(most, keepsDoubles)
  for (const { nodes, isInner } of parts) {
    if (nodes.length === 0) continue
    let from = spots.number(nodes[0])
    for (let i = 1; i < nodes.length; i++) {
      const to = spots.number(nodes[i])
      if (from !== to) segments.add(from, to, isInner)
      from = to
    }
  }
  const { count, from, to, isInner } = segments.compact()
  const atStart = new Int32Array(spots.count + 1)
  for (let s = 0; s < count; s++) {
    atStart[from[s] + 1]++
    atStart[to[s] + 1]++
  }
  for (let v = 0; v < spots.count; v++) atStart[v + 1] += atStart[v]
  const filled = atStart.slice(0, spots.count)
  const at = new Int32Array(2 * count)
  for (let s = 0; s < count; s++) {
    at[filled[from[s]]++] = s
    at[filled[to[s]]++] = s
  }
  return {
    vertexCount: spots.count,
    node: spots.node,
    x: spots.x,
    y: spots.y,
    segmentCount: count,
    from,
    to,
    isInner,
    alive: new Uint8Array(count).fill(1),
    atStart,
    at,
  }
}

/** Slots of a hash that stays at most half full. */
function makeSlots(most: number): Int32Array {
  let size = 16
  while (size < most * 2) size *= 2
  return new Int32Array(size).fill(-1)
}

function mix(a: number, b: number): number {
  const h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)
  return (h ^ (h >>> 15)) >>> 0
}

/** Numbers spots in the order they are first seen: two nodes on one spot are one vertex. */
class SpotNumbers {
  count = 0
  readonly node: Int32Array
  readonly x: Float64Array
  readonly y: Float64Array
  readonly #elements: OsmElements
  readonly #slots: Int32Array
  readonly #x0: number
  readonly #y0: number

  constructor(elements: OsmElements, first: number, most: number) {
    this.#elements = elements
    this.#x0 = elements.lon7[first]
    this.#y0 = elements.lat7[first]
    this.node = new Int32Array(most)
    this.x = new Float64Array(most)
    this.y = new Float64Array(most)
    this.#slots = makeSlots(most)
  }

  number(node: number): number {
    const x = this.#elements.lon7[node] - this.#x0
    const y = this.#elements.lat7[node] - this.#y0
    const slots = this.#slots
    const mask = slots.length - 1
    let slot = mix(x, y) & mask
    for (;;) {
      const vertex = slots[slot]
      if (vertex === -1) break
      if (this.x[vertex] === x && this.y[vertex] === y) return vertex
      slot = (slot + 1) & mask
    }
    const vertex = this.count++
    slots[slot] = vertex
    this.node[vertex] = node
    this.x[vertex] = x
    this.y[vertex] = y
    return vertex
  }
}

/** Segments in the order they came; what is there twice cancels out or counts once. */
class SegmentList {
  readonly #keepsDoubles: boolean
  readonly #from: Int32Array
  readonly #to: Int32Array
  readonly #isInner: Uint8Array
  readonly #isKept: Uint8Array
  readonly #slots: Int32Array
  #count = 0

  constructor(most: number, keepsDoubles: boolean) {
    this.#keepsDoubles = keepsDoubles
    this.#from = new Int32Array(most)
    this.#to = new Int32Array(most)
    this.#isInner = new Uint8Array(most)
    this.#isKept = new Uint8Array(most)
    this.#slots = makeSlots(most)
  }

  add(from: number, to: number, isInner: boolean): void {
    const mask = this.#slots.length - 1
    let slot = mix(Math.min(from, to), Math.max(from, to)) & mask
    for (;;) {
      const known = this.#slots[slot]
      if (known === -1) break
      if (this.#joins(known, from, to)) {
        if (this.#isKept[known] === 0) break
        // inside lies on both sides of a line that is given twice: it bounds nothing
        if (this.#keepsDoubles) this.#write(known, from, to, isInner)
        else this.#isKept[known] = 0
        return
      }
      slot = (slot + 1) & mask
    }
    this.#slots[slot] = this.#count
    this.#write(this.#count++, from, to, isInner)
  }

  #joins(segment: number, a: number, b: number): boolean {
    return (
      (this.#from[segment] === a && this.#to[segment] === b) ||
      (this.#from[segment] === b && this.#to[segment] === a)
    )
  }

  #write(segment: number, from: number, to: number, isInner: boolean): void {
    this.#from[segment] = from
    this.#to[segment] = to
    this.#isInner[segment] = isInner ? 1 : 0
    this.#isKept[segment] = 1
  }

  /** What is left, moved together. The list is used up. */
  compact(): { count: number; from: Int32Array; to: Int32Array; isInner: Uint8Array } {
    let count = 0
    for (let s = 0; s < this.#count; s++) {
      if (this.#isKept[s] === 0) continue
      this.#from[count] = this.#from[s]
      this.#to[count] = this.#to[s]
      this.#isInner[count] = this.#isInner[s]
      count++
    }
    return { count, from: this.#from, to: this.#to, isInner: this.#isInner }
  }
}

/** The segments at a vertex that are still there. */
export function aliveAt(graph: BoundaryGraph, vertex: number): number[] {
  const segments: number[] = []
  for (let i = graph.atStart[vertex]; i < graph.atStart[vertex + 1]; i++)
    if (graph.alive[graph.at[i]] === 1) segments.push(graph.at[i])
  return segments
}

/** Takes out what can close no ring; true when there was any. */
export function pruneOpenParts(graph: BoundaryGraph): boolean {
  const degree = new Int32Array(graph.vertexCount)
  const tips: number[] = []
  for (let v = 0; v < degree.length; v++) {
    degree[v] = graph.atStart[v + 1] - graph.atStart[v]
    if (degree[v] === 1) tips.push(v)
  }
  let isOpen = false
  const remove = (s: number): void => {
    graph.alive[s] = 0
    degree[graph.from[s]]--
    degree[graph.to[s]]--
    isOpen = true
  }
  // loose ends are eaten up from their tips
  for (let v = tips.pop(); v !== undefined; v = tips.pop()) {
    const [s] = aliveAt(graph, v)
    if (s === undefined || degree[v] !== 1) continue
    remove(s)
    const other = graph.from[s] === v ? graph.to[s] : graph.from[s]
    if (degree[other] === 1) tips.push(other)
  }
  // three lines at one point enclose nothing definite: the whole connected piece goes
  const odd: number[] = []
  for (let v = 0; v < degree.length; v++) if (degree[v] % 2 === 1) odd.push(v)
  for (let v = odd.pop(); v !== undefined; v = odd.pop()) {
    for (const s of aliveAt(graph, v)) {
      remove(s)
      odd.push(graph.from[s] === v ? graph.to[s] : graph.from[s])
    }
  }
  return isOpen
}
