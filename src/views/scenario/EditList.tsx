import { useMemo } from 'react'
import { sumCosts } from '../../model/cost-sum'
import { knownOutcomes } from '../../model/known-outcomes'
import type { Scenario } from '../../model/scenario'
import type { Complex } from '../../model/service-complex'
import { useLanguage, useProject, useResults } from '../app-context'
import { ComplexSection } from '../plan/ComplexSection'
import { Section } from '../ui/Section'
import { EditRow } from './EditRow'
import { hasUnverified, tellCostSum, tellUnpriced } from './tell-cost'

const NO_COMPLEXES: readonly Complex[] = []

/** The measures in their order, each with what it costs and who votes. */
export function EditList({ scenario }: { readonly scenario: Scenario }) {
  const language = useLanguage()
  const { words, format } = language
  const planned = useResults((results) =>
    results.planned?.scenario === scenario.id ? results.planned : null,
  )
  const outcomes = useMemo(() => knownOutcomes(planned, scenario.edits), [planned, scenario.edits])
  // nothing known yet is not nothing to pay
  const isKnown = planned?.edits === scenario.edits
  const complexes = isKnown ? planned.complexes : NO_COMPLEXES
  const costs = outcomes.flatMap((outcome) => (outcome?.refusal === null ? [outcome.cost] : []))
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
              outcome={outcomes[index]}
              complex={
                complexes.find(({ parts }) =>
                  parts.some(({ facility }) => facility === outcomes[index]?.made),
                ) ?? null
              }
            />
          ))}
        </ol>
        <p className="edit-sum">
          <span>{words.scenario.costSum}</span>
          <span className={isKnown ? 'figure' : 'caption'}>
            {isKnown ? tellCostSum(sum, language) : words.scenario.effectPending}
          </span>
          {isKnown && isUnverified ? (
            <span className="caption">
              <span className="tag">{words.scenario.costDefault}</span> {words.askPlanner}
            </span>
          ) : null}
          {!isKnown || rest === null ? null : <span className="caption">{rest}</span>}
        </p>
      </Section>
      <ComplexSection complexes={complexes} />
    </>
  )
}
