import { useActions, useLanguage } from '../../app-context'

interface NobodyCountedProps {
  /** how many communities there are */
  readonly count: number
  /** what is done by communities instead */
  readonly label: string
  readonly onCountCommunities: () => Promise<void>
}

/**
 * Where no community has people nobody can be said to be served: what to do about it, the same with each community as one,
 * and what else can be done meanwhile.
 */
export function NobodyCounted({ count, label, onCountCommunities }: NobodyCountedProps) {
  const { words, format } = useLanguage()
  const actions = useActions()
  return (
    <div className="section-body is-unknown" role="status">
      <p>{words.propose.nobodyCounted(format.count(count))}</p>
      <p>
        {words.propose.nobodyCountedLead}{' '}
        <button
          type="button"
          className="plain link"
          onClick={() => {
            actions.setWishes({ counts: 'communities' })
            void onCountCommunities()
          }}
        >
          {label}
        </button>
        {words.listSeparator}
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
