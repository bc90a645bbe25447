import type { EditOutcome } from '../../model/scenario-outcome'
import { useLanguage } from '../app-context'
import { tellCost } from './tell-cost'
import { useCostStatus } from './use-cost-status'

/** What an edit costs and who votes on it, in one caption. */
export function EditCostLine({ outcome }: { readonly outcome: EditOutcome }) {
  const language = useLanguage()
  const { words } = language
  const { cost, vote } = outcome
  const status = useCostStatus(cost)
  return (
    <span className="caption edit-facts">
      <span className={cost === null ? 'is-unknown' : 'figure'}>{tellCost(cost, language)}</span>
      {status === null || status === 'V' ? null : <span className="tag">{words.scenario.costDefault}</span>}
      <span title={words.scenario.ground[vote.ground]}>
        {words.scenario.vote[vote.type]}
        {vote.type === 'simple' || vote.type === 'three-quarters' ? ` · ${words.scenario.item}` : ''}
        {vote.type === 'all-affected' ? ` · ${words.scenario.itemAffected}` : ''}
      </span>
    </span>
  )
}
