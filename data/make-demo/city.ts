import { INSIDES, type InsideDraft } from './insides'
import {
  type BuildingDraft,
  type EstatePlan,
  type GateDraft,
  buildSlabs,
  buildTowers,
  buildVillage,
  findRoom,
  placeGates,
  planEstate,
  planTowerEstate,
} from './estates'
import { buildInstitution } from './institutions'
import { type Parcel, findEmptyBlocks, layOutParcels } from './parcels'
import { makePlacer, type Placer } from './placer'
import {
  type Line,
  type P,
  type Ring,
  beside,
  centroidOf,
  closed,
  cutOut,
  dist,
  isInside,
  lengthOf,
  meet,
  nearestOn,
  pointAt,
} from './plane'
import type { Random } from './random'
import { CANAL, CANAL_HALF_WIDTH, HILL, LAKE, RAIL } from './skeleton'
import { type StreetDraft, drawStreets } from './streets'
import { drawParkPaths } from './parks'
import { doorOf } from './door'

/** Everything drawn, in metres, before it becomes records. */
export interface City {
  readonly streets: StreetDraft[]
  readonly parcels: readonly Parcel[]
  readonly emptyBlocks: readonly Ring[]
  readonly buildings: BuildingDraft[]
  readonly gates: (GateDraft & { readonly community: string })[]
  readonly greens: {
    readonly ring: Ring
    readonly kind: 'park' | 'garden' | 'square' | 'court'
    readonly name?: string
    readonly community?: string
  }[]
  readonly fields: { readonly ring: Ring; readonly parcel?: Parcel }[]
  readonly insides: InsideDraft[]
  readonly placer: Placer
  readonly arterials: Readonly<Record<string, Line>>
  readonly patch: (superblock: string, s: number, t: number) => P
  readonly doorOf: (parcel: Parcel) => P
}

const HOUSING = new Set(['slab', 'danwei', 'tower', 'village'])
export const isHousing = (parcel: Parcel): boolean => HOUSING.has(parcel.spec.kind)
export const isGated = (parcel: Parcel): boolean =>
  isHousing(parcel) && parcel.spec.kind !== 'village' && parcel.spec.gated !== false

export function buildCity(random: Random): City {
  const publicStreets = drawStreets(random.fork('streets'))
  const parcels = layOutParcels(publicStreets, random.fork('parcels'))
  const placer = makePlacer()
  const streets = [...publicStreets.drafts]
  const city: City = {
    streets,
    parcels,
    emptyBlocks: findEmptyBlocks(publicStreets, parcels),
    buildings: [],
    gates: [],
    greens: [],
    fields: [],
    insides: [],
    placer,
    arterials: publicStreets.arterials,
    patch: (superblock, s, t) => {
      const patch = publicStreets.patches.get(superblock)
      if (!patch) throw new Error(`no superblock ${superblock}`)
      return patch(s, t)
    },
    doorOf: (parcel) => doorOf(parcel, publicStreets.drafts),
  }
  streets.push(...drawParkPaths(publicStreets.drafts, random.fork('parks')))
  for (const d of streets) placer.addLine(d.line, d.kind === 'motorway' ? 20 : (d.width_m ?? 4) / 2 + 1.5)
  placer.addLine(CANAL, CANAL_HALF_WIDTH + 10)
  placer.addLine(RAIL, 13)
  placer.addRing(LAKE)

  // inner streets and gates of every estate first: houses keep off them
  const plans = new Map<Parcel, EstatePlan>()
  for (const parcel of parcels.filter(isHousing)) {
    const r = random.fork(`plan ${parcel.spec.id}`)
    if (parcel.spec.kind === 'village') layVillage(parcel, city, r)
    else layEstate(parcel, city, plans, publicStreets.drafts, r)
  }
  for (const inside of INSIDES) placeInside(inside, city)
  for (const parcel of parcels) {
    const r = random.fork(`build ${parcel.spec.id ?? parcel.spec.name ?? centroidOf(parcel.ring).join()}`)
    const community = parcel.spec.id
    if (parcel.spec.kind === 'village') continue
    if (isHousing(parcel)) {
      addCourt(parcel, city, r)
      const built =
        parcel.spec.kind === 'tower'
          ? buildTowers(parcel, placer, r)
          : buildSlabs(parcel, plans.get(parcel) as EstatePlan, placer, r)
      city.buildings.push(...built.map((b) => ({ ...b, ...(community ? { community } : {}) })))
    } else {
      const made = buildInstitution(parcel, placer, r)
      city.buildings.push(...made.buildings)
      city.greens.push(
        ...made.greens.map((g) => ({ ...g, ...(parcel.spec.name ? { name: parcel.spec.name } : {}) })),
      )
      city.fields.push(...made.fields.map((ring) => ({ ring, parcel })))
    }
  }
  city.greens.push(...bankGreens(publicStreets.arterials), ...railGreens(publicStreets.drafts), {
    ring: HILL,
    kind: 'park',
    name: '青坞山',
  })
  return city
}

