import type { Project } from '../../src/model/project'

/**
 * A second, slow and plain way to measure walks in a project, written apart from the engine: a graph of
 * (coordinate, zone) states and Dijkstra with an array for a queue. It holds the engine and the demo's
 * stories to the same rules: streets join at identical vertices, walls are passed at gates only.
 */
export interface SlowWalks {
  /** shortest walk in metres between two places, Infinity when there is none */
  distance(from: Place, to: Place): number
  /** from one place to the nearest of many */
  nearest(from: Place, to: readonly Place[]): number
  /** the zone a point lies in: id of the gated community, or '' */
  zoneAt(lonLat: readonly number[]): string
  /** the part of the network a point is attached to */
  componentAt(place: Place): number
  readonly segments: readonly Segment[]
}

export interface Place {
  readonly at: readonly number[]
  /** the zone whose streets it is reached from; absent: by position */
  readonly zone?: string
}

export interface Segment {
  readonly a: string
  readonly b: string
  readonly zone: string
  readonly street: string
  readonly length: number
}

/** A vertex in one zone: the way on along streets, and through gates into the other zones of the vertex. */
interface State {
  readonly ways: { readonly to: State; readonly toKey: string; readonly length: number }[]
  /** `onlyFor`: zones whose own people and guests alone may pass */
  readonly gates: { readonly to: State; readonly onlyFor: readonly string[] }[]
}

type Ring = readonly (readonly number[])[]

const R = 6_371_008.8
export function metresBetween(p: readonly number[], q: readonly number[]): number {
  const rad = Math.PI / 180
  const s = (x: number): number => Math.sin((x * rad) / 2) ** 2
  const h =
    s((q[1] ?? 0) - (p[1] ?? 0)) +
    Math.cos((p[1] ?? 0) * rad) * Math.cos((q[1] ?? 0) * rad) * s((q[0] ?? 0) - (p[0] ?? 0))
  return 2 * R * Math.asin(Math.sqrt(h))
}

export function isInRing(p: readonly number[], ring: Ring): boolean {
  let inside = false
  const [x = 0, y = 0] = p
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax = 0, ay = 0] = ring[i] ?? []
    const [bx = 0, by = 0] = ring[j] ?? []
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

const parse = (key: string): number[] => key.split(',').map(Number)

