import './profiles.css'
import { useMemo, useState } from 'react'
import type { AnalysisView } from '../../model/analysis'
import { PROFILE_IDS, type ProfileId } from '../../model/profile'
import { useActions, useLanguage, useProject, useResults, useView } from '../app-context'
import { tellResultBasis } from '../result-basis'
import { DrawerTools } from '../table/DrawerTools'
import { downloadText } from '../table/download-text'
import { orderClasses } from '../table/matrix-columns'
import { writeCsv } from '../table/write-csv'
import { AccessOnly } from '../ui/AccessOnly'
import { useNames } from '../use-names'
import { ChangedCommunities } from './ChangedCommunities'
import { describeDifferences, differenceCsvRows } from './describe-differences'
import { ElderCircleBlock } from './ElderCircleBlock'
import { ProfileTable } from './ProfileTable'

const MOST = 3

/** Two or three profiles side by side: who loses what, where, and the elderly-friendly circle. */
export function ProfilesTab({ analysis }: { readonly analysis: AnalysisView }) {
  const language = useLanguage()
  const scenarios = useProject((project) => project.summary?.scenarios)
  const { words } = language
  const say = words.tables.profiles
  const actions = useActions()
  const names = useNames()
  const pack = useView((view) => view.rules)
  const basis = useView((view) => view.basis)
  const compared = useView((view) => view.compared)
  const comparison = useResults((results) => results.summaries.comparison)
  const [onlyChanged, setOnlyChanged] = useState(true)
  const [code, setCode] = useState<string | null>(null)
  const headings = useMemo(() => orderClasses(analysis.assessment, pack), [analysis, pack])
  const lines = useMemo(
    () => (comparison === null ? [] : describeDifferences(comparison, headings)),
    [comparison, headings],
  )
  const shown = onlyChanged ? lines.filter(({ isChanged }) => isChanged) : lines

  const toggle = (profile: ProfileId) => {
    const next = compared.includes(profile)
      ? compared.filter((each) => each !== profile)
      : [...compared, profile].slice(-MOST)
    actions.setCompared(next)
  }
  return (
    <>
      <div className="drawer-bar">
        <span className="caption">{say.choose}</span>
        {PROFILE_IDS.map((profile) => {
          const place = compared.indexOf(profile)
          return (
            <button
              key={profile}
              type="button"
              className="plain bar-button"
              aria-pressed={place >= 0}
              title={place === 0 ? say.baseHint : undefined}
              onClick={() => toggle(profile)}
            >
              {words.profile[profile]}
              {place === 0 ? <span className="caption"> {say.base}</span> : null}
            </button>
          )
        })}
        <DrawerTools>
          <label className="line bar-check">
            <input
              type="checkbox"
              checked={onlyChanged}
              onChange={(event) => setOnlyChanged(event.target.checked)}
            />
            {say.onlyChanged}
          </label>
          <button
            type="button"
            className="plain bar-button"
            disabled={comparison === null || shown.length === 0}
            onClick={() => {
              if (comparison === null) return
              const rows = differenceCsvRows(comparison, shown, names.classOf, words, (answer) =>
                tellResultBasis(answer, pack, scenarios, language),
              )
              downloadText(`${say.csvName}.csv`, writeCsv(rows), 'text/csv;charset=utf-8')
            }}
          >
            {words.tables.exportCsv}
          </button>
        </DrawerTools>
      </div>
      <div className="profiles">
        <section className="profiles-main" aria-label={say.headline}>
          <p className="caption">
            {basis === 'time' ? say.basisTime : say.basisDistance}{' '}
            {basis === 'time' ? null : (
              <button type="button" className="plain link" onClick={() => actions.setBasis('time')}>
                {say.switchToTime}
              </button>
            )}
          </p>
          <AccessOnly />
          {compared.length < 2 ? (
            <p>{say.tooFew}</p>
          ) : comparison === null ? (
            <p className="caption" role="status">
              {words.tables.pending}
            </p>
          ) : (
            <>
              <ProfileTable
                comparison={comparison}
                lines={shown}
                chosen={code}
                onChoose={(next) => setCode(next === code ? null : next)}
              />
              <p className="caption">
                {tellResultBasis(comparison.answers[0].basis, pack, scenarios, language)}
              </p>
            </>
          )}
        </section>
        <div className="profiles-side">
          {comparison === null ? null : (
            <ChangedCommunities comparison={comparison} code={code} subject={analysis.assessment} />
          )}
          <ElderCircleBlock />
        </div>
      </div>
    </>
  )
}
