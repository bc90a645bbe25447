import type { Street } from '../../src/model/layers'
import type { Project } from '../../src/model/project'
import type { LonLat } from '../../src/model/units'
import { haversine, nearestOn, whoWalks } from './slow-walk'
import { type Box, boxOf, edgesOf, type SlowCompound, zoneAt } from './slow-compounds'

/*
 * The walked lines of a project, cut at the edges of compounds: docs/method.md (1, 2, 3), the obvious way.
 */

/** A straight bit of street in one zone, between two places that have a name. */
export interface Bit {
  readonly a: string
  readonly b: string
  readonly from: LonLat
  readonly to: LonLat
  readonly length_m: number
  readonly zone: number
  /** null: the straight way from a gate to a street */
  readonly street: Street | null
  /** the line it is of, and between which two of its vertices, first one named; null: of none */
  readonly line: SlowLine | null
  readonly segment: number
}

/** A street as a line whose vertices are all the places where it meets others. */
export interface SlowLine {
  readonly street: Street
  readonly who: ReturnType<typeof whoWalks>
  readonly points: readonly LonLat[]
}

/** A line as walked, with the ends of its bits. */
export interface CutLine {
  readonly bits: readonly Bit[]
}

const TOUCH_M = 0.05
const CENTIMETRE = 0.01

/** Places with the same name, of the same zone, are the same place: seven decimals, about a centimetre. */
export function nameOf([lon, lat]: LonLat): string {
  return `${Math.round(lon * 1e7)},${Math.round(lat * 1e7)}`
}

export function between(a: LonLat, b: LonLat, t: number): LonLat {
  return t === 0 ? a : t === 1 ? b : [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]
}

/** Every street that has a length, walked or not: those that are not are crossed. */
export function readLines(project: Project): SlowLine[] {
  const lines = project.layers.streets
    .map((street): SlowLine => {
      const points = street.geometry.coordinates.map(([lon, lat]): LonLat => [lon, lat])
      return { street, who: whoWalks(street), points: withoutRepeats(points) }
    })
    .filter(({ points }) => points.length > 1)
  if (project.provenance.streets?.topology !== 'crossings') return lines
  // what nobody walks is crossed only where it shares a vertex
  const joined = new Map<SlowLine, readonly LonLat[]>()
  const walked = lines.filter(({ who }) => who !== 'nobody')
  joinWhereTheyCross(walked).forEach((points, i) => joined.set(walked[i], points))
  return lines.map((line) => ({ ...line, points: joined.get(line) ?? line.points }))
}

/** Every walked street, cut at compounds, as bits in order; each entry hangs together and lies in one zone. */
export function cutStreets(lines: readonly SlowLine[], compounds: readonly SlowCompound[]): CutLine[] {
  return lines
    .filter(({ who }) => who !== 'nobody')
    .flatMap((line) =>
      cutLine(line, compounds).filter(({ bits }) => line.who === 'everybody' || bits[0].zone >= 0),
    )
}

function withoutRepeats(points: readonly LonLat[]): LonLat[] {
  return points.filter((p, i) => i === 0 || p[0] !== points[i - 1][0] || p[1] !== points[i - 1][1])
}

function cutLine(line: SlowLine, compounds: readonly SlowCompound[]): CutLine[] {
  const { points } = line
  const box = boxOf(points)
  const near = compounds.filter((compound) => overlap(box, compound.box))
  const stretches: { a: LonLat; b: LonLat; segment: number }[][] = [[]]
  points.slice(1).forEach((b, i) => {
    const a = points[i]
    const length = haversine(a, b)
    const snap = (t: number): number => (t * length < CENTIMETRE ? 0 : (1 - t) * length < CENTIMETRE ? 1 : t)
    const cuts = near
      .flatMap(({ rings }) => edgesOf(rings))
      .map((edge) => crossingShare(a, b, edge, CENTIMETRE / length))
      .filter((t) => t !== null)
      .map(snap)
    if (cuts.includes(0)) stretches.push([])
    // two compounds that share a wall cut at the same place
    const inner = cuts.filter((t) => t > 0 && t < 1).sort((x, y) => x - y)
    const ts = [0, ...inner.filter((t, k) => k === 0 || (t - inner[k - 1]) * length > CENTIMETRE), 1]
    for (let k = 1; k < ts.length; k++) {
      if (k > 1) stretches.push([])
      stretches.at(-1)?.push({ a: between(a, b, ts[k - 1]), b: between(a, b, ts[k]), segment: i })
    }
    if (cuts.includes(1)) stretches.push([])
  })
  const lines: Bit[][] = []
  for (const stretch of stretches) {
    if (stretch.length === 0) continue
    const longest = stretch.toSorted((x, y) => haversine(y.a, y.b) - haversine(x.a, x.b))[0]
    const zone = near.length === 0 ? -1 : zoneAt(near, between(longest.a, longest.b, 0.5))
    const bits = stretch.map(({ a, b, segment }) => makeBit(a, b, zone, line, segment))
    // a line that only touched the edge goes on as it was
    const before = lines.at(-1)
    if (before !== undefined && before[0].zone === zone) before.push(...bits)
    else lines.push(bits)
  }
  return lines.map((bits) => ({ bits }))
}

