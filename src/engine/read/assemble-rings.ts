import { aliveAt, buildGraph, pruneOpenParts } from './boundary-graph'
import type { BoundaryGraph, BoundaryPart } from './boundary-graph'
import { findCrossing } from './find-crossing'
import type { OsmElements } from './osm-elements'
import { turnRing } from './osm-shapes'
import type { NodePolygons } from './osm-shapes'

export interface AssembledRings {
  readonly polygons: NodePolygons
  /** `open`: some part closes no ring and was left out. `crossing`: lines cross without a common node */
  readonly problem: 'open' | 'crossing' | null
}

interface Ring {
  readonly vertices: readonly number[]
  readonly isInner: boolean
}

/**
 * Polygons from boundary parts in any order and direction. What is inside is decided by the lines alone
 * (even-odd), never by the roles: a hole's holes are islands, a line given by two rings is no boundary.
 * Rings that touch in a point stay separate; outer rings are counter-clockwise, holes clockwise.
 * After a part that closes no ring, rings of inner role alone are dropped: the lake around an island that
 * was cut off must not turn the island into a lake.
 */
export function assembleRings(elements: OsmElements, parts: readonly BoundaryPart[]): AssembledRings {
  const { graph, isOpen } = chooseGraph(elements, parts)
  const polygons = nestRings(graph, traceRings(graph), isOpen).map((rings) =>
    rings.map((ring, r) => {
      const nodes = ring.map((v) => graph.node[v])
      nodes.push(nodes[0])
      return turnRing(elements, nodes, r === 0)
    }),
  )
  const problem = isOpen || polygons.length === 0 ? 'open' : hasCrossing(graph) ? 'crossing' : null
  return { polygons, problem }
}

/**
 * The reading of the parts that closes. A way given twice is a slip of the mapper; if that leaves the
 * boundary open, two ways share a segment by mistake; if that does too, two holes share the way as their
 * common border. When nothing closes, the first reading without its loose ends.
 */
function chooseGraph(
  elements: OsmElements,
  parts: readonly BoundaryPart[],
): { graph: BoundaryGraph; isOpen: boolean } {
  const once = [...new Map(parts.map((part) => [part.way, part])).values()]
  const graph = buildGraph(elements, once)
  const isOpen = pruneOpenParts(graph)
  if (!isOpen && graph.segmentCount > 0) return { graph, isOpen }
  for (const other of [buildGraph(elements, once, true), buildGraph(elements, parts)]) {
    const isOtherOpen = pruneOpenParts(other)
    if (!isOtherOpen && other.segmentCount > 0) return { graph: other, isOpen: false }
  }
  return { graph, isOpen }
}

/** Walks along the boundary with the inside always on one side and cuts off a ring at each return. */
function traceRings(graph: BoundaryGraph): Ring[] {
  const rings: Ring[] = []
  const partners = new Map<number, ReadonlyMap<number, number>>()
  const isUsed = new Uint8Array(graph.segmentCount)
  // where on the present walk each vertex is, −1: not on it
  const placeOf = new Int32Array(graph.vertexCount).fill(-1)
  const nextSegment = (vertex: number, segment: number): number => {
    const other = findOtherOfTwo(graph, vertex, segment)
    if (other !== -1) return other
    let pairs = partners.get(vertex)
    if (pairs === undefined) {
      pairs = pairAroundInside(graph, vertex, aliveAt(graph, vertex))
      partners.set(vertex, pairs)
    }
    return pairs.get(segment) ?? segment
  }
  for (let start = 0; start < isUsed.length; start++) {
    if (isUsed[start] === 1 || graph.alive[start] === 0) continue
    const path: number[] = [graph.from[start]]
    const via: number[] = []
    placeOf[graph.from[start]] = 0
    let segment = start
    while (isUsed[segment] === 0) {
      isUsed[segment] = 1
      const vertex = graph.from[segment] === path[path.length - 1] ? graph.to[segment] : graph.from[segment]
      via.push(segment)
      const since = placeOf[vertex]
      if (since === -1) {
        placeOf[vertex] = path.length
        path.push(vertex)
      } else {
        // back at a vertex of this walk: what lies between is a ring
        const vertices = path.slice(since)
        let isInner = true
        for (let i = since; i < via.length; i++) if (graph.isInner[via[i]] === 0) isInner = false
        rings.push({ vertices, isInner })
        for (const v of vertices) if (v !== vertex) placeOf[v] = -1
        path.length = since + 1
        via.length = since
      }
      segment = nextSegment(vertex, segment)
    }
    for (const v of path) placeOf[v] = -1
  }
  return rings
}

