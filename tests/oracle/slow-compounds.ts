import type { Geometry } from 'geojson'

import type { Gate } from '../../src/model/layers'
import type { Project } from '../../src/model/project'
import type { LonLat } from '../../src/model/units'
import { haversine, nearestOn } from './slow-walk'

/*
 * Gated communities and their gates, read off docs/method.md (3) without a line of the engine.
 */

export type Access = 'public' | 'residents' | 'closed'
export type Ring = readonly LonLat[]

export interface SlowGate {
  readonly at: LonLat
  readonly access: Access
  readonly isStepFree: boolean
}

/** A gated community. Its number is its zone; what lies in no compound is in zone −1. */
export interface SlowCompound {
  readonly zone: number
  readonly id: string
  readonly rings: readonly Ring[]
  readonly area: number
  readonly box: Box
  readonly gates: readonly SlowGate[]
}

/** west, south, east, north in degrees */
export type Box = readonly [number, number, number, number]

/** A gate serves the place where a street meets the edge if it is this near. */
export const GATE_NEAR_M = 12
/** A gate that names no community belongs to the one whose edge is this near. */
const GATE_OWNER_M = 15
/** What lies inside by no more than this is on the edge, so outside. */
const INSIDE_M = 0.5

/** `hour`: minutes since midnight; gates outside their hours are closed. null: any time. */
export function readCompounds(project: Project, hour: number | null = null): SlowCompound[] {
  const compounds = project.layers.communities
    .filter((c) => c.gated === true)
    .map((c, zone) => {
      const rings = ringsOf(c.geometry)
      return { zone, id: c.id, rings, area: areaOf(rings), box: boxOf(rings.flat()), gates: [] as SlowGate[] }
    })
  for (const gate of project.layers.gates) {
    const at: LonLat = [gate.geometry.coordinates[0], gate.geometry.coordinates[1]]
    const near = compounds
      .map((compound) => ({ compound, d: toEdge(compound.rings, at) }))
      .filter(({ d }) => d < GATE_OWNER_M)
      .sort((x, y) => x.d - y.d)[0]
    const owner =
      gate.community === undefined ? near?.compound : compounds.find((c) => c.id === gate.community)
    owner?.gates.push({ at, access: accessAt(gate, hour), isStepFree: gate.step_free !== false })
  }
  return compounds
}

/** Who passes a gate at a time of day. */
export function accessAt(gate: Gate, hour: number | null): Access {
  const access = gate.access ?? 'residents'
  if (hour === null || gate.open_from === undefined || gate.open_to === undefined) return access
  const [from, to] = [minutesOf(gate.open_from), minutesOf(gate.open_to)]
  // the same time twice is round the clock, 22:00 to 06:00 goes over midnight
  if (from === to) return access
  const isOpen = from < to ? hour >= from && hour < to : hour >= from || hour < to
  return isOpen ? access : 'closed'
}

function minutesOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

/** All rings of an area, holes included. */
export function ringsOf(geometry: Geometry): Ring[] {
  const rings =
    geometry.type === 'Polygon'
      ? geometry.coordinates
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates.flat()
        : []
  return rings.map((ring) => ring.map(([lon, lat]): LonLat => [lon, lat]))
}

export function edgesOf(rings: readonly Ring[]): (readonly [LonLat, LonLat])[] {
  return rings.flatMap((ring) => ring.slice(1).map((b, i) => [ring[i], b] as const))
}

/** By the even-odd rule. */
export function contains(rings: readonly Ring[], [x, y]: LonLat): boolean {
  let isInside = false
  // without a list of edges: the shores of a lake are asked about for every way beside it
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1], ring[i]]
      if (a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]))
        isInside = !isInside
    }
  return isInside
}

/** Metres to the nearest edge. */
export function toEdge(rings: readonly Ring[], p: LonLat): number {
  return Math.min(...edgesOf(rings).map(([a, b]) => distanceToSegment(a, b, p)))
}

function distanceToSegment(a: LonLat, b: LonLat, p: LonLat): number {
  return a[0] === b[0] && a[1] === b[1] ? haversine(a, p) : nearestOn({ a, b }, p).d
}

/** The compound a point lies in; of several, the one that lies in the others: the smallest. −1: none. */
export function zoneAt(compounds: readonly SlowCompound[], p: LonLat): number {
  const around = compounds
    .filter(({ box }) => p[0] >= box[0] && p[1] >= box[1] && p[0] <= box[2] && p[1] <= box[3])
    .filter(({ rings }) => contains(rings, p) && toEdge(rings, p) > INSIDE_M)
    .sort((x, y) => x.area - y.area)
  return around[0]?.zone ?? -1
}

export function boxOf(points: readonly LonLat[]): Box {
  const lons = points.map(([lon]) => lon)
  const lats = points.map(([, lat]) => lat)
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}

function areaOf(rings: readonly Ring[]): number {
  let sum = 0
  for (const [a, b] of edgesOf(rings)) sum += (a[0] - 120) * (b[1] - 30) - (b[0] - 120) * (a[1] - 30)
  return Math.abs(sum)
}

/** What one may do at a place where two zones meet. */
export interface Passing {
  /** whom each compound there lets through; closed by one is closed for all */
  readonly sides: readonly { readonly zone: number; readonly access: Access }[]
  readonly isStepFree: boolean
}

/**
 * Each compound decides for its own side, by the nearest of its gates within 12 m; with gates known but none
 * here it is a wall, unless the other side has a gate here: then this side has nothing against it. With no
 * gate known at all every street counts as a residents' gate. One closed leaf closes the gate. null: a wall.
 */
export function passingAt(
  compounds: readonly SlowCompound[],
  zones: readonly number[],
  at: LonLat,
): Passing | null {
  const sides = zones
    .filter((zone) => zone >= 0)
    .map((zone) => {
      const { gates } = compounds[zone]
      const near = gates
        .map((gate) => ({ gate, d: haversine(gate.at, at) }))
        .filter(({ d }) => d <= GATE_NEAR_M)
        .sort((x, y) => x.d - y.d)[0]
      return { zone, gate: near?.gate ?? null, isSurveyed: gates.length > 0 }
    })
  const hasGate = sides.some(({ gate }) => gate !== null)
  if (!hasGate && sides.some(({ isSurveyed }) => isSurveyed)) return null
  return {
    sides: sides.map(({ zone, gate, isSurveyed }) => ({
      zone,
      access: gate?.access ?? (isSurveyed ? 'public' : 'residents'),
    })),
    isStepFree: sides.every(({ gate }) => gate === null || gate.isStepFree),
  }
}

/** Whether walks that start or end in some compounds may pass. */
export function mayPass({ sides }: Passing, own: readonly number[]): boolean {
  return (
    sides.every(({ access }) => access !== 'closed') &&
    sides.every(({ zone, access }) => access === 'public' || own.includes(zone))
  )
}

/** Whether anybody may pass at all. */
export function isPassage({ sides }: Passing): boolean {
  return sides.every(({ access }) => access !== 'closed')
}
