import type { Street } from '../../src/model/layers'
import type { Project } from '../../src/model/project'
import type { LonLat } from '../../src/model/units'

/*
 * Walking done the slow, obvious way, as docs/method.md tells it and without a line of the engine: every
 * street is cut into parts of at most a metre and searched in float64. What the engine answers is held
 * against this.
 */

const RADIUS_M = 6_371_008.8
const RADIANS = Math.PI / 180

/** Metres between two coordinates on the mean sphere. */
export function haversine(a: LonLat, b: LonLat): number {
  const h =
    Math.sin(((b[1] - a[1]) * RADIANS) / 2) ** 2 +
    Math.cos(a[1] * RADIANS) * Math.cos(b[1] * RADIANS) * Math.sin(((b[0] - a[0]) * RADIANS) / 2) ** 2
  return 2 * RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)))
}

const NOT_WALKED = [
  'motorway',
  'motorway_link',
  'construction',
  'proposed',
  'planned',
  'abandoned',
  'razed',
  'raceway',
  'bus_guideway',
  'escape',
]

/** Who walks a street: everybody, only the compound it lies in, or nobody. */
export function whoWalks(street: Street): 'everybody' | 'compound' | 'nobody' {
  const { kind, foot, access, sidewalk } = street
  if (kind !== undefined && NOT_WALKED.includes(kind)) return 'nobody'
  if (foot === 'no' || foot === 'private') return 'nobody'
  if (kind === 'trunk' || kind === 'trunk_link') {
    const hasSidewalk = sidewalk !== undefined && !['no', 'none', 'separate'].includes(sidewalk)
    if (foot !== 'yes' && foot !== 'designated' && !hasSidewalk) return 'nobody'
  }
  if (access === 'no' || access === 'private') {
    const isLetIn = ['yes', 'designated', 'permissive', 'destination', 'customers'].includes(foot ?? '')
    return isLetIn ? 'everybody' : 'compound'
  }
  return 'everybody'
}

/** The straight part of a street between two of its vertices. */
export interface Segment {
  readonly street: Street
  readonly a: LonLat
  readonly b: LonLat
  readonly length_m: number
}

/** The straight parts of a street, in order; parts without length are left out. */
export function segmentsOf(street: Street): Segment[] {
  const points = street.geometry.coordinates.map(([lon, lat]): LonLat => [lon, lat])
  return points
    .slice(1)
    .map((b, i) => ({ street, a: points[i], b, length_m: haversine(points[i], b) }))
    .filter((s) => s.length_m > 0)
}

/** The point of a segment nearest to `p`, as the share of the way from a to b, and how far it is, metres. */
export function nearestOn(
  segment: Pick<Segment, 'a' | 'b'>,
  p: LonLat,
): { readonly t: number; readonly d: number } {
  const kx = Math.cos(p[1] * RADIANS) * RADIUS_M * RADIANS
  const ky = RADIUS_M * RADIANS
  const [ax, ay] = [(segment.a[0] - p[0]) * kx, (segment.a[1] - p[1]) * ky]
  const [dx, dy] = [(segment.b[0] - segment.a[0]) * kx, (segment.b[1] - segment.a[1]) * ky]
  const t = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy)))
  return { t, d: Math.hypot(ax + t * dx, ay + t * dy) }
}

/** A binary heap of numbers with a key each, the smallest key first. */
export class Heap {
  /** key of what was taken last */
  key = 0
  private readonly items: number[] = []
  private readonly keys: number[] = []

  push(item: number, key: number): void {
    let i = this.items.length
    this.items.push(item)
    this.keys.push(key)
    for (let up = (i - 1) >> 1; i > 0 && this.keys[up] > key; up = (i - 1) >> 1) {
      this.items[i] = this.items[up]
      this.keys[i] = this.keys[up]
      i = up
    }
    this.items[i] = item
    this.keys[i] = key
  }

  /** −1: empty */
  pop(): number {
    const count = this.items.length - 1
    if (count < 0) return -1
    const first = this.items[0]
    this.key = this.keys[0]
    const item = this.items.pop() as number
    const key = this.keys.pop() as number
    if (count === 0) return first
    let i = 0
    for (let least = 1; least < count; least = 2 * i + 1) {
      if (least + 1 < count && this.keys[least + 1] < this.keys[least]) least++
      if (this.keys[least] >= key) break
      this.items[i] = this.items[least]
      this.keys[i] = this.keys[least]
      i = least
    }
    this.items[i] = item
    this.keys[i] = key
    return first
  }
}

/** One part of a street, at most a metre long. */
interface Part {
  readonly from: number
  readonly to: number
  readonly length_m: number
  readonly isOneWay: boolean
}

/** A part and how far along it, metres. */
interface Foot {
  readonly part: Part
  readonly along_m: number
}

