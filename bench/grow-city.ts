import { LocalFrame, roundDegrees } from '../src/engine/geometry/local-frame'
import type { Building, Community, Facility, Gate, Street } from '../src/model/layers'
import { emptyLayers } from '../src/model/layers'
import type { Extent, Project } from '../src/model/project'
import { growStreets, seededRandom, type StreetGrid } from './street-grid'

export interface CitySize {
  /** the city reaches this far from its middle, metres */
  readonly half_m: number
  readonly block_m: number
  readonly communities: number
  /** in each community */
  readonly buildings: number
  readonly facilities: number
  /** class codes the facilities are drawn from */
  readonly codes: readonly string[]
}

/** A community's ground: a rectangle in metres. */
interface Parcel {
  readonly id: string
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
  readonly isGated: boolean
  /** where streets cross its edge, x and y in turn; filled only where it is gated */
  readonly crossings: number[]
}

const GATE_ACCESS = ['public', 'residents', 'residents', 'closed', undefined] as const

/**
 * A made-up city: crooked streets, communities as rectangles that streets run into, every third one walled
 * with up to three gates where streets cross its wall, buildings with residents, and facilities, a tenth of
 * those in communities for residents alone. The same seed gives the same city.
 */
export function growCity(seed: number, size: CitySize): Project {
  const frame = new LocalFrame(120, 30)
  const random = seededRandom(seed)
  const grid = growStreets(seed, size.half_m, size.block_m)
  const parcels = layOutParcels(size, random)
  findCrossings(grid, parcels, size)
  const at = (x: number, y: number): [number, number] => [
    roundDegrees(frame.lon(x)),
    roundDegrees(frame.lat(y)),
  ]
  const square = (west: number, south: number, east: number, north: number) => ({
    type: 'Polygon' as const,
    coordinates: [[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]],
  })
  const streets: Street[] = []
  for (let i = 0; i < grid.length_m.length; i++) {
    const [a, b] = [grid.ends[2 * i], grid.ends[2 * i + 1]]
    streets.push({
      id: `s${i}`,
      kind: 'residential',
      geometry: { type: 'LineString', coordinates: [at(grid.x[a], grid.y[a]), at(grid.x[b], grid.y[b])] },
    })
  }
  const communities = parcels.map(({ id, west, south, east, north, isGated }): Community => ({
    id,
    name: id,
    built_year: 1985,
    gated: isGated,
    geometry: square(west, south, east, north),
  }))
  const buildings: Building[] = []
  const gates: Gate[] = []
  for (const parcel of parcels) {
    for (let i = 0; i < size.buildings; i++) {
      const x = parcel.west + 6 + random() * (parcel.east - parcel.west - 24)
      const y = parcel.south + 6 + random() * (parcel.north - parcel.south - 24)
      buildings.push({
        id: `b${buildings.length}`,
        // half of them name their community, the others just stand in it
        ...(random() < 0.5 ? { community: parcel.id } : {}),
        residents: 20 + Math.floor(random() * 80),
        geometry: square(x, y, x + 12, y + 12),
      })
    }
    const count = Math.min(parcel.crossings.length / 2, Math.floor(random() * 4))
    for (let i = 0; i < count; i++) {
      const access = GATE_ACCESS[Math.floor(random() * GATE_ACCESS.length)]
      const k = 2 * Math.floor((random() * parcel.crossings.length) / 2)
      gates.push({
        id: `g${gates.length}`,
        ...(random() < 0.8 ? { community: parcel.id } : {}),
        ...(access === undefined ? {} : { access }),
        geometry: { type: 'Point', coordinates: at(parcel.crossings[k], parcel.crossings[k + 1]) },
      })
    }
  }
  return {
    name: 'city',
    fictional: true,
    layers: {
      ...emptyLayers(),
      streets,
      communities,
      buildings,
      gates,
      facilities: scatterFacilities(size, parcels, random, at),
    },
    provenance: { streets: { files: [], format: 'made', crs: 'WGS84', topology: 'vertices' } },
    extent: [...at(-size.half_m, -size.half_m), ...at(size.half_m, size.half_m)] as unknown as Extent,
    surveyed: {},
    scenarios: [],
    corrections: [],
  }
}

