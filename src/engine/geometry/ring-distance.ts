import { distanceToRings, isInside, type Rings } from './rings'

/** Distance between two areas, metres: 0 where they meet, one lies in the other, or their edges cross. A ring of a single point is that point. */
export function distanceBetweenRings(a: Rings, b: Rings): number {
  const best = Math.min(fromVertices(a, b), fromVertices(b, a))
  return best > 0 && doEdgesCross(a, b) ? 0 : best
}

function fromVertices(from: Rings, to: Rings): number {
  let best = Infinity
  for (const ring of from)
    for (let i = 0; i < ring.length; i += 2) {
      if (isInside(to, ring[i], ring[i + 1])) return 0
      best = Math.min(best, distanceToRings(to, ring[i], ring[i + 1]))
    }
  return best
}

function doEdgesCross(a: Rings, b: Rings): boolean {
  for (const p of a)
    for (let i = 0; i + 3 < p.length; i += 2)
      for (const q of b)
        for (let k = 0; k + 3 < q.length; k += 2) {
          const left = side(p, i, q[k], q[k + 1]) * side(p, i, q[k + 2], q[k + 3])
          if (left < 0 && side(q, k, p[i], p[i + 1]) * side(q, k, p[i + 2], p[i + 3]) < 0) return true
        }
  return false
}

/** Which side of the edge at `i` a point lies on: the sign. */
function side(ring: Float64Array, i: number, x: number, y: number): number {
  return (ring[i + 2] - ring[i]) * (y - ring[i + 1]) - (ring[i + 3] - ring[i + 1]) * (x - ring[i])
}
