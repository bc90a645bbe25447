import type { Geometry } from 'geojson'

import type { Building, Community, Facility } from '../../src/model/layers'
import type { Project } from '../../src/model/project'
import type { LonLat } from '../../src/model/units'
import { haversine, nearestOn } from './slow-walk'
import { isFree, type Wall } from './slow-barriers'
import { boxOf, contains, edgesOf, GATE_NEAR_M, type Ring, ringsOf, zoneAt } from './slow-compounds'
import { between, type Bit, crossingShare, overlap } from './slow-lines'
import type { Foot } from './slow-search'
import type { SlowTown } from './slow-town'

/*
 * Where people and facilities meet the streets: docs/method.md (5), every street piece looked at.
 */

export const SNAP_M = 150
const ISLAND_DETOUR_M = 30
const OUTLINE_STEP_M = 10
/** Two streets as near as this are a toss-up, on which nothing is compared. */
const TIE_M = 0.02

/** Where something meets the streets; `isSure` false: a centimetre decides between two streets. */
export interface Meeting {
  readonly feet: readonly Foot[]
  readonly isSure: boolean
  /** the way leads past the end of a wall, and how near one passes it is a matter of decimeters */
  readonly isSlanted: boolean
}

const NOWHERE: Meeting = { feet: [], isSure: true, isSlanted: false }

/** The nearest street of the zone a point lies in; in compounds without streets, every gate. */
export function meetStreets(town: SlowTown, p: LonLat): Meeting {
  const zone = zoneAt(town.compounds, p)
  const met = nearestStreet(town, p, zone)
  if (met !== null) return met
  const hasStreets = town.bits.some((bit) => bit.zone === zone)
  return zone < 0 || hasStreets ? NOWHERE : { ...NOWHERE, feet: gateFeet(town, zone, p) }
}

interface Candidate {
  readonly bit: Bit
  readonly t: number
  readonly d: number
  readonly isSlanted: boolean
}

/** How finely a street is looked along for the first point in view. */
const LOOK_M = 0.2

/** The point of a bit nearest to a place among those one gets straight to; null: none is near and in view. */
function nearestInView(
  walls: readonly Wall[],
  bit: Bit,
  p: LonLat,
  zone: number,
  reach_m: number,
): Candidate | null {
  const { t, d } = nearestOn({ a: bit.from, b: bit.to }, p)
  const box = boxOf([p, bit.from, bit.to])
  const near = walls.filter(({ a, b }) => overlap(box, boxOf([a, b])))
  const isInView = (at: number): boolean => isFree(near, p, between(bit.from, bit.to, at), zone)
  if (d > SNAP_M + TIE_M) return null
  if (isInView(t)) return { bit, t, d, isSlanted: false }
  const step = LOOK_M / bit.length_m
  for (let k = 1; k * LOOK_M <= reach_m; k++)
    for (const at of [t - k * step, t + k * step]) {
      if (t - k * step < 0 && t + k * step > 1) return null
      if (at < 0 || at > 1 || !isInView(at)) continue
      const way_m = haversine(p, between(bit.from, bit.to, at))
      return way_m > SNAP_M ? null : { bit, t: at, d: way_m, isSlanted: true }
    }
  return null
}

