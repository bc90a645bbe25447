import './money.css'
import { useState } from 'react'
import { useActions, useLanguage } from '../../app-context'
import { EmptyState } from '../../ui/EmptyState'
import { ConsentList } from '../consent/ConsentList'
import { WorksList } from '../works/WorksList'
import { CostPart } from './CostPart'
import { ExportLinks } from './ExportLinks'
import { FundingPart } from './FundingPart'
import { PackageSummary } from './PackageSummary'
import { usePackage } from './use-package'

const PARTS = ['cost', 'funding', 'consent', 'works'] as const
type Part = (typeof PARTS)[number]

/** A scenario as a project: what it costs, who pays, who votes, and which works are done along with it. */
export function MoneyTab() {
  const { words } = useLanguage()
  const actions = useActions()
  const { scenarios, scenario, decided, answer } = usePackage()
  const [part, setPart] = useState<Part>('cost')
  if (scenarios.length === 0)
    return <EmptyState title={words.money.noScenario} hint={words.money.noScenarioHint} />
  return (
    <>
      {scenario === null || decided === null ? (
        <EmptyState title={words.money.chooseScenario} hint={words.money.chooseScenarioHint}>
          {scenarios.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              className="plain bar-button money-choice"
              onClick={() => actions.showScenario(id)}
            >
              {name}
            </button>
          ))}
        </EmptyState>
      ) : answer === null ? (
        <p className="section-body caption" role="status">
          {words.money.pending}
        </p>
      ) : (
        <>
          <PackageSummary answer={answer} />
          <div className="money-parts">
            <div role="tablist" aria-label={words.money.tab}>
              {PARTS.map((each) => (
                <button
                  key={each}
                  type="button"
                  role="tab"
                  className="plain"
                  aria-selected={part === each}
                  onClick={() => setPart(each)}
                >
                  {words.money.parts[each]}
                </button>
              ))}
            </div>
            <ExportLinks scenario={scenario} decided={decided} answer={answer} />
          </div>
          <div key={part} className="panel-scroll" role="tabpanel" aria-label={words.money.parts[part]}>
            {part === 'cost' ? (
              <CostPart scenario={scenario} answer={answer} />
            ) : part === 'funding' ? (
              <FundingPart decided={decided} answer={answer} />
            ) : part === 'consent' ? (
              <ConsentList decided={decided} answer={answer} />
            ) : (
              <WorksList decided={decided} answer={answer} />
            )}
          </div>
        </>
      )}
    </>
  )
}
