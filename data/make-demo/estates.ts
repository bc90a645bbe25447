import {
  type P,
  type Ring,
  add,
  along,
  box,
  centroidOf,
  closed,
  dot,
  halfOf,
  insetRing,
  isSimple,
  left,
  lengthOf,
  meet,
  mul,
  ringArea,
  sub,
  turned,
  unit,
} from './plane'
import type { Parcel } from './parcels'
import type { Placer } from './placer'
import type { Random } from './random'

export interface BuildingDraft {
  readonly ring: readonly P[]
  readonly use: string
  readonly storeys: number
  readonly community?: string
  readonly name?: string
  readonly id?: string
  readonly underground?: number
}

/** Rows, spines and lanes of a housing estate, before anything is built. */
export interface EstatePlan {
  readonly lanes: readonly (readonly [P, P])[]
  readonly spines: readonly (readonly [P, P])[]
  readonly rows: readonly { readonly v: number; readonly depth: number }[]
  readonly angle: number
}

/** Local frame of a parcel: u along the rows, v across them. */
export function makeFrame(angle: number): { to: (p: P) => P; from: (q: P) => P } {
  const u = turned(angle)
  const v = left(u)
  return { to: (p) => [dot(p, u), dot(p, v)], from: (q) => add(mul(u, q[0]), mul(v, q[1])) }
}

/** The longest stretch of a horizontal (axis 0) or vertical (axis 1) line inside a ring. */
function chord(ring: Ring, axis: 0 | 1, at: number): readonly [number, number] | null {
  const cuts: number[] = []
  const other = axis === 0 ? 1 : 0
  ring.forEach((p, i) => {
    const q = ring[(i + 1) % ring.length]
    if (p[other] > at !== q[other] > at)
      cuts.push(p[axis] + ((at - p[other]) / (q[other] - p[other])) * (q[axis] - p[axis]))
  })
  cuts.sort((a, b) => a - b)
  let best: readonly [number, number] | null = null
  for (let i = 0; i + 1 < cuts.length; i += 2) {
    const pair = [cuts[i], cuts[i + 1]] as const
    if (!best || pair[1] - pair[0] > best[1] - best[0]) best = pair
  }
  return best
}

/** Rows 1.05–1.15 building heights apart, a lane on the north side of each, one or two spines across. */
export function planEstate(parcel: Parcel, random: Random): EstatePlan {
  const { to, from } = makeFrame(parcel.angle)
  const ring = parcel.ring.map(to)
  const inner = insetRing(ring, 5) ?? ring
  const vs = inner.map((p) => p[1])
  const us = inner.map((p) => p[0])
  const [v0, v1] = [Math.min(...vs), Math.max(...vs)]
  const [u0, u1] = [Math.min(...us), Math.max(...us)]
  const storeys = parcel.spec.storeys ?? 6
  const depth = random.between(10.2, 12)
  const pitch = depth + Math.max(13, storeys * 2.85 * random.between(1, 1.12))
  const count = Math.max(1, Math.floor((v1 - v0 - depth - 4) / pitch) + 1)
  const slack = v1 - v0 - depth - 4 - (count - 1) * pitch
  const first = v0 + 1 + Math.min(slack * 0.35, 9)
  const rows = Array.from({ length: count }, (_, k) => ({ v: first + k * pitch, depth }))
  const middle = (u0 + u1) / 2
  const width = u1 - u0
  const spineAt =
    width > 170
      ? [u0 + width * random.between(0.27, 0.34), u0 + width * random.between(0.66, 0.73)]
      : [middle + width * random.between(-0.12, 0.12)]
  const laneAt: number[] = []
  for (const row of rows) {
    const v = row.v + depth + 4
    if (v < v1 - 1) laneAt.push(v)
  }
  if (laneAt.length < 2) laneAt.unshift(Math.max(v0 + 1, first - 4))
  const lanes: [P, P][] = []
  const low = Math.min(...laneAt)
  const high = Math.max(...laneAt)
  const spines = spineAt.flatMap((u): [P, P][] => {
    const span = chord(inner, 1, u)
    if (!span) return []
    return [[from([u, Math.max(span[0], low)]), from([u, Math.min(span[1], high)])]]
  })
  for (const v of laneAt) {
    const span = chord(inner, 0, v)
    if (!span || span[1] - span[0] < 20) continue
    // lanes end at random short of the wall, but always reach the spines
    const a = Math.min(span[0] + random.between(0, 10), Math.min(...spineAt))
    const b = Math.max(span[1] - random.between(0, 10), Math.max(...spineAt))
    if (Math.min(...spineAt) < span[0] || Math.max(...spineAt) > span[1]) {
      const kept = spineAt.filter((u) => u >= span[0] && u <= span[1])
      if (kept.length === 0) continue
      lanes.push([from([Math.max(a, span[0]), v]), from([Math.min(b, span[1]), v])])
    } else lanes.push([from([a, v]), from([b, v])])
  }
  return { lanes, spines, rows, angle: parcel.angle }
}