export function makeBit(from: LonLat, to: LonLat, zone: number, line: SlowLine | null, segment: number): Bit {
  const street = line?.street ?? null
  const length_m = haversine(from, to)
  return { a: nameOf(from), b: nameOf(to), from, to, length_m, zone, street, line, segment }
}

/** Whether two boxes meet. */
export function overlap(a: Box, b: Box): boolean {
  // a line may touch an edge from outside by a centimetre
  const slack = 1e-7
  return a[0] <= b[2] + slack && b[0] <= a[2] + slack && a[1] <= b[3] + slack && b[1] <= a[3] + slack
}

/** Where a–b meets c–d, as a share of the way from a to b; `slack`: how far beyond its ends counts. */
export function crossingShare(
  a: LonLat,
  b: LonLat,
  [c, d]: readonly [LonLat, LonLat],
  slack = 0,
): number | null {
  // in metres, so that slack and parallels mean the same in both directions
  const k = Math.cos((a[1] * Math.PI) / 180)
  const [bx, by] = [(b[0] - a[0]) * k, b[1] - a[1]]
  const [cx, cy] = [(c[0] - a[0]) * k, c[1] - a[1]]
  const [ex, ey] = [(d[0] - c[0]) * k, d[1] - c[1]]
  const cross = bx * ey - by * ex
  if (Math.abs(cross) <= 1e-9 * Math.hypot(bx, by) * Math.hypot(ex, ey)) return null
  const t = (cx * ey - cy * ex) / cross
  const u = (cx * by - cy * bx) / cross
  return t >= -slack && t <= 1 + slack && u >= -1e-9 && u <= 1 + 1e-9 ? Math.max(0, Math.min(1, t)) : null
}

function levelOf({ bridge, tunnel, layer }: Street): string {
  return `${bridge === true} ${tunnel === true} ${layer ?? 0}`
}

/** Office lines: a common vertex wherever two of one level cross, or one ends within 5 cm of the other. */
function joinWhereTheyCross(
  lines: readonly { readonly street: Street; readonly points: readonly LonLat[] }[],
): LonLat[][] {
  const added: { segment: number; t: number; at: LonLat }[][] = lines.map(() => [])
  lines.forEach((one, i) =>
    lines.forEach((two, j) => {
      if (j < i || levelOf(one.street) !== levelOf(two.street)) return
      one.points.slice(1).forEach((b, s) =>
        two.points.slice(1).forEach((d, r) => {
          if (i === j && r <= s + 1) return
          const met = meet([one.points[s], b], [two.points[r], d])
          if (met === null) return
          added[i].push({ segment: s, t: met.t, at: met.at })
          added[j].push({ segment: r, t: met.u, at: met.at })
        }),
      )
    }),
  )
  return lines.map(({ points }, i) =>
    withoutRepeats(
      points.flatMap((p, s) => {
        const here = added[i].filter((add) => add.segment === s && add.t < 1).sort((x, y) => x.t - y.t)
        const ended = added[i].filter((add) => add.segment === s - 1 && add.t === 1)
        const start = [...ended, ...here.filter((add) => add.t === 0)].map(({ at }) => at)
        return [...(start.length > 0 ? start : [p]), ...here.filter((add) => add.t > 0).map(({ at }) => at)]
      }),
    ),
  )
}

type Straight = readonly [LonLat, LonLat]

function meet(one: Straight, two: Straight): { t: number; u: number; at: LonLat } | null {
  // an end that lies on the other line, or on its end, is a place both of them name
  for (const t of [0, 1])
    for (const u of [0, 1]) if (haversine(one[t], two[u]) <= TOUCH_M) return { t, u, at: one[t] }
  for (const t of [0, 1]) {
    const { t: u, d } = nearestOn({ a: two[0], b: two[1] }, one[t])
    if (d <= TOUCH_M) return { t, u, at: one[t] }
  }
  for (const u of [0, 1]) {
    const { t, d } = nearestOn({ a: one[0], b: one[1] }, two[u])
    if (d <= TOUCH_M) return { t, u, at: two[u] }
  }
  const t = crossingShare(one[0], one[1], two)
  const u = crossingShare(two[0], two[1], one)
  return t === null || u === null ? null : { t, u, at: between(one[0], one[1], t) }
}

/** Side of the cells bits are sorted into, degrees: some 200 m. */
const CELL = 0.002

/** Bits by where they are, so that not every question is asked of every bit of a city. */
export class BitGrid {
  private readonly cells = new Map<string, number[]>()
  private readonly bits: readonly Bit[]

  constructor(bits: readonly Bit[]) {
    this.bits = bits
    bits.forEach(({ from, to }, i) => {
      for (const key of keysOf(boxOf([from, to]))) {
        const cell = this.cells.get(key)
        if (cell === undefined) this.cells.set(key, [i])
        else cell.push(i)
      }
    })
  }

  /** Those that may meet a box, in their order. */
  within(box: Box): Bit[] {
    const found = new Set(keysOf(box).flatMap((key) => this.cells.get(key) ?? []))
    return [...found].sort((x, y) => x - y).map((i) => this.bits[i])
  }
}

function keysOf([west, south, east, north]: Box): string[] {
  const keys: string[] = []
  for (let x = Math.floor(west / CELL); x <= Math.floor(east / CELL); x++)
    for (let y = Math.floor(south / CELL); y <= Math.floor(north / CELL); y++) keys.push(`${x} ${y}`)
  return keys
}
