import Flatbush from 'flatbush'
import type { MultiPolygon, Polygon } from 'geojson'

import { LocalFrame } from '../geometry/local-frame'
import { boundsOf, distanceToRings, isInside, ringsOf } from '../geometry/rings'
import type { Rings } from '../geometry/rings'

interface IndexedArea {
  readonly id: string
  readonly geometry: Polygon | MultiPolygon
  readonly area_m2: number
}

/** Which area a point lies in, among many. All in one local frame, metres. */
export class AreaIndex<A extends IndexedArea> {
  readonly #areas: readonly A[]
  readonly #rings: readonly Rings[]
  readonly #tree: Flatbush | null
  readonly #frame: LocalFrame

  constructor(areas: readonly A[]) {
    this.#areas = areas
    const [lon, lat] = firstPosition(areas[0]?.geometry)
    this.#frame = new LocalFrame(lon, lat)
    this.#rings = areas.map((area) => ringsOf(area.geometry, this.#frame))
    this.#tree = areas.length === 0 ? null : new Flatbush(areas.length)
    if (this.#tree === null) return
    for (const rings of this.#rings) this.#tree.add(...boundsOf(rings))
    this.#tree.finish()
  }

  /** The smallest area around a point; of equal ones the first. */
  findAround(lon: number, lat: number): A | undefined {
    return this.findAllAround(lon, lat)[0]
  }

  /** All areas around a point, the smallest first. */
  findAllAround(lon: number, lat: number): A[] {
    if (this.#tree === null) return []
    const x = this.#frame.x(lon)
    const y = this.#frame.y(lat)
    return this.#tree
      .search(x, y, x, y)
      .filter((i) => isInside(this.#rings[i], x, y))
      .sort((a, b) => this.#areas[a].area_m2 - this.#areas[b].area_m2 || a - b)
      .map((i) => this.#areas[i])
  }

  /** The area whose boundary is nearest, within `most_m` metres. */
  findByBoundary(lon: number, lat: number, most_m: number): A | undefined {
    if (this.#tree === null) return undefined
    const x = this.#frame.x(lon)
    const y = this.#frame.y(lat)
    let best: number | undefined
    let nearest = most_m
    for (const i of this.#tree.search(x - most_m, y - most_m, x + most_m, y + most_m).sort((a, b) => a - b)) {
      const distance = distanceToRings(this.#rings[i], x, y)
      if (distance > nearest || (distance === nearest && best !== undefined)) continue
      nearest = distance
      best = i
    }
    return best === undefined ? undefined : this.#areas[best]
  }
}

function firstPosition(geometry: Polygon | MultiPolygon | undefined): readonly number[] {
  if (geometry === undefined) return [0, 0]
  return geometry.type === 'Polygon' ? geometry.coordinates[0][0] : geometry.coordinates[0][0][0]
}
