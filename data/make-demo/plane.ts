/**
 * Plane geometry in metres, x east and y north. Rings are open (the first point is not repeated) and
 * counter-clockwise unless said otherwise.
 */
export type P = readonly [x: number, y: number]
export type Line = readonly P[]
export type Ring = readonly P[]

export const add = (a: P, b: P): P => [a[0] + b[0], a[1] + b[1]]
export const sub = (a: P, b: P): P => [a[0] - b[0], a[1] - b[1]]
export const mul = (a: P, k: number): P => [a[0] * k, a[1] * k]
export const along = (a: P, direction: P, k: number): P => [a[0] + direction[0] * k, a[1] + direction[1] * k]
export const mix = (a: P, b: P, t: number): P => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
export const dot = (a: P, b: P): number => a[0] * b[0] + a[1] * b[1]
export const cross = (a: P, b: P): number => a[0] * b[1] - a[1] * b[0]
export const dist = (a: P, b: P): number => Math.hypot(a[0] - b[0], a[1] - b[1])
export const left = (a: P): P => [-a[1], a[0]]
export const unit = (a: P): P => {
  const l = Math.hypot(a[0], a[1])
  return l === 0 ? [1, 0] : [a[0] / l, a[1] / l]
}
export const turned = (angle: number): P => [Math.cos(angle), Math.sin(angle)]

export function ringArea(ring: Ring): number {
  let sum = 0
  ring.forEach((p, i) => (sum += cross(p, ring[(i + 1) % ring.length])))
  return sum / 2
}

export function centroidOf(ring: Ring): P {
  const o = ring[0]
  let a = 0
  let x = 0
  let y = 0
  for (let i = 0; i < ring.length; i++) {
    const p = sub(ring[i], o)
    const q = sub(ring[(i + 1) % ring.length], o)
    const c = cross(p, q)
    a += c
    x += (p[0] + q[0]) * c
    y += (p[1] + q[1]) * c
  }
  return Math.abs(a) < 1e-9 ? o : [o[0] + x / (3 * a), o[1] + y / (3 * a)]
}

export function isInside(p: P, ring: Ring): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i]
    const b = ring[j]
    if (a[1] > p[1] !== b[1] > p[1] && p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0])
      inside = !inside
  }
  return inside
}

/** Where ab and cd meet, as fractions of both; null when parallel or apart. */
export function meet(a: P, b: P, c: P, d: P): { p: P; t: number; u: number } | null {
  const r = sub(b, a)
  const s = sub(d, c)
  const k = cross(r, s)
  if (Math.abs(k) < 1e-9) return null
  const t = cross(sub(c, a), s) / k
  const u = cross(sub(c, a), r) / k
  if (t < -1e-9 || t > 1 + 1e-9 || u < -1e-9 || u > 1 + 1e-9) return null
  return { p: mix(a, b, t), t, u }
}

export interface OnLine {
  readonly p: P
  /** segment, and fraction of it */
  readonly i: number
  readonly t: number
  readonly d: number
}

export function nearestOn(p: P, line: Line): OnLine {
  let best: OnLine = { p: line[0], i: 0, t: 0, d: Infinity }
  for (let i = 0; i + 1 < line.length; i++) {
    const a = line[i]
    const ab = sub(line[i + 1], a)
    const l2 = dot(ab, ab)
    const t = l2 === 0 ? 0 : Math.max(0, Math.min(1, dot(sub(p, a), ab) / l2))
    const q = along(a, ab, t)
    const d = dist(p, q)
    if (d < best.d) best = { p: q, i, t, d }
  }
  return best
}

export const closed = (ring: Ring): Line => [...ring, ring[0]]

export function lengthOf(line: Line): number {
  let sum = 0
  for (let i = 0; i + 1 < line.length; i++) sum += dist(line[i], line[i + 1])
  return sum
}

/** The point at a distance along a line (clamped), and the direction there. */
export function pointAt(line: Line, distance: number): { p: P; direction: P } {
  let rest = Math.max(0, distance)
  for (let i = 0; i + 1 < line.length; i++) {
    const a = line[i]
    const b = line[i + 1]
    const l = dist(a, b)
    if (rest <= l || i + 2 === line.length)
      return { p: mix(a, b, l === 0 ? 0 : Math.min(1, rest / l)), direction: unit(sub(b, a)) }
    rest -= l
  }
  return { p: line[0], direction: [1, 0] }
}

/** The part of a line between two positions given as [segment, fraction]; reversed when they are. */
export function cutOut(line: Line, from: OnLine, to: OnLine): P[] {
  const backwards = from.i > to.i || (from.i === to.i && from.t > to.t)
  const [a, b] = backwards ? [to, from] : [from, to]
  const part: P[] = [a.p]
  for (let k = a.i + 1; k <= b.i; k++) part.push(line[k])
  part.push(b.p)
  const clean = part.filter((p, i) => i === 0 || dist(p, part[i - 1]) > 1e-6)
  return backwards ? clean.reverse() : clean
}

/** All meetings of two lines, in the order of the first. */
export function meetings(line: Line, other: Line): (OnLine & { readonly j: number; readonly u: number })[] {
  const found: (OnLine & { j: number; u: number })[] = []
  for (let i = 0; i + 1 < line.length; i++)
    for (let j = 0; j + 1 < other.length; j++) {
      const m = meet(line[i], line[i + 1], other[j], other[j + 1])
      if (m) found.push({ p: m.p, i, t: m.t, d: 0, j, u: m.u })
    }
  return found.sort((a, b) => a.i + a.t - b.i - b.t)
}