function layEstate(
  parcel: Parcel,
  city: City,
  plans: Map<Parcel, EstatePlan>,
  publicDrafts: readonly StreetDraft[],
  random: Random,
): void {
  const community = parcel.spec.id as string
  const draw = (line: Line, kind = 'service', width = 4): void => {
    city.streets.push({ line, kind, width_m: width, ...(community ? { community } : {}) })
    city.placer.addLine(line, width / 2 + 1)
  }
  let plan: EstatePlan
  if (parcel.spec.kind === 'tower') {
    const tower = planTowerEstate(parcel)
    plan = tower.plan
    draw(closed(tower.loop), 'service', 5)
    for (const line of [...plan.lanes, ...plan.spines]) draw(line, 'footway', 4)
  } else {
    plan = planEstate(parcel, random)
    for (const line of plan.spines) draw(line, 'service', 5)
    for (const line of plan.lanes) draw(line, 'service', 3.5)
  }
  plans.set(parcel, plan)
  for (const gate of placeGates(parcel, plan)) {
    const out = wayToStreet(gate.point, parcel.ring, publicDrafts, city.parcels)
    if (!out) continue
    draw(gate.inner)
    city.streets.push({ line: [gate.point, out], kind: 'service', width_m: 5 })
    city.placer.addLine([gate.point, out], 4)
    if (isGated(parcel)) city.gates.push({ ...gate, community })
  }
}

/** From a gate straight to the nearest public way, over nobody else's plot. */
function wayToStreet(
  gate: P,
  own: Ring,
  drafts: readonly StreetDraft[],
  parcels: readonly Parcel[],
): P | null {
  let best: { p: P; d: number } | null = null
  for (const draft of drafts) {
    if (draft.level || draft.foot === 'no' || draft.community || draft.kind === 'motorway') continue
    const on = nearestOn(gate, draft.line)
    if (on.d > 75 || (best && on.d >= best.d)) continue
    if (crosses(gate, on.p, own)) continue
    if (parcels.some((q) => q.ring !== own && isHousing(q) && crosses(gate, on.p, q.ring))) continue
    best = { p: on.p, d: on.d }
  }
  return best?.p ?? null
}

function crosses(a: P, b: P, ring: Ring): boolean {
  const start: P = [a[0] + (b[0] - a[0]) * 0.02, a[1] + (b[1] - a[1]) * 0.02]
  if (isInside(start, ring)) return true
  return ring.some((p, i) => meet(start, b, p, ring[(i + 1) % ring.length]) !== null)
}

function layVillage(parcel: Parcel, city: City, random: Random): void {
  const built = buildVillage(parcel, city.placer, random)
  const community = parcel.spec.id as string
  city.buildings.push(...built.houses.map((b) => ({ ...b, community })))
  const done: Line[] = []
  for (const { line } of built.lanes) {
    const ends = [line[0], line[line.length - 1]].map((p) => {
      // onto an earlier lane, or out to the street
      let best: { p: P; d: number } | null = null
      for (const other of done) {
        const on = nearestOn(p, other)
        if (on.d < 6 && (!best || on.d < best.d)) best = { p: on.p, d: on.d }
      }
      if (best) return [best.p]
      for (const d of city.streets) {
        if (d.level || d.foot === 'no' || d.community) continue
        const on = nearestOn(p, d.line)
        if (on.d < 24 && (!best || on.d < best.d)) best = { p: on.p, d: on.d }
      }
      return best ? [p, best.p] : [p]
    })
    const [a, b] = ends as [P[], P[]]
    const whole = [...a.toReversed(), ...b].filter((p, i, all) => i === 0 || dist(p, all[i - 1]) > 0.3)
    done.push(whole)
    city.streets.push({ line: whole, kind: 'footway', width_m: 2.5, community })
  }
}