/** The way on where just two segments meet; −1: more meet here. */
function findOtherOfTwo(graph: BoundaryGraph, vertex: number, segment: number): number {
  let count = 0
  let other = -1
  for (let i = graph.atStart[vertex]; i < graph.atStart[vertex + 1]; i++) {
    const s = graph.at[i]
    if (graph.alive[s] === 0) continue
    count++
    if (s !== segment) other = s
  }
  return count === 2 ? other : -1
}

/**
 * At a vertex where rings touch: pairs the two segments on either side of each sector that lies inside, so
 * that areas which only touch there come out as separate rings.
 */
function pairAroundInside(
  graph: BoundaryGraph,
  vertex: number,
  segments: readonly number[],
): ReadonlyMap<number, number> {
  const x0 = graph.x[vertex]
  const y0 = graph.y[vertex]
  // angles in (0, 2π]: counted from a direction just above due east
  const angleOf = (s: number): number => {
    const other = graph.from[s] === vertex ? graph.to[s] : graph.from[s]
    const angle = Math.atan2(graph.y[other] - y0, graph.x[other] - x0)
    return angle > 0 ? angle : angle + 2 * Math.PI
  }
  const sorted = segments.map((s) => ({ s, angle: angleOf(s) })).sort((a, b) => a.angle - b.angle)
  // a ray just above due east says whether the sector it starts in is inside
  let isFirstInside = false
  for (let s = 0; s < graph.segmentCount; s++) {
    if (graph.alive[s] === 0 || graph.from[s] === vertex || graph.to[s] === vertex) continue
    if (isRightOf(graph, s, x0, y0)) isFirstInside = !isFirstInside
  }
  const pairs = new Map<number, number>()
  for (let i = isFirstInside ? 1 : 0; i < sorted.length; i += 2) {
    const a = sorted[i].s
    const b = sorted[(i + 1) % sorted.length].s
    pairs.set(a, b)
    pairs.set(b, a)
  }
  return pairs
}

function isRightOf(graph: BoundaryGraph, segment: number, x: number, y: number): boolean {
  const a = graph.from[segment]
  const b = graph.to[segment]
  const ya = graph.y[a]
  const yb = graph.y[b]
  if (ya > y === yb > y) return false
  return x < graph.x[a] + ((graph.x[b] - graph.x[a]) * (y - ya)) / (yb - ya)
}

/** Rings inside an even number of others are outer; the others are holes of the ring just around them. */
function nestRings(graph: BoundaryGraph, rings: readonly Ring[], isOpen: boolean): (readonly number[])[][] {
  const boxes = rings.map(({ vertices }) => boxOf(graph, vertices))
  const around = rings.map((ring, r) => {
    // the middle of a segment lies on no other ring: no segment is there twice
    const [a, b] = ring.vertices
    const x = (graph.x[a] + graph.x[b]) / 2
    const y = (graph.y[a] + graph.y[b]) / 2
    return rings.flatMap((other, o) => {
      const [minX, minY, maxX, maxY] = boxes[o]
      if (o === r || x < minX || x > maxX || y < minY || y > maxY) return []
      return isInRing(graph, other.vertices, x, y) ? [o] : []
    })
  })
  const polygons = new Map<number, (readonly number[])[]>()
  rings.forEach((ring, r) => {
    if (around[r].length % 2 === 0 && !(isOpen && ring.isInner)) polygons.set(r, [ring.vertices])
  })
  rings.forEach((ring, r) => {
    if (around[r].length % 2 === 0) return
    const owner = around[r].find((o) => around[o].length === around[r].length - 1)
    if (owner !== undefined) polygons.get(owner)?.push(ring.vertices)
  })
  return [...polygons.values()]
}

function boxOf(graph: BoundaryGraph, vertices: readonly number[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const v of vertices) {
    box[0] = Math.min(box[0], graph.x[v])
    box[1] = Math.min(box[1], graph.y[v])
    box[2] = Math.max(box[2], graph.x[v])
    box[3] = Math.max(box[3], graph.y[v])
  }
  return box
}

function isInRing(graph: BoundaryGraph, vertices: readonly number[], x: number, y: number): boolean {
  let inside = false
  for (let i = 0, j = vertices.length - 1; i < vertices.length; j = i++) {
    const xi = graph.x[vertices[i]]
    const yi = graph.y[vertices[i]]
    const xj = graph.x[vertices[j]]
    const yj = graph.y[vertices[j]]
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

function hasCrossing(graph: BoundaryGraph): boolean {
  const ends = new Float64Array(4 * graph.segmentCount)
  let count = 0
  for (let s = 0; s < graph.segmentCount; s++) {
    if (graph.alive[s] === 0) continue
    const a = graph.from[s]
    const b = graph.to[s]
    ends[4 * count] = graph.x[a]
    ends[4 * count + 1] = graph.y[a]
    ends[4 * count + 2] = graph.x[b]
    ends[4 * count + 3] = graph.y[b]
    count++
  }
  return findCrossing(ends, count) !== null
}