export interface GateDraft {
  readonly point: P
  readonly access: 'public' | 'residents' | 'closed'
  /** from the inner lane to the gate */
  readonly inner: readonly [P, P]
}

/** Puts each gate where a lane or spine, lengthened, leaves the plot on the wanted side. */
export function placeGates(parcel: Parcel, plan: EstatePlan): GateDraft[] {
  const gates: GateDraft[] = []
  const centre = centroidOf(parcel.ring)
  for (const [bearing, access] of parcel.spec.gates ?? []) {
    const wish = turned((bearing * Math.PI) / 180)
    const u = turned(plan.angle)
    const acrossRows = Math.abs(dot(wish, u)) < 0.7
    const lines = acrossRows ? plan.spines : plan.lanes
    // the lane nearest to the middle for side gates, the first spine for front and back gates
    const ordered = [...lines].sort((a, b) => gapTo(a, centre) - gapTo(b, centre))
    for (const [p, q] of ordered) {
      const [start, end] = dot(sub(q, p), wish) > 0 ? [p, q] : [q, p]
      const d = unit(sub(end, start))
      const hit = rayOut(end, d, parcel.ring)
      if (
        !hit ||
        hit.d > 70 ||
        gates.some((g) => Math.hypot(g.point[0] - hit.p[0], g.point[1] - hit.p[1]) < 25)
      )
        continue
      if (cornerGap(hit.p, parcel.ring) < 6) continue
      gates.push({ point: hit.p, access, inner: [end, hit.p] })
      break
    }
  }
  return gates
}

function gapTo([a, b]: readonly [P, P], p: P): number {
  const d = unit(sub(b, a))
  return Math.abs(dot(left(d), sub(p, a)))
}

const cornerGap = (p: P, ring: Ring): number =>
  Math.min(...ring.map((q) => Math.hypot(p[0] - q[0], p[1] - q[1])))

function rayOut(p: P, d: P, ring: Ring): { p: P; d: number } | null {
  const far = along(p, d, 400)
  let best: { p: P; d: number } | null = null
  ring.forEach((a, i) => {
    const m = meet(p, far, a, ring[(i + 1) % ring.length])
    if (m && (!best || m.t * 400 < best.d)) best = { p: m.p, d: m.t * 400 }
  })
  return best
}

/** Slabs along the rows, three to five stair units long, some stepped, as the design institutes drew them. */
export function buildSlabs(
  parcel: Parcel,
  plan: EstatePlan,
  placer: Placer,
  random: Random,
): BuildingDraft[] {
  const { to, from } = makeFrame(plan.angle)
  const ring = parcel.ring.map(to)
  const storeys = parcel.spec.storeys ?? 6
  const unitLength = random.between(13.5, 16)
  const isStepped = random.chance(0.4)
  const out: BuildingDraft[] = []
  const us = ring.map((p) => p[0])
  plan.rows.forEach((row, k) => {
    let u = Math.min(...us) + 3 + (k % 2) * random.between(0, 5)
    const end = Math.max(...us) - 3
    while (u < end - 20) {
      let placed = false
      const wish = random.pick([3, 3, 4, 4, 4, 5, 2])
      for (const n of [wish, 4, 3, 2].filter((m, i, all) => all.indexOf(m) === i)) {
        const length = n * unitLength
        const v = row.v + random.between(-0.8, 0.8)
        const shape = slabShape(
          u,
          v,
          length,
          row.depth,
          isStepped && n >= 3 ? random.pick([0, 2.4, -2.4]) : 0,
        ).map(from)
        if (!placer.isFree(shape, parcel.ring, 2.5, 6)) continue
        placer.addRing(shape)
        const s = random.chance(0.85) ? storeys : storeys + random.pick([-1, 1])
        out.push({ ring: shape, use: 'residential', storeys: s })
        u += length + random.between(6.5, 10)
        placed = true
        break
      }
      if (!placed) u += 4
    }
  })
  return out
}

