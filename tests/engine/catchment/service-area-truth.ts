import type { ReachedPieces, ServiceAreaBand } from '../../../src/engine/catchment/service-area'

/*
 * The truth about service areas, worked out the slow way and without a line of the engine's geometry:
 * distance to every piece at sample points, and every pair of edges compared.
 */

export type Segment = readonly [ax: number, ay: number, bx: number, by: number]

/** Pieces as they are walked within one limit, cut where the cost passes it. */
export function walkedWithin(pieces: ReachedPieces, limit: number): Segment[] {
  const walked: Segment[] = []
  for (let i = 0; i < pieces.count; i++) {
    const a = [pieces.xy[4 * i], pieces.xy[4 * i + 1]]
    const b = [pieces.xy[4 * i + 2], pieces.xy[4 * i + 3]]
    const ca = pieces.cost[2 * i]
    const cb = pieces.cost[2 * i + 1]
    if (ca > limit && cb > limit) continue
    const at = (limit - ca) / (cb - ca)
    const cut = [a[0] + at * (b[0] - a[0]), a[1] + at * (b[1] - a[1])]
    const from = ca <= limit ? a : cut
    const to = cb <= limit ? b : cut
    walked.push([from[0], from[1], to[0], to[1]])
  }
  return walked
}

export function lengthOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, [ax, ay, bx, by]) => sum + Math.hypot(bx - ax, by - ay), 0)
}

export function distanceTo(segments: readonly Segment[], x: number, y: number): number {
  let best = Infinity
  for (const [ax, ay, bx, by] of segments) {
    const l2 = (bx - ax) ** 2 + (by - ay) ** 2
    const t = l2 === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / l2))
    best = Math.min(best, (ax + t * (bx - ax) - x) ** 2 + (ay + t * (by - ay) - y) ** 2)
  }
  return Math.sqrt(best)
}

/** Area within `buffer` of the segments and not in the water, by counting the middles of `step` m squares. */
export function areaAround(
  segments: readonly Segment[],
  buffer: number,
  water: readonly (readonly Float64Array[])[] = [],
  step = 1,
): number {
  const west = Math.min(...segments.map((s) => Math.min(s[0], s[2]))) - buffer
  const south = Math.min(...segments.map((s) => Math.min(s[1], s[3]))) - buffer
  const east = Math.max(...segments.map((s) => Math.max(s[0], s[2]))) + buffer
  const north = Math.max(...segments.map((s) => Math.max(s[1], s[3]))) + buffer
  const columns = Math.ceil((east - west) / step)
  const rows = Math.ceil((north - south) / step)
  const isCovered = new Uint8Array(columns * rows)
  for (const s of segments) {
    const c0 = Math.max(0, Math.floor((Math.min(s[0], s[2]) - buffer - west) / step))
    const c1 = Math.min(columns - 1, Math.ceil((Math.max(s[0], s[2]) + buffer - west) / step))
    const r0 = Math.max(0, Math.floor((Math.min(s[1], s[3]) - buffer - south) / step))
    const r1 = Math.min(rows - 1, Math.ceil((Math.max(s[1], s[3]) + buffer - south) / step))
    for (let r = r0; r <= r1; r++)
      for (let c = c0; c <= c1; c++) {
        const x = west + (c + 0.5) * step
        const y = south + (r + 0.5) * step
        if (isCovered[r * columns + c] === 0 && distanceTo([s], x, y) <= buffer)
          isCovered[r * columns + c] = 1
      }
  }
  let count = 0
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++)
      if (
        isCovered[r * columns + c] === 1 &&
        !isInAny(water, west + (c + 0.5) * step, south + (r + 0.5) * step)
      )
        count++
  return count * step * step
}

/** In one of the areas at least. */
export function isInAny(areas: readonly (readonly Float64Array[])[], x: number, y: number): boolean {
  return areas.some((rings) => isIn(rings, x, y))
}

