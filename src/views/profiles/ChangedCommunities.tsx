import { useMemo } from 'react'
import { type Assessment, VERDICTS } from '../../model/assessment'
import type { ProfileComparison } from '../../model/profile-comparison'
import { useActions, useLanguage, useView } from '../app-context'
import { VerdictMark } from '../ui/VerdictMark'
import { useNames } from '../use-names'
import { useShow } from '../use-show'

interface ChangedCommunitiesProps {
  readonly comparison: ProfileComparison
  /** the class chosen; null: none yet */
  readonly code: string | null
  readonly subject: Assessment
}

const SHOWN = 100

/** Communities whose verdict on a class is not the same for all profiles compared. */
export function ChangedCommunities({ comparison, code, subject }: ChangedCommunitiesProps) {
  const { words, format } = useLanguage()
  const say = words.tables.profiles
  const names = useNames()
  const show = useShow()
  const actions = useActions()
  const theme = useView((view) => view.mapTheme)
  const { answers, classes, communities } = comparison
  const column = classes.findIndex((each) => each.code === code)
  const changed = useMemo(() => {
    if (column < 0) return []
    return communities.flatMap((id, row) => {
      const at = row * classes.length + column
      const verdicts = answers.map(({ status }) => VERDICTS[status[at]])
      return verdicts.every((verdict) => verdict === verdicts[0]) ? [] : [{ id, row, verdicts }]
    })
  }, [communities, classes, answers, column])
  if (code === null || column < 0)
    return (
      <section className="profiles-block">
        <h3>{say.changed}</h3>
        <p className="caption">{say.changedHint}</p>
      </section>
    )
  return (
    <section className="profiles-block">
      <h3>{say.changedFor(names.classOf(code))}</h3>
      <p className="line profiles-map">
        <span className="caption">{say.onMap}</span>
        {answers.slice(1).map(({ profile }) => {
          const isOn = theme.kind === 'profiles' && theme.code === code && theme.profile === profile
          return (
            <button
              key={profile}
              type="button"
              className="plain bar-button"
              aria-pressed={isOn}
              onClick={() =>
                actions.setMapTheme(isOn ? { kind: 'missing' } : { kind: 'profiles', profile, code })
              }
            >
              {words.profile[profile]}
            </button>
          )
        })}
      </p>
      {changed.length === 0 ? (
        <p className="caption">{say.noneChanged}</p>
      ) : (
        <ul>
          {changed.slice(0, SHOWN).map(({ id, row, verdicts }) => (
            <li key={id}>
              <button
                type="button"
                className="plain line changed-row"
                onClick={() => show({ kind: 'community', id })}
                onMouseEnter={() => actions.hover({ kind: 'community', id })}
                onMouseLeave={() => actions.hover(null)}
              >
                <span className="clip grow" title={names.community(id)}>
                  {names.community(id)}
                </span>
                <span className="caption figure">{format.people(subject.communities[row]?.people)}</span>
                {verdicts.map((verdict, index) => (
                  <span
                    key={answers[index].profile}
                    title={`${words.profile[answers[index].profile]} ${words.verdict[verdict]}`}
                  >
                    <VerdictMark verdict={verdict} />
                  </span>
                ))}
              </button>
            </li>
          ))}
          {changed.length > SHOWN ? (
            <li className="caption">{words.more(format.count(changed.length - SHOWN))}</li>
          ) : null}
        </ul>
      )}
    </section>
  )
}
