import fc from 'fast-check'

import type { Street } from '../../src/model/layers'
import type { Project } from '../../src/model/project'
import { Scene } from '../scene/scene'
import {
  type Access,
  along,
  areApart,
  describe,
  gateAccess,
  jitter,
  place,
  type Rectangle,
  rectangle,
  ringOf,
  sharesAtEdge,
  slideAlongEdge,
  type XY,
} from './random-quarter'

/** A quarter with everything a real one has: what a project is made of, and places to ask from. */
export interface District {
  readonly project: Project
  readonly compounds: readonly Rectangle[]
  readonly places: readonly XY[]
}

export const DISTRICT_CLASSES = ['STORE', 'SPORT_S', 'MARKET', 'EDU_MIDDLE'] as const

const CELLS = 4

/** What a street of the grid may be, besides ordinary. */
const STREETS: readonly Partial<Street>[] = [
  {},
  {},
  {},
  {},
  { oneway_foot: true },
  { kind: 'steps' },
  { access: 'private' },
  { access: 'private', foot: 'permissive' },
  { step_free: false },
  { kind: 'footway', bridge: true, layer: 1 },
  { kind: 'motorway' },
]

const facility = fc.record({
  where: place,
  code: fc.constantFrom(...DISTRICT_CLASSES),
  access: fc.constantFrom('public' as const, 'residents' as const, undefined),
  owner: fc.integer({ min: 0, max: 4 }),
  half: fc.integer({ min: 0, max: 25 }),
  door: fc.option(place, { freq: 4 }),
})

/**
 * A crooked grid with holes, stairs, one-way ways, private and forbidden streets and footbridges; up to three
 * compounds, one with a twin on the other side of its wall, a small one without any street, one inside another;
 * gates of all kinds, some not surveyed; people in buildings, at gates or nowhere; facilities as points and as
 * areas, some with a door, some for one community only; classes surveyed or not; data that may end nearby.
 */
