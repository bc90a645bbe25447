import { sumCosts } from '../../model/cost-sum'
import type { Scenario } from '../../model/scenario'
import type { EditOutcome } from '../../model/scenario-outcome'
import type { Complex } from '../../model/service-complex'
import { useLanguage, useProject, useResults } from '../app-context'
import { ComplexSection } from '../plan/ComplexSection'
import { Section } from '../ui/Section'
import { EditRow } from './EditRow'
import { outcomesOf } from './outcomes-of'
import { hasUnverified, tellCostSum, tellUnpriced } from './tell-cost'

const NONE: readonly EditOutcome[] = []
const NO_COMPLEXES: readonly Complex[] = []

/** The measures in their order, each with what it costs and who votes. */
export function EditList({ scenario }: { readonly scenario: Scenario }) {
  const language = useLanguage()
  const { words, format } = language
  // nothing known yet is not nothing to pay
  const outcomes = useResults((results) => outcomesOf(results.planned, scenario))
  const complexes = useResults((results) =>
    results.planned?.scenario === scenario.id ? results.planned.complexes : NO_COMPLEXES,
  )
  const costs = (outcomes ?? NONE).filter(({ refusal }) => refusal === null).map(({ cost }) => cost)
  const sum = sumCosts(costs)
  const rest = tellUnpriced(sum, costs.length, language)
  const isUnverified = useProject((project) => hasUnverified(costs, project.summary?.prices ?? []))
  return (
    <>
      <Section
        title={words.scenario.edits}
        aside={words.scenario.editsCount(format.count(scenario.edits.length))}
        isFlush
      >
        <ol className="edit-list">
          {scenario.edits.map((edit, index) => (
            <EditRow
              // an edit is a value: another place in the list is another row
              key={`${index} ${edit.kind}`}
              edit={edit}
              index={index}
              count={scenario.edits.length}
              isLocked={scenario.locked === true}
              outcome={outcomes?.[index] ?? null}
              complex={
                complexes.find(({ parts }) =>
                  parts.some(({ facility }) => facility === outcomes?.[index].made),
                ) ?? null
              }
            />
          ))}
        </ol>
        <p className="edit-sum">
          <span>{words.scenario.costSum}</span>
          <span className={outcomes ? 'figure' : 'caption'}>
            {outcomes ? tellCostSum(sum, language) : words.scenario.effectPending}
          </span>
          {isUnverified ? (
            <span className="caption">
              <span className="tag">{words.scenario.costDefault}</span> {words.askPlanner}
            </span>
          ) : null}
          {rest === null ? null : <span className="caption">{rest}</span>}
        </p>
      </Section>
      <ComplexSection complexes={complexes} />
    </>
  )
}
