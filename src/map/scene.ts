import type { Position } from 'geojson'
import type { Community, Facility, Gate, Space } from '../model/layers'
import type { ClassFamily, RulePack } from '../model/rule-pack'
import { type Beside, standInSpaces } from '../model/side-by-side'
import type { LonLat } from '../model/units'
import { placeOf } from '../store/place'
import type { MapLayers } from '../worker/protocol'
import { signKey, type GateSign } from './sign-atlas'
import { classSign, spaceSign } from './signs'

/** The light layers as deck.gl draws them and the pointer finds them, made once per project and pack. */
export interface Scene {
  readonly communities: readonly Shape<Community>[]
  readonly facilities: readonly Mark<Facility>[]
  readonly spaces: readonly Mark<Space>[]
  readonly spaceShapes: readonly Shape<Space>[]
  readonly gates: readonly GateMark[]
}

/** One polygon of a record; a MultiPolygon gives several. */
export interface Shape<R> {
  readonly record: R
  readonly rings: readonly (readonly Position[])[]
}

export interface Mark<R> {
  readonly record: R
  readonly at: LonLat
  readonly sign: string
  /** null: the pack doesn't know the class, or not a facility */
  readonly family: ClassFamily | null
  readonly color: `#${string}`
  /** of several that share a place: where its sign stands, in signs from there; absent: at the place */
  readonly beside?: Beside
}

export interface GateMark {
  readonly record: Gate
  readonly at: LonLat
  readonly sign: GateSign
  /** degrees counter-clockwise from east that the boundary runs at */
  readonly angle: number
}

export const EMPTY_SCENE: Scene = { communities: [], facilities: [], spaces: [], spaceShapes: [], gates: [] }

/** Prepares what is drawn of a project under a rule pack. */
export function makeScene(layers: MapLayers, rules: RulePack): Scene {
  const families = new Map(rules.rules.map(({ code, family }) => [code, family]))
  const communities = layers.communities.flatMap(shapesOf)
  const ringsOf = new Map<string, (readonly Position[])[]>()
  for (const { record, rings } of communities) {
    ringsOf.set(record.id, [...(ringsOf.get(record.id) ?? []), ...rings])
  }
  const stands = standInSpaces(layers.facilities)
  return {
    communities,
    facilities: layers.facilities.map((record) => {
      const sign = classSign(rules, record.class)
      const beside = stands.get(record.id)
      return {
        record,
        at: placeOf(record.geometry),
        sign: signKey(sign),
        family: families.get(record.class ?? '') ?? null,
        color: sign.color,
        ...(beside === undefined ? {} : { beside }),
      }
    }),
    spaces: layers.spaces.map((record) => {
      const sign = spaceSign(record.kind)
      return { record, at: placeOf(record.geometry), sign: signKey(sign), family: null, color: sign.color }
    }),
    spaceShapes: layers.spaces.flatMap(shapesOf),
    gates: layers.gates.map((record) => ({
      record,
      at: placeOf(record.geometry),
      sign: `gate-${record.access ?? 'residents'}` as const,
      angle: boundaryAngle(placeOf(record.geometry), ringsOf.get(record.community ?? '') ?? []),
    })),
  }
}

function shapesOf<R extends Community | Space>(record: R): Shape<R>[] {
  const { geometry } = record
  if (geometry.type === 'Polygon') return [{ record, rings: geometry.coordinates }]
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.map((rings) => ({ record, rings }))
  return []
}

/** Direction of the boundary's piece nearest to a gate; a gate of no community stands on an eastward line. */
function boundaryAngle([lon, lat]: LonLat, rings: readonly (readonly Position[])[]): number {
  const squeeze = Math.cos((lat * Math.PI) / 180)
  let best = Infinity
  let angle = 0
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const ax = (ring[i][0] - lon) * squeeze
      const ay = ring[i][1] - lat
      const dx = (ring[i + 1][0] - lon) * squeeze - ax
      const dy = ring[i + 1][1] - lat - ay
      const squared = dx * dx + dy * dy
      if (squared === 0) continue
      const t = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / squared))
      const distance = Math.hypot(ax + t * dx, ay + t * dy)
      if (distance < best) [best, angle] = [distance, (Math.atan2(dy, dx) * 180) / Math.PI]
    }
  }
  return angle
}