/** `opened`: gates taken as public whatever the survey says. */
export function makeSlowWalks(project: Project, opened: readonly string[] = []): SlowWalks {
  const compounds = project.layers.communities
    .filter((c) => c.gated === true)
    .map((c) => ({ id: c.id, ring: c.geometry.coordinates[0] as Ring }))
  const zoneAt = (p: readonly number[]): string => compounds.find((c) => isInRing(p, c.ring))?.id ?? ''
  const gates = new Map(
    project.layers.gates.map((g) => [
      `${g.geometry.coordinates.join()}|${g.community ?? ''}`,
      opened.includes(g.id) ? ('public' as const) : (g.access ?? 'residents'),
    ]),
  )

  const segments: Segment[] = []
  for (const street of project.layers.streets) {
    if (street.foot === 'no' || street.kind === 'motorway') continue
    const c = street.geometry.coordinates
    for (let i = 0; i + 1 < c.length; i++) {
      const a = c[i] ?? []
      const b = c[i + 1] ?? []
      const middle = [((a[0] ?? 0) + (b[0] ?? 0)) / 2, ((a[1] ?? 0) + (b[1] ?? 0)) / 2]
      segments.push({
        a: a.join(),
        b: b.join(),
        zone: zoneAt(middle),
        street: street.id,
        length: metresBetween(a, b),
      })
    }
  }
  const states = new Map<string, State>()
  const zonesAt = new Map<string, Set<string>>()
  const stateOf = (key: string, zone: string): State => {
    const name = `${key}|${zone}`
    const state = states.get(name) ?? { ways: [], gates: [] }
    states.set(name, state)
    zonesAt.set(key, (zonesAt.get(key) ?? new Set()).add(zone))
    return state
  }
  for (const { a, b, zone, length } of segments) {
    const [one, other] = [stateOf(a, zone), stateOf(b, zone)]
    one.ways.push({ to: other, toKey: b, length })
    other.ways.push({ to: one, toKey: a, length })
  }
  for (const [key, zones] of zonesAt)
    for (const zone of zones)
      for (const next of zones) {
        if (next === zone) continue
        const walls = [zone, next].filter((z) => z !== '')
        const access = walls.map((z) => gates.get(`${key}|${z}`))
        if (!access.every((each) => each === 'public' || each === 'residents')) continue
        const onlyFor = walls.filter((_, i) => access[i] === 'residents')
        stateOf(key, zone).gates.push({ to: stateOf(key, next), onlyFor })
      }

  // components without regard to gates: is the street joined to anything at all?
  const component = new Map<string, number>()
  for (const start of zonesAt.keys()) {
    if (component.has(start)) continue
    const n = component.size
    const open = [start]
    component.set(start, n)
    while (open.length > 0) {
      const key = open.pop() as string
      for (const zone of zonesAt.get(key) ?? [])
        for (const { toKey } of stateOf(key, zone).ways) {
          if (component.has(toKey)) continue
          component.set(toKey, n)
          open.push(toKey)
        }
    }
  }

  interface Attachment {
    readonly segment: Segment
    readonly toA: number
    readonly toB: number
    readonly connector: number
  }
  const attachments = new Map<string, Attachment>()
  // with their ends read from the keys once: every place looks at every segment of its zone
  const segmentsOf = new Map<string, { readonly s: Segment; readonly ends: readonly number[][] }[]>()
  for (const s of segments) {
    const ofZone = segmentsOf.get(s.zone) ?? []
    ofZone.push({ s, ends: [parse(s.a), parse(s.b)] })
    segmentsOf.set(s.zone, ofZone)
  }
  const attach = (place: Place): Attachment => {
    const zone = place.zone ?? zoneAt(place.at)
    const cacheKey = `${place.at.join()}|${zone}`
    const known = attachments.get(cacheKey)
    if (known) return known
    const [x = 0, y = 0] = place.at
    const kx = Math.cos((y * Math.PI) / 180)
    let best: { s: Segment; t: number; d: number } | null = null
    for (const { s, ends } of segmentsOf.get(zone) ?? []) {
      const [[ax, ay], [bx, by]] = ends
      const [dx, dy] = [(bx - ax) * kx, by - ay]
      const l2 = dx * dx + dy * dy
      const t = l2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * kx * dx + (y - ay) * dy) / l2))
      const d = Math.hypot((ax - x) * kx + t * dx, ay - y + t * dy)
      if (!best || d < best.d) best = { s, t, d }
    }
    if (!best) throw new Error(`no street for ${place.at.join()} in zone "${zone}"`)
    const [ax = 0, ay = 0] = parse(best.s.a)
    const [bx = 0, by = 0] = parse(best.s.b)
    const foot = [ax + best.t * (bx - ax), ay + best.t * (by - ay)]
    const made = {
      segment: best.s,
      toA: best.t * best.s.length,
      toB: (1 - best.t) * best.s.length,
      connector: metresBetween(place.at, foot),
    }
    attachments.set(cacheKey, made)
    return made
  }

  const search = (from: Place, ends: readonly Place[]): number => {
    const own = from.zone ?? zoneAt(from.at)
    const start = attach(from)
    let shortest = Infinity
    // guests may use the streets of the place they go to, so each target zone is searched on its own
    for (const zone of new Set(ends.map((e) => e.zone ?? zoneAt(e.at)))) {
      const targets = ends.filter((e) => (e.zone ?? zoneAt(e.at)) === zone).map(attach)
      for (const t of targets)
        if (t.segment === start.segment)
          shortest = Math.min(shortest, start.connector + t.connector + Math.abs(start.toA - t.toA))
      const known = dijkstra(start, own, zone)
      for (const t of targets) {
        const a = (known.get(stateOf(t.segment.a, t.segment.zone)) ?? Infinity) + t.toA
        const b = (known.get(stateOf(t.segment.b, t.segment.zone)) ?? Infinity) + t.toB
        shortest = Math.min(shortest, Math.min(a, b) + t.connector)
      }
    }
    return shortest
  }

  const trees = new Map<string, Map<State, number>>()
  const dijkstra = (start: Attachment, own: string, other: string): Map<State, number> => {
    const cacheKey = `${start.segment.a}|${start.segment.b}|${start.toA}|${start.connector}|${own}|${other}`
    const cached = trees.get(cacheKey)
    if (cached) return cached
    const done = new Map<State, number>()
    const buckets: [State, number][][] = []
    const push = (state: State, d: number): void => {
      if (d > LIMIT || done.has(state)) return
      ;(buckets[Math.floor(d)] ??= []).push([state, d])
    }
    push(stateOf(start.segment.a, start.segment.zone), start.connector + start.toA)
    push(stateOf(start.segment.b, start.segment.zone), start.connector + start.toB)
    for (let k = 0; k < buckets.length; k++) {
      const bucket = buckets[k]
      if (!bucket) continue
      for (;;) {
        // a metre's bucket is emptied smallest first
        if (bucket.length === 0) break
        let least = 0
        for (let i = 1; i < bucket.length; i++) if (bucket[i][1] < bucket[least][1]) least = i
        const [state, d] = bucket.splice(least, 1)[0]
        if (done.has(state)) continue
        done.set(state, d)
        for (const { to, length } of state.ways) push(to, d + length)
        for (const { to, onlyFor } of state.gates)
          if (onlyFor.every((z) => z === own || z === other)) push(to, d)
      }
    }
    trees.set(cacheKey, done)
    return done
  }

  return {
    distance: (from, to) => search(from, [to]),
    nearest: search,
    zoneAt,
    componentAt: (place) => component.get(attach(place).segment.a) ?? -1,
    segments,
  }
}

const LIMIT = 2500