function nearestStreet(town: SlowTown, p: LonLat, zone: number): Meeting | null {
  const near: Candidate[] = []
  const around: { readonly bit: Bit; readonly d: number }[] = []
  const [dLon, dLat] = [(SNAP_M * 1.01) / (111_195 * Math.cos((p[1] * Math.PI) / 180)), SNAP_M / 110_000]
  const walls = town.walls.filter(
    ({ a, b }) =>
      Math.min(a[0], b[0]) - dLon <= p[0] &&
      Math.max(a[0], b[0]) + dLon >= p[0] &&
      Math.min(a[1], b[1]) - dLat <= p[1] &&
      Math.max(a[1], b[1]) + dLat >= p[1],
  )
  for (const bit of town.grid.within([p[0] - dLon, p[1] - dLat, p[0] + dLon, p[1] + dLat])) {
    if (bit.zone !== zone || bit.length_m === 0) continue
    const [[ax, ay], [bx, by]] = [bit.from, bit.to]
    if (Math.min(ax, bx) - dLon > p[0] || Math.max(ax, bx) + dLon < p[0]) continue
    if (Math.min(ay, by) - dLat > p[1] || Math.max(ay, by) + dLat < p[1]) continue
    around.push({ bit, d: nearestOn({ a: bit.from, b: bit.to }, p).d })
  }
  // what is farther than the nearest in view by more than an island is worth cannot be chosen
  let reach_m = SNAP_M
  for (const { bit, d } of around.sort((x, y) => x.d - y.d)) {
    if (d > reach_m + TIE_M) break
    const found = nearestInView(walls, bit, p, zone, reach_m)
    if (found === null) continue
    near.push(found)
    reach_m = Math.min(reach_m, found.d + ISLAND_DETOUR_M + 1)
  }
  near.sort((x, y) => x.d - y.d)
  if (near.length === 0) return null
  if (near[0].d > SNAP_M - TIE_M) return { ...NOWHERE, isSure: false }
  const main = near.find(({ bit }) => !isSecondChoice(town, bit))
  const prefersMain = main !== undefined && main.d <= near[0].d + ISLAND_DETOUR_M
  const chosen = firstOfSame(prefersMain ? main : near[0], near, town)
  const rivals = near.filter(
    (one) =>
      Math.abs(one.d - chosen.d) < (one.isSlanted || chosen.isSlanted ? 0.5 : TIE_M) &&
      !isSamePlace(one, chosen) &&
      isSecondChoice(town, one.bit) === isSecondChoice(town, chosen.bit),
  )
  const isOnTheFence = main !== undefined && Math.abs(main.d - near[0].d - ISLAND_DETOUR_M) < TIE_M
  return {
    feet: [{ bit: chosen.bit, t: chosen.t, node: -1, way_m: chosen.d, zone }],
    isSure: rivals.length === 0 && !isOnTheFence,
    isSlanted: chosen.isSlanted,
  }
}

/** Of streets of a choice that meet at the nearest place the one that stands first. */
function firstOfSame(chosen: Candidate, near: readonly Candidate[], town: SlowTown): Candidate {
  const isSecond = isSecondChoice(town, chosen.bit)
  const same = near.filter(
    (one) =>
      Math.abs(one.d - chosen.d) < 1e-6 &&
      isSamePlace(one, chosen) &&
      isSecondChoice(town, one.bit) === isSecond,
  )
  return [...same, chosen].toSorted(
    (x, y) => (town.orderOf.get(x.bit) ?? 0) - (town.orderOf.get(y.bit) ?? 0),
  )[0]
}

/** Islands, and what runs above or below the ground: nobody lives on a bridge. */
function isSecondChoice(town: SlowTown, bit: Bit): boolean {
  const { street } = bit
  const isRaised = (street?.bridge === true || street?.tunnel === true) && (street.layer ?? 0) !== 0
  return isRaised || town.isIsland(bit)
}

function isSamePlace(one: Candidate, two: Candidate): boolean {
  const sharesEnd = [one.bit.a, one.bit.b].some((name) => name === two.bit.a || name === two.bit.b)
  const [p, q] = [one, two].map(({ bit, t }) => between(bit.from, bit.to, t))
  return sharesEnd && haversine(p, q) < 2 * TIE_M
}

/** The inner side of every gate of a compound, open or closed; `p` null: at the gates themselves. */
function gateFeet(town: SlowTown, zone: number, p: LonLat | null, seesAll = false): Foot[] {
  const nodes = new Set(
    town.passages.flatMap(({ a, b }) => [a, b]).filter((node) => town.zoneOf[node] === zone),
  )
  const isInView = (node: number): boolean =>
    p === null || seesAll || isFree(town.walls, p, town.placeOf[node], zone, GATE_NEAR_M)
  return [...nodes].filter(isInView).map((node) => ({
    bit: null,
    t: 0,
    node,
    way_m: p === null ? 0 : haversine(p, town.placeOf[node]),
    zone,
  }))
}

