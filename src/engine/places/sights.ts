import { GATE_AT_CROSSING_M } from '../../model/gate-place'
import type { Building, Facility, Green, Layers } from '../../model/layers'
import { representativePoint } from '../geometry/rings'
import { entrancesByOwner } from './place-context'
import { isBoxInside, SightFrame, type Spot } from './sight'

// records never change: looked up once for all who judge by the same
const ofLayers = new WeakMap<Layers, Sights>()

/** Where the communities, houses, facilities and parks of a project are, for whoever looks from one to another. */
export class Sights {
  readonly frame: SightFrame
  private readonly layers: Layers
  private readonly areas: (Spot | undefined)[] = []
  private readonly houses = new Map<string, Spot>()
  private readonly services = new Map<Facility | Green, Spot>()
  private buildings: ReadonlyMap<string, Building> | null = null
  private gates: ReadonlyMap<string, readonly (readonly number[])[]> | null = null
  private outlying: Uint8Array | null = null

  private constructor(layers: Layers) {
    this.layers = layers
    this.frame = new SightFrame(layers.communities)
  }

  static of(layers: Layers): Sights {
    let sights = ofLayers.get(layers)
    if (sights === undefined) ofLayers.set(layers, (sights = new Sights(layers)))
    return sights
  }

  /** Where people of a community may live, and leave it: gates stand a little off the edge. */
  areaOf(community: number): Spot {
    const { id, geometry } = this.layers.communities[community]
    this.gates ??= gatesByOwner(this.layers)
    return (this.areas[community] ??= this.frame.areaOf(
      geometry,
      this.gates.get(id) ?? [],
      GATE_AT_CROSSING_M,
    ))
  }

  /** The doors of a house, or its middle; undefined: it is not on record. */
  houseOf(id: string): Spot | undefined {
    const known = this.houses.get(id)
    if (known !== undefined) return known
    this.buildings ??= new Map(this.layers.buildings.map((record) => [record.id, record]))
    const building = this.buildings.get(id)
    if (building === undefined) return undefined
    const doors = entrancesByOwner(this.layers.entrances).get(id)
    const spot = this.frame.spotOf(doors ?? [representativePoint(building.geometry)])
    this.houses.set(id, spot)
    return spot
  }

  /** What is drawn of a facility or park, and its doors. */
  serviceOf(record: Facility | Green): Spot {
    let spot = this.services.get(record)
    if (spot === undefined) {
      const doors = entrancesByOwner(this.layers.entrances).get(record.id) ?? []
      this.services.set(record, (spot = this.frame.areaOf(record.geometry, doors)))
    }
    return spot
  }

  /** Whether a house of a community may stand, or have a door, outside the box of its outline. */
  hasOutlying(community: number): boolean {
    return (this.outlying ??= this.markOutlying())[community] === 1
  }

  /** A house lies in the community it names, wherever it stands, else in one that it stands in. */
  private markOutlying(): Uint8Array {
    const { communities, buildings, entrances } = this.layers
    const outlying = new Uint8Array(communities.length)
    const indexOf = new Map(communities.map(({ id }, k) => [id, k]))
    const doors = entrancesByOwner(entrances)
    for (const { id, community, geometry } of buildings) {
      const own = indexOf.get(community ?? '')
      if (own === undefined && !doors.has(id)) continue
      const house = this.houseOf(id)
      if (house === undefined) continue
      const middle = this.frame.spotOf([representativePoint(geometry)])
      for (let k = own ?? 0; k < (own === undefined ? communities.length : own + 1); k++) {
        const isItsOwn = own !== undefined || isBoxInside(middle, this.areaOf(k))
        if (isItsOwn && !isBoxInside(house, this.areaOf(k))) outlying[k] = 1
      }
    }
    return outlying
  }
}

/** Where the gates of each community are that are on record as its own. */
function gatesByOwner({ gates }: Layers): ReadonlyMap<string, readonly (readonly number[])[]> {
  const byOwner = new Map<string, (readonly number[])[]>()
  for (const { community, geometry } of gates) {
    if (community === undefined) continue
    const list = byOwner.get(community)
    if (list === undefined) byOwner.set(community, [geometry.coordinates])
    else list.push(geometry.coordinates)
  }
  return byOwner
}
