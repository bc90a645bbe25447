import { useEffect, useState } from 'react'
import type { Obstacle, Proposal } from '../../../model/proposal'
import type { Complex } from '../../../model/service-complex'
import type { CommunityRow } from '../../../model/assessment'
import { freeName } from '../../scenario/free-name'
import { useEditing } from '../../scenario/use-editing'
import { useActions, useLanguage, usePlanning, useResults } from '../../app-context'
import { marksOfPlan, usesOfPlan } from '../../../store/plan-marks'
import type { PlanningState } from '../../../store/planning-state'
import { ComplexSection } from '../ComplexSection'
import { countUncounted } from '../../../model/count-uncounted'
import { UncountedNote } from '../UncountedNote'
import { Section } from '../../ui/Section'
import { ClassMark } from '../../ui/SignMark'
import { useNames } from '../../use-names'
import { GapOutcomes } from './GapOutcomes'
import { MeasureList } from './MeasureList'
import { NobodyCounted } from './NobodyCounted'
import { Obstacles } from './Obstacles'
import { PlanFigures } from './PlanFigures'
import { PlanStatus } from './PlanStatus'
import { tellServed } from './tell-served'

/** A plan: what it serves and costs, how far from the best it is, and its measures with reasons. */
export function PlanResult({ onShowScenario }: { readonly onShowScenario: () => void }) {
  const { words } = useLanguage()
  const actions = useActions()
  const names = useNames()
  const rows = useResults((results) => results.analysis?.assessment.communities ?? NO_ROWS)
  // each part looks at what it shows: the solver tells its progress several times a second
  const proposal = usePlanning((planning) => planning.plan?.proposal ?? null)
  const obstacles = usePlanning((planning) => planning.plan?.obstacles ?? NO_OBSTACLES)
  const complexes = usePlanning((planning) => planning.plan?.complexes ?? NO_COMPLEXES)
  const isStale = usePlanning((planning) => planning.wantedKey !== planning.plan?.key)
  const wishes = usePlanning((planning) => planning.wishes)
  const [kept, setKept] = useState<KeptPlan | null>(null)
  const name = kept !== null && kept.proposal === proposal ? kept.name : null
  // kept, it is the scenario that is shown: of course another plan over it would be another one
  const isKeptJustNow = name !== null && kept?.wishes === wishes
  // as a scenario the map shows it anyway
  const shown = isKeptJustNow ? null : proposal
  useEffect(() => {
    const counts = shown?.options.counts ?? 'people'
    const planned = shown === null ? null : marksOfPlan(shown.measures, names.placeOfGate, counts)
    const plannedUses = shown === null ? null : usesOfPlan(shown.measures, names, counts)
    actions.setLinkView({ planned, plannedUses })
    return () => actions.setLinkView({ planned: null, plannedUses: null, pointed: null, open: null })
  }, [actions, shown, names])
  const counted = countUncounted(rows, proposal?.options.communities ?? null)
  const { uncounted, all } = counted
  // nobody served is not the same as nobody counted
  const isByCommunities = proposal?.options.counts === 'communities'
  if (proposal !== null && !isByCommunities && uncounted > 0 && uncounted === all)
    return (
      <NobodyCounted
        count={all}
        label={words.propose.byCommunities}
        onCountCommunities={() => actions.propose()}
      />
    )
  return (
    <>
      <div className="plan-status" aria-live="polite">
        <PlanStatus />
        {isStale && (proposal !== null || obstacles.length > 0) && !isKeptJustNow ? (
          <p className="plan-stale">{words.propose.stale}</p>
        ) : null}
      </div>
      <Obstacles obstacles={obstacles} />
      {proposal === null ? null : (
        <>
          <PlanFigures proposal={proposal} />
          {isByCommunities ? null : <UncountedNote of={counted} className="section-body caption" />}
          {proposal.measures.length === 0 ? (
            <>
              <p className="section-body caption">{words.propose.noMeasures}</p>
              <GapOutcomes proposal={proposal} />
            </>
          ) : (
            <>
              <Adopt
                name={name}
                onKeep={(given) => setKept({ proposal, name: given, wishes })}
                onShowScenario={onShowScenario}
              />
              <GapOutcomes proposal={proposal} />
              <ByClass proposal={proposal} />
              <ComplexSection complexes={complexes} />
              <MeasureList proposal={proposal} />
            </>
          )}
        </>
      )}
    </>
  )
}

const NO_ROWS: readonly CommunityRow[] = []
const NO_OBSTACLES: readonly Obstacle[] = []
const NO_COMPLEXES: readonly Complex[] = []

/** A plan that became a scenario, and what had been wished for then. */
interface KeptPlan {
  readonly proposal: Proposal
  readonly name: string
  readonly wishes: PlanningState['wishes']
}

interface AdoptProps {
  /** of the scenario the plan has become; null: it has not yet */
  readonly name: string | null
  readonly onKeep: (name: string) => void
  readonly onShowScenario: () => void
}

/** Keeps the plan as a scenario, and leads there. */
function Adopt({ name, onKeep, onShowScenario }: AdoptProps) {
  const { words } = useLanguage()
  const actions = useActions()
  const { scenarios } = useEditing()
  return (
    <div className="line plan-adopt">
      <button
        type="button"
        className="plain bar-button"
        onClick={() => {
          const given = freeName(scenarios, words.propose.planName, 1)
          actions.adoptPlan(given)
          onKeep(given)
        }}
      >
        {words.propose.adopt}
      </button>
      {name === null ? null : (
        <span className="caption" role="status">
          {words.propose.adopted(name)}{' '}
          <button type="button" className="plain link" onClick={onShowScenario}>
            {words.propose.showAdopted}
          </button>
        </span>
      )}
    </div>
  )
}

/** People newly served by class, the most first, as bars of one scale. */
function ByClass({ proposal }: { readonly proposal: Proposal }) {
  const language = useLanguage()
  const { words } = language
  const names = useNames()
  const { each } = tellServed(proposal.options.counts, language)
  const sorted = proposal.by_class.toSorted((a, b) => b.people - a.people)
  if (sorted.length === 0) return null
  const most = sorted[0].people
  return (
    <Section title={words.propose.byClass} isFlush>
      <ul className="plan-classes">
        {sorted.map(({ id, people }) => (
          <li key={id} className="line">
            <ClassMark code={id} />
            <span className="clip plan-class-name" title={names.classOf(id)}>
              {names.classOf(id)}
            </span>
            <span className="plan-bar" aria-hidden="true">
              <span style={{ width: `${(people / most) * 100}%` }} />
            </span>
            <span className="figure">{each(people)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