/**
 * The plain form (`--plain`): mapped lines only, no compounds, gates or delays, both ends on the very
 * nearest street, connectors not counted. Built once, asked often.
 */
export class PlainWalks {
  private readonly segments: Segment[] = []
  /** the parts of each segment, in order */
  private readonly parts: Part[][] = []
  private readonly partsAt: Part[][] = []
  private readonly best: Float64Array

  constructor(project: Project) {
    const vertices = new Map<string, number>()
    const addNode = (): number => this.partsAt.push([]) - 1
    const vertexAt = (p: LonLat): number => {
      const key = `${p[0]} ${p[1]}`
      let node = vertices.get(key)
      if (node === undefined) vertices.set(key, (node = addNode()))
      return node
    }
    for (const street of project.layers.streets) {
      if (whoWalks(street) !== 'everybody' || street.extra?.visible_link === true) continue
      for (const segment of segmentsOf(street)) {
        const count = Math.ceil(segment.length_m)
        const last = vertexAt(segment.b)
        let from = vertexAt(segment.a)
        const parts: Part[] = []
        for (let k = 1; k <= count; k++) {
          const to = k === count ? last : addNode()
          const length_m = segment.length_m / count
          const part = { from, to, length_m, isOneWay: street.oneway_foot === true }
          parts.push(part)
          this.partsAt[from].push(part)
          this.partsAt[to].push(part)
          from = to
        }
        this.segments.push(segment)
        this.parts.push(parts)
      }
    }
    this.best = new Float64Array(this.partsAt.length).fill(Infinity)
  }

  /** Street metres within each limit (metres) of a point; every street counted once and cut at the limit. */
  reach(at: LonLat, limits_m: readonly number[]): number[] {
    const start = this.snap(at)
    if (start === null) return limits_m.map(() => 0)
    const { reached, known } = this.search([start], Math.max(...limits_m), null)
    const seen = new Set(reached.flatMap((node) => this.partsAt[node]))
    return limits_m.map((limit) => {
      let sum = 0
      for (const part of seen) {
        const left = Math.max(0, limit - (known.get(part.from) ?? Infinity))
        const right = part.isOneWay ? 0 : Math.max(0, limit - (known.get(part.to) ?? Infinity))
        sum += Math.min(part.length_m, left + right)
      }
      return sum
    })
  }

  /** Metres of street between two points; null: no walk. */
  walk(from: LonLat, to: LonLat): number | null {
    const start = this.snap(from)
    const end = this.snap(to)
    if (start === null || end === null) return null
    const { known } = this.search([start], Infinity, end.part)
    const ways = [(known.get(end.part.from) ?? Infinity) + end.along_m]
    if (!end.part.isOneWay) ways.push((known.get(end.part.to) ?? Infinity) + end.part.length_m - end.along_m)
    if (start.part === end.part && (!end.part.isOneWay || start.along_m <= end.along_m))
      ways.push(Math.abs(start.along_m - end.along_m))
    const shortest = Math.min(...ways)
    return shortest === Infinity ? null : shortest
  }

  private snap(at: LonLat): Foot | null {
    let nearest = { t: 0, d: Infinity, i: -1 }
    this.segments.forEach((segment, i) => {
      const { t, d } = nearestOn(segment, at)
      if (d < nearest.d) nearest = { t, d, i }
    })
    if (nearest.i < 0) return null
    const parts = this.parts[nearest.i]
    const index = Math.min(parts.length - 1, Math.floor(nearest.t * parts.length))
    const part = parts[index]
    return { part, along_m: (nearest.t * parts.length - index) * part.length_m }
  }

  /** Dijkstra to a limit in metres, or until both ends of a part are known. */
  private search(
    starts: readonly Foot[],
    limit_m: number,
    until: Part | null,
  ): { reached: number[]; known: Map<number, number> } {
    const heap = new Heap()
    const touched: number[] = []
    const offer = (node: number, d: number): void => {
      if (d > limit_m || d >= this.best[node]) return
      if (this.best[node] === Infinity) touched.push(node)
      this.best[node] = d
      heap.push(node, d)
    }
    for (const { part, along_m } of starts) {
      offer(part.to, part.length_m - along_m)
      if (!part.isOneWay) offer(part.from, along_m)
    }
    const known = new Map<number, number>()
    for (let node = heap.pop(); node >= 0; node = heap.pop()) {
      const d = heap.key
      if (known.has(node)) continue
      known.set(node, d)
      if (until !== null && known.has(until.from) && known.has(until.to)) break
      for (const part of this.partsAt[node]) {
        if (part.from === node) offer(part.to, d + part.length_m)
        else if (!part.isOneWay) offer(part.from, d + part.length_m)
      }
    }
    for (const node of touched) this.best[node] = Infinity
    return { reached: [...known.keys()], known }
  }
}