/** Parcels on a loose grid, none touching another, in random order. */
function layOutParcels(size: CitySize, random: () => number): Parcel[] {
  const side = Math.ceil(Math.sqrt(size.communities))
  const step = (2 * size.half_m) / side
  const cells = Array.from({ length: side * side }, (_, i) => i)
  for (let i = cells.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const cell = cells[i]
    cells[i] = cells[j]
    cells[j] = cell
  }
  return cells.slice(0, size.communities).map((cell, i) => {
    const width = Math.min(0.8 * step, 60 + random() * 240)
    const height = Math.min(0.8 * step, 60 + random() * 240)
    const west = -size.half_m + (cell % side) * step + random() * (step - width)
    const south = -size.half_m + Math.floor(cell / side) * step + random() * (step - height)
    return {
      id: `c${i}`,
      west,
      south,
      east: west + width,
      north: south + height,
      isGated: i % 3 === 0,
      crossings: [],
    }
  })
}

/** Writes into every gated parcel where streets cross its edge. */
function findCrossings(grid: StreetGrid, parcels: readonly Parcel[], size: CitySize): void {
  const side = Math.ceil(Math.sqrt(size.communities))
  const step = (2 * size.half_m) / side
  const byCell = new Map<number, Parcel>()
  const cellOf = (x: number, y: number): number =>
    Math.floor((y + size.half_m) / step) * side + Math.floor((x + size.half_m) / step)
  for (const parcel of parcels) if (parcel.isGated) byCell.set(cellOf(parcel.west, parcel.south), parcel)
  for (let i = 0; i < grid.length_m.length; i++) {
    const [a, b] = [grid.ends[2 * i], grid.ends[2 * i + 1]]
    const cells = new Set([cellOf(grid.x[a], grid.y[a]), cellOf(grid.x[b], grid.y[b])])
    for (const cell of cells) {
      const parcel = byCell.get(cell)
      if (parcel !== undefined) crossEdges(parcel, grid.x[a], grid.y[a], grid.x[b], grid.y[b])
    }
  }
}

function crossEdges(parcel: Parcel, ax: number, ay: number, bx: number, by: number): void {
  const { west, south, east, north, crossings } = parcel
  for (const x of [west, east]) {
    const t = (x - ax) / (bx - ax)
    const y = ay + t * (by - ay)
    if (t > 0 && t < 1 && y > south && y < north) crossings.push(x, y)
  }
  for (const y of [south, north]) {
    const t = (y - ay) / (by - ay)
    const x = ax + t * (bx - ax)
    if (t > 0 && t < 1 && x > west && x < east) crossings.push(x, y)
  }
}

function scatterFacilities(
  size: CitySize,
  parcels: readonly Parcel[],
  random: () => number,
  at: (x: number, y: number) => [number, number],
): Facility[] {
  return Array.from({ length: size.facilities }, (_, i): Facility => {
    const id = `f${i}`
    const code = size.codes[i % size.codes.length]
    if (random() < 0.3) {
      const { id: community, west, south, east, north } = parcels[Math.floor(random() * parcels.length)]
      const coordinates = at(west + random() * (east - west), south + random() * (north - south))
      const isOwn = random() < 0.1
      return {
        id,
        class: code,
        community,
        ...(isOwn ? { access: 'residents' } : {}),
        geometry: { type: 'Point', coordinates },
      }
    }
    const coordinates = at((2 * random() - 1) * size.half_m, (2 * random() - 1) * size.half_m)
    return { id, class: code, geometry: { type: 'Point', coordinates } }
  })
}
