import { useActions, useLanguage } from '../../app-context'

/** Where no community has people a plan can say nothing: what to do about it, and what can be done meanwhile. */
export function NobodyCounted({ count }: { readonly count: number }) {
  const { words, format } = useLanguage()
  const actions = useActions()
  return (
    <div className="section-body is-unknown" role="status">
      <p>{words.propose.nobodyCounted(format.count(count))}</p>
      <p>
        {words.propose.nobodyCountedLead}{' '}
        <button type="button" className="plain link" onClick={() => actions.showPlanPart('units')}>
          {words.propose.toUnits}
        </button>
        {words.listSeparator}
        <button type="button" className="plain link" onClick={() => actions.showPlanPart('links')}>
          {words.propose.toLinks}
        </button>
        {words.listSeparator}
        <button type="button" className="plain link" onClick={() => actions.showPlanPart('scenarios')}>
          {words.propose.toScenarios}
        </button>
      </p>
    </div>
  )
}
