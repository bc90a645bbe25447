import './money.css'
import { useState } from 'react'
import { labelScenario } from '../../../model/label-scenario'
import { useActions, useLanguage } from '../../app-context'
import { EmptyState } from '../../ui/EmptyState'
import { TabList, tabId } from '../../ui/TabList'
import { ConsentList } from '../consent/ConsentList'
import { WorksList } from '../works/WorksList'
import { CostPart } from './CostPart'
import { ExportLinks } from './ExportLinks'
import { FundingPart } from './FundingPart'
import { PackageSummary } from './PackageSummary'
import { usePackage } from './use-package'

const PARTS = ['cost', 'funding', 'consent', 'works'] as const
const SHOWN = 'money-part'
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
          {scenarios.map((each) => (
            <button
              key={each.id}
              type="button"
              className="plain bar-button money-choice"
              onClick={() => actions.showScenario(each.id)}
            >
              {labelScenario(each, scenarios)}
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
            <TabList
              tabs={PARTS.map((value) => ({ value, label: words.money.parts[value] }))}
              value={part}
              onChange={setPart}
              label={words.money.tab}
              controls={SHOWN}
            />
            <ExportLinks scenario={scenario} decided={decided} answer={answer} />
          </div>
          <div
            key={part}
            id={SHOWN}
            className="panel-scroll"
            role="tabpanel"
            aria-labelledby={tabId(SHOWN, part)}
          >
            {part === 'cost' ? (
              <CostPart scenario={scenario} answer={answer} />
            ) : part === 'funding' ? (
              <FundingPart decided={decided} answer={answer} />
            ) : part === 'consent' ? (
              <ConsentList scenario={scenario} decided={decided} answer={answer} />
            ) : (
              <WorksList decided={decided} answer={answer} />
            )}
          </div>
        </>
      )}
    </>
  )
}
