import { voteOfEdit } from '../engine/consent/vote-of-edit'
import { withPrices } from '../engine/cost/with-prices'
import { costOfEdit } from '../engine/cost/cost-of-edit'
import type { Run } from '../engine/run'
import { applyScenario } from '../engine/scenario/apply-scenario'
import { findScenario } from '../engine/scenario/find-scenario'
import { listChanges } from '../engine/scenario/list-changes'
import { locateEdit } from '../engine/scenario/locate-edit'
import { madeByEdit } from '../engine/scenario/made-by-edit'
import { nearestStreet } from '../engine/scenario/nearest-street'
import type { CostPack } from '../model/cost'
import { COST_PACK } from '../model/cost-pack'
import { HOSTING_PACK } from '../model/hosting-pack'
import type { Issue } from '../model/issue'
import type { LayerName } from '../model/layers'
import type { Project } from '../model/project'
import type { EditRefusal, Scenario } from '../model/scenario'
import type { EditOutcome, EditProblem } from '../model/scenario-outcome'
import { buildChangedLayers } from './map-layers'
import type { ScenarioLayers } from './protocol'
import type { CallTable } from './rpc'
import type { Session } from './session'

type ScenarioCalls = Pick<CallTable, 'setScenarios' | 'scenarioLayers' | 'nearestStreet'>

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
      const costs = withPrices(COST_PACK, project.prices ?? [])
      return scenario === null ? null : describeScenario(corrected, scenario, costs, run)
    },

    nearestStreet: async ({ at, within_m }) =>
      nearestStreet(current().corrected.layers.streets, at, within_m),
  }
}

async function describeScenario(
  base: Project,
  scenario: Scenario,
  costs: CostPack,
  run: Run,
): Promise<ScenarioLayers> {
  const { planned, issues } = applyScenario(base, scenario)
  const { streets } = base.layers
  return {
    outcomes: listOutcomes(base, planned, scenario, issues, costs),
    changes: listChanges(base.layers, planned.layers),
    // the streets are by far the largest layer, and a few paths are soon drawn over them
    changed: await buildChangedLayers(base, { ...planned, layers: { ...planned.layers, streets } }, run),
  }
}

/** Cost and vote go by what there is before the scenario, and by what it adds itself. */
function listOutcomes(
  base: Project,
  planned: Project,
  { edits }: Scenario,
  issues: readonly Issue[],
  costs: CostPack,
): EditOutcome[] {
  const facilities = withAdded(base.layers.facilities, planned.layers.facilities)
  const gates = withAdded(base.layers.gates, planned.layers.gates)
  const layers = { ...base.layers, facilities, gates }
  return edits.map((edit, order) => {
    const refusal = problemOf(issues, order)
    return {
      refusal,
      cost: costOfEdit(edit, layers, HOSTING_PACK, costs),
      vote: voteOfEdit(edit, layers),
      made: refusal === null ? madeByEdit(edit.kind, order, planned.layers) : null,
      line: locateEdit(edit, layers),
    }
  })
}

function withAdded<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): readonly T[] {
  if (before === after) return before
  const known = new Set(before.map(({ id }) => id))
  return [...before, ...after.filter(({ id }) => !known.has(id))]
}

function problemOf(issues: readonly Issue[], order: number): EditProblem | null {
  const issue = issues.find(({ facts }) => facts?.['edit'] === order + 1)
  if (issue === undefined) return null
  // the issues of a scenario name a layer, a record and one of the reasons
  return {
    reason: issue.facts?.['reason'] as EditRefusal,
    layer: issue.layer as LayerName,
    id: issue.id ?? '',
  }
}
