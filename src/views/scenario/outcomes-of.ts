import type { Scenario } from '../../model/scenario'
import type { EditOutcome } from '../../model/scenario-outcome'
import type { Planned } from '../../store/plan-state'

/** What the edits of a scenario come to, one by one; null: not known yet, what is known is of another list of edits. */
export function outcomesOf(planned: Planned | null, scenario: Scenario): readonly EditOutcome[] | null {
  return planned?.scenario === scenario.id && planned.edits === scenario.edits ? planned.outcomes : null
}
