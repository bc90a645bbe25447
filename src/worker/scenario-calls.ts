import { withPrices } from '../engine/cost/with-prices'
import { frameOf } from '../engine/network/street-lines'
import { sumWorks } from '../engine/package/sum-works'
import type { Run } from '../engine/run'
import { applyScenario } from '../engine/scenario/apply-scenario'
import { findScenario } from '../engine/scenario/find-scenario'
import { listChanges } from '../engine/scenario/list-changes'
import { nearestStreet } from '../engine/scenario/nearest-street'
import { COST_PACK } from '../model/cost-pack'
import { HOSTING_PACK } from '../model/hosting-pack'
import { emptyPackage } from '../model/package'
import type { Project } from '../model/project'
import type { Scenario } from '../model/scenario'
import { WORKS_PACK } from '../model/works-pack'
import { listOutcomes } from './list-outcomes'
import { buildChangedLayers } from './map-layers'
import type { ScenarioLayers } from './protocol'
import type { CallTable } from './rpc'
import type { Session } from './session'

type ScenarioCalls = Pick<CallTable, 'setScenarios' | 'scenarioLayers' | 'weighScenarios' | 'nearestStreet'>

/** Scenarios over the open project. */
export function scenarioCalls(current: () => Session, replace: (next: Session) => void): ScenarioCalls {
  return {
    setScenarios: async ({ scenarios }) => {
      replace(current().withKept({ scenarios }))
      return null
    },

    scenarioLayers: async ({ scenario: id }, run) => {
      const { project, corrected } = current()
      const scenario = findScenario(project, id)
      return scenario === null ? null : describeScenario(corrected, scenario, run)
    },

    weighScenarios: async ({ scenarios: ids, year }) => {
      const { project, corrected } = current()
      const packs = {
        costs: withPrices(COST_PACK, project.prices ?? []),
        hosting: HOSTING_PACK,
        works: WORKS_PACK,
      }
      return Object.fromEntries(
        ids.flatMap((id) => {
          const scenario = findScenario(project, id)
          if (scenario === null) return []
          const { planned, issues } = applyScenario(corrected, scenario)
          const decided = project.packages?.find((each) => each.scenario === id) ?? emptyPackage(id)
          const works = sumWorks({
            ...packs,
            project: corrected,
            scenario,
            decided,
            frame: frameOf(corrected),
            year,
          })
          return [[id, { outcomes: listOutcomes(corrected, planned, scenario, issues), works }]]
        }),
      )
    },

    nearestStreet: async ({ at, within_m }) =>
      nearestStreet(current().corrected.layers.streets, at, within_m),
  }
}

async function describeScenario(base: Project, scenario: Scenario, run: Run): Promise<ScenarioLayers> {
  const { planned, issues } = applyScenario(base, scenario)
  const { streets } = base.layers
  return {
    outcomes: listOutcomes(base, planned, scenario, issues),
    changes: listChanges(base.layers, planned.layers),
    // the streets are by far the largest layer, and a few paths are soon drawn over them
    changed: await buildChangedLayers(base, { ...planned, layers: { ...planned.layers, streets } }, run),
  }
}
