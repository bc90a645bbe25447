import { type BuildingDraft, findRoom, makeFrame } from './estates'
import type { Parcel } from './parcels'
import {
  type P,
  type Ring,
  along,
  box,
  dist,
  insetRing,
  left,
  mul,
  ringArea,
  sub,
  turned,
  unit,
} from './plane'
import type { Placer } from './placer'
import type { Random } from './random'

export interface Institution {
  readonly buildings: readonly BuildingDraft[]
  /** running tracks and courts */
  readonly fields: readonly (readonly P[])[]
  readonly greens: readonly { readonly ring: readonly P[]; readonly kind: 'garden' | 'square' | 'park' }[]
}

/** A running track: two straights and two half circles. */
export function trackShape(centre: P, angle: number, straight: number, radius: number): P[] {
  const u = turned(angle)
  const ring: P[] = []
  for (const side of [1, -1])
    for (let k = 0; k <= 10; k++) {
      const a = angle - Math.PI / 2 + (side === 1 ? 0 : Math.PI) + (k / 10) * Math.PI
      ring.push(along(along(centre, u, (side * straight) / 2), turned(a), radius))
    }
  return ring
}

/** Teaching blocks joined by a corridor: a comb seen from above. */
function combShape(centre: P, angle: number, bars: number, length: number): P[] {
  const { to, from } = makeFrame(angle)
  const [u, v] = to(centre)
  const depth = 10
  const pitch = 31
  const height = (bars - 1) * pitch + depth
  const u0 = u - length / 2
  const v0 = v - height / 2
  const out: P[] = [[u0, v0]]
  for (let k = 0; k < bars; k++) {
    const b = v0 + k * pitch
    out.push([u0 + length, b], [u0 + length, b + depth])
    if (k + 1 < bars) out.push([u0 + 8, b + depth], [u0 + 8, b + pitch])
  }
  out.push([u0, v0 + height])
  return out.map(from)
}

