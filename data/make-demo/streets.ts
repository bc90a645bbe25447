import { type Face, findFaces, makeWelder, nodeLines } from './faces'
import {
  type Line,
  type P,
  along,
  beside,
  closed,
  curveThrough,
  cutOut,
  dist,
  insetRing,
  left,
  lengthOf,
  meet,
  meetings,
  nearestOn,
  pointAt,
  thinned,
} from './plane'
import type { Random } from './random'
import {
  ARTERIAL_NAMES,
  type ArterialName,
  CANAL,
  FRAME,
  RAIL,
  between,
  drawArterials,
  drawPromenades,
  makePatch,
  where,
} from './skeleton'
import { type InnerStreet, SUPERBLOCKS, type StreetKind } from './superblocks'

/** A street as drawn, in metres, before streets are cut where they meet. */
export interface StreetDraft {
  readonly line: Line
  readonly kind: string
  readonly name?: string
  /** 0 on the ground, 1 bridge, −1 tunnel; only streets of one level join where they cross */
  readonly level?: 0 | 1 | -1
  readonly width_m?: number
  readonly foot?: 'no' | 'yes'
  readonly sidewalk?: string
  readonly crossing?: 'signals' | 'marked' | 'unmarked'
  readonly steps?: boolean
  readonly step_free?: boolean
  readonly note?: string
  readonly id?: string
  /** inner street of this community */
  readonly community?: string
}

export interface Block {
  readonly ring: readonly P[]
  readonly face: readonly P[]
}

export interface PublicStreets {
  readonly drafts: StreetDraft[]
  readonly blocks: readonly Block[]
  readonly arterials: Readonly<Record<ArterialName, Line>>
  /** patch coordinates of the superblocks, by id */
  readonly patches: ReadonlyMap<string, (s: number, t: number) => P>
}

/** Middle of the sidewalk from the middle of an arterial. */
const SIDEWALK = 21
const CANAL_CORRIDOR = 30
const RAIL_CORRIDOR = 24

/** How far the plots stand back from the middle of the street they face. */
const SETBACK: Readonly<Record<string, number>> = {
  primary: 27,
  motorway: 26,
  tertiary: 16,
  residential: 10.5,
  living_street: 6.5,
  promenade: 6,
  rail: 15,
  frame: 0.5,
  pedestrian: 7,
}

const WIDTH: Readonly<Record<string, number>> = {
  primary: 36,
  tertiary: 22,
  residential: 12,
  living_street: 6,
}

