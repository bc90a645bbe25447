import fc from 'fast-check'

import { Scene } from '../scene/scene'

export type XY = readonly [x: number, y: number]
export type Access = 'public' | 'residents' | 'closed'

export interface Rectangle {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** A made-up quarter: what the scene is drawn from, in metres. */
export interface Quarter {
  readonly scene: Scene
  readonly compounds: readonly Rectangle[]
  readonly gates: readonly string[]
  /** from and to */
  readonly trips: readonly (readonly [XY, XY])[]
}

const CELLS = 5
const GAP_M = 30

export const jitter = fc.integer({ min: -15, max: 15 })
export const rectangle = fc
  .record({
    i: fc.integer({ min: -1, max: 3 }),
    j: fc.integer({ min: -1, max: 3 }),
    w: fc.integer({ min: 1, max: 2 }),
    h: fc.integer({ min: 1, max: 2 }),
    insets: fc.array(fc.integer({ min: 35, max: 65 }), { minLength: 4, maxLength: 4 }),
  })
  .map(({ i, j, w, h, insets: [a, b, c, d] }): Rectangle => ({
    west: i * 100 + a,
    south: j * 100 + b,
    east: (i + w) * 100 + c,
    north: (j + h) * 100 + d,
  }))
export const gateAccess = fc.constantFrom<(Access | 'unsaid' | 'none')[]>(
  'public',
  'public',
  'residents',
  'residents',
  'unsaid',
  'closed',
  'none',
  'none',
)

/** A point of the quarter, inside a compound about half of the time, never within 3 m of an edge. */
export const place: fc.Arbitrary<(compounds: readonly Rectangle[]) => XY> = fc
  .record({
    x: fc.integer({ min: 0, max: 1000 }),
    y: fc.integer({ min: 0, max: 1000 }),
    inside: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ x, y, inside }) => (compounds) => {
    const r = compounds[inside]
    if (r !== undefined)
      return [
        r.west + 3 + ((r.east - r.west - 6) * x) / 1000,
        r.south + 3 + ((r.north - r.south - 6) * y) / 1000,
      ]
    const point: [number, number] = [-30 + x * 0.56, -30 + y * 0.56]
    for (const edge of compounds) if (isNearEdge(point, edge)) point[0] = edge.east + 5
    return point
  })

/**
 * A grid of streets that is not quite straight and has holes, with up to three walled compounds on it whose
 * edges cross the streets between their corners, and gates of every kind at some of the crossings, away from
 * every street, or nowhere at all.
 */
export const quarters: fc.Arbitrary<Quarter> = fc
  .record({
    corners: fc.array(fc.tuple(jitter, jitter), { minLength: 36, maxLength: 36 }),
    missing: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 60, maxLength: 60 }),
    compounds: fc.array(rectangle, { minLength: 1, maxLength: 3 }),
    access: fc.array(gateAccess, { minLength: 40, maxLength: 40 }),
    aside: fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 40, maxLength: 40 }),
    hasGates: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }),
    loose: fc.array(
      fc.record({
        side: fc.integer({ min: 0, max: 3 }),
        share: fc.integer({ min: 1, max: 9 }),
        access: gateAccess,
      }),
      { minLength: 3, maxLength: 3 },
    ),
    hasVertices: fc.boolean(),
    saysCommunity: fc.boolean(),
    trips: fc.array(fc.tuple(place, place), { minLength: 3, maxLength: 3 }),
  })
  .map((drawn) => {
    const compounds: Rectangle[] = []
    for (const r of drawn.compounds) if (compounds.every((other) => areApart(r, other))) compounds.push(r)

    const scene = new Scene()
    const crossings: XY[][] = compounds.map(() => [])
    const corner = (i: number, j: number): XY => {
      const [dx, dy] = drawn.corners[i * 6 + j]
      return [i * 100 + dx, j * 100 + dy]
    }
    let n = 0
    const addStreet = (a: XY, b: XY): void => {
      if (drawn.missing[n++] === 0) return
      const cuts = compounds.flatMap((r, c) => sharesAtEdge(a, b, r).map((t) => ({ t, c })))
      cuts.sort((x, y) => x.t - y.t)
      for (const { t, c } of cuts) crossings[c].push(along(a, b, t))
      const middle = drawn.hasVertices ? cuts.map(({ t }) => along(a, b, t)) : []
      scene.street(`s${n}`, [a, ...middle, b])
    }
    for (let i = 0; i <= CELLS; i++)
      for (let j = 0; j <= CELLS; j++) {
        if (i < CELLS) addStreet(corner(i, j), corner(i + 1, j))
        if (j < CELLS) addStreet(corner(i, j), corner(i, j + 1))
      }

    const gates: string[] = []
    let k = 0
    compounds.forEach((r, c) => {
      scene.community(`c${c}`, ringOf(r), { gated: true, residents: 100 + 50 * c })
      const addGate = (at: XY, access: Access | 'unsaid' | 'none'): void => {
        if (access === 'none') return
        const id = `g${gates.length}`
        gates.push(id)
        scene.gate(id, at, {
          ...(access === 'unsaid' ? {} : { access }),
          ...(drawn.saysCommunity ? { community: `c${c}` } : {}),
        })
      }
      if (drawn.hasGates[c] === 0) return
      for (const crossing of crossings[c]) {
        const index = k++ % 40
        addGate(slideAlongEdge(crossing, r, drawn.aside[index]), drawn.access[index])
      }
      const { side, share, access } = drawn.loose[c]
      const ring = ringOf(r)
      const at = along(ring[side], ring[(side + 1) % 4], share / 10)
      if (crossings[c].every(([x, y]) => Math.hypot(x - at[0], y - at[1]) > 20)) addGate(at, access)
    })
    const trips = drawn.trips.map(([from, to]) => [from(compounds), to(compounds)] as const)
    return { scene, compounds, gates, trips, [fc.toStringMethod]: () => describe(scene, compounds, trips) }
  })