/** A smooth curve through the control points (Catmull-Rom), a vertex about every `step`, thinned to `tolerance`. */
export function curveThrough(points: Line, step: number, tolerance = 0.4): P[] {
  const line: P[] = [points[0]]
  for (let i = 0; i + 1 < points.length; i++) {
    const p1 = points[i]
    const p2 = points[i + 1]
    const p0 = points[i - 1] ?? sub(mul(p1, 2), p2)
    const p3 = points[i + 2] ?? sub(mul(p2, 2), p1)
    const n = Math.max(1, Math.round(dist(p1, p2) / step))
    for (let k = 1; k <= n; k++) {
      const t = k / n
      const at = (c: 0 | 1): number =>
        0.5 *
        (2 * p1[c] +
          (p2[c] - p0[c]) * t +
          (2 * p0[c] - 5 * p1[c] + 4 * p2[c] - p3[c]) * t * t +
          (3 * p1[c] - p0[c] - 3 * p2[c] + p3[c]) * t * t * t)
      line.push([at(0), at(1)])
    }
  }
  return thinned(line, tolerance)
}

/** Douglas-Peucker. */
export function thinned(line: Line, tolerance: number): P[] {
  if (line.length < 3) return [...line]
  const a = line[0]
  const b = line[line.length - 1]
  let far = 0
  let at = -1
  for (let i = 1; i + 1 < line.length; i++) {
    const d = nearestOn(line[i], [a, b]).d
    if (d > far) [far, at] = [d, i]
  }
  if (far <= tolerance) return [a, b]
  return [...thinned(line.slice(0, at + 1), tolerance).slice(0, -1), ...thinned(line.slice(at), tolerance)]
}

/** Parallel to a line, `d` metres to its left (negative: right). For gentle bends. */
export function beside(line: Line, d: number): P[] {
  return line.map((p, i) => {
    const before = i > 0 ? unit(sub(p, line[i - 1])) : null
    const after = i + 1 < line.length ? unit(sub(line[i + 1], p)) : null
    if (!before || !after) return along(p, left((before ?? after) as P), d)
    const middle = unit(add(before, after))
    return along(p, left(middle), d / Math.max(0.4, dot(middle, before)))
  })
}

/** The ring moved inwards, each edge by its own distance; edges that vanish are dropped. Null: nothing left. */
export function insetRing(ring: Ring, by: readonly number[] | number): P[] | null {
  const distances = ring.map((_, i) => (typeof by === 'number' ? by : by[i]))
  let edges = ring.map((a, i) => {
    const d = unit(sub(ring[(i + 1) % ring.length], a))
    return { a: along(a, left(d), distances[i]), raw: a, d, by: distances[i] }
  })
  // one edge for a run of nearly straight ones, so that offsets do not stumble over tiny pieces
  edges = edges.filter((e, i) => {
    const before = edges[(i + edges.length - 1) % edges.length]
    return !(Math.abs(cross(before.d, e.d)) < 0.01 && dot(before.d, e.d) > 0 && before.by === e.by)
  })
  for (let guard = 0; guard < 200 && edges.length >= 3; guard++) {
    const corners = edges.map((e, i) => {
      const before = edges[(i + edges.length - 1) % edges.length]
      const k = cross(before.d, e.d)
      if (Math.abs(k) < 0.12 && dot(before.d, e.d) > 0)
        return before.by === e.by
          ? [along(e.raw, left(unit(add(before.d, e.d))), e.by)]
          : [along(e.raw, left(before.d), before.by), e.a]
      if (Math.abs(k) < 1e-6) return [e.a]
      return [along(before.a, before.d, cross(sub(e.a, before.a), e.d) / k)]
    })
    let worst = -1
    let least = 0.5
    edges.forEach((e, i) => {
      const from = corners[i]?.at(-1) as P
      const to = corners[(i + 1) % edges.length]?.[0]
      const l = dot(sub(to, from), e.d)
      if (l < least) [least, worst] = [l, i]
    })
    if (worst < 0) {
      const out = corners.flat()
      return ringArea(out) > 0 && isSimple(out) ? out : null
    }
    edges = edges.filter((_, i) => i !== worst)
  }
  return null
}

export function isSimple(ring: Ring): boolean {
  const n = ring.length
  for (let i = 0; i < n; i++)
    for (let j = i + 2; j < n; j++) {
      if (i === 0 && j === n - 1) continue
      if (meet(ring[i], ring[(i + 1) % n], ring[j], ring[(j + 1) % n])) return false
    }
  return true
}

/** The part of a ring on the left of the line through `a` in direction `d`. */
export function halfOf(ring: Ring, a: P, d: P): P[] {
  const side = (p: P): number => cross(d, sub(p, a))
  const out: P[] = []
  ring.forEach((p, i) => {
    const q = ring[(i + 1) % ring.length]
    const sp = side(p)
    const sq = side(q)
    if (sp >= 0) out.push(p)
    if (sp >= 0 !== sq >= 0) out.push(mix(p, q, sp / (sp - sq)))
  })
  return out.filter((p, i) => dist(p, out[(i + out.length - 1) % out.length]) > 0.01)
}

/** Least distance between two segments. */
export function segmentGap(a: P, b: P, c: P, d: P): number {
  if (meet(a, b, c, d)) return 0
  return Math.min(
    nearestOn(a, [c, d]).d,
    nearestOn(b, [c, d]).d,
    nearestOn(c, [a, b]).d,
    nearestOn(d, [a, b]).d,
  )
}

/** A rectangle by centre, direction of its long side, length and depth. */
export function box(centre: P, angle: number, length: number, depth: number): P[] {
  const u = turned(angle)
  const v = left(u)
  const at = (a: number, b: number): P => along(along(centre, u, a), v, b)
  return [
    at(-length / 2, -depth / 2),
    at(length / 2, -depth / 2),
    at(length / 2, depth / 2),
    at(-length / 2, depth / 2),
  ]
}