export function drawStreets(random: Random): PublicStreets {
  const arterials = drawArterials()
  const { north: canalNorth, south: canalSouth } = drawPromenades()
  const f = FRAME
  const frame = {
    west: [
      [f.west, f.south],
      [f.west, f.north],
    ] as Line,
    east: [
      [f.east, f.south],
      [f.east, f.north],
    ] as Line,
    south: [
      [f.west, f.south],
      [f.east, f.south],
    ] as Line,
    north: [
      [f.west, f.north],
      [f.east, f.north],
    ] as Line,
  }

  // V2 is an ordinary street between the two banks; V5 north of H2 carries only the elevated road
  const v2 = arterials.V2
  const v5 = arterials.V5
  const v2middle = between(v2, arterials.H3, arterials.H2)
  const v5north = cutOut(v5, where(v5, arterials.H2), nearestOn(v5[v5.length - 1], v5))
  const main: { name: ArterialName; line: Line }[] = []
  for (const name of Object.keys(arterials) as ArterialName[]) {
    const line = arterials[name]
    const first = nearestOn(line[0], line)
    const last = nearestOn(line[line.length - 1], line)
    if (name === 'V2') {
      main.push({ name, line: cutOut(line, first, where(line, arterials.H3)) })
      main.push({ name, line: cutOut(line, where(line, arterials.H2), last) })
    } else if (name === 'V5') main.push({ name, line: cutOut(line, first, where(line, arterials.H2)) })
    else main.push({ name, line })
  }

  // sidewalks run around each superblock
  const bones = [
    ...main.map(({ line }) => ({ line, tag: 'primary' })),
    { line: v5north, tag: 'motorway' },
    ...Object.values(frame).map((line) => ({ line, tag: 'frame' })),
  ]
  const weldBones = makeWelder()
  const noded = nodeLines(
    bones.map((b) => b.line),
    weldBones,
  )
  const superFaces = findFaces(noded.map((line, i) => ({ line, tag: bones[i]?.tag })))
  const sidewalks: P[][] = []
  for (const face of superFaces) {
    const inner = insetRing(
      face.ring,
      face.edges.map((tag) => (tag === 'primary' ? SIDEWALK : tag === 'motorway' ? 24 : 0.5)),
    )
    if (!inner) throw new Error(`no sidewalk fits into the superblock at ${face.ring[0]?.join()}`)
    sidewalks.push(...runsAlong(closed(inner), main))
  }

  const drafts: StreetDraft[] = []
  for (const { name, line } of main)
    drafts.push({
      line,
      kind: 'primary',
      name: ARTERIAL_NAMES[name],
      width_m: 36,
      foot: 'no',
      sidewalk: 'separate',
    })
  drafts.push({
    // a step beside the road below, so that the two share no vertex
    line: beside(v5, 1),
    kind: 'motorway',
    name: '东环高架',
    level: 1,
    width_m: 26,
    foot: 'no',
  })
  const sidewalkDrafts = sidewalks.map((line): StreetDraft => ({
    line,
    kind: 'footway',
    sidewalk: 'yes',
    width_m: 4,
  }))
  drafts.push(...sidewalkDrafts)
  for (const line of [canalNorth, canalSouth])
    drafts.push({
      line,
      kind: 'pedestrian',
      name: line === canalNorth ? '运河北岸步道' : '运河南岸步道',
      width_m: 5,
      step_free: true,
    })

  // inner streets of the superblocks, by hand in the core, by rule in the halo
  const sideOf = (side: string): Line =>
    side === 'canalNorth'
      ? canalNorth
      : side === 'canalSouth'
        ? canalSouth
        : side in frame
          ? frame[side as keyof typeof frame]
          : arterials[side as ArterialName]
  const patches = new Map<string, (s: number, t: number) => P>()
  const inner: StreetDraft[] = []
  for (const block of [...SUPERBLOCKS, ...haloBlocks(random)]) {
    const [w, e, s, n] = [sideOf(block.west), sideOf(block.east), sideOf(block.south), sideOf(block.north)]
    const patch = makePatch(between(s, w, e), between(e, s, n), between(n, w, e), between(w, s, n))
    patches.set(block.id, patch)
    inner.push(...innerStreets(block.streets, patch))
  }
  inner.push({ line: v2middle, kind: 'tertiary', name: '杏林路', width_m: 18 })
  for (const [kind, name, at] of FREE_STREETS) {
    const line = curveThrough(at, 40)
    const ends = [0, line.length - 1] as const
    for (const i of ends) {
      const near = nearest(line[i], [...main.map((m) => m.line), ...inner.map((d) => d.line)])
      if (near.d < 30) line[i] = near.p
    }
    inner.push({ line, kind, name, width_m: WIDTH[kind] ?? 8 })
  }

  // blocks: what the streets leave over
  const outlines: { line: Line; tag: string }[] = [
    ...bones.map((b) => ({ ...b })),
    ...inner.flatMap((d) =>
      d.line === v2middle
        ? [{ line: d.line, tag: 'primary' }]
        : trimAtRail(d).map((p) => ({ line: p.line, tag: p.kind })),
    ),
    { line: canalNorth, tag: 'promenade' },
    { line: canalSouth, tag: 'promenade' },
    { line: RAIL, tag: 'rail' },
  ]
  const weldBlocks = makeWelder()
  const nodedBlocks = nodeLines(
    outlines.map((o) => o.line),
    weldBlocks,
  )
  const faces: Face<string>[] = findFaces(nodedBlocks.map((line, i) => ({ line, tag: outlines[i]?.tag })))
  const blocks: Block[] = []
  for (const face of faces) {
    if (isStrip(face)) continue
    const ring = insetRing(
      face.ring,
      face.edges.map((tag) => SETBACK[tag] ?? 8),
    )
    if (ring) blocks.push({ ring: thinned(closed(ring), 0.3).slice(0, -1), face: face.ring })
  }

  // inner streets end at the sidewalk; what lies between it and the carriageway is for vehicles only
  const walked = inner.flatMap(trimAtRail).flatMap((draft) => cutAtSidewalks(draft, sidewalks))
  drafts.push(...walked)
  drafts.push(...crossings(main, sidewalks, walked, drafts))
  const levelled = drafts.flatMap(liftOverCanal).flatMap(sinkUnderRail)
  levelled.push(...bridgeStairs(levelled, [canalNorth, canalSouth]))
  return { drafts: levelled, blocks, arterials, patches }
}

