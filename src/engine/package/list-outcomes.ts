import { voteOfEdit } from '../consent/vote-of-edit'
import { costOfEdit } from '../cost/cost-of-edit'
import { withPrices } from '../cost/with-prices'
import { cautionPath } from '../scenario/caution-path'
import { locateEdit } from '../scenario/locate-edit'
import { madeByEdit } from '../scenario/made-by-edit'
import { COST_PACK } from '../../model/cost-pack'
import { editNames } from '../../model/edit-name'
import { HOSTING_PACK } from '../../model/hosting-pack'
import type { Issue } from '../../model/issue'
import type { LayerName } from '../../model/layers'
import type { Project } from '../../model/project'
import type { EditRefusal, Scenario } from '../../model/scenario'
import type { EditOutcome, EditProblem } from '../../model/scenario-outcome'

/** Cost and vote go by what there is before the scenario, and by what it adds itself; prices are the project's. */
export function listOutcomes(
  base: Project,
  planned: Project,
  { edits }: Scenario,
  issues: readonly Issue[],
): EditOutcome[] {
  const facilities = withAdded(base.layers.facilities, planned.layers.facilities)
  const gates = withAdded(base.layers.gates, planned.layers.gates)
  const layers = { ...base.layers, facilities, gates }
  const costs = withPrices(COST_PACK, base.prices ?? [])
  const names = editNames(edits)
  return edits.map((edit, order) => {
    const refusal = problemOf(issues, order)
    const [made = null, ...besides] =
      refusal === null ? madeByEdit(edit.kind, names[order], planned.layers) : []
    // walls are open or not as all of the plan leaves them
    const cautions =
      refusal === null && edit.kind === 'add-path'
        ? cautionPath({ ...base.layers, gates: planned.layers.gates }, edit.line)
        : []
    return {
      refusal,
      cost: costOfEdit(edit, layers, HOSTING_PACK, costs),
      vote: voteOfEdit(edit, layers),
      made,
      ...(besides.length === 0 ? {} : { besides }),
      ...(cautions.length === 0 ? {} : { cautions }),
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
