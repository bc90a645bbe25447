import type { MeasureHelper } from '../engine/catchment/share-measuring'
import { compareProfiles } from '../engine/summary/compare-profiles'
import { distributeWalks } from '../engine/summary/distribute-walks'
import { drawElderCircle } from '../engine/summary/elder-circle'
import { gatherModeFacts } from '../engine/summary/gather-mode-facts'
import { listNeighbours } from '../engine/summary/list-neighbours'
import type { CallTable } from './rpc'
import type { Session } from './session'

type SummaryCalls = Pick<CallTable, 'compareProfiles' | 'elderCircle' | 'walks' | 'neighbours' | 'modeFacts'>

/** What tables and charts ask beside the assessment; each costs nothing until somebody looks. */
export function summaryCalls(current: () => Session, helper: MeasureHelper | null): SummaryCalls {
  return {
    compareProfiles: async ({ settings, profiles }, run) =>
      compareProfiles(await current().prepare(settings, run), settings, profiles, run, helper),

    elderCircle: async (settings, run) =>
      drawElderCircle(await current().prepare(settings, run), settings, run, helper),

    walks: async ({ settings, code, communities }, run) => {
      const { prepared, reach } = await current().measure(settings, run)
      const only = communities === null ? null : new Set(communities)
      return distributeWalks(prepared.project, prepared.people, reach, settings, code, only)
    },

    neighbours: async ({ settings, community }, run) => {
      const { prepared, neighbours } = await current().measure(settings, run)
      const { communities } = prepared.project.layers
      const k = communities.findIndex(({ id }) => id === community)
      return { of: community, ids: listNeighbours(neighbours.pairs, k).map((next) => communities[next].id) }
    },

    modeFacts: async ({ scope }) => gatherModeFacts(current().corrected, scope),
  }
}