/** Streets drawn in plain metres: at the foot of the hill. */
const FREE_STREETS: readonly [kind: StreetKind, name: string, at: Line][] = [
  [
    'residential',
    '山脚路',
    [
      [388, 473],
      [425, 385],
      [505, 305],
      [610, 235],
      [710, 140],
      [816, 85],
    ],
  ],
  [
    'living_street',
    '茅坞弄',
    [
      [590, 250],
      [640, 330],
      [628, 425],
    ],
  ],
]

function nearest(p: P, lines: readonly Line[]): { p: P; d: number } {
  let best = { p, d: Infinity }
  for (const line of lines) {
    const on = nearestOn(p, line)
    if (on.d < best.d) best = { p: on.p, d: on.d }
  }
  return best
}

/** The parts of a superblock's inner ring that run along an arterial. */
function runsAlong(ring: Line, main: readonly { readonly line: Line }[]): P[][] {
  const runs: P[][] = []
  let run: P[] = []
  for (let i = 0; i + 1 < ring.length; i++) {
    const a = ring[i]
    const b = ring[i + 1]
    const middle: P = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
    const beside = main.some(({ line }) => nearestOn(middle, line).d < SIDEWALK + 3)
    if (beside) run = run.length === 0 ? [a, b] : [...run, b]
    else if (run.length > 0) {
      runs.push(run)
      run = []
    }
  }
  if (run.length > 0) runs.push(run)
  return runs
}

function innerStreets(streets: readonly InnerStreet[], patch: (s: number, t: number) => P): StreetDraft[] {
  const lines = streets.map((street) => {
    const st = curveThrough(street.at, 0.06, 0)
    const line = st.map((q, i) => {
      const exact = i === 0 ? street.at[0] : i === st.length - 1 ? street.at.at(-1) : undefined
      return patch(exact?.[0] ?? q[0], exact?.[1] ?? q[1])
    })
    return thinned(line, 0.8)
  })
  streets.forEach((street, i) => {
    const own = lines[i]
    for (const end of [0, street.at.length - 1]) {
      const [s, t] = street.at[end]
      if (s === 0 || s === 1 || t === 0 || t === 1) continue
      const others = lines.filter((_, k) => k !== i)
      const at = end === 0 ? 0 : own.length - 1
      const near = nearest(own[at], others)
      if (near.d < 30) own[at] = near.p
    }
  })
  return streets.map((street, i) => ({
    line: lines[i],
    kind: street.kind,
    ...(street.name ? { name: street.name } : {}),
    width_m: WIDTH[street.kind] ?? 8,
    ...(street.overRail ? { note: '平交道口' } : {}),
  }))
}

interface HaloBlock {
  readonly id: string
  readonly west: string
  readonly east: string
  readonly south: string
  readonly north: string
  readonly streets: readonly InnerStreet[]
}

