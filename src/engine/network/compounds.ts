import Flatbush from 'flatbush'

import type { Gate } from '../../model/layers'
import type { Project } from '../../model/project'
import { SCENARIO_SOURCE } from '../../model/scenario'
import { ON_PATH_FIELD } from '../../model/shared-wall'
import { areaOfRings, boundsOf, distanceToRings, isInside, type Rings, ringsOf } from '../geometry/rings'
import type { LocalFrame } from '../geometry/local-frame'
import { accessAtHour, type HourOfDay } from './gate-hours'

/** A gated community as the network sees it: a zone with an edge and gates. */
export interface Compound {
  readonly zone: number
  readonly id: string
  readonly rings: Rings
  readonly bounds: readonly [number, number, number, number]
  /** of the rings, even-odd; of compounds one inside the other the smaller is the inner one */
  readonly area_m2: number
  readonly gates: readonly CompoundGate[]
}

export interface CompoundGate {
  /** index into project.layers.gates */
  readonly index: number
  readonly access: 'public' | 'residents' | 'closed'
  readonly stepFree: boolean
  readonly lon: number
  readonly lat: number
  readonly x: number
  readonly y: number
  /** a plan puts it there: what is known of the gates of the compound does not depend on it */
  readonly isPlanned?: true
  /** only the way of a plan that it stands on leads through it: it is joined to no other street */
  readonly isOnPath?: true
}

/** A gate without a community belongs to the compound whose edge is this near, metres. */
const GATE_OWNER_M = 15

/** The gated communities of a project, in layer order, each with its gates as they are at a time of day. */
export function collectCompounds(project: Project, frame: LocalFrame, hour: HourOfDay = null): Compound[] {
  const drafts = project.layers.communities
    .filter((community) => community.gated === true)
    .map((community, zone) => {
      const rings = ringsOf(community.geometry, frame)
      return {
        zone,
        id: community.id,
        rings,
        bounds: boundsOf(rings),
        area_m2: areaOfRings(rings),
        gates: [] as CompoundGate[],
      }
    })
  const byId = new Map(drafts.map((draft) => [draft.id, draft]))
  project.layers.gates.forEach((gate, index) => {
    const made = makeGate(gate, index, frame, hour)
    const owner =
      gate.community === undefined ? nearestCompound(drafts, made.x, made.y) : byId.get(gate.community)
    owner?.gates.push(made)
  })
  return drafts
}

/**
 * The same compounds with other people let through the same gates. `gates`: those of the layer, in its order.
 * A compound at whose gates nothing changes stays the same object.
 */
export function withGates(
  compounds: readonly Compound[],
  gates: readonly Gate[],
  hour: HourOfDay,
): Compound[] {
  const accessOf = ({ index }: CompoundGate): CompoundGate['access'] => accessAtHour(gates[index], hour)
  return compounds.map((compound) => {
    if (compound.gates.every((gate) => gate.access === accessOf(gate))) return compound
    return { ...compound, gates: compound.gates.map((gate) => ({ ...gate, access: accessOf(gate) })) }
  })
}

/** The same compounds with gates that a plan adds. `added`: their places in the layer; each names its community. */
export function withAddedGates(
  compounds: readonly Compound[],
  gates: readonly Gate[],
  added: readonly number[],
  frame: LocalFrame,
  hour: HourOfDay,
): readonly Compound[] {
  if (added.length === 0) return compounds
  return compounds.map((compound) => {
    const own = added.filter((i) => gates[i].community === compound.id)
    if (own.length === 0) return compound
    const planned = own.map((i) => ({ ...makeGate(gates[i], i, frame, hour), isPlanned: true as const }))
    return { ...compound, gates: [...compound.gates, ...planned] }
  })
}

function makeGate(gate: Gate, index: number, frame: LocalFrame, hour: HourOfDay): CompoundGate {
  const [lon, lat] = gate.geometry.coordinates
  return {
    index,
    access: accessAtHour(gate, hour),
    stepFree: gate.step_free !== false,
    lon,
    lat,
    x: frame.x(lon),
    y: frame.y(lat),
    ...(gate.extra?.[ON_PATH_FIELD] === true && gate.source === SCENARIO_SOURCE ? { isOnPath: true } : {}),
  }
}

function nearestCompound<C extends Compound>(compounds: readonly C[], x: number, y: number): C | undefined {
  let best: C | undefined
  let nearest = GATE_OWNER_M
  for (const compound of compounds) {
    const [minX, minY, maxX, maxY] = compound.bounds
    if (
      x < minX - GATE_OWNER_M ||
      x > maxX + GATE_OWNER_M ||
      y < minY - GATE_OWNER_M ||
      y > maxY + GATE_OWNER_M
    )
      continue
    const d = distanceToRings(compound.rings, x, y)
    if (d < nearest) {
      nearest = d
      best = compound
    }
  }
  return best
}

/** Streets that only graze the edge stay outside: inside means this far in, metres. */
const INSIDE_M = 0.5

/** Below this number a look at every box is faster than a tree. */
const FEW = 8

const trees = new WeakMap<readonly Compound[], Flatbush>()

/**
 * The compound a point lies in, by zone number; −1: in none. Of several the smallest, of equal ones the first:
 * a compound inside another has its own wall.
 */
export function zoneAt(compounds: readonly Compound[], x: number, y: number): number {
  if (compounds.length < FEW) return zoneAmong(compounds, x, y)
  const candidates = treeOf(compounds).search(x, y, x, y)
  if (candidates.length === 0) return -1
  return zoneAmong(
    candidates.sort((a, b) => a - b).map((i) => compounds[i]),
    x,
    y,
  )
}

/** The tree over the bounds of a list of compounds; built when first asked for. */
function treeOf(compounds: readonly Compound[]): Flatbush {
  const known = trees.get(compounds)
  if (known !== undefined) return known
  const tree = new Flatbush(compounds.length)
  for (const { bounds } of compounds) tree.add(...bounds)
  tree.finish()
  trees.set(compounds, tree)
  return tree
}

function zoneAmong(compounds: readonly Compound[], x: number, y: number): number {
  let innermost: Compound | null = null
  for (const compound of compounds) {
    const [minX, minY, maxX, maxY] = compound.bounds
    if (x < minX || x > maxX || y < minY || y > maxY) continue
    if (innermost !== null && compound.area_m2 >= innermost.area_m2) continue
    if (isInside(compound.rings, x, y) && distanceToRings(compound.rings, x, y) > INSIDE_M)
      innermost = compound
  }
  return innermost?.zone ?? -1
}
