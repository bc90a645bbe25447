import { useMemo } from 'react'
import type { ElderCircle } from '../../model/profile-comparison'
import { useActions, useLanguage, useProject, useResults, useView } from '../app-context'
import { tellResultBasis } from '../result-basis'
import { AccessOnly } from '../ui/AccessOnly'
import { useNames } from '../use-names'

const STATES = ['complete', 'incomplete', 'unknown'] as const

/** The elderly-friendly 5-minute circle: how many elders have it whole, where, and what is missing most. */
export function ElderCircleBlock() {
  const { words } = useLanguage()
  const say = words.tables.profiles
  const circle = useResults((results) => results.summaries.elderCircle)
  return (
    <section className="profiles-block">
      <h3>{say.circleTitle}</h3>
      {circle === null ? (
        <p className="caption" role="status">
          {words.tables.pending}
        </p>
      ) : circle.classes.length === 0 ? (
        <p>{say.circleNoClasses}</p>
      ) : (
        <Circle circle={circle} />
      )}
    </section>
  )
}

function Circle({ circle }: { readonly circle: ElderCircle }) {
  const language = useLanguage()
  const scenarios = useProject((project) => project.summary?.scenarios)
  const { words, format } = language
  const say = words.tables.profiles
  const actions = useActions()
  const names = useNames()
  const pack = useView((view) => view.rules)
  const { elders, communities, classes } = circle
  const places = useMemo(
    () =>
      STATES.map((state) => ({
        state,
        ids: communities.filter(({ verdict }) => verdict === state).map(({ id }) => id),
      })),
    [communities],
  )
  const missing = useMemo(
    () =>
      classes
        .map(({ code }) => ({
          code,
          ids: communities.filter((row) => row.missing.includes(code)).map(({ id }) => id),
        }))
        .filter(({ ids }) => ids.length > 0)
        .sort((a, b) => b.ids.length - a.ids.length),
    [classes, communities],
  )
  const all = elders === null ? communities.length : elders.complete + elders.incomplete + elders.unknown
  const countOf = (state: (typeof STATES)[number]) =>
    elders === null ? (places.find((each) => each.state === state)?.ids.length ?? 0) : elders[state]
  const width = (state: (typeof STATES)[number]) => `${all === 0 ? 0 : (countOf(state) / all) * 100}%`
  const complete = countOf('complete')
  const isAllUnknown = countOf('unknown') === all
  return (
    <>
      <p className="circle-share">
        <strong>{isAllUnknown || all === 0 ? words.unknown : format.share(complete / all)}</strong>{' '}
        <span className="caption">
          {elders === null ? say.circleNoElders : say.circleShare}{' '}
          {say.circleElders(format.count(complete), format.count(all))}
        </span>
      </p>
      <div className="bar" aria-hidden="true">
        <span className="bar-served" style={{ width: width('complete') }} />
        <span className="bar-unserved" style={{ width: width('incomplete') }} />
        <span className="bar-unknown" style={{ width: width('unknown') }} />
      </div>
      <p className="line circle-places">
        {places.map(({ state, ids }) => (
          <button
            key={state}
            type="button"
            className="plain link"
            onClick={() => actions.mark(ids)}
            disabled={ids.length === 0}
          >
            {say.circleState[state]} {words.tables.communities(format.count(ids.length))}
          </button>
        ))}
      </p>
      {missing.length === 0 ? null : (
        <>
          <p className="caption">{say.circleByClass}</p>
          <ul>
            {missing.map(({ code, ids }) => (
              <li key={code}>
                <button type="button" className="plain line changed-row" onClick={() => actions.mark(ids)}>
                  <span className="clip grow">{names.classOf(code)}</span>
                  <span className="figure">{format.count(ids.length)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="caption">{say.circleDefinition(format.count(classes.length))}</p>
      <AccessOnly />
      <p className="caption">{tellResultBasis(circle.basis, pack, scenarios, language)}</p>
    </>
  )
}
