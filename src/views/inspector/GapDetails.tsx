import type { Assessment } from '../../model/assessment'
import type { Gap } from '../../model/gap'
import { isFilteredByPlace, peopleWithin } from '../../model/gap-filter'
import { useActions, useLanguage, useResults, useView } from '../app-context'
import { readCell } from '../assessment-cell'
import { tellGapPeople } from '../gaps/tell-gap-people'
import { Section } from '../ui/Section'
import { ClassMark } from '../ui/SignMark'
import { StatusMark } from '../ui/StatusMark'
import { useNames } from '../use-names'
import { useShow } from '../use-show'
import { type Fact, FactList } from './FactList'
import { GapHouses } from './GapHouses'
import { InspectorHead } from './InspectorHead'

/** A gap: what is missing, for how many, by how much, where, and what is nearest. */
export function GapDetails({ id }: { readonly id: string }) {
  const { words } = useLanguage()
  const actions = useActions()
  const names = useNames()
  const analysis = useResults((results) => results.analysis)
  const gap = analysis?.gaps.find((candidate) => candidate.id === id)
  if (analysis === null || gap === undefined) return null
  const { assessment } = analysis
  return (
    <>
      <InspectorHead
        title={names.classOf(gap.class)}
        subtitle={
          gap.priority === 'first' ? `${words.inspector.gap} · ${words.gaps.first}` : words.inspector.gap
        }
        mark={<ClassMark code={gap.class} />}
        selection={{ kind: 'gap', id }}
      />
      <div className="panel-scroll">
        <Section title={words.inspector.facts}>
          <GapFacts gap={gap} assessment={assessment} />
        </Section>
        <div className="section-body">
          <button type="button" className="plain bar-button" onClick={() => actions.planForGap(id)}>
            {words.propose.planForGap}
          </button>
        </div>
        <GapNearest gap={gap} assessment={assessment} />
        <GapPlaces gap={gap} assessment={assessment} />
        <GapHouses gap={gap} isTime={assessment.basis.basis === 'time'} />
      </div>
    </>
  )
}

interface PartProps {
  readonly gap: Gap
  readonly assessment: Assessment
}

function GapFacts({ gap, assessment }: PartProps) {
  const language = useLanguage()
  const { words, format } = language
  const filter = useView((view) => view.gapFilter)
  const unit = assessment.basis.basis === 'time' ? 's' : 'm'
  const column = assessment.classes.find(({ code }) => code === gap.class)
  const walk = (value: number | null) => (value === null ? words.gaps.nothingNear : format.walk(value, unit))
  const facts: Fact[] = [
    {
      name: words.inspector.gapPeople,
      value: tellGapPeople(gap, language),
    },
  ]
  if (isFilteredByPlace(filter))
    facts.push({
      name: words.gapList.inPlaces,
      value: tellGapPeople(peopleWithin(filter, assessment)(gap), language),
    })
  if (gap.group !== 'all')
    facts.push({
      name: words.gapList.groupPeople(words.gapList.group[gap.group]),
      value: gap.group_people === null ? null : format.count(gap.group_people),
    })
  if (gap.uncounted > 0)
    facts.push({ name: words.gapList.uncountedPlaces, value: format.count(gap.uncounted) })
  if (gap.people_unknown > 0)
    facts.push({
      name: words.gapList.unknownPeople,
      value: `${format.people(gap.people_unknown)} (${words.gapList.unknownHint})`,
    })
  facts.push(
    { name: words.gapList.mean, value: walk(gap.shortfall) },
    { name: words.gapList.median, value: walk(gap.shortfall_median) },
    { name: words.gapList.worst, value: walk(gap.shortfall_worst) },
  )
  if (gap.beyond > 0) facts.push({ name: words.gapList.beyond, value: format.share(gap.beyond) })
  facts.push({
    name: words.gapList.severity,
    value: `${format.count(gap.severity)} (${
      gap.weighed_by === 'places' ? words.gapList.csv.byPlaces : words.gapList.group[gap.weighed_by]
    })`,
  })
  return (
    <>
      <FactList facts={facts} />
      <p className="caption source-line">{words.gapList.orderHint}</p>
      {column === undefined ? null : (
        <p className="caption source-line">
          {words.inspector.limit} {words.assess.limit(format.limit(column.limit, column.limit_unit))}
          {' · '}
          {words.assess.limitBasis[column.limit_basis]}
          {' · '}
          <StatusMark status={column.status} />
        </p>
      )}
    </>
  )
}

function GapNearest({ gap, assessment }: PartProps) {
  const { words, format } = useLanguage()
  const actions = useActions()
  const show = useShow()
  const names = useNames()
  const { nearest } = gap
  if (nearest === null) return null
  const unit = assessment.basis.basis === 'time' ? 's' : 'm'
  const selection = { kind: 'facility' as const, id: nearest }
  return (
    <Section title={words.gapList.nearest} isFlush>
      <button
        type="button"
        className="plain row-button line"
        onClick={() => show(selection)}
        onMouseEnter={() => actions.hover(selection)}
        onMouseLeave={() => actions.hover(null)}
      >
        <span className="clip grow">{names.facility(nearest)}</span>
        <span className="figure">{format.walk(gap.nearest_walk, unit)}</span>
      </button>
      <p className="caption gap-nearest-from">{words.gapList.nearestFrom}</p>
    </Section>
  )
}

function GapPlaces({ gap, assessment }: PartProps) {
  const { words, format } = useLanguage()
  const actions = useActions()
  const show = useShow()
  const names = useNames()
  const column = assessment.classes.findIndex(({ code }) => code === gap.class)
  const isTime = assessment.basis.basis === 'time'
  const rows = new Map(assessment.communities.map((community, row) => [community.id, row]))
  return (
    <Section title={words.inspector.gapPlaces} aside={format.count(gap.places.length)} isFlush>
      <ul>
        {gap.places.map((place) => {
          const row = rows.get(place)
          const cell = row === undefined || column < 0 ? null : readCell(assessment, row, column)
          const people = row === undefined ? null : assessment.communities[row].people
          const walk = cell === null ? null : isTime ? cell.nearest_s : cell.nearest_m
          return (
            <li key={place}>
              <button
                type="button"
                className="plain row-button line"
                onClick={() => show({ kind: 'community', id: place })}
                onMouseEnter={() => actions.hover({ kind: 'community', id: place })}
                onMouseLeave={() => actions.hover(null)}
              >
                <span className="clip grow">{names.community(place)}</span>
                <span className="figure caption">{people === null ? '' : format.people(people)}</span>
                <span className="figure">
                  {walk === null ? words.nothingReached : format.walk(walk, isTime ? 's' : 'm')}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