export function buildInstitution(parcel: Parcel, placer: Placer, random: Random): Institution {
  const { kind } = parcel.spec
  const { to, from } = makeFrame(parcel.angle)
  const local = parcel.ring.map(to)
  const us = local.map((p) => p[0])
  const vs = local.map((p) => p[1])
  const [u0, u1, v0, v1] = [Math.min(...us), Math.max(...us), Math.min(...vs), Math.max(...vs)]
  const at = (a: number, b: number): P => from([u0 + (u1 - u0) * a, v0 + (v1 - v0) * b])
  const buildings: BuildingDraft[] = []
  const fields: P[][] = []
  const greens: { ring: P[]; kind: 'garden' | 'square' | 'park' }[] = []

  const put = (
    ring: Ring | null,
    use: string,
    storeys: number,
    name?: string,
    margin = 3,
    gap = 6,
  ): boolean => {
    if (!ring || !placer.isFree(ring, parcel.ring, margin, gap)) return false
    placer.addRing(ring)
    buildings.push({ ring, use, storeys, ...(name ? { name } : {}) })
    return true
  }
  const room = (
    wish: P,
    size: readonly [number, number],
    use: string,
    storeys: number,
    name?: string,
    margin = 4,
    gap = 7,
  ): boolean =>
    put(
      findRoom(wish, size, parcel.angle, parcel.ring, placer, margin, gap),
      use,
      storeys,
      name,
      margin * 0.9,
      gap * 0.9,
    )
  const field = (shape: (p: P) => P[], wishes: readonly P[]): boolean => {
    for (const wish of wishes)
      for (let r = 0; r < 70; r += 7)
        for (let k = 0; k < 10; k++) {
          const ring = shape(along(wish, turned(k * 0.63), r))
          if (!placer.isFree(ring, parcel.ring, 3, 5)) continue
          placer.addRing(ring)
          fields.push(ring)
          return true
        }
    return false
  }
  const grid = (
    size: readonly [number, number],
    pitch: readonly [number, number],
    use: string,
    storeys: readonly number[],
    keep: number,
  ): void => {
    for (let v = v0 + size[1] / 2 + 4; v < v1; v += pitch[1])
      for (let u = u0 + size[0] / 2 + 4; u < u1; u += pitch[0]) {
        if (!random.chance(keep)) continue
        const length = size[0] * random.between(0.8, 1.1)
        put(
          box(from([u, v]), parcel.angle, length, size[1] * random.between(0.85, 1.1)),
          use,
          random.pick(storeys),
          undefined,
          3,
          7,
        )
      }
  }

  switch (kind) {
    case 'primary':
    case 'middle':
    case 'college': {
      const big = kind !== 'primary' && ringArea(parcel.ring) > 55000
      const angles = [parcel.angle + Math.PI / 2, parcel.angle]
      const done = angles.some((angle) =>
        field(
          (p) => (big ? trackShape(p, angle, 84, 34) : trackShape(p, angle, 58, 25)),
          [at(0.72, 0.5), at(0.3, 0.5), at(0.5, 0.5)],
        ),
      )
      if (!done) field((p) => box(p, parcel.angle, 60, 32), [at(0.7, 0.5), at(0.5, 0.5), at(0.3, 0.3)])
      field((p) => box(p, parcel.angle, 32, 19), [at(0.5, 0.12), at(0.8, 0.12)])
      for (const wish of [at(0.28, 0.62), at(0.3, 0.4), at(0.7, 0.6)]) {
        const comb = combShape(wish, parcel.angle, big ? 4 : 3, random.between(50, 62))
        if (put(comb, 'school', big ? 5 : 4, parcel.spec.name ? `${parcel.spec.name}教学楼` : undefined))
          break
      }
      room(at(0.25, 0.2), [48, 14], 'school', 4)
      room(at(0.6, 0.9), [34, 22], 'school', 2)
      if (big) {
        room(at(0.85, 0.88), [52, 14], 'dormitory', 6)
        room(at(0.85, 0.75), [52, 14], 'dormitory', 6)
        room(at(0.15, 0.9), [56, 16], 'school', 5)
        room(at(0.1, 0.5), [44, 15], 'school', 5)
      }
      room(at(0.15, 0.1), [12, 7], 'school', 1, undefined, 2)
      break
    }
    case 'hospital':
      put(
        lShape(at(0.35, 0.35), parcel.angle, 74, 52, 20),
        'hospital',
        8,
        parcel.spec.name ? `${parcel.spec.name}门诊楼` : undefined,
      )
      room(at(0.6, 0.75), [66, 18], 'hospital', 14)
      room(at(0.75, 0.3), [48, 17], 'hospital', 6)
      room(at(0.2, 0.85), [36, 16], 'hospital', 4)
      room(at(0.85, 0.6), [30, 18], 'hospital', 3)
      room(at(0.85, 0.9), [22, 14], 'hospital', 2)
      addGarden(findRoom(at(0.5, 0.55), [34, 22], parcel.angle, parcel.ring, placer, 3, 3))
      break
    case 'market':
      room(at(0.5, 0.35), [68, 42], 'commercial', 2, parcel.spec.name, 6)
      room(at(0.2, 0.75), [46, 13], 'mixed', 5)
      room(at(0.7, 0.8), [50, 13], 'mixed', 6)
      room(at(0.1, 0.3), [13, 44], 'commercial', 2)
      room(at(0.9, 0.3), [13, 40], 'commercial', 2)
      grid([40, 12], [50, 30], 'mixed', [4, 5, 6], 0.75)
      break
    case 'mall':
      room(
        at(0.5, 0.55),
        [Math.min(118, (u1 - u0) * 0.55), Math.min(72, (v1 - v0) * 0.5)],
        'commercial',
        6,
        parcel.spec.name,
        10,
      )
      room(at(0.15, 0.5), [28, 28], 'office', 24)
      room(at(0.85, 0.5), [30, 24], 'office', 18)
      room(at(0.85, 0.15), [34, 18], 'commercial', 4)
      addSquare(findRoom(at(0.5, 0.1), [60, 22], parcel.angle, parcel.ring, placer, 2, 3))
      grid([34, 18], [56, 40], 'commercial', [3, 4, 5], 0.5)
      break
    case 'office':
      for (const [a, b] of [
        [0.25, 0.3],
        [0.72, 0.32],
        [0.3, 0.75],
        [0.75, 0.75],
      ] as const)
        if (random.chance(0.8))
          room(
            at(a, b),
            random.pick([
              [30, 28],
              [46, 18],
              [26, 26],
              [54, 17],
            ] as const),
            'office',
            random.integer(7, 22),
            undefined,
            8,
            16,
          )
      grid([38, 16], [58, 42], 'office', [3, 4, 5, 6], 0.55)
      addGarden(findRoom(at(0.5, 0.5), [30, 24], parcel.angle, parcel.ring, placer, 3, 3))
      break
    case 'factory':
      grid([62, 24], [74, 36], 'industrial', [1, 1, 2, 3], 0.85)
      grid([24, 12], [30, 20], 'industrial', [1, 2, 4], 0.35)
      break
    case 'warehouse':
      for (let k = 0; k < 4; k++) room(at(0.16 + k * 0.22, 0.5), [16, 58], 'heritage', 1, '稻市旧粮仓', 4, 7)
      room(at(0.5, 0.1), [40, 11], 'heritage', 2)
      break
    case 'temple': {
      const grove = insetRing(parcel.ring, 3)
      if (grove) greens.push({ ring: grove, kind: 'garden' })
      const axis = at(0.5, 0.5)
      const n = left(turned(parcel.angle))
      for (const [k, size, name] of [
        [-34, [20, 9], '山门'],
        [-12, [24, 13], '天王殿'],
        [14, [28, 18], '大雄宝殿'],
        [38, [30, 10], '藏经楼'],
      ] as const)
        put(box(along(axis, n, k), parcel.angle, size[0], size[1]), 'religious', 1, `慧灯古庙${name}`, 2, 3)
      room(at(0.82, 0.75), [34, 9], 'religious', 2, '慧灯古庙客堂')
      room(at(0.85, 0.5), [9, 30], 'religious', 1)
      room(at(0.15, 0.3), [26, 9], 'public', 2)
      for (const side of [-1, 1])
        put(
          box(along(axis, turned(parcel.angle), side * 26), parcel.angle + Math.PI / 2, 58, 7),
          'religious',
          1,
          undefined,
          2,
          3,
        )
      break
    }
    case 'civic':
      put(lShape(at(0.45, 0.45), parcel.angle, 58, 40, 17), 'public', 5, parcel.spec.name)
      room(at(0.75, 0.7), [38, 24], 'public', 3, '杏林文化中心')
      room(at(0.2, 0.15), [36, 14], 'public', 4)
      addSquare(findRoom(at(0.5, 0.1), [46, 24], parcel.angle, parcel.ring, placer, 2, 3))
      grid([36, 13], [46, 32], 'public', [3, 4], 0.5)
      break
    case 'kindergarten':
      {
        // close to the water: so near to the other bank, so far from any bridge
        const spots = [at(0.3, 0.2), at(0.34, 0.26), at(0.38, 0.32), at(0.42, 0.42)]
        if (!spots.some((p) => put(lShape(p, parcel.angle, 44, 30, 13), 'kindergarten', 3, parcel.spec.name)))
          room(at(0.35, 0.25), [46, 18], 'kindergarten', 3, parcel.spec.name)
      }
      room(at(0.75, 0.75), [42, 13], 'mixed', 6)
      room(at(0.78, 0.4), [42, 12], 'mixed', 6)
      grid([44, 12], [54, 32], 'mixed', [5, 6], 0.75)
      break
    case 'sports':
      field((p) => trackShape(p, parcel.angle + Math.PI / 2, 84, 36), [at(0.35, 0.5), at(0.5, 0.5)])
      room(at(0.8, 0.4), [58, 44], 'public', 3, '菱湖体育馆', 6)
      for (let k = 0; k < 5; k++) field((p) => box(p, parcel.angle, 28, 15), [at(0.75, 0.15 + k * 0.16)])
      break
    case 'frontage': {
      const [a, b] = extremes(local)
      const depth = Math.max(9, Math.min(18, (ringArea(parcel.ring) / (b - a)) * 0.52))
      let u = a + 6
      while (u < b - 18) {
        const length = random.between(24, 54)
        const mid = (v0 + v1) / 2
        let ok = false
        for (const dv of [0, 3, -3, 6, -6]) {
          const high = random.chance(0.25)
          if (
            put(
              box(from([u + length / 2, mid + dv]), parcel.angle, length, depth),
              random.pick(['office', 'commercial', 'mixed', 'hotel']),
              high ? random.integer(9, 15) : random.integer(4, 7),
              undefined,
              1.5,
              6,
            )
          ) {
            ok = true
            break
          }
        }
        u += ok ? length + random.between(7, 13) : 5
      }
      break
    }
    case 'shops': {
      const [a, b] = extremes(local)
      let u = a + 3
      while (u < b - 12) {
        const length = random.between(16, 40)
        const ok = [0, 1, -1].some((dv) =>
          put(
            box(from([u + length / 2, (v0 + v1) / 2 + dv]), parcel.angle, length, 9),
            'commercial',
            random.pick([1, 2, 2, 2]),
            undefined,
            0.4,
            3,
          ),
        )
        u += ok ? length + random.between(3, 5) : 3
      }
      break
    }
    case 'garden':
    case 'lakepark': {
      const ring = insetRing(parcel.ring, 1) ?? [...parcel.ring]
      greens.push({ ring, kind: ringArea(ring) > 20000 ? 'park' : 'garden' })
      break
    }
    default:
      break
  }

  function addGarden(ring: P[] | null): void {
    if (!ring) return
    placer.addRing(ring)
    greens.push({ ring, kind: 'garden' })
  }
  function addSquare(ring: P[] | null): void {
    if (!ring) return
    placer.addRing(ring)
    greens.push({ ring, kind: 'square' })
  }
  return { buildings, fields, greens }
}

function extremes(local: Ring): [number, number] {
  const us = local.map((p) => p[0])
  return [Math.min(...us), Math.max(...us)]
}

function lShape(centre: P, angle: number, length: number, height: number, depth: number): P[] {
  const { to, from } = makeFrame(angle)
  const [u, v] = to(centre)
  const [a, b] = [u - length / 2, v - height / 2]
  const ring: P[] = [
    [a, b],
    [a + length, b],
    [a + length, b + depth],
    [a + depth, b + depth],
    [a + depth, b + height],
    [a, b + height],
  ]
  return ring.map(from)
}

/** The side of a ring nearest to a point, as its middle and outward direction. */
export function nearestSide(ring: Ring, p: P): { middle: P; outward: P } {
  let best = { middle: ring[0], outward: [0, 1] as P, d: Infinity }
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length]
    if (dist(a, b) < 10) return
    const middle: P = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
    const d = dist(middle, p)
    if (d < best.d) best = { middle, outward: mul(left(unit(sub(b, a))), -1), d }
  })
  return best
}
