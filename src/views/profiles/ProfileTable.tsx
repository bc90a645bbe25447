import type { ProfileComparison } from '../../model/profile-comparison'
import { useActions, useLanguage, useView } from '../app-context'
import { ClassMark } from '../ui/SignMark'
import { useNames } from '../use-names'
import type { DifferenceLine } from './describe-differences'

interface ProfileTableProps {
  readonly comparison: ProfileComparison
  readonly lines: readonly DifferenceLine[]
  readonly chosen: string | null
  readonly onChoose: (code: string) => void
}

/** Classes × profiles: served under each, and what each loses against the first, said in words. */
export function ProfileTable({ comparison, lines, chosen, onChoose }: ProfileTableProps) {
  const { words, format } = useLanguage()
  const { profiles: say, matrix, noPeople } = words.tables
  const names = useNames()
  const actions = useActions()
  const theme = useView((view) => view.mapTheme)
  const { answers, hasPeople } = comparison
  const [base, ...others] = answers
  const unit = hasPeople ? ` ${matrix.people}` : ` ${matrix.places}`
  const all = lines[0]?.all ?? 0
  const count = (value: number) => `${format.count(value)}${unit}`
  return (
    <>
      {lines.length === 0 ? null : (
        <p className="caption">
          {hasPeople ? null : `${noPeople} · `}
          {hasPeople ? say.ofPeople(format.people(all)) : say.ofCommunities(format.count(all))}
        </p>
      )}
      {lines.length === 0 ? (
        <p className="profiles-same">{say.noDifference}</p>
      ) : (
        <table className="profile-table">
          <thead>
            <tr>
              <th scope="col">{say.class}</th>
              {answers.map(({ profile }, index) => (
                <th key={profile} scope="col" className="is-number">
                  {words.profile[profile]}
                  {index === 0 ? <span className="caption"> {say.base}</span> : null}
                </th>
              ))}
              <th scope="col">{say.headline}</th>
            </tr>
            <tr className="profile-map">
              <th scope="row">{say.onMap}</th>
              <td />
              {others.map(({ profile }) => {
                const isOn = theme.kind === 'profiles' && theme.profile === profile && theme.code === null
                return (
                  <td key={profile} className="is-number">
                    <button
                      type="button"
                      className="plain link"
                      aria-pressed={isOn}
                      onClick={() =>
                        actions.setMapTheme(
                          isOn ? { kind: 'missing' } : { kind: 'profiles', profile, code: null },
                        )
                      }
                    >
                      {say.onMapAll}
                    </button>
                  </td>
                )
              })}
              <td />
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.code} className={chosen === line.code ? 'is-chosen' : undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className="plain line"
                    aria-pressed={chosen === line.code}
                    onClick={() => onChoose(line.code)}
                  >
                    <ClassMark code={line.code} />
                    <span>{names.classOf(line.code)}</span>
                  </button>
                </th>
                {answers.map(({ profile }, index) => (
                  <td key={profile} className="is-number">
                    {line.unknown[index] === line.all && line.all > 0 ? (
                      <span className="is-unknown">{words.unknown}</span>
                    ) : (
                      <>
                        {format.count(line.served[index])}
                        {line.unknown[index] > 0 ? (
                          <span className="caption">
                            {' '}
                            {words.inspector.unknown(format.count(line.unknown[index]))}
                          </span>
                        ) : null}
                      </>
                    )}
                  </td>
                ))}
                <td>
                  {others.map(({ profile }, index) => {
                    const more = line.more[index + 1]
                    const who = say.short[profile]
                    const than = say.short[base.profile]
                    const difference = line.differences[index + 1]
                    const unclear = hasPeople ? difference.people_unclear : difference.communities_unclear
                    if (more === 0 && unclear === 0) return null
                    return (
                      <p key={profile} className={more < 0 ? 'is-unserved' : undefined}>
                        {more < 0
                          ? say.fewer(who, than, count(-more))
                          : more > 0
                            ? say.more(who, than, count(more))
                            : `${who}: ${say.same}`}
                        {unclear > 0 ? <span className="caption"> {say.unclear(count(unclear))}</span> : null}
                      </p>
                    )
                  })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