/** The kilometre around the core: plain streets by rule, so that walks do not end at the edge. */
function haloBlocks(random: Random): HaloBlock[] {
  const rows: readonly (readonly [west: string, east: string, south: string, north: string])[] = [
    ...pairs(['west', 'V0', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'east']).map(
      ([w, e]) => [w, e, 'H0', 'north'] as const,
    ),
    ...pairs(['V5', 'V6', 'east']).flatMap(([w, e]) =>
      [
        ['H5', 'H4'],
        ['H4', 'H3'],
        ['H3', 'canalSouth'],
        ['canalNorth', 'H2'],
        ['H2', 'H0'],
      ].map(([s, n]) => [w, e, s, n] as const),
    ),
    ...pairs(['west', 'V0', 'V1']).flatMap(([w, e]) =>
      [
        ['H4', 'H3'],
        ['H3', 'canalSouth'],
        ['canalNorth', 'H1'],
        ['H1', 'H0'],
      ].map(([s, n]) => [w, e, s, n] as const),
    ),
    ...pairs(['V2', 'V3', 'V4', 'V5', 'V6', 'east']).map(([w, e]) => [w, e, 'south', 'H5'] as const),
  ]
  return rows
    .filter(([w, e, s, n]) => !(w === 'west' && s === 'H4' && e === 'V0' && n === 'none'))
    .map(([west, east, south, north]) => {
      const id = `halo-${west}-${south}`
      const r = random.fork(id)
      const m = r.between(0.42, 0.58)
      const a = r.between(0.28, 0.4)
      const b = r.between(0.6, 0.72)
      const j = (): number => r.between(-0.05, 0.05)
      const streets: InnerStreet[] = [
        {
          kind: 'tertiary',
          at: [
            [m, 0],
            [m + j(), 0.5],
            [m + j(), 1],
          ],
        },
        {
          kind: 'residential',
          at: [
            [0, a + j()],
            [m / 2, a + j()],
            [m, a],
          ],
        },
        {
          kind: 'residential',
          at: [
            [m, a + 0.06 + j()],
            [1, a + j()],
          ],
        },
        {
          kind: 'residential',
          at: [
            [0, b + j()],
            [m, b + j()],
            [1, b + j()],
          ],
        },
        {
          kind: 'living_street',
          at: [
            [m * 0.5 + j(), 0],
            [m * 0.5 + j(), a],
          ],
        },
        {
          kind: 'living_street',
          at: [
            [(1 + m) / 2 + j(), b],
            [(1 + m) / 2 + j(), 1],
          ],
        },
      ]
      return { id, west, east, south, north, streets }
    })
}

function pairs(names: readonly string[]): [string, string][] {
  return names.slice(1).map((name, i) => [names[i], name])
}

/** Between the two promenades: water and bank, no plot. */
function isStrip(face: Face<string>): boolean {
  const sides = face.edges.filter((tag) => tag === 'promenade').length
  if (sides === 0) return false
  return face.ring.every((p) => nearestOn(p, CANAL).d < 28)
}

/** Streets stop short of the railway, except the one with the level crossing. */
function trimAtRail(draft: StreetDraft): StreetDraft[] {
  if (draft.note === '平交道口') return [draft]
  if (meetings(draft.line, RAIL).length === 0) return [draft]
  return splitByCorridor(draft.line, RAIL, 15)
    .filter((piece) => !piece.isInside && lengthOf(piece.line) > 20)
    .map((piece) => ({ ...draft, line: piece.line }))
}

