import { useActions, useLanguage, useResults } from '../app-context'
import { readCell } from '../assessment-cell'
import { Section } from '../ui/Section'
import { ClassMark } from '../ui/SignMark'
import { StatusMark } from '../ui/StatusMark'
import { useNames } from '../use-names'
import { FactList } from './FactList'
import { InspectorHead } from './InspectorHead'
import { useShow } from '../use-show'

/** A gap: what is missing, for how many, by how much, and in which communities. */
export function GapDetails({ id }: { readonly id: string }) {
  const { words, format } = useLanguage()
  const actions = useActions()
  const show = useShow()
  const names = useNames()
  const analysis = useResults((results) => results.analysis)
  const gap = analysis?.gaps.find((candidate) => candidate.id === id)
  if (analysis === null || gap === undefined) return null
  const { assessment } = analysis
  const column = assessment.classes.findIndex((candidate) => candidate.code === gap.class)
  const isTime = assessment.basis.basis === 'time'
  const rows = new Map(assessment.communities.map((community, row) => [community.id, row]))
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
          <FactList
            facts={[
              {
                name: words.inspector.gapPeople,
                value: gap.people === null ? null : format.people(gap.people),
              },
              {
                name: words.inspector.gapShortfall,
                value:
                  gap.shortfall === null
                    ? words.gaps.nothingNear
                    : format.walk(gap.shortfall, isTime ? 's' : 'm'),
              },
            ]}
          />
          {column < 0 ? null : (
            <p className="caption source-line">
              {words.inspector.limit}{' '}
              {words.assess.limit(
                format.limit(assessment.classes[column].limit, assessment.classes[column].limit_unit),
              )}
              {' · '}
              {words.assess.limitBasis[assessment.classes[column].limit_basis]}
              {' · '}
              <StatusMark status={assessment.classes[column].status} />
            </p>
          )}
        </Section>
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
      </div>
    </>
  )
}
