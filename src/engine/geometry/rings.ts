import type { Geometry, Position } from 'geojson'
import type { LocalFrame } from './local-frame'

/** Rings of an area in local metres, flat x,y, first point repeated at the end; holes included (even-odd). */
export type Rings = readonly Float64Array[]

/** All rings of a Polygon or MultiPolygon in the frame; other geometries have none. */
export function ringsOf(geometry: Geometry, frame: LocalFrame): Rings {
  if (geometry.type === 'Polygon') return geometry.coordinates.map((ring) => flattenRing(ring, frame))
  if (geometry.type === 'MultiPolygon')
    return geometry.coordinates.flatMap((polygon) => polygon.map((ring) => flattenRing(ring, frame)))
  return []
}

function flattenRing(ring: readonly Position[], frame: LocalFrame): Float64Array {
  const flat = new Float64Array(ring.length * 2)
  for (let i = 0; i < ring.length; i++) {
    flat[2 * i] = frame.x(ring[i][0])
    flat[2 * i + 1] = frame.y(ring[i][1])
  }
  return flat
}

/** Whether a point is inside, by the even-odd rule. Points on the edge may fall either way. */
export function isInside(rings: Rings, x: number, y: number): boolean {
  let inside = false
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const yi = ring[i + 1]
      const yj = ring[j + 1]
      if (yi > y !== yj > y && x < ((ring[j] - ring[i]) * (y - yi)) / (yj - yi) + ring[i]) inside = !inside
    }
  }
  return inside
}

/** [minX, minY, maxX, maxY] of all rings; an empty list gives infinities. */
export function boundsOf(rings: Rings): [number, number, number, number] {
  let minX = Infinity
  let minY = Infinity
  let maxX = -Infinity
  let maxY = -Infinity
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      if (ring[i] < minX) minX = ring[i]
      if (ring[i] > maxX) maxX = ring[i]
      if (ring[i + 1] < minY) minY = ring[i + 1]
      if (ring[i + 1] > maxY) maxY = ring[i + 1]
    }
  }
  return [minX, minY, maxX, maxY]
}

/** Area within the rings, m²: shells less holes, however they are turned, as long as no two shells overlap. */
export function areaOfRings(rings: Rings): number {
  let sum = 0
  rings.forEach((ring, r) => {
    let twice = 0
    for (let i = 0; i + 3 < ring.length; i += 2)
      twice +=
        (ring[i] - ring[0]) * (ring[i + 3] - ring[1]) - (ring[i + 2] - ring[0]) * (ring[i + 1] - ring[1])
    const isHole = rings.some((other, o) => o !== r && isInside([other], ring[0], ring[1]))
    sum += (isHole ? -1 : 1) * Math.abs(twice / 2)
  })
  return sum
}

/**
 * The narrowest strip between two parallel lines that holds all rings, metres: the area is nowhere wider than
 * this in that direction, so what should be wider is too narrow for sure. No rings: 0.
 */
export function smallestWidth(rings: Rings): number {
  const hull = convexHull(rings)
  const n = hull.length
  if (n < 3) return 0
  let least = Infinity
  // the narrowest strip lies along an edge of the hull
  for (let i = 0, far = 1; i < n; i++) {
    const [ax, ay] = hull[i]
    const [bx, by] = hull[(i + 1) % n]
    const length = Math.hypot(bx - ax, by - ay)
    const heightOf = ([x, y]: readonly [number, number]): number =>
      ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length
    while (heightOf(hull[(far + 1) % n]) > heightOf(hull[far])) far = (far + 1) % n
    least = Math.min(least, heightOf(hull[far]))
  }
  return least
}

/** Corners of the convex hull of all vertices, counter-clockwise, none of them on a straight line. */
function convexHull(rings: Rings): (readonly [number, number])[] {
  const points: (readonly [number, number])[] = []
  for (const ring of rings) for (let i = 0; i + 1 < ring.length; i += 2) points.push([ring[i], ring[i + 1]])
  points.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  return [...halfHull(points), ...halfHull(points.toReversed())]
}

/** One side of the hull of sorted points, without its last corner, which begins the other side. */
function halfHull(sorted: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const chain: (readonly [number, number])[] = []
  for (const p of sorted) {
    while (chain.length > 1 && turn(chain[chain.length - 2], chain[chain.length - 1], p) <= 0) chain.pop()
    chain.push(p)
  }
  return chain.slice(0, -1)
}

function turn(
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
  [cx, cy]: readonly [number, number],
): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
}

/** Distance from a point to the nearest ring edge, metres. */
export function distanceToRings(rings: Rings, x: number, y: number): number {
  let best = Infinity
  for (const ring of rings) {
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const d = squaredDistanceToSegment(x, y, ring[i], ring[i + 1], ring[i + 2], ring[i + 3])
      if (d < best) best = d
    }
  }
  return Math.sqrt(best)
}

