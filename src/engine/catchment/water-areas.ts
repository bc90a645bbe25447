import Flatbush from 'flatbush'

import type { Barrier } from '../../model/layers'
import type { LocalFrame } from '../geometry/local-frame'
import { boundsOf, type Rings, ringsOf } from '../geometry/rings'
import type { WalkNetwork } from '../network/walk-network'
import type { ReachedPieces } from './service-area'

/** A project's water as areas in local metres, found by place. Built once, asked for every catchment. */
class WaterAreas {
  private readonly areas: readonly Rings[]
  private readonly index: Flatbush | null

  /** Lines of water (streams) are no areas and are left out. */
  constructor(barriers: readonly Barrier[], frame: LocalFrame) {
    this.areas = barriers
      .filter((barrier) => barrier.kind === 'water')
      .map((barrier) => ringsOf(barrier.geometry, frame))
      .filter((rings) => rings.length > 0)
    this.index = this.areas.length === 0 ? null : new Flatbush(this.areas.length)
    for (const rings of this.areas) this.index?.add(...boundsOf(rings))
    this.index?.finish()
  }

  /** The areas whose bounds come within `buffer_m` of the pieces' bounds, in the order of the layer. */
  near({ count, xy }: ReachedPieces, buffer_m: number): Rings[] {
    if (this.index === null || count === 0) return []
    let minX = Infinity
    let minY = Infinity
    let maxX = -Infinity
    let maxY = -Infinity
    for (let i = 0; i < 4 * count; i += 2) {
      minX = Math.min(minX, xy[i])
      maxX = Math.max(maxX, xy[i])
      minY = Math.min(minY, xy[i + 1])
      maxY = Math.max(maxY, xy[i + 1])
    }
    const found = this.index.search(minX - buffer_m, minY - buffer_m, maxX + buffer_m, maxY + buffer_m)
    return found.sort((a, b) => a - b).map((i) => this.areas[i])
  }
}

const known = new WeakMap<WalkNetwork, WaterAreas>()

/** The water of a network's project, in the network's frame; built when first asked for. */
export function waterOf(network: WalkNetwork, barriers: readonly Barrier[]): WaterAreas {
  let areas = known.get(network)
  if (areas === undefined) {
    areas = new WaterAreas(barriers, network.frame)
    known.set(network, areas)
  }
  return areas
}