/** Even-odd over all rings, closed or not. */
export function isIn(rings: readonly Float64Array[], x: number, y: number): boolean {
  let crossings = 0
  for (const ring of rings) {
    const n = ring.length / 2
    for (let i = 0; i < n; i++) {
      const j = (i + 1) % n
      const [ax, ay, bx, by] = [ring[2 * i], ring[2 * i + 1], ring[2 * j], ring[2 * j + 1]]
      if (ay <= y !== by <= y && ax + ((y - ay) / (by - ay)) * (bx - ax) > x) crossings++
    }
  }
  return crossings % 2 === 1
}

/** Sentences about everything wrong with the bands; none when they are sound. */
export function findFaults(bands: readonly ServiceAreaBand[]): string[] {
  const faults: string[] = []
  bands.forEach((band, k) => {
    const name = `band ${k}`
    const rings = band.polygons.flat()
    if (band.polygons.length === 0) faults.push(`${name} is empty`)
    for (const ring of rings) faults.push(...findRingFaults(ring).map((fault) => `${name}: ${fault}`))
    for (let i = 0; i < rings.length; i++)
      for (let j = i + 1; j < rings.length; j++)
        if (doRingsTouch(rings[i], rings[j])) faults.push(`${name}: rings ${i} and ${j} touch`)
    faults.push(...findNestingFaults(band).map((fault) => `${name}: ${fault}`))
    const area = rings.reduce((sum, ring) => sum + signedArea(ring), 0)
    if (Math.abs(area - band.area_m2) > 1e-6 * Math.abs(area)) faults.push(`${name}: area is ${area}`)
    if (k > 0) {
      if (band.area_m2 < bands[k - 1].area_m2 - 1e-6) faults.push(`${name} is smaller than the one before`)
      if (band.street_m < bands[k - 1].street_m) faults.push(`${name} has less street than the one before`)
      faults.push(
        ...findOverhangs(bands[k - 1], band).map((fault) => `${name} does not hold ${k - 1}: ${fault}`),
      )
    }
  })
  return faults
}

function findRingFaults(ring: Float64Array): string[] {
  const faults: string[] = []
  const edges = edgesOf(ring)
  if (edges.length < 3) faults.push(`ring of ${edges.length} edges`)
  if (!ring.every(Number.isFinite)) faults.push('ring with a coordinate that is not a number')
  for (let i = 0; i < edges.length; i++) {
    const [ax, ay, bx, by] = edges[i]
    if (ax === bx && ay === by) faults.push(`edge ${i} has no length`)
    const [, , cx, cy] = edges[(i + 1) % edges.length]
    const isBack = turn(ax, ay, bx, by, cx, cy) === 0 && (bx - ax) * (cx - bx) + (by - ay) * (cy - by) < 0
    if (isBack) faults.push(`edge ${i} turns back on itself`)
    for (let j = i + 2; j < edges.length; j++) {
      if (i === 0 && j === edges.length - 1) continue
      if (doTouch(edges[i], edges[j])) faults.push(`edges ${i} and ${j} of ${edges.length} touch`)
    }
  }
  return faults
}

/** Outer rings counter-clockwise at even depth; holes clockwise, right inside the ring they are listed with. */
function findNestingFaults({ polygons }: ServiceAreaBand): string[] {
  const faults: string[] = []
  const rings = polygons.flat()
  polygons.forEach((polygon, p) => {
    polygon.forEach((ring, r) => {
      const around = rings.filter((other) => other !== ring && isIn([other], ring[0], ring[1]))
      if (r === 0) {
        if (signedArea(ring) <= 0) faults.push(`outer ring of polygon ${p} is clockwise`)
        if (around.length % 2 !== 0) faults.push(`outer ring of polygon ${p} at depth ${around.length}`)
        return
      }
      if (signedArea(ring) >= 0) faults.push(`hole ${r} of polygon ${p} is counter-clockwise`)
      if (around.length % 2 !== 1) faults.push(`hole ${r} of polygon ${p} at depth ${around.length}`)
      const nearest = around.sort((a, b) => Math.abs(signedArea(a)) - Math.abs(signedArea(b)))[0]
      if (nearest !== polygon[0]) faults.push(`hole ${r} of polygon ${p} lies elsewhere`)
    })
  })
  return faults
}

