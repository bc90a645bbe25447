import {
  type P,
  type Ring,
  along,
  centroidOf,
  cross,
  dist,
  dot,
  halfOf,
  isInside,
  isSimple,
  left,
  mul,
  nearestOn,
  ringArea,
  sub,
  turned,
  unit,
} from './plane'
import type { Random } from './random'
import type { PublicStreets } from './streets'
import { FREE_PLOTS, type PlotSpec, SUPERBLOCKS } from './superblocks'

/** A piece of ground with one owner and one use. */
export interface Parcel {
  readonly spec: Omit<PlotSpec, 'at'>
  readonly superblock: string
  readonly ring: readonly P[]
  /** direction of its rows: the long side nearest to east-west, radians */
  readonly angle: number
}

/** Cuts the blocks into plots: neighbours that share a wall, rows of shops, office fronts on the arterials. */
export function layOutParcels(streets: PublicStreets, random: Random): Parcel[] {
  const parcels: Parcel[] = []
  const used = new Set<Ring>()
  const wanted = [
    ...SUPERBLOCKS.flatMap(({ id, plots }) =>
      plots.map((spec) => ({ spec, id, p: streets.patches.get(id)?.(...spec.at) as P })),
    ),
    ...FREE_PLOTS.map((spec) => ({ spec, id: spec.superblock, p: spec.at })),
  ]
  for (const { spec, id, p } of wanted) {
    const block = streets.blocks.find((b) => isInside(p, b.ring))
    if (!block) throw new Error(`no block at ${id} ${spec.at.join()} for ${spec.name ?? spec.kind}`)
    if (used.has(block.ring)) throw new Error(`two plots on one block: ${id} ${spec.name ?? spec.kind}`)
    used.add(block.ring)
    parcels.push(
      ...divide(spec, block.ring, streets, random.fork(`${id}${spec.at.join()}`)).map((piece) => ({
        ...piece,
        superblock: id,
      })),
    )
  }
  return parcels
}

/** The blocks nothing stands on in this data: the halo. */
export function findEmptyBlocks(streets: PublicStreets, parcels: readonly Parcel[]): Ring[] {
  return streets.blocks
    .map((b) => b.ring)
    .filter((ring) => !parcels.some((q) => isInside(centroidOf(q.ring), ring)))
}

function divide(
  spec: PlotSpec,
  ring: Ring,
  streets: PublicStreets,
  random: Random,
): Omit<Parcel, 'superblock'>[] {
  const out: Omit<Parcel, 'superblock'>[] = []
  let rest: Ring = ring
  const isHousing = spec.kind === 'slab' || spec.kind === 'danwei'
  if (isHousing)
    for (let i = 0; i < ring.length; i++) {
      const a = ring[i]
      const b = ring[(i + 1) % ring.length]
      const length = dist(a, b)
      if (length < 60) continue
      const middle: P = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
      const facing = facedStreet(middle, streets.drafts)
      const outward = mul(left(unit(sub(b, a))), -1)
      const isShops = (spec.shops ?? []).some(
        (bearing) => dot(outward, turned((bearing * Math.PI) / 180)) > 0.75,
      )
      let depth = 0
      if (facing === 'primary') depth = random.chance(0.72) ? random.between(26, 36) : 0
      else if (facing === 'promenade') depth = random.between(10, 16)
      else if (isShops) depth = 13
      if (depth === 0) continue
      const from = along(a, outward, -depth)
      const inner = halfOf(rest, from, unit(sub(b, a)))
      const outer = halfOf(rest, along(from, outward, 1.5), unit(sub(a, b)))
      if (ringArea(inner) < 0.66 * ringArea(rest) || !isSimple(inner)) continue
      if (facing === 'primary' && ringArea(inner) < 22000) continue
      rest = inner
      if (ringArea(outer) > 250 && isSimple(outer))
        out.push({
          spec: { kind: facing === 'promenade' ? 'garden' : facing === 'primary' ? 'frontage' : 'shops' },
          ring: outer,
          angle: Math.atan2(b[1] - a[1], b[0] - a[0]),
        })
    }
  const { split, ...own } = spec
  if (!split) return [{ spec: own, ring: rest, angle: rowAngle(rest) }, ...out]
  const angle = rowAngle(rest)
  const parts = [own, ...(split.parts.length === 0 ? [secondHalf(own)] : split.parts)]
  const axis = split.towards === 'east' ? turned(angle) : left(turned(angle))
  const positions = rest.map((p) => dot(p, axis))
  const low = Math.min(...positions)
  const high = Math.max(...positions)
  let remaining: Ring = rest
  parts.forEach((part, i) => {
    let piece: Ring = remaining
    if (i + 1 < parts.length) {
      const at = low + ((high - low) * (i + 1)) / parts.length
      const q = mul(axis, at)
      // a shared wall: two metres of nobody's ground keep the two plots apart
      piece = halfOf(remaining, along(q, axis, -1), left(axis))
      remaining = halfOf(remaining, along(q, axis, 1), mul(left(axis), -1))
    }
    out.unshift({ spec: part, ring: piece, angle: rowAngle(piece) })
  })
  return out
}

function secondHalf(spec: Omit<PlotSpec, 'at' | 'split'>): Omit<PlotSpec, 'at' | 'split'> {
  return {
    ...spec,
    id: 'c-songyin-2',
    name: '松荫二区',
    year: 1996,
    gates: [
      [90, 'public'],
      [0, 'residents'],
    ],
  }
}

/** Kind of street in front of a plot's edge. */
function facedStreet(p: P, drafts: PublicStreets['drafts']): string {
  let best = { kind: '', d: 34 }
  for (const draft of drafts) {
    if (draft.level || draft.kind === 'footway') continue
    const d = nearestOn(p, draft.line).d
    if (d < best.d) best = { kind: draft.kind, d }
  }
  return best.kind === 'pedestrian' ? 'promenade' : best.kind
}

/** Rows follow the longest side that runs within 40° of east-west, as houses here face south. */
export function rowAngle(ring: Ring): number {
  let best = { angle: -0.1, length: 25 }
  ring.forEach((a, i) => {
    const d = sub(ring[(i + 1) % ring.length], a)
    const u = d[0] < 0 ? mul(d, -1) : d
    const length = Math.hypot(u[0], u[1])
    const angle = Math.atan2(cross([1, 0], u), u[0])
    if (Math.abs(angle) < 0.6 && length > best.length) best = { angle, length }
  })
  return best.angle
}
