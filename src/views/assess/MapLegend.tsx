import './legend.css'
import { useMemo, useState } from 'react'
import { cutMissingSteps } from '../../map/missing-steps'
import { PALETTES } from '../../map/palette'
import { useLanguage, useResults, useView } from '../app-context'
import { FindingMark } from '../ui/FindingMark'
import { Icon } from '../ui/Icon'
import { shortPacks } from '../basis-line'
import { useNames } from '../use-names'
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
        </div>
      ) : null}
    </aside>
  )
}

/** The legend without its frame, for the map and for the presentation. */
export function LegendContents() {
  const { words, format } = useLanguage()
  const names = useNames()
  const theme = useView((view) => view.mapTheme)
  const rules = useView((view) => view.rules)
  const palette = PALETTES[useView((view) => view.appearance)]
  const analysis = useResults((results) => results.analysis)
  const hasAnalysis = analysis !== null
  const steps = useMemo(
    () => cutMissingSteps(analysis?.assessment.communities.map(({ missing }) => missing) ?? []),
    [analysis],
  )
  const catchment = useResults((results) => results.catchment)
  // the map leaves the communities plain while a catchment speaks: a color that is not there needs no key
  const showsCatchment = useView((view) => view.visible.catchment)
  const bands = showsCatchment ? (catchment?.bands ?? []) : []
  const isAboutData = useView((view) => view.workspace === 'data')
  const checkUp = useResults((results) => results.checkUp)
  const findings = isAboutData ? (checkUp?.findings ?? []) : []
  const severities = (['error', 'warning', 'info'] as const).filter((severity) =>
    findings.some((finding) => finding.severity === severity),
  )
  const isPlain = catchment !== null && showsCatchment
  const form = useView((view) => view.mapForm)
  const surface = useResults((results) => results.surface)
  const isSurface = form !== 'communities'
  // the one that is asked for may be on its way
  const hasSurface =
    surface !== null &&
    isSurface &&
    surface[form] !== null &&
    surface.subject.kind === theme.kind &&
    (theme.kind === 'missing' || (surface.subject.kind === 'class' && surface.subject.code === theme.code))
  return (
    <>
      {!hasAnalysis || isPlain ? null : isSurface ? (
        hasSurface ? (
          <SurfaceLegend surface={surface} />
        ) : (
          <p className="caption">{words.surface.pending}</p>
        )
      ) : theme.kind === 'missing' ? (
        <div>
          <p className="legend-title">{words.legend.missing}</p>
          <ul className="legend-steps">
            {steps.map(({ from, to, color }) => (
              <li key={from}>
                <span className="swatch" style={{ background: palette.missing[color] }} />
                {from === 0
                  ? words.legend.missingNone
                  : words.legend.missingSteps(format.count(from), from === to ? null : format.count(to))}
              </li>
            ))}
          </ul>
        </div>
      ) : (
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
      )}
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
      {hasAnalysis ? <p className="caption legend-rules">{words.rules.basisOn(shortPacks(rules))}</p> : null}
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
