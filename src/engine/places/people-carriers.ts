import { SCENARIO_SOURCE } from '../../model/scenario'
import type { AccessPoint } from './access-point'
import type { Snap } from '../network/snap-types'
import type { PlaceContext } from './place-context'

/*
 * Opening a wall or laying a path moves nobody: people without a counted house stand at the gates, or where streets
 * cross the edge, that there were before. What a scenario added carries them only where there is nothing else.
 */

/** The gates of a zone that carry its people, by their inner nodes. */
export function carryingGates(
  { project, compounds, network }: PlaceContext,
  zone: number,
  inner: readonly AccessPoint[],
): readonly AccessPoint[] {
  const { gates } = project.layers
  const isPlanned = ({ node }: AccessPoint): boolean => {
    const [x, y] = [network.nodeX[node], network.nodeY[node]]
    let nearest = { away: Infinity, index: -1 }
    for (const gate of compounds[zone].gates) {
      const away = Math.hypot(gate.x - x, gate.y - y)
      if (away < nearest.away) nearest = { away, index: gate.index }
    }
    return gates[nearest.index]?.source === SCENARIO_SOURCE
  }
  return orAll(inner, (point) => !isPlanned(point))
}

/** The places where streets cross an edge that carry the people behind it. */
export function carryingCrossings(
  { project, network }: PlaceContext,
  crossings: readonly Snap[],
): readonly Snap[] {
  const { streets } = project.layers
  return orAll(crossings, ({ edge }) => streets[network.edgeStreet[edge]]?.source !== SCENARIO_SOURCE)
}

function orAll<T>(list: readonly T[], isKept: (item: T) => boolean): readonly T[] {
  const kept = list.filter(isKept)
  return kept.length === 0 ? list : kept
}
