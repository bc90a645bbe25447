import Flatbush from 'flatbush'
import type { Geometry } from 'geojson'

import type { Layers } from '../../model/layers'
import type { Divide } from '../../model/unit-report'
import type { LocalFrame } from '../geometry/local-frame'
import { boundsOf, crossingFraction, type Rings, ringsOf } from '../geometry/rings'
import { carriagewayRank } from '../network/carriageways'

interface DividingLine {
  readonly divide: Divide
  readonly rings: Rings
}

/** Main roads (not in tunnels), water, railways and expressways: what the edges of life circles follow. */
export class Divides {
  private readonly lines: readonly DividingLine[]
  private readonly tree: Flatbush | null

  constructor({ streets, barriers }: Pick<Layers, 'streets' | 'barriers'>, frame: LocalFrame) {
    const roads = streets.flatMap((street): DividingLine[] =>
      carriagewayRank(street) < 2 || street.tunnel === true
        ? []
        : [{ divide: 'main-road', rings: pathsOf(street.geometry, frame) }],
    )
    const others = barriers.flatMap(({ kind, geometry }): DividingLine[] =>
      kind === 'water' || kind === 'rail' || kind === 'expressway'
        ? [{ divide: kind, rings: pathsOf(geometry, frame) }]
        : [],
    )
    this.lines = [...roads, ...others]
    this.tree = this.lines.length === 0 ? null : new Flatbush(this.lines.length)
    for (const { rings } of this.lines) this.tree?.add(...boundsOf(rings))
    this.tree?.finish()
  }

  /** What more than half of some straight lines cross, most often or, of equal ones, first; null: nothing. */
  among(lines: readonly (readonly [number, number, number, number])[]): Divide | null {
    const counts = new Map<Divide, number>()
    let crossing = 0
    for (const line of lines) {
      const divide = this.between(...line)
      if (divide === null) continue
      crossing++
      counts.set(divide, (counts.get(divide) ?? 0) + 1)
    }
    if (2 * crossing <= lines.length) return null
    return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most))[0]
  }

  /** The first of them, in the order of their layers, that a straight line crosses; null: none. */
  private between(x0: number, y0: number, x1: number, y1: number): Divide | null {
    if (this.tree === null) return null
    const near = this.tree.search(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1))
    near.sort((a, b) => a - b)
    const found = near.find((i) => isCrossed(this.lines[i].rings, x0, y0, x1, y1))
    return found === undefined ? null : this.lines[found].divide
  }
}

function isCrossed(rings: Rings, x0: number, y0: number, x1: number, y1: number): boolean {
  return rings.some((ring) => {
    for (let i = 0; i + 3 < ring.length; i += 2)
      if (crossingFraction(x0, y0, x1, y1, ring[i], ring[i + 1], ring[i + 2], ring[i + 3]) !== null)
        return true
    return false
  })
}

/** A line as one path, an area as its rings. */
function pathsOf(geometry: Geometry, frame: LocalFrame): Rings {
  if (geometry.type !== 'LineString') return ringsOf(geometry, frame)
  return [Float64Array.from(geometry.coordinates.flatMap(([lon, lat]) => [frame.x(lon), frame.y(lat)]))]
}