/** Where a facility is entered. */
export function meetFacility(town: SlowTown, project: Project, facility: Facility): Meeting {
  const doors = project.layers.entrances.filter((entrance) => entrance.of === facility.id)
  const met = together(doors.map(({ geometry }) => meetStreets(town, pointOf(geometry.coordinates))))
  if (met.feet.length > 0) return met
  if (facility.geometry.type === 'Point') return meetStreets(town, pointOf(facility.geometry.coordinates))
  const rings = ringsOf(facility.geometry)
  const middle = standIn(facility.geometry)
  const zone = zoneAt(town.compounds, middle)
  const crossed = crossedBy(town, rings, zone)
  if (crossed.length > 0) return { ...NOWHERE, feet: crossed }
  return nearestToOutline(town, rings, zone) ?? meetStreets(town, middle)
}

function together(meetings: readonly Meeting[]): Meeting {
  return {
    feet: meetings.flatMap(({ feet }) => feet),
    isSure: meetings.every(({ isSure }) => isSure),
    isSlanted: meetings.some(({ isSlanted }) => isSlanted),
  }
}

function pointOf([lon, lat]: readonly number[]): LonLat {
  return [lon, lat]
}

/** Every place where a street of the zone crosses an outline. */
function crossedBy(town: SlowTown, rings: readonly Ring[], zone: number): Foot[] {
  const feet: Foot[] = []
  const [west, south, east, north] = boxOf(rings.flat())
  for (const bit of town.grid.within([west - 1e-6, south - 1e-6, east + 1e-6, north + 1e-6])) {
    if (bit.zone !== zone || bit.length_m === 0) continue
    if (Math.max(bit.from[0], bit.to[0]) < west - 1e-6 || Math.min(bit.from[0], bit.to[0]) > east + 1e-6)
      continue
    if (Math.max(bit.from[1], bit.to[1]) < south - 1e-6 || Math.min(bit.from[1], bit.to[1]) > north + 1e-6)
      continue
    for (const edge of edgesOf(rings)) {
      const t = crossingShare(bit.from, bit.to, edge, 0.01 / bit.length_m)
      if (t !== null) feet.push({ bit, t, node: -1, way_m: 0, zone })
    }
  }
  return feet
}

function nearestToOutline(town: SlowTown, rings: readonly Ring[], zone: number): Meeting | null {
  const found: { foot: Foot; isSure: boolean; isSlanted: boolean }[] = []
  const samples = edgesOf(rings).flatMap(([a, b]) => {
    const steps = Math.max(1, Math.ceil(haversine(a, b) / OUTLINE_STEP_M))
    return Array.from({ length: steps }, (_, k) => between(a, b, k / steps))
  })
  const [west, south, east, north] = boxOf(samples)
  // 150 m and a little more, anywhere in China
  const around = town.grid.within([west - 0.003, south - 0.002, east + 0.003, north + 0.002])
  const bits = around.filter((bit) => bit.zone === zone && bit.length_m > 0)
  const bounded = samples.map((p) => ({
    p,
    atLeast_m: Math.min(...bits.map((bit) => nearestOn({ a: bit.from, b: bit.to }, p).d)),
  }))
  // walls only make ways longer: the samples nearest to a street come first, and the rest cannot win
  let best_m = Infinity
  for (const { p, atLeast_m } of bounded.sort((x, y) => x.atLeast_m - y.atLeast_m)) {
    if (atLeast_m > Math.min(best_m, SNAP_M) + TIE_M) break
    const met = nearestStreet(town, p, zone)
    if (met === null || met.feet.length === 0) continue
    found.push({ ...met, foot: met.feet[0] })
    best_m = Math.min(best_m, met.feet[0].way_m)
  }
  found.sort((x, y) => x.foot.way_m - y.foot.way_m)
  if (found.length === 0) return null
  const [{ foot, isSure, isSlanted }] = found
  const rivals = found.filter(
    (one) => one.foot.way_m - foot.way_m < TIE_M && haversine(placeOf(one.foot), placeOf(foot)) > 0.1,
  )
  return { feet: [foot], isSure: isSure && rivals.length === 0, isSlanted }
}