/** A slab, straight or with its eastern half set back or forth. */
function slabShape(u: number, v: number, length: number, depth: number, step: number): P[] {
  if (step === 0)
    return [
      [u, v],
      [u + length, v],
      [u + length, v + depth],
      [u, v + depth],
    ]
  const m = u + length / 2
  return [
    [u, v],
    [m, v],
    [m, v + step],
    [u + length, v + step],
    [u + length, v + depth + step],
    [m, v + depth + step],
    [m, v + depth],
    [u, v + depth],
  ]
}

/** Towers on a staggered grid around green courts. */
export function buildTowers(parcel: Parcel, placer: Placer, random: Random): BuildingDraft[] {
  const { to, from } = makeFrame(parcel.angle)
  const ring = parcel.ring.map(to)
  const storeys = parcel.spec.storeys ?? 18
  const isSlab = storeys <= 16
  const [pu, pv] = isSlab
    ? [random.between(53, 58), random.between(40, 45)]
    : [random.between(45, 50), random.between(48, 54)]
  const us = ring.map((p) => p[0])
  const vs = ring.map((p) => p[1])
  const out: BuildingDraft[] = []
  const length = random.between(36, 44)
  let row = 0
  for (let v = Math.min(...vs) + 24; v < Math.max(...vs) - 12; v += pv, row++)
    for (let u = Math.min(...us) + 26 + (row % 2) * pu * 0.45; u < Math.max(...us) - 12; u += pu) {
      // a slot that is taken (by a path, the court) gives way a little before it is given up
      for (const [du, dv] of NUDGES) {
        const at: P = [u + du + random.between(-2, 2), v + dv + random.between(-2, 2)]
        const shape = (isSlab ? barShape(at, length, 14) : crossShape(at, 29, 22)).map(from)
        if (!placer.isFree(shape, parcel.ring, 5, 13)) continue
        placer.addRing(shape)
        out.push({
          ring: shape,
          use: 'residential',
          storeys: Math.max(8, storeys + random.integer(-3, 2)),
          underground: parcel.spec.year && parcel.spec.year >= 2005 ? 2 : 1,
        })
        break
      }
    }
  return out
}

const NUDGES: readonly P[] = [
  [0, 0],
  [9, 0],
  [-9, 0],
  [0, 9],
  [0, -9],
  [16, 5],
  [-16, -5],
  [8, 12],
  [-8, -12],
]

function barShape([u, v]: P, length: number, depth: number): P[] {
  const [a, b] = [length / 2, depth / 2]
  return [
    [u - a, v - b],
    [u - 4, v - b],
    [u - 4, v - b + 2],
    [u + 4, v - b + 2],
    [u + 4, v - b],
    [u + a, v - b],
    [u + a, v + b],
    [u - a, v + b],
  ]
}

function crossShape([u, v]: P, length: number, depth: number): P[] {
  const [a, b, c, d] = [length / 2, depth / 2, length / 4.6, depth / 3.4]
  return [
    [u - a, v - d],
    [u - c, v - d],
    [u - c, v - b],
    [u + c, v - b],
    [u + c, v - d],
    [u + a, v - d],
    [u + a, v + d],
    [u + c, v + d],
    [u + c, v + b],
    [u - c, v + b],
    [u - c, v + d],
    [u - a, v + d],
  ]
}

