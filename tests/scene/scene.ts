import { EARTH_RADIUS_M } from '../../src/engine/geometry/local-frame'
import { emptyLayers, type LayerName, type LayerRecord } from '../../src/model/layers'
import type { Extent, Project } from '../../src/model/project'
import type { LonLat } from '../../src/model/units'

type XY = readonly [x: number, y: number]

const LON0 = 120
const LAT0 = 30
const METRES_PER_DEGREE = (EARTH_RADIUS_M * Math.PI) / 180

/**
 * A metre east and north of 120°E 30°N as a coordinate, at the seven decimals that files keep. Distances of
 * a scene come out on the sphere within 1 cm of what is drawn (and within 0.02 % for kilometres).
 */
export function at(x: number, y: number): LonLat {
  const lon = LON0 + x / (METRES_PER_DEGREE * Math.cos((LAT0 * Math.PI) / 180))
  const lat = LAT0 + y / METRES_PER_DEGREE
  return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7]
}

type Fields<L extends LayerName> = Partial<Omit<LayerRecord<L>, 'id' | 'geometry'>>

/** A small world drawn in metres; `project()` is what every stage of the product would be given. */
export class Scene {
  private readonly layers: { -readonly [L in LayerName]: LayerRecord<L>[] } = emptyLayers() as never
  private extent: Extent = [...at(-50_000, -50_000), ...at(50_000, 50_000)] as unknown as Extent
  private topology: 'vertices' | 'crossings' = 'vertices'

  street(id: string, points: readonly XY[], fields: Fields<'streets'> = {}): this {
    const coordinates = points.map((p) => [...at(...p)])
    this.layers.streets.push({
      id,
      kind: 'residential',
      ...fields,
      geometry: { type: 'LineString', coordinates },
    })
    return this
  }

  community(id: string, ring: readonly XY[], fields: Fields<'communities'> = {}): this {
    this.layers.communities.push({ id, name: id, ...fields, geometry: polygon(ring) })
    return this
  }

  gate(id: string, point: XY, fields: Fields<'gates'> = {}): this {
    this.layers.gates.push({ id, ...fields, geometry: { type: 'Point', coordinates: [...at(...point)] } })
    return this
  }

  building(id: string, ring: readonly XY[], fields: Fields<'buildings'> = {}): this {
    this.layers.buildings.push({ id, ...fields, geometry: polygon(ring) })
    return this
  }

  facility(id: string, code: string, where: XY | readonly XY[], fields: Fields<'facilities'> = {}): this {
    const geometry = isPoint(where)
      ? { type: 'Point' as const, coordinates: [...at(...where)] }
      : polygon(where)
    this.layers.facilities.push({ id, class: code, ...fields, geometry })
    return this
  }

  space(id: string, where: XY | readonly XY[], fields: Fields<'spaces'> = {}): this {
    const geometry = isPoint(where)
      ? { type: 'Point' as const, coordinates: [...at(...where)] }
      : polygon(where)
    this.layers.spaces.push({ id, ...fields, geometry })
    return this
  }

  green(id: string, ring: readonly XY[], fields: Fields<'greens'> = {}): this {
    this.layers.greens.push({ id, ...fields, geometry: polygon(ring) })
    return this
  }

  entrance(id: string, of: string, point: XY): this {
    this.layers.entrances.push({ id, of, geometry: { type: 'Point', coordinates: [...at(...point)] } })
    return this
  }

  barrier(id: string, kind: 'wall' | 'fence' | 'water' | 'rail' | 'expressway', points: readonly XY[]): this {
    const isArea = kind === 'water'
    this.layers.barriers.push({
      id,
      kind,
      geometry: isArea
        ? polygon(points)
        : { type: 'LineString', coordinates: points.map((p) => [...at(...p)]) },
    })
    return this
  }

  /** takes a record out again */
  without(layer: LayerName, id: string): this {
    const records: { readonly id: string }[] = this.layers[layer]
    const index = records.findIndex((record) => record.id === id)
    if (index < 0) throw new Error(`no ${layer} ${id} in the scene`)
    records.splice(index, 1)
    return this
  }

  /** where the data ends, metres; without this a scene has no edge */
  endsAt(west: number, south: number, east: number, north: number): this {
    this.extent = [...at(west, south), ...at(east, north)] as unknown as Extent
    return this
  }

  /** streets join where they cross, as in an office's line layer */
  joinsAtCrossings(): this {
    this.topology = 'crossings'
    return this
  }

  project(changes: Partial<Omit<Project, 'layers'>> = {}): Project {
    return {
      name: 'scene',
      fictional: true,
      provenance: {
        streets: { files: ['scene'], format: 'scene', crs: 'WGS84', topology: this.topology },
      },
      extent: this.extent,
      surveyed: {},
      scenarios: [],
      corrections: [],
      ...changes,
      layers: this.layers,
    }
  }
}

function isPoint(where: XY | readonly XY[]): where is XY {
  return typeof where[0] === 'number'
}

function polygon(ring: readonly XY[]): { type: 'Polygon'; coordinates: number[][][] } {
  return { type: 'Polygon', coordinates: [[...ring, ring[0]].map((p) => [...at(...p)])] }
}