function placeOf({ bit, t }: Foot): LonLat {
  if (bit === null) throw new Error('not on a street')
  return between(bit.from, bit.to, t)
}

/** A place where people of one community start to walk. */
export interface SlowDemand {
  readonly community: number
  readonly share: number
  readonly meeting: Meeting
  readonly id: string | null
}

/** Where people may live although nobody counted them: words of OpenStreetMap, and no word at all. */
const LIVED_IN =
  /^(residential|apartments|house|detached|semidetached_house|terrace|bungalow|dormitory|farm|yes|)$/

/**
 * Buildings, else dwellings by floor area, else gates, else crossing streets, else the street nearest to the
 * edge; shares add up to 1. Communities that are not asked about are left out.
 */
export function placeEverybody(
  town: SlowTown,
  project: Project,
  isAsked: (community: string) => boolean = () => true,
): SlowDemand[] {
  const { communities, buildings } = project.layers
  const counted: Building[][] = communities.map(() => [])
  const lived: Building[][] = communities.map(() => [])
  for (const building of buildings) {
    const { residents, households, use = '' } = building
    const isCounted = (residents ?? 0) > 0 || (households ?? 0) > 0
    if (!isCounted && (residents === 0 || households === 0 || !LIVED_IN.test(use))) continue
    const owner = communityOf(building, communities)
    if (owner >= 0) (isCounted ? counted : lived)[owner].push(building)
  }
  return communities.flatMap((community, index): SlowDemand[] => {
    if (!isAsked(community.id)) return []
    const isByFloor = counted[index].length === 0
    const homes = isByFloor ? lived[index] : counted[index]
    const isCounted = homes.every(({ residents }) => residents !== undefined)
    const floorOf = isByFloor ? floorAreas(homes) : null
    const weightOf = (b: Building): number =>
      floorOf === null ? ((isCounted ? b.residents : b.households) ?? 0) : (floorOf.get(b) ?? 0)
    const total = homes.reduce((sum, home) => sum + weightOf(home), 0)
    if (total > 0)
      return homes
        .filter((home) => weightOf(home) > 0)
        .map((home) => {
          const doors = project.layers.entrances.filter((entrance) => entrance.of === home.id)
          const at =
            doors.length > 0 ? doors.map((d) => pointOf(d.geometry.coordinates)) : [standIn(home.geometry)]
          const meeting = together(at.map((p) => meetStreets(town, p)))
          return { community: index, share: weightOf(home) / total, meeting, id: home.id }
        })
    const ways = waysOut(town, project, community)
    return ways.map((meeting) => ({ community: index, share: 1 / ways.length, meeting, id: null }))
  })
}

/** Footprint × storeys, in no unit: what counts is how they compare. Unknown storeys are those of the others. */
function floorAreas(homes: readonly Building[]): Map<Building, number> {
  const rows = homes.map((home) => {
    const height = home.height_m ?? 0
    const storeys =
      (home.storeys ?? 0) > 0 ? home.storeys : height > 0 ? Math.max(1, Math.round(height / 3)) : undefined
    return { home, storeys, footprint: footprintOf(home.geometry) }
  })
  const told = rows.filter(({ storeys }) => storeys !== undefined)
  const sum = (list: typeof rows, valueOf: (row: (typeof rows)[number]) => number): number =>
    list.reduce((all, row) => all + valueOf(row), 0)
  const floors = sum(told, ({ storeys = 0, footprint }) => storeys * footprint)
  const mean = told.length === 0 ? 1 : floors / sum(told, ({ footprint }) => footprint)
  return new Map(rows.map(({ home, storeys, footprint }) => [home, footprint * (storeys ?? mean)]))
}