/** A ring road inside the wall and a path across: the inner streets of a tower estate. */
export function planTowerEstate(parcel: Parcel): { plan: EstatePlan; loop: P[] } {
  const loop = insetRing(parcel.ring, 5) ?? [...parcel.ring]
  const { to, from } = makeFrame(parcel.angle)
  const local = loop.map(to)
  const c = to(centroidOf(parcel.ring))
  const h = chord(local, 0, c[1])
  const v = chord(local, 1, c[0])
  const lanes: [P, P][] = h ? [[from([h[0], c[1]]), from([h[1], c[1]])]] : []
  const spines: [P, P][] = v ? [[from([c[0], v[0]]), from([c[0], v[1]])]] : []
  return { plan: { lanes, spines, rows: [], angle: parcel.angle }, loop }
}

/** An urban village: houses wall to wall, cut by crooked lanes. */
export function buildVillage(
  parcel: Parcel,
  placer: Placer,
  random: Random,
): { houses: BuildingDraft[]; lanes: { line: P[]; depth: number }[] } {
  const houses: BuildingDraft[] = []
  const lanes: { line: P[]; depth: number }[] = []
  const leaf = random.between(255, 300)
  const cut = (ring: Ring, depth: number): void => {
    const area = ringArea(ring)
    if (area < leaf * random.between(0.8, 1.6)) {
      const house = insetRing(ring, random.between(0.8, 1.7))
      if (!house || ringArea(house) < 45 || random.chance(0.06)) return
      if (!isSimple(house) || !placer.isFree(house, parcel.ring, 0.5, 0.5)) return
      placer.addRing(house)
      houses.push({ ring: house, use: 'residential', storeys: random.pick([2, 3, 3, 4, 4, 5]) })
      return
    }
    const { axis, low, high } = longAxis(ring, parcel.angle)
    const d = turned(Math.atan2(axis[1], axis[0]) + random.between(-0.16, 0.16))
    const at = mul(axis, low + (high - low) * random.between(0.4, 0.6))
    const c = centroidOf(ring)
    const q = add(at, mul(left(axis), dot(c, left(axis))))
    const isLane = area > leaf * 7
    const half = isLane ? (depth < 2 ? 2.6 : 1.7) : 0.05
    const cutDirection = left(d)
    const one = halfOf(ring, along(q, d, -half), cutDirection)
    const two = halfOf(ring, along(q, d, half), mul(cutDirection, -1))
    if (one.length < 3 || two.length < 3) return
    if (isLane) {
      const hits: P[] = []
      const far = 500
      const [a, b] = [along(q, cutDirection, -far), along(q, cutDirection, far)]
      const edges = closed(ring)
      for (let i = 0; i + 1 < edges.length; i++) {
        const m = meet(a, b, edges[i], edges[i + 1])
        if (m) hits.push(m.p)
      }
      hits.sort((x, y) => dot(x, cutDirection) - dot(y, cutDirection))
      if (hits.length >= 2) {
        const line = [hits[0], hits[hits.length - 1]]
        if (lengthOf(line) > 12) lanes.push({ line, depth })
      }
    }
    cut(one, depth + 1)
    cut(two, depth + 1)
  }
  const inner = insetRing(parcel.ring, 1.5)
  if (inner) cut(inner, 0)
  return { houses, lanes }
}

function longAxis(ring: Ring, angle: number): { axis: P; low: number; high: number } {
  const candidates = [turned(angle), left(turned(angle))].map((axis) => {
    const values = ring.map((p) => dot(p, axis))
    return { axis, low: Math.min(...values), high: Math.max(...values) }
  })
  const [a, b] = candidates as [(typeof candidates)[0], (typeof candidates)[0]]
  return a.high - a.low > b.high - b.low ? a : b
}

/** Looks for room for a rectangle, spiralling outwards from a wish. */
export function findRoom(
  wish: P,
  size: readonly [length: number, depth: number],
  angle: number,
  within: Ring,
  placer: Placer,
  margin = 2.5,
  gap = 5,
  reach = 160,
): P[] | null {
  for (let r = 0; r <= reach; r += 5) {
    const n = r === 0 ? 1 : Math.ceil((2 * Math.PI * r) / 9)
    for (let k = 0; k < n; k++) {
      const c = along(wish, turned((2 * Math.PI * k) / n + r), r)
      for (const turn of [0, Math.PI / 2]) {
        const shape = box(c, angle + turn, size[0], size[1])
        if (placer.isFree(shape, within, margin, gap)) return shape
      }
    }
  }
  return null
}
