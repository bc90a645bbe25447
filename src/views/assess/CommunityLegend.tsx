import '../scope/scope.css'
import { useMemo } from 'react'
import type { AnalysisView } from '../../model/analysis'
import { ELIGIBILITY_VERDICTS } from '../../model/assessment'
import { MODES } from '../../model/mode'
import { countLost, cutLostSteps, listUnknown } from '../../map/layers/community-fill'
import { cutStepsAcross, type MissingStep } from '../../map/missing-steps'
import { PALETTES } from '../../map/palette'
import { useLanguage, useResults, useView } from '../app-context'
import { AccessOnly } from '../ui/AccessOnly'
import { useNames } from '../use-names'

/** What the colors of the communities mean under the present theme. */
export function CommunityLegend({ analysis }: { readonly analysis: AnalysisView }) {
  const { words } = useLanguage()
  const names = useNames()
  const theme = useView((view) => view.mapTheme)
  const base = useResults((results) => results.baseAnalysis)
  switch (theme.kind) {
    case 'missing':
      return (
        <Steps
          title={words.legend.missing}
          steps={cutStepsAcross(
            base?.assessment.communities.map(({ missing }) => missing) ?? null,
            analysis.assessment.communities.map(({ missing }) => missing),
          )}
          hasUnknown={listUnknown(analysis.assessment).includes(true)}
        />
      )
    case 'class':
      return (
        <div>
          <p className="legend-title">{names.classOf(theme.code)}</p>
          <p className="caption">{words.legend.verdict}</p>
          <ul className="legend-steps">
            {(['served', 'unserved', 'unknown'] as const).map((verdict) => (
              <li key={verdict}>
                <span className={`verdict ${verdict}`} />
                {words.verdict[verdict]}
              </li>
            ))}
          </ul>
        </div>
      )
    case 'eligibility':
      return (
        <div>
          <p className="legend-title">{words.table.eligibility}</p>
          <ul className="legend-steps">
            {ELIGIBILITY_VERDICTS.map((verdict) => (
              <li key={verdict}>
                <span className={`scope-mark ${verdict}`} />
                {words.eligibility[verdict]}
              </li>
            ))}
          </ul>
        </div>
      )
    case 'mode':
      return (
        <div>
          <p className="legend-title">{words.tables.mode.title}</p>
          <ul className="legend-steps">
            {MODES.map((mode) => (
              <li key={mode}>
                <span className={`mode-dot ${mode}`} />
                {words.mode[mode]}
              </li>
            ))}
            <li>
              <span className="mode-dot undecided" />
              {words.tables.mode.undecided}
            </li>
          </ul>
        </div>
      )
    default:
      return <DifferenceLegend />
  }
}

function DifferenceLegend() {
  const { words } = useLanguage()
  const say = words.tables.profiles
  const names = useNames()
  const theme = useView((view) => view.mapTheme)
  const palette = PALETTES[useView((view) => view.appearance)]
  const comparison = useResults((results) => results.summaries.comparison)
  const sideComparison = useResults((results) => results.sideComparison)
  const profile = theme.kind === 'profiles' ? theme.profile : null
  const lost = useMemo(
    () =>
      comparison === null || profile === null
        ? null
        : {
            steps: cutLostSteps(comparison, sideComparison, profile),
            hasUnknown: countLost(comparison, profile).includes(null),
          },
    [comparison, sideComparison, profile],
  )
  if (theme.kind !== 'profiles' || comparison === null || lost === null) return null
  const who = words.profile[theme.profile]
  const base = words.profile[comparison.answers[0].profile]
  if (theme.code === null)
    return (
      <div>
        <Steps title={say.mapTitle(who, base)} steps={lost.steps} hasUnknown={lost.hasUnknown} />
        <AccessOnly />
      </div>
    )
  return (
    <div>
      <p className="legend-title">{say.mapClass(who, base, names.classOf(theme.code))}</p>
      <ul className="legend-steps">
        <li>
          <span className="verdict unserved" />
          {say.mapLost}
        </li>
        <li>
          <span className="swatch" style={{ background: palette.missing[0] }} />
          {say.mapSame}
        </li>
        <li>
          <span className="verdict served" />
          {say.mapGained}
        </li>
        <li>
          <span className="verdict unknown" />
          {words.unknown}
        </li>
      </ul>
      <AccessOnly />
    </div>
  )
}

interface StepsProps {
  readonly title: string
  readonly steps: readonly MissingStep[]
  readonly hasUnknown?: boolean
}

/** Numbers of classes in the steps the map has cut. */
function Steps({ title, steps, hasUnknown = false }: StepsProps) {
  const { words, format } = useLanguage()
  const palette = PALETTES[useView((view) => view.appearance)]
  return (
    <div>
      <p className="legend-title">{title}</p>
      <ul className="legend-steps">
        {steps.map(({ from, to, color }) => (
          <li key={from}>
            <span className="swatch" style={{ background: palette.missing[color] }} />
            {from === 0
              ? words.legend.missingNone
              : words.legend.missingSteps(format.count(from), from === to ? null : format.count(to))}
          </li>
        ))}
        {hasUnknown ? (
          <li>
            <span className="verdict unknown" />
            {words.unknown}
          </li>
        ) : null}
      </ul>
    </div>
  )
}