/** Where the smaller band leaves the larger one. Shared edges are fine. */
function findOverhangs(small: ServiceAreaBand, large: ServiceAreaBand): string[] {
  const faults: string[] = []
  const smallRings = small.polygons.flat()
  const largeRings = large.polygons.flat()
  const smallEdges = smallRings.flatMap(edgesOf)
  const largeEdges = largeRings.flatMap(edgesOf)
  for (const s of smallEdges) {
    for (const l of largeEdges) if (doCross(s, l)) faults.push(`${s.join(' ')} crosses ${l.join(' ')}`)
    for (const [x, y] of [
      [s[0], s[1]],
      [(s[0] + s[2]) / 2, (s[1] + s[3]) / 2],
    ])
      if (!isIn(largeRings, x, y) && distanceTo(largeEdges, x, y) > 1e-9) faults.push(`${x} ${y} is outside`)
  }
  for (const [x, y] of largeEdges)
    if (isIn(smallRings, x, y) && distanceTo(smallEdges, x, y) > 1e-9) faults.push(`edge at ${x} ${y} inside`)
  return faults
}

export function edgesOf(ring: Float64Array): Segment[] {
  const n = ring.length / 2
  return Array.from({ length: n }, (_, i) => {
    const j = (i + 1) % n
    return [ring[2 * i], ring[2 * i + 1], ring[2 * j], ring[2 * j + 1]]
  })
}

export function signedArea(ring: Float64Array): number {
  return edgesOf(ring).reduce((sum, [ax, ay, bx, by]) => sum + (ax * by - bx * ay) / 2, 0)
}

function turn(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  return Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))
}

function areBoxesApart(s: Segment, t: Segment): boolean {
  return (
    Math.max(s[0], s[2]) < Math.min(t[0], t[2]) ||
    Math.max(t[0], t[2]) < Math.min(s[0], s[2]) ||
    Math.max(s[1], s[3]) < Math.min(t[1], t[3]) ||
    Math.max(t[1], t[3]) < Math.min(s[1], s[3])
  )
}

/** Any point in common. */
function doTouch(s: Segment, t: Segment): boolean {
  if (areBoxesApart(s, t)) return false
  const a = turn(s[0], s[1], s[2], s[3], t[0], t[1])
  const b = turn(s[0], s[1], s[2], s[3], t[2], t[3])
  const c = turn(t[0], t[1], t[2], t[3], s[0], s[1])
  const d = turn(t[0], t[1], t[2], t[3], s[2], s[3])
  return a * b <= 0 && c * d <= 0
}

/** One point in common, inside both. */
function doCross(s: Segment, t: Segment): boolean {
  if (areBoxesApart(s, t)) return false
  // a shared end (to rounding) is not a crossing
  const isNear = (x: number, y: number) =>
    Math.hypot(x - s[0], y - s[1]) < 1e-9 || Math.hypot(x - s[2], y - s[3]) < 1e-9
  if (isNear(t[0], t[1]) || isNear(t[2], t[3])) return false
  const a = turn(s[0], s[1], s[2], s[3], t[0], t[1])
  const b = turn(s[0], s[1], s[2], s[3], t[2], t[3])
  const c = turn(t[0], t[1], t[2], t[3], s[0], s[1])
  const d = turn(t[0], t[1], t[2], t[3], s[2], s[3])
  return a * b < 0 && c * d < 0
}

function doRingsTouch(a: Float64Array, b: Float64Array): boolean {
  const others = edgesOf(b)
  return edgesOf(a).some((edge) => others.some((other) => doTouch(edge, other)))
}
