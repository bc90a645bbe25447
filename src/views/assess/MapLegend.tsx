import './legend.css'
import { useState } from 'react'
import { PALETTES } from '../../map/palette'
import { useLanguage, useResults, useView } from '../app-context'
import { LinkLegend } from '../plan/links/LinkLegend'
import { UnitLegend } from '../plan/units/UnitLegend'
import { PlanLegend } from '../scenario/PlanLegend'
import { FindingMark } from '../ui/FindingMark'
import { Icon } from '../ui/Icon'
import { CommunityLegend } from './CommunityLegend'
import { shortPacks } from '../basis-line'
import { SurfaceLegend } from './SurfaceLegend'

/** What the colors on the map mean right now: the theme, and the catchments when there are some. */
export function MapLegend() {
  const { words } = useLanguage()
  const isLow = useView((view) => view.isTableOpen)
  // above the table little of the map is left: folded there until asked for, and open without it
  const [wanted, setWanted] = useState<{ readonly isLow: boolean; readonly isOpen: boolean } | null>(null)
  const isOpen = wanted?.isLow === isLow ? wanted.isOpen : !isLow
  return (
    <aside className="legend" aria-label={words.legend.title}>
      <button
        type="button"
        className="plain legend-toggle caption"
        aria-expanded={isOpen}
        onClick={() => setWanted({ isLow, isOpen: !isOpen })}
      >
        {words.legend.title} <Icon name={isOpen ? 'down' : 'up'} small />
      </button>
      {isOpen ? (
        <div className={isLow ? 'legend-parts is-low' : 'legend-parts'}>
          <LegendContents />
          <LegendRules />
        </div>
      ) : null}
    </aside>
  )
}

/** Which rules what is shown was judged by: below all keys, whichever there are. */
export function LegendRules() {
  const { words } = useLanguage()
  const rules = useView((view) => view.rules)
  const hasAnalysis = useResults((results) => results.analysis !== null)
  if (!hasAnalysis) return null
  return <p className="caption legend-rules">{words.rules.basisOn(shortPacks(rules))}</p>
}

/** The keys of the legend, for the map and for the presentation. */
export function LegendContents() {
  const { words, format } = useLanguage()
  const palette = PALETTES[useView((view) => view.appearance)]
  const analysis = useResults((results) => results.analysis)
  const catchment = useResults((results) => results.catchment)
  // the map leaves the communities plain while a catchment speaks: a color that is not there needs no key
  const showsCatchment = useView((view) => view.visible.catchment)
  const bands = showsCatchment ? (catchment?.bands ?? []) : []
  const showsGaps = useView((view) => view.workspace === 'gaps') && (analysis?.gaps.length ?? 0) > 0
  // a ring that no people are known of has the least size, as a dot of no people would
  const isSized = analysis?.gaps.some(({ people }) => people !== null) ?? false
  const isAboutData = useView((view) => view.workspace === 'data')
  const checkUp = useResults((results) => results.checkUp)
  const findings = isAboutData ? (checkUp?.findings ?? []) : []
  const severities = (['error', 'warning', 'info'] as const).filter((severity) =>
    findings.some((finding) => finding.severity === severity),
  )
  const isPlain = catchment !== null && showsCatchment
  const form = useView((view) => view.mapForm)
  const surface = useResults((results) => results.surface)
  const theme = useView((view) => view.mapTheme)
  const isSurface = form !== 'communities' && (theme.kind === 'class' || theme.kind === 'missing')
  // the one that is asked for may be on its way
  const hasSurface =
    surface !== null &&
    isSurface &&
    surface[form] !== null &&
    surface.subject.kind === theme.kind &&
    (theme.kind === 'missing' || (surface.subject.kind === 'class' && surface.subject.code === theme.code))
  return (
    <>
      {analysis === null || isPlain ? null : isSurface ? (
        hasSurface ? (
          <SurfaceLegend surface={surface} />
        ) : (
          <p className="caption">{words.surface.pending}</p>
        )
      ) : (
        <CommunityLegend analysis={analysis} />
      )}
      {showsGaps ? (
        <ul className="legend-steps">
          <li>
            <span className="legend-ring" />
            {isSized ? words.gapList.ring : words.gapList.ringPlain}
          </li>
        </ul>
      ) : null}
      {findings.length === 0 ? null : (
        <div>
          <p className="legend-title">{words.doctor.title}</p>
          <ul className="legend-steps">
            {severities.map((severity) => (
              <li key={severity}>
                <FindingMark severity={severity} />
                {words.doctor.severity[severity]}
              </li>
            ))}
          </ul>
        </div>
      )}
      <PlanLegend />
      <UnitLegend />
      <LinkLegend />
      {bands.length === 0 ? null : (
        <div>
          <p className="legend-title">{words.legend.catchment}</p>
          <ul className="legend-steps">
            {bands.map((band, index) => (
              <li key={band.limit}>
                <span className="swatch" style={{ background: palette.reach[index] }} />
                {format.band(band.limit, band.limit_unit)}
              </li>
            ))}
          </ul>
          {catchment?.edgeOfData ? <p className="caption legend-edge">{words.legend.edgeOfData}</p> : null}
        </div>
      )}
    </>
  )
}
