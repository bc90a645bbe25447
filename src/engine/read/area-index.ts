import Flatbush from 'flatbush'
import type { MultiPolygon, Polygon, Position } from 'geojson'

import { LocalFrame } from '../geometry/local-frame'
import { distanceToRings, isInsideDegrees, ringsOf } from '../geometry/rings'

interface IndexedArea {
  readonly id: string
  readonly geometry: Polygon | MultiPolygon
  readonly area_m2: number
}

/**
 * Which area a point lies in, among many. In degrees; metres are measured around the point that asks, so that
 * the answer does not depend on what else is in the file.
 */
export class AreaIndex<A extends IndexedArea> {
  readonly #areas: readonly A[]
  readonly #rings: readonly (readonly Position[][])[]
  readonly #tree: Flatbush | null

  constructor(areas: readonly A[]) {
    this.#areas = areas
    this.#rings = areas.map(({ geometry }) =>
      geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
    )
    this.#tree = areas.length === 0 ? null : new Flatbush(areas.length)
    if (this.#tree === null) return
    for (const rings of this.#rings) addBox(this.#tree, rings)
    this.#tree.finish()
  }

  /** The smallest area around a point; of equal ones the first. */
  findAround(lon: number, lat: number): A | undefined {
    return this.findAllAround(lon, lat)[0]
  }

  /** All areas around a point, the smallest first. */
  findAllAround(lon: number, lat: number): A[] {
    if (this.#tree === null) return []
    return this.#tree
      .search(lon, lat, lon, lat, (i) => isInsideDegrees(this.#rings[i], lon, lat))
      .sort((a, b) => this.#areas[a].area_m2 - this.#areas[b].area_m2 || a - b)
      .map((i) => this.#areas[i])
  }

  /** The area whose boundary is nearest, within `most_m` metres. */
  findByBoundary(lon: number, lat: number, most_m: number): A | undefined {
    if (this.#tree === null) return undefined
    const frame = new LocalFrame(lon, lat)
    const dx = most_m / frame.metresPerLon
    const dy = most_m / frame.metresPerLat
    let best: A | undefined
    let nearest = most_m
    for (const i of this.#tree.search(lon - dx, lat - dy, lon + dx, lat + dy).sort((a, b) => a - b)) {
      const distance = distanceToRings(ringsOf(this.#areas[i].geometry, frame), 0, 0)
      if (distance > nearest || (distance === nearest && best !== undefined)) continue
      nearest = distance
      best = this.#areas[i]
    }
    return best
  }
}

function addBox(tree: Flatbush, rings: readonly Position[][]): void {
  let west = Infinity
  let south = Infinity
  let east = -Infinity
  let north = -Infinity
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i++) {
      const lon = ring[i][0]
      const lat = ring[i][1]
      if (lon < west) west = lon
      if (lon > east) east = lon
      if (lat < south) south = lat
      if (lat > north) north = lat
    }
  }
  tree.add(west, south, east, north)
}