/** Cuts a line where it enters and leaves the strip of a given half width along another line. */
export function splitByCorridor(line: Line, centre: Line, half: number): { line: P[]; isInside: boolean }[] {
  const cuts = [...meetings(line, beside(centre, half)), ...meetings(line, beside(centre, -half))].sort(
    (a, b) => a.i + a.t - b.i - b.t,
  )
  const stops = [nearestOn(line[0], line), ...cuts, { p: line.at(-1) as P, i: line.length - 2, t: 1, d: 0 }]
  const pieces: { line: P[]; isInside: boolean }[] = []
  for (let k = 0; k + 1 < stops.length; k++) {
    const from = stops[k]
    const piece = cutOut(line, k === 0 ? { ...from, i: 0, t: 0 } : from, stops[k + 1])
    if (piece.length < 2 || lengthOf(piece) < 1e-6) continue
    const middle = pointAt(piece, lengthOf(piece) / 2).p
    pieces.push({ line: piece, isInside: nearestOn(middle, centre).d < half })
  }
  return pieces
}

/** A street that reaches an arterial is walked up to the sidewalk; the rest is the junction's. */
function cutAtSidewalks(draft: StreetDraft, sidewalks: readonly Line[]): StreetDraft[] {
  const cuts = sidewalks
    .flatMap((ring) => meetings(draft.line, ring))
    .sort((a, b) => a.i + a.t - b.i - b.t)
    .filter((cut, i, all) => i === 0 || dist(cut.p, all[i - 1].p) > 0.5)
  if (cuts.length === 0) return [draft]
  const total = lengthOf(draft.line)
  const end = { p: draft.line.at(-1) as P, i: draft.line.length - 2, t: 1, d: 0 }
  const start = { p: draft.line[0], i: 0, t: 0, d: 0 }
  const first = cuts[0]
  const last = cuts[cuts.length - 1]
  const head = lengthOf(cutOut(draft.line, start, first))
  const tail = lengthOf(cutOut(draft.line, last, end))
  const startCut = head < 60 && head < total / 2 ? first : null
  const endCut = tail < 60 && tail < total / 2 ? last : null
  const out: StreetDraft[] = []
  if (startCut) out.push({ ...draft, line: cutOut(draft.line, start, startCut), foot: 'no' })
  out.push({ ...draft, line: cutOut(draft.line, startCut ?? start, endCut ?? end), sidewalk: 'both' })
  if (endCut) out.push({ ...draft, line: cutOut(draft.line, endCut, end), foot: 'no' })
  return out
}

/** Zebra crossings: with signals on every arm of an arterial junction, marked where a street meets one. */
function crossings(
  main: readonly { readonly name: ArterialName; readonly line: Line }[],
  sidewalks: readonly Line[],
  walked: readonly StreetDraft[],
  all: readonly StreetDraft[],
): StreetDraft[] {
  const out: StreetDraft[] = []
  for (const { line, name } of main) {
    const total = lengthOf(line)
    const taken: number[] = []
    const put = (at: number, crossing: 'signals' | 'marked'): void => {
      if (
        at < 12 ||
        at > total - 12 ||
        taken.some((d) => Math.abs(d - at) < (crossing === 'signals' ? 20 : 90))
      )
        return
      const { p, direction } = pointAt(line, at)
      if (nearestOn(p, CANAL).d < 50 || nearestOn(p, RAIL).d < 45) return
      const ends = [1, -1].map((side) => {
        const far = along(p, left(direction), side * (SIDEWALK + 14))
        let best: { p: P; d: number } | null = null
        for (const ring of sidewalks)
          for (let i = 0; i + 1 < ring.length; i++) {
            const m = meet(p, far, ring[i], ring[i + 1])
            if (m && (!best || dist(m.p, p) < best.d)) best = { p: m.p, d: dist(m.p, p) }
          }
        return best
      })
      const [a, b] = ends
      if (!a || !b) return
      taken.push(at)
      out.push({ line: [a.p, p, b.p], kind: 'footway', crossing, width_m: 5, step_free: true })
    }
    const cuts: number[] = []
    for (const other of main) {
      if (other.line === line) continue
      const near = meetings(line, other.line)
      const touches = [other.line[0], other.line.at(-1) as P]
        .map((p) => nearestOn(p, line))
        .filter((o) => o.d < 1)
      const own = [line[0], line.at(-1) as P]
        .map((p) => nearestOn(p, other.line))
        .flatMap((o, k) => (o.d < 1 ? [nearestOn(line[k === 0 ? 0 : line.length - 1], line)] : []))
      for (const on of [...near, ...touches, ...own])
        cuts.push(lengthOf(cutOut(line, { p: line[0], i: 0, t: 0, d: 0 }, on)))
    }
    for (const cut of cuts.sort((a, b) => a - b)) {
      put(cut - SIDEWALK - 5, 'signals')
      put(cut + SIDEWALK + 5, 'signals')
    }
    // where a lesser street ends on this arterial
    const stubs = walked.filter((d) => d.foot === 'no')
    for (const stub of stubs)
      for (const p of [stub.line[0], stub.line.at(-1) as P]) {
        const on = nearestOn(p, line)
        if (on.d > 1) continue
        const at = lengthOf(cutOut(line, { p: line[0], i: 0, t: 0, d: 0 }, on))
        put(at + 9, stub.kind === 'tertiary' ? 'signals' : 'marked')
      }
    void name
  }
  void all
  return out
}

