import type { AnalysisView } from '../../model/analysis'
import type { WalkNetwork } from './walk-network'

/** How large a network is, as told beside its results. What is gone or there twice is not counted. */
export function describeNetwork({
  componentLength_m,
  junctionCount,
  homeEdgeCount,
  edgeState,
}: WalkNetwork): AnalysisView['network'] {
  const street_m = componentLength_m.reduce((sum, length) => sum + length, 0)
  let edges = homeEdgeCount
  edgeState?.forEach((state) => {
    if (state !== 0) edges--
  })
  return { nodes: junctionCount, edges, street_km: Math.round(street_m / 100) / 10 }
}
