import { complexesIn } from '../engine/list-complexes'
import { listOutcomes } from '../engine/package/list-outcomes'
import { weighScenario } from '../engine/package/weigh-scenario'
import { Cancelled, type Run } from '../engine/run'
import { applyScenario } from '../engine/scenario/apply-scenario'
import { findScenario } from '../engine/scenario/find-scenario'
import { listChanges } from '../engine/scenario/list-changes'
import { nearestStreet } from '../engine/scenario/nearest-street'
import { gateAt, whyWallStays } from '../engine/scenario/single-wall'
import type { Project } from '../model/project'
import type { Scenario } from '../model/scenario'
import { buildChangedLayers } from './map-layers'
import type { ScenarioLayers } from './protocol'
import type { CallTable } from './rpc'
import type { Session } from './session'

type ScenarioCalls = Pick<
  CallTable,
  'setScenarios' | 'scenarioLayers' | 'weighScenarios' | 'nearestStreet' | 'whyWallStays' | 'rehearse'
>

/** How long nothing is asked before edits are rehearsed. */
const REST_MS = 1500

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
      return Object.fromEntries(
        ids.flatMap((id) => {
          const scenario = findScenario(project, id)
          return scenario === null ? [] : [[id, weighScenario(corrected, scenario, year)]]
        }),
      )
    },

    rehearse: async (settings, { isCancelled, breathe }) => {
      try {
        // what somebody opens is drawn first
        await new Promise((resolve) => setTimeout(resolve, REST_MS))
        if (isCancelled?.() === true) throw new Cancelled()
        // nobody asked for it: nothing is told of how far it is
        await current().rehearse(settings, { isCancelled, breathe })
      } catch (error) {
        // nor of what goes wrong: whoever edits so is told then
        if (error instanceof Cancelled) throw error
      }
      return null
    },

    whyWallStays: async ({ community: id, at, scenario: named }) => {
      const { project, corrected } = current()
      const scenario = findScenario(project, named)
      const { layers } = scenario === null ? corrected : applyScenario(corrected, scenario).planned
      const community = layers.communities.find((each) => each.id === id)
      if (community === undefined) return { reason: 'missing', layer: 'communities', id }
      const near = gateAt(layers.gates, id, at)
      return near === null
        ? whyWallStays(layers, community, at)
        : { reason: 'gate-near', layer: 'gates', id: near.id }
    },

    nearestStreet: async ({ at, within_m, scenario: named }) => {
      const { project, corrected } = current()
      const scenario = findScenario(project, named)
      const { layers } = scenario === null ? corrected : applyScenario(corrected, scenario).planned
      return nearestStreet(layers.streets, at, within_m)
    },
  }
}

async function describeScenario(base: Project, scenario: Scenario, run: Run): Promise<ScenarioLayers> {
  const { planned, issues } = applyScenario(base, scenario)
  const { streets } = base.layers
  return {
    outcomes: listOutcomes(base, planned, scenario, issues),
    changes: listChanges(base.layers, planned.layers),
    complexes: complexesIn(planned),
    // the streets are by far the largest layer, and a few paths are soon drawn over them
    changed: await buildChangedLayers(base, { ...planned, layers: { ...planned.layers, streets } }, run),
  }
}