/** The parts over the canal become bridges: separate records one level up. */
function liftOverCanal(draft: StreetDraft): StreetDraft[] {
  if (draft.level || draft.kind === 'pedestrian') return [draft]
  if (meetings(draft.line, CANAL).length === 0) return [draft]
  const isSmall = draft.kind === 'tertiary'
  const half = isSmall ? 25 : CANAL_CORRIDOR
  return splitByCorridor(draft.line, CANAL, half).map((piece) =>
    piece.isInside
      ? {
          ...draft,
          line: piece.line,
          level: 1,
          ...(isSmall ? { name: '拱月桥', kind: 'footway', steps: true, step_free: false, width_m: 6 } : {}),
        }
      : { ...draft, line: piece.line },
  )
}

/** Arterials pass under the railway: separate records one level down. */
function sinkUnderRail(draft: StreetDraft): StreetDraft[] {
  if (draft.level || meetings(draft.line, RAIL).length === 0) return [draft]
  const isLevelCrossing = draft.note === '平交道口'
  return splitByCorridor(draft.line, RAIL, isLevelCrossing ? 8 : RAIL_CORRIDOR).map((piece) => {
    if (!piece.isInside) return { ...draft, line: piece.line }
    if (isLevelCrossing) return { ...draft, line: piece.line, name: '老道口', crossing: 'marked' as const }
    return { ...draft, line: piece.line, level: -1 as const, note: '铁路地道' }
  })
}

/** From the sidewalk of a bridge down to the promenade below: steps on one side, a ramp on the other. */
function bridgeStairs(drafts: readonly StreetDraft[], promenades: readonly Line[]): StreetDraft[] {
  const out: StreetDraft[] = []
  let n = 0
  for (const bridge of drafts) {
    if (bridge.level !== 1 || bridge.kind !== 'footway' || bridge.steps) continue
    for (const end of [bridge.line[0], bridge.line.at(-1) as P]) {
      for (const promenade of promenades) {
        const on = nearestOn(end, promenade)
        if (on.d > 14) continue
        const isRamp = n++ % 2 === 1
        const centre = drafts.filter((d) => d.kind === 'primary' && d.level === 1)
        const away = (k: number): P => {
          const at = lengthOf(cutOut(promenade, { p: promenade[0], i: 0, t: 0, d: 0 }, on)) + k
          return pointAt(promenade, at).p
        }
        const gap = (p: P): number => Math.min(...centre.map((d) => nearestOn(p, d.line).d))
        const reach = isRamp ? 26 : 9
        const foot = gap(away(reach)) > gap(away(-reach)) ? away(reach) : away(-reach)
        out.push({
          line: [end, foot],
          kind: isRamp ? 'footway' : 'steps',
          width_m: 3,
          ...(isRamp ? { step_free: true, note: '桥头坡道' } : { steps: true, step_free: false }),
        })
      }
    }
  }
  return out
}