function footprintOf(geometry: Geometry): number {
  const areas = geometry.type === 'Polygon' ? [geometry] : multi(geometry)
  return areas.reduce(
    (all, one) =>
      all + ringsOf(one).reduce((area, ring, r) => area + (r === 0 ? 1 : -1) * centerOf(ring).area, 0),
    0,
  )
}

function single(foot: Foot): Meeting {
  return { ...NOWHERE, feet: [foot] }
}

function waysOut(town: SlowTown, project: Project, community: Community): Meeting[] {
  const compound = town.compounds.find(({ id }) => id === community.id)
  if (compound !== undefined) {
    const feet = gateFeet(town, compound.zone, null)
    if (feet.length === 0) return [NOWHERE]
    if (town.bits.some(({ zone }) => zone === compound.zone)) return feet.map(single)
    // no street inside: from where one gate is, straight to each
    return feet.map(({ node }) => ({
      ...NOWHERE,
      feet: gateFeet(town, compound.zone, town.placeOf[node], true),
    }))
  }
  const gates = project.layers.gates.filter((g) => g.community === community.id)
  if (gates.length > 0) return gates.map((gate) => meetStreets(town, pointOf(gate.geometry.coordinates)))
  const rings = ringsOf(community.geometry)
  const crossed = crossedBy(town, rings, -1)
  if (crossed.length > 0) return withoutTwins(crossed).map(single)
  return [nearestToOutline(town, rings, -1) ?? NOWHERE]
}

/** A line with a vertex on the outline crosses it once, though two of its bits do. */
function withoutTwins(feet: readonly Foot[]): Foot[] {
  return feet.filter((foot, i) =>
    feet
      .slice(0, i)
      .every((other) => haversine(placeOf(other), placeOf(foot)) > 0.02 || isElsewhere(other, foot)),
  )
}

function isElsewhere(one: Foot, two: Foot): boolean {
  return one.bit?.street?.id !== two.bit?.street?.id
}

function communityOf(building: Building, communities: readonly Community[]): number {
  if (building.community !== undefined) return communities.findIndex(({ id }) => id === building.community)
  const middle = standIn(building.geometry)
  return communities.findIndex(({ geometry }) => contains(ringsOf(geometry), middle))
}

/** The centroid of the largest ring, or, if that lies outside, the middle of the widest chord through it. */
export function standIn(geometry: Geometry): LonLat {
  if (geometry.type === 'Point') return pointOf(geometry.coordinates)
  const areas = geometry.type === 'Polygon' ? [geometry] : multi(geometry)
  const sized = areas.map((one) => {
    const rings = ringsOf(one)
    return { rings, ...centerOf(rings[0]) }
  })
  const { rings, center } = sized.sort((x, y) => y.area - x.area)[0]
  if (contains(rings, center)) return center
  const hits = edgesOf(rings)
    .filter(([a, b]) => a[1] > center[1] !== b[1] > center[1])
    .map(([a, b]) => a[0] + ((center[1] - a[1]) / (b[1] - a[1])) * (b[0] - a[0]))
    .sort((x, y) => x - y)
  const chords = hits.flatMap((x, i) => (i % 2 === 0 ? [[x, hits[i + 1]] as const] : []))
  const [west, east] = chords.sort((x, y) => y[1] - y[0] - (x[1] - x[0]))[0]
  return [(west + east) / 2, center[1]]
}

function multi(geometry: Geometry): Geometry[] {
  return geometry.type === 'MultiPolygon'
    ? geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }))
    : []
}

function centerOf(ring: Ring): { center: LonLat; area: number } {
  const [ox, oy] = ring[0]
  let [area, cx, cy] = [0, 0, 0]
  for (const [a, b] of edgesOf([ring])) {
    const cross = (a[0] - ox) * (b[1] - oy) - (b[0] - ox) * (a[1] - oy)
    area += cross
    cx += (a[0] + b[0] - 2 * ox) * cross
    cy += (a[1] + b[1] - 2 * oy) * cross
  }
  const center: LonLat = area === 0 ? [ox, oy] : [ox + cx / (3 * area), oy + cy / (3 * area)]
  return { center, area: Math.abs(area) }
}
