import type { EditCost } from '../../model/cost'
import type { RuleStatus } from '../../model/rule-pack'
import { useProject } from '../app-context'
import { statusOfCost } from './tell-cost'

/** How far the price behind a cost can be trusted; null: not known, or the user's own. */
export function useCostStatus(cost: EditCost | null): RuleStatus | null {
  return useProject((project) => statusOfCost(cost, project.summary?.prices ?? []))
}
