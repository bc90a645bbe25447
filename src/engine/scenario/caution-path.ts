import { GATE_AT_CROSSING_M } from '../../model/gate-place'
import type { Layers } from '../../model/layers'
import type { PathCaution } from '../../model/scenario-outcome'
import type { LonLat } from '../../model/units'
import { LocalFrame } from '../geometry/local-frame'
import { crossingFraction, type Rings, ringsOf } from '../geometry/rings'
import { boxAround, indexOf, inFrame, linesOf, type Place } from './ground'

/** A house met this near to an end of a path is where the path leads, metres. */
const AT_END_M = 1

/** What a path can be drawn over. */
type Ground = Pick<Layers, 'buildings' | 'barriers' | 'communities' | 'gates'>

/**
 * What a path as drawn goes through: houses, barriers, and walls of compounds without a gate there that lets somebody
 * pass, where nobody can go on. It is walked as it is drawn but for those walls, so the rest is said, not refused: there
 * may be an archway, and a bridge is planned like this.
 */
export function cautionPath(layers: Ground, line: readonly LonLat[]): PathCaution[] {
  if (line.length < 2) return []
  const frame = new LocalFrame(...line[0])
  const way = line.map((place) => inFrame(place, frame))
  const box = boxAround(line)
  const houses = indexOf(layers.buildings)
    .within(box)
    .filter(({ geometry }) => crossings(ringsOf(geometry, frame), way, AT_END_M).length > 0)
  const barriers = indexOf(layers.barriers)
    .within(box)
    .filter(({ geometry }) => crossings(linesOf(geometry, frame), way, 0).length > 0)
  const walled = indexOf(layers.communities)
    .within(box)
    .filter(({ id, gated, geometry }) => {
      if (gated !== true) return false
      const cuts = crossings(ringsOf(geometry, frame), way, 0)
      if (cuts.length === 0) return false
      const gates = layers.gates
        .filter(({ community, access }) => community === id && access !== 'closed')
        .map(({ geometry: { coordinates } }) => inFrame([coordinates[0], coordinates[1]], frame))
      return cuts.some(([x, y]) =>
        gates.every((gate) => Math.hypot(gate[0] - x, gate[1] - y) > GATE_AT_CROSSING_M),
      )
    })
  return [
    ...(walled.length === 0 ? [] : [{ about: 'wall', communities: walled.map(({ id }) => id) } as const]),
    ...(houses.length === 0 ? [] : [{ about: 'buildings', count: houses.length } as const]),
    ...[...new Set(barriers.map(({ kind }) => kind))].flatMap((kind) =>
      kind === undefined ? [] : [{ about: 'barrier', kind } as const],
    ),
  ]
}

/** Where a way crosses lines, other than this near to its ends. */
function crossings(lines: Rings, way: readonly Place[], end_m: number): Place[] {
  const [first, last] = [way[0], way[way.length - 1]]
  return way.slice(1).flatMap(([bx, by], i) => {
    const [ax, ay] = way[i]
    return lines.flatMap((line) => {
      const found: Place[] = []
      for (let v = 0; v + 3 < line.length; v += 2) {
        const t = crossingFraction(ax, ay, bx, by, line[v], line[v + 1], line[v + 2], line[v + 3])
        if (t === null) continue
        const [x, y] = [ax + t * (bx - ax), ay + t * (by - ay)]
        if ([first, last].every((end) => Math.hypot(end[0] - x, end[1] - y) >= end_m)) found.push([x, y])
      }
      return found
    })
  })
}
