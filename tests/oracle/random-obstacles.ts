import fc from 'fast-check'

import type { Barrier, Gate, Street } from '../../src/model/layers'
import type { Project } from '../../src/model/project'
import { at } from '../scene/scene'
import { type District, districts } from './random-district'
import { seededRandom } from './seeded-random'
import type { XY } from './random-quarter'

/** A district at a time of day. */
export interface ObstructedDistrict extends District {
  /** minutes since midnight, null: any time */
  readonly hour: number | null
}

const STREETS: readonly Partial<Street>[] = [
  { kind: 'steps', conveying: true },
  { kind: 'steps', step_free: true },
  { kind: 'elevator' },
  { kind: 'footway', tunnel: true, layer: -1 },
  { kind: 'primary' },
  { kind: 'trunk' },
  { kind: 'secondary', foot: 'no' },
  { kind: 'primary', bridge: true, layer: 1 },
  { incline: '10%' },
]

/**
 * Districts with walls of all kinds and ponds across the blocks, gates with hours, more kinds of streets, and lines
 * as hands draw them: vertices again and again, loops from a corner to itself, streets without length, a second
 * way between the same corners; lines that join where they cross.
 */
export const obstructed: fc.Arbitrary<ObstructedDistrict> = fc
  .record({ district: districts, seed: fc.nat() })
  .map(({ district, seed }) => {
    const random = seededRandom(seed)
    const chance = (share: number): boolean => random() < share
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]
    const { layers, provenance } = district.project
    const somewhere = (): XY => [-30 + random() * 480, -30 + random() * 480]

    const streets = layers.streets.map((street): Street => {
      const changed = chance(0.15) ? { ...street, ...pick(STREETS) } : street
      const [first, ...rest] = street.geometry.coordinates
      if (!chance(0.15)) return changed
      return { ...changed, geometry: { type: 'LineString', coordinates: [first, first, first, ...rest] } }
    })
    const addStreet = (name: string, coordinates: number[][], fields: Partial<Street> = {}): void => {
      const id = `${name} ${streets.length}`
      streets.push({ id, kind: 'footway', ...fields, geometry: { type: 'LineString', coordinates } })
    }
    for (let i = 0; i < 2; i++) {
      const coordinates = pick(layers.streets).geometry.coordinates
      const [a, b] = [coordinates[0], coordinates[coordinates.length - 1]]
      const r = 0.0001 + random() * 0.0003
      const loop = [a, [a[0] + r, a[1]], [a[0] + r, a[1] + r], [a[0], a[1] + r], a]
      if (chance(0.5)) addStreet('loop', loop, chance(0.3) ? { oneway_foot: true } : {})
      if (chance(0.5)) addStreet('no length', [b, b])
      if (chance(0.5)) addStreet('bow', [a, [(a[0] + b[0]) / 2 + r, (a[1] + b[1]) / 2 + r / 2], b])
    }

    const clock = (): string => `${String(Math.floor(random() * 24)).padStart(2, '0')}:${pick(['00', '30'])}`
    const gates = layers.gates.map((gate): Gate =>
      chance(0.6) ? { ...gate, open_from: clock(), ...(chance(0.9) ? { open_to: clock() } : {}) } : gate,
    )

    const walls = Array.from({ length: 3 }, (_, i): Barrier => {
      const [x, y] = somewhere()
      const [dx, dy] = [random() * 160 - 80, random() * 160 - 80]
      const line = [at(x, y), at(x + dx, y + dy), at(x + dx - dy / 2, y + dy + dx / 2)]
      const kind = pick(['wall', 'fence', 'rail', 'expressway'] as const)
      return { id: `wall ${i}`, kind, geometry: { type: 'LineString', coordinates: line.map((p) => [...p]) } }
    })
    const [x, y] = somewhere()
    const corners = Array.from({ length: 6 }, (_, k): number[] => {
      const [r, turn] = [(0.6 + 0.4 * random()) * 45, (k / 6) * 2 * Math.PI]
      return [...at(x + r * Math.cos(turn), y + r * Math.sin(turn))]
    })
    const pond: Barrier = {
      id: 'pond',
      kind: pick(['water', 'water', 'wall']),
      geometry: { type: 'Polygon', coordinates: [[...corners, corners[0]]] },
    }
    const project: Project = {
      ...district.project,
      provenance: !chance(0.3)
        ? provenance
        : { ...provenance, streets: { ...provenance.streets!, topology: 'crossings' } },
      layers: { ...layers, streets, gates, barriers: [...layers.barriers, ...walls, pond] },
    }
    const hour = chance(0.7) ? Math.floor(random() * 1440) : null
    return {
      ...district,
      project,
      hour,
      [fc.toStringMethod]: () => `obstructed ${seed}`,
    }
  })
