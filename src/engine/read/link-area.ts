import { turn } from './find-crossing'
import type { OsmElements } from './osm-elements'

/** Links grow with the square of the entrances; of more than this many, evenly spread ones are taken. */
const MOST_ENTRANCES = 30

/**
 * Straight ways over an open area: between each two of its vertices where other streets meet it, when the
 * line between them stays inside and is not itself an edge.
 * @param polygon rings of node positions, closed
 * @returns pairs of node positions, in the order of the rings
 */
export function linkArea(
  elements: OsmElements,
  polygon: readonly (readonly number[])[],
  isEntrance: (node: number) => boolean,
): [number, number][] {
  const found = [...new Set(polygon.flatMap((ring) => ring.slice(1).filter((node) => isEntrance(node))))]
  const step = Math.max(1, found.length / MOST_ENTRANCES)
  const entrances: number[] = []
  for (let i = 0; Math.floor(i) < found.length; i += step) entrances.push(found[Math.floor(i)])
  const links: [number, number][] = []
  if (entrances.length < 2) return links
  const edges = flattenEdges(elements, polygon)
  for (let i = 0; i < entrances.length; i++) {
    for (let j = i + 1; j < entrances.length; j++) {
      if (isVisible(elements, edges, polygon[0][0], entrances[i], entrances[j]))
        links.push([entrances[i], entrances[j]])
    }
  }
  return links
}

/** x1, y1, x2, y2 per edge, relative to the first vertex: products stay exact */
function flattenEdges(elements: OsmElements, polygon: readonly (readonly number[])[]): Float64Array {
  const origin = polygon[0][0]
  const edges: number[] = []
  for (const ring of polygon) {
    for (let i = 0; i + 1 < ring.length; i++) {
      for (const node of [ring[i], ring[i + 1]])
        edges.push(elements.lon7[node] - elements.lon7[origin], elements.lat7[node] - elements.lat7[origin])
    }
  }
  return Float64Array.from(edges)
}

function isVisible(
  elements: OsmElements,
  edges: Float64Array,
  origin: number,
  from: number,
  to: number,
): boolean {
  const ax = elements.lon7[from] - elements.lon7[origin]
  const ay = elements.lat7[from] - elements.lat7[origin]
  const bx = elements.lon7[to] - elements.lon7[origin]
  const by = elements.lat7[to] - elements.lat7[origin]
  if (ax === bx && ay === by) return false
  const middleX = (ax + bx) / 2
  const middleY = (ay + by) / 2
  let isInside = false
  for (let e = 0; e < edges.length; e += 4) {
    const cx = edges[e]
    const cy = edges[e + 1]
    const dx = edges[e + 2]
    const dy = edges[e + 3]
    if (cy > middleY !== dy > middleY && middleX < cx + ((dx - cx) * (middleY - cy)) / (dy - cy))
      isInside = !isInside
    const startsHere = (cx === ax && cy === ay) || (cx === bx && cy === by)
    const endsHere = (dx === ax && dy === ay) || (dx === bx && dy === by)
    // the link is this very edge
    if (startsHere && endsHere) return false
    if (startsHere || endsHere) continue
    // touching counts as crossing: a link along a wall is the wall's own line
    const c = turn(ax, ay, bx, by, cx, cy)
    const d = turn(ax, ay, bx, by, dx, dy)
    const a = turn(cx, cy, dx, dy, ax, ay)
    const b = turn(cx, cy, dx, dy, bx, by)
    if (Math.sign(c) * Math.sign(d) <= 0 && Math.sign(a) * Math.sign(b) <= 0) return false
  }
  return isInside
}