function placeInside(inside: (typeof INSIDES)[number], city: City): void {
  const parcel = city.parcels.find((q) => q.spec.id === inside.community)
  if (!parcel) throw new Error(`no community ${inside.community}`)
  const c = centroidOf(parcel.ring)
  const [dx, dy] = inside.towards ?? [0, 0]
  const us = parcel.ring.map((p) => p[0])
  const vs = parcel.ring.map((p) => p[1])
  const wish: P = [
    c[0] + (dx * (Math.max(...us) - Math.min(...us))) / 2,
    c[1] + (dy * (Math.max(...vs) - Math.min(...vs))) / 2,
  ]
  const isOpen = inside.what !== 'house'
  const ring = findRoom(wish, inside.size, parcel.angle, parcel.ring, city.placer, 2.5, isOpen ? 3 : 4)
  if (!ring) throw new Error(`no room for ${inside.id} in ${inside.community}`)
  city.placer.addRing(ring)
  city.insides.push({ ...inside, ring })
  if (!isOpen)
    city.buildings.push({
      ring,
      use: inside.use ?? 'public',
      storeys: inside.storeys ?? 1,
      community: inside.community,
      name: inside.name,
      id: `b-${inside.id}`,
    })
}

/** The green in the middle of an estate. */
function addCourt(parcel: Parcel, city: City, random: Random): void {
  const isTower = parcel.spec.kind === 'tower'
  if (!isTower && !random.chance(0.75)) return
  const size = isTower
    ? ([random.between(40, 54), random.between(26, 34)] as const)
    : ([random.between(26, 44), random.between(15, 24)] as const)
  const ring = findRoom(centroidOf(parcel.ring), size, parcel.angle, parcel.ring, city.placer, 4, 3, 60)
  if (!ring) return
  city.placer.addRing(ring)
  city.greens.push({
    ring,
    kind: isTower ? 'garden' : 'court',
    ...(parcel.spec.id ? { community: parcel.spec.id } : {}),
  })
}

/** Strips of trees between water and promenade, interrupted by the bridges. */
function bankGreens(arterials: Readonly<Record<string, Line>>): City['greens'][number][] {
  const out: City['greens'][number][] = []
  const stops = ['V0', 'V1', 'V3', 'V4', 'V5', 'V6']
    .map((name) => positionOn(CANAL, arterials[name]))
    .concat(positionOn(CANAL, arterials.V2))
    .sort((a, b) => a - b)
  for (let i = 0; i + 1 < stops.length; i++) {
    const from = stops[i] + 30
    const to = stops[i + 1] - 30
    const piece = cutOut(CANAL, onAt(from), onAt(to))
    for (const side of [1, -1]) {
      const ring = [...beside(piece, side * 18), ...beside(piece, side * 22.5).reverse()]
      out.push({ ring: side === 1 ? ring.reverse() : ring, kind: 'garden', name: '运河绿带' })
    }
  }
  return out
}

/** Trees along the railway, interrupted where something crosses it. */
function railGreens(drafts: readonly StreetDraft[]): City['greens'][number][] {
  const stops = drafts
    .filter((d) => d.kind !== 'footway')
    .map((d) => positionOn(RAIL, d.line))
    .concat(0)
    .filter((at, i, all) => at < lengthOf(RAIL) - 1 && all.indexOf(at) === i)
    .sort((a, b) => a - b)
    .concat(lengthOf(RAIL))
  const out: City['greens'][number][] = []
  for (let i = 0; i + 1 < stops.length; i++) {
    const [from, to] = [stops[i] + 32, stops[i + 1] - 32]
    if (to - from < 60) continue
    const piece = cutOut(RAIL, nearestOn(pointAt(RAIL, from).p, RAIL), nearestOn(pointAt(RAIL, to).p, RAIL))
    for (const side of [1, -1]) {
      const ring = [...beside(piece, side * 5), ...beside(piece, side * 12).reverse()]
      out.push({ ring: side === 1 ? ring.reverse() : ring, kind: 'garden', name: '铁路绿带' })
    }
  }
  return out
}

function positionOn(line: Line, other: Line): number {
  let at = 0
  for (let i = 0; i + 1 < line.length; i++) {
    for (let j = 0; j + 1 < other.length; j++) {
      const m = meet(line[i], line[i + 1], other[j], other[j + 1])
      if (m) return at + m.t * dist(line[i], line[i + 1])
    }
    at += dist(line[i], line[i + 1])
  }
  return at
}

function onAt(d: number): { p: P; i: number; t: number; d: number } {
  return nearestOn(pointAt(CANAL, d).p, CANAL)
}