/** Squared distance from (x, y) to the segment a–b. */
export function squaredDistanceToSegment(
  x: number,
  y: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number {
  const dx = bx - ax
  const dy = by - ay
  const t = clampedFoot(x, y, ax, ay, bx, by)
  const ex = ax + t * dx - x
  const ey = ay + t * dy - y
  return ex * ex + ey * ey
}

/** Where along a–b the point nearest to (x, y) lies, 0–1. A segment of no length gives 0. */
export function clampedFoot(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax
  const dy = by - ay
  const length2 = dx * dx + dy * dy
  if (length2 === 0) return 0
  const t = ((x - ax) * dx + (y - ay) * dy) / length2
  return t < 0 ? 0 : t > 1 ? 1 : t
}

/**
 * A point that stands for a geometry, in degrees: the point itself, the middle of a line, the area
 * centroid of the largest ring when it lies inside, else the inside point of the widest horizontal chord
 * through the centroid's latitude.
 */
export function representativePoint(geometry: Geometry): [number, number] {
  if (geometry.type === 'Point') return [geometry.coordinates[0], geometry.coordinates[1]]
  if (geometry.type === 'LineString') {
    const middle = geometry.coordinates[geometry.coordinates.length >> 1]
    return [middle[0], middle[1]]
  }
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : []
  const best = largestPolygon(polygons)
  if (best?.[0] === undefined || best[0].length === 0) return [NaN, NaN]
  const centroid = ringCentroid(best[0])
  if (isInsideDegrees(best, centroid[0], centroid[1])) return centroid
  return widestChordMiddle(best.map(flattenDegrees), centroid)
}

function largestPolygon(polygons: readonly Position[][][]): readonly Position[][] | undefined {
  if (polygons.length <= 1) return polygons[0]
  let best: readonly Position[][] | undefined
  let bestArea = -1
  for (const polygon of polygons) {
    const area = Math.abs(signedArea(polygon[0] ?? []))
    if (area > bestArea) {
      bestArea = area
      best = polygon
    }
  }
  return best
}

/** As `isInside`, of positions as they are: flattening tens of thousands of houses costs more than asking. */
export function isInsideDegrees(rings: readonly Position[][], x: number, y: number): boolean {
  let inside = false
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const yi = ring[i][1]
      const yj = ring[j][1]
      if (yi > y !== yj > y && x < ((ring[j][0] - ring[i][0]) * (y - yi)) / (yj - yi) + ring[i][0])
        inside = !inside
    }
  }
  return inside
}

function flattenDegrees(ring: readonly Position[]): Float64Array {
  const flat = new Float64Array(ring.length * 2)
  for (let i = 0; i < ring.length; i++) {
    flat[2 * i] = ring[i][0]
    flat[2 * i + 1] = ring[i][1]
  }
  return flat
}

function signedArea(ring: readonly Position[]): number {
  let sum = 0
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++)
    sum += ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1]
  return sum / 2
}

function ringCentroid(ring: readonly Position[]): [number, number] {
  // shifted to the first vertex: degrees times degrees lose digits otherwise
  const [ox, oy] = ring[0]
  let area = 0
  let cx = 0
  let cy = 0
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const cross = (ring[j][0] - ox) * (ring[i][1] - oy) - (ring[i][0] - ox) * (ring[j][1] - oy)
    area += cross
    cx += (ring[j][0] + ring[i][0] - 2 * ox) * cross
    cy += (ring[j][1] + ring[i][1] - 2 * oy) * cross
  }
  return area === 0 ? [ox, oy] : [ox + cx / (3 * area), oy + cy / (3 * area)]
}

function widestChordMiddle(rings: Rings, [x0, y]: [number, number]): [number, number] {
  const crossings: number[] = []
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const yi = ring[i + 1]
      const yj = ring[j + 1]
      if (yi > y !== yj > y) crossings.push(((ring[j] - ring[i]) * (y - yi)) / (yj - yi) + ring[i])
    }
  }
  crossings.sort((a, b) => a - b)
  let best: [number, number] = [x0, y]
  let widest = 0
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    if (crossings[i + 1] - crossings[i] > widest) {
      widest = crossings[i + 1] - crossings[i]
      best = [(crossings[i] + crossings[i + 1]) / 2, y]
    }
  }
  return best
}

/** Fraction along a–b where it meets c–d, snapped to the ends within a centimetre; null: nowhere. */
export function crossingFraction(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): number | null {
  if (Math.max(ax, bx) < Math.min(cx, dx) - 0.01 || Math.min(ax, bx) > Math.max(cx, dx) + 0.01) return null
  if (Math.max(ay, by) < Math.min(cy, dy) - 0.01 || Math.min(ay, by) > Math.max(cy, dy) + 0.01) return null
  const abx = bx - ax
  const aby = by - ay
  const length = Math.hypot(abx, aby)
  const cross = abx * (dy - cy) - aby * (dx - cx)
  if (Math.abs(cross) < 1e-9 * length) return null
  const t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / cross
  const u = ((cx - ax) * aby - (cy - ay) * abx) / cross
  const slack = length === 0 ? 0 : 0.01 / length
  if (t < -slack || t > 1 + slack || u < -1e-9 || u > 1 + 1e-9) return null
  return t < slack ? 0 : t > 1 - slack ? 1 : t
}