function isNearEdge([x, y]: XY, r: Rectangle): boolean {
  const isWithin = (m: number): boolean =>
    x > r.west - m && x < r.east + m && y > r.south - m && y < r.north + m
  return isWithin(3) && !isWithin(-3)
}

export function areApart(a: Rectangle, b: Rectangle): boolean {
  return (
    a.east + GAP_M < b.west ||
    b.east + GAP_M < a.west ||
    a.north + GAP_M < b.south ||
    b.north + GAP_M < a.south
  )
}

export function ringOf({ west, south, east, north }: Rectangle): XY[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]
}

export function along(a: XY, b: XY, t: number): XY {
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]
}

/** Where a–b crosses the outline, as shares of the way from a to b. */
export function sharesAtEdge(a: XY, b: XY, r: Rectangle): number[] {
  const shares: number[] = []
  for (const [axis, value] of [
    [0, r.west],
    [0, r.east],
    [1, r.south],
    [1, r.north],
  ] as const) {
    const t = (value - a[axis]) / (b[axis] - a[axis])
    if (!(t > 0 && t < 1)) continue
    const other = along(a, b, t)[1 - axis]
    const [low, high] = axis === 0 ? [r.south, r.north] : [r.west, r.east]
    if (other > low && other < high) shares.push(t)
  }
  return shares
}

/** A gate is rarely drawn exactly where the street is. */
export function slideAlongEdge([x, y]: XY, r: Rectangle, by: number): XY {
  const isOnSide = Math.min(Math.abs(x - r.west), Math.abs(x - r.east)) < 0.01
  return isOnSide
    ? [x, Math.max(r.south, Math.min(r.north, y + by))]
    : [Math.max(r.west, Math.min(r.east, x + by)), y]
}

/** What a failing run prints: enough to draw the scene by hand. */
export function describe(scene: Scene, compounds: Quarter['compounds'], trips: Quarter['trips']): string {
  const { streets, gates } = scene.project().layers
  return [
    ...compounds.map((r, c) => `c${c} ${JSON.stringify(r)}`),
    ...gates.map(
      (g) => `${g.id} ${g.community ?? '?'} ${g.access ?? 'unsaid'} ${metres(g.geometry.coordinates)}`,
    ),
    ...streets.map((s) => `${s.id} ${s.geometry.coordinates.map(metres).join(' – ')}`),
    ...trips.map((trip) => `trip ${JSON.stringify(trip)}`),
  ].join('\n')
}

function metres([lon, lat]: number[]): string {
  return `${Math.round((lon - 120) * 96_297)},${Math.round((lat - 30) * 111_195)}`
}