export const districts: fc.Arbitrary<District> = fc
  .record({
    corners: fc.array(fc.tuple(jitter, jitter), { minLength: 25, maxLength: 25 }),
    missing: fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 40, maxLength: 40 }),
    kinds: fc.array(fc.nat(STREETS.length - 1), { minLength: 40, maxLength: 40 }),
    drawn: fc.array(rectangle, { minLength: 1, maxLength: 3 }),
    twin: fc.option(fc.integer({ min: 60, max: 140 })),
    hidden: fc.option(fc.tuple(fc.nat(3), fc.nat(3), fc.integer({ min: 4, max: 10 }))),
    inner: fc.option(fc.integer({ min: 18, max: 40 }), { freq: 4 }),
    access: fc.array(gateAccess, { minLength: 40, maxLength: 40 }),
    aside: fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 40, maxLength: 40 }),
    stepFree: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 40, maxLength: 40 }),
    hasGates: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }),
    loose: fc.array(
      fc.record({ side: fc.nat(3), share: fc.integer({ min: 1, max: 9 }), access: gateAccess }),
      { minLength: 6, maxLength: 6 },
    ),
    homes: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 6, maxLength: 6 }),
    facilities: fc.array(facility, { minLength: 3, maxLength: 8 }),
    surveyed: fc.constantFrom<Record<string, boolean>>({}, { STORE: true, MARKET: false }),
    ends: fc.option(fc.integer({ min: 380, max: 460 }), { freq: 4 }),
    places: fc.array(place, { minLength: 4, maxLength: 4 }),
  })
  .map((drawn) => {
    const compounds: Rectangle[] = []
    for (const r of drawn.drawn) if (compounds.every((other) => areApart(r, other))) compounds.push(r)
    const add = (r: Rectangle): void => {
      if (compounds.every((other) => areApart(r, other))) compounds.push(r)
    }
    const [first] = compounds
    if (drawn.twin !== null) {
      const twin = { ...first, west: first.east, east: first.east + drawn.twin }
      if (compounds.slice(1).every((other) => areApart(twin, other))) compounds.push(twin)
    }
    if (drawn.hidden !== null) {
      const [i, j, half] = drawn.hidden
      const [x, y] = [i * 100 + 50, j * 100 + 50]
      add({ west: x - half, south: y - half, east: x + half, north: y + half })
    }
    if (drawn.inner !== null) {
      const [x, y] = [(first.west + first.east) / 2, (first.south + first.north) / 2]
      const r = drawn.inner
      compounds.push({ west: x - r, south: y - r, east: x + r, north: y + r })
    }

    const scene = new Scene()
    const crossings: XY[][] = compounds.map(() => [])
    const corner = (i: number, j: number): XY => {
      const [dx, dy] = drawn.corners[i * 5 + j]
      return [i * 100 + dx, j * 100 + dy]
    }
    let n = 0
    const addStreet = (a: XY, b: XY): void => {
      const kind = STREETS[drawn.kinds[n]]
      if (drawn.missing[n++] === 0) return
      compounds.forEach((r, c) => sharesAtEdge(a, b, r).forEach((t) => crossings[c].push(along(a, b, t))))
      scene.street(`s${n}`, [a, along(a, b, 0.43), b], kind)
    }
    for (let i = 0; i <= CELLS; i++)
      for (let j = 0; j <= CELLS; j++) {
        if (i < CELLS) addStreet(corner(i, j), corner(i + 1, j))
        if (j < CELLS) addStreet(corner(i, j), corner(i, j + 1))
      }

    let gates = 0
    let k = 0
    compounds.forEach((r, c) => {
      scene.community(`c${c}`, ringOf(r), { gated: true, residents: 100 + 50 * c })
      const addGate = (at: XY, access: Access | 'unsaid' | 'none', isStepFree: boolean): void => {
        if (access === 'none') return
        scene.gate(`g${gates++}`, at, {
          community: `c${c}`,
          ...(access === 'unsaid' ? {} : { access }),
          ...(isStepFree ? {} : { step_free: false }),
        })
      }
      if (drawn.homes[c] > 0) {
        const [x, y] = [(r.west + r.east) / 2, (r.south + r.north) / 2]
        scene.building(`b${c}`, square(x, y, 3), { community: `c${c}`, residents: 60 })
        if (drawn.homes[c] > 1)
          scene.building(`a${c}`, square(r.west + 7, r.south + 7, 3), { community: `c${c}`, residents: 40 })
      }
      if (drawn.hasGates[c] === 0) return
      for (const crossing of crossings[c]) {
        const i = k++ % 40
        addGate(slideAlongEdge(crossing, r, drawn.aside[i]), drawn.access[i], drawn.stepFree[i] > 0)
      }
      const { side, share, access } = drawn.loose[c]
      const ring = ringOf(r)
      const at = along(ring[side], ring[(side + 1) % 4], share / 10)
      // what lies outside a gate of its own must be open ground
      const isAlone = compounds.every((other, o) => o === c || isOutside(at, other, 20))
      if (isAlone && crossings[c].every(([x, y]) => Math.hypot(x - at[0], y - at[1]) > 20))
        addGate(at, access, true)
    })
    scene.community('open', square(430, 430, 30), { residents: 77 })
    scene.community('uncounted', square(430, -60, 30))
    drawn.facilities.forEach(({ where, code, access, owner, half, door }, i) => {
      const [x, y] = where(compounds)
      scene.facility(`f${i}`, code, half < 8 ? [x, y] : square(x, y, half), {
        ...(access === undefined ? {} : { access }),
        ...(access === 'residents' ? { community: owner < 4 ? `c${owner}` : 'open' } : {}),
      })
      if (door !== null) scene.entrance(`e${i}`, `f${i}`, door(compounds))
    })
    if (drawn.ends !== null) scene.endsAt(-200, -200, drawn.ends, 700)
    const project = scene.project({ surveyed: drawn.surveyed })
    const places = drawn.places.map((at) => at(compounds))
    return { project, compounds, places, [fc.toStringMethod]: () => describe(scene, compounds, []) }
  })

function square(x: number, y: number, half: number): XY[] {
  return [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
  ]
}

function isOutside([x, y]: XY, r: Rectangle, by: number): boolean {
  return x < r.west - by || x > r.east + by || y < r.south - by || y > r.north + by
}
