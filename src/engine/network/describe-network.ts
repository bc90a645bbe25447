import type { AnalysisView } from '../../model/analysis'
import type { WalkNetwork } from './walk-network'

/** How large a network is, as told beside its results. */
export function describeNetwork(network: WalkNetwork): AnalysisView['network'] {
  const street_m = network.componentLength_m.reduce((sum, length) => sum + length, 0)
  return {
    nodes: network.junctionCount,
    edges: network.homeEdgeCount,
    street_km: Math.round(street_m / 100) / 10,
  }
}
