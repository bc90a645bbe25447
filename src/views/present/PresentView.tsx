import './present.css'
import './talk.css'
import { useState } from 'react'
import { useActions, useLanguage, useProject, useView } from '../app-context'
import { LegendContents } from '../assess/MapLegend'
import { DifferenceLegend } from '../compare/DifferenceLegend'
import { tellBasis, tellScenario } from '../basis-line'
import { PROGRAM_VERSION } from '../program-version'
import { tellDataDates } from '../result-basis'
import { Icon } from '../ui/Icon'
import { PresentFigures } from './PresentFigures'
import { useEditing } from '../scenario/use-editing'
import { FacilityLegend } from './FacilityLegend'
import { GateLegend } from './GateLegend'
import { SpaceLegend } from './SpaceLegend'
import { TalkCaption } from './TalkCaption'
import { TalkKeys } from './TalkKeys'
import { TalkEditor } from './TalkEditor'
import { TalkTools } from './TalkTools'
import { usePrint } from './use-print'
import { useEscape } from './use-escape'

/** Characters that a title has room for in big type. */
const LONG_TITLE = 28

/** For a meeting: the map, a title, what it rests on, the legend and few numbers in big type. */
export function PresentView() {
  const language = useLanguage()
  const { words } = language
  const actions = useActions()
  const summary = useProject((project) => project.summary)
  const basis = useView((view) => view.basis)
  const bandsBasis = useView((view) => view.bandsBasis)
  const profile = useView((view) => view.profile)
  const hour = useView((view) => view.hour)
  const judging = useView((view) => view.judging)
  const decay = useView((view) => view.decay)
  const countsSmall = useView((view) => view.countsSmall)
  // in a meeting no panel says what its signs mean
  const hasDifference = useView(
    // of the state the others are compared with there is none
    ({ comparing, scenario: shown }) =>
      comparing.onMap === 'difference' && shown !== (comparing.columns[0] ?? null),
  )
  const rules = useView((view) => view.rules)
  const scenario = tellScenario(
    useView((view) => view.scenario),
    summary?.scenarios,
    language,
  )
  const { shownName } = useEditing()
  const place = summary?.name ?? words.appName
  const title = shownName === null ? words.present.title(place) : words.present.plannedTitle(place, shownName)
  const [open, setOpen] = useState<'talk' | 'keys' | null>(null)
  const close = () => setOpen(null)
  useEscape(open === null ? null : close)
  const print = usePrint()
  const dates = tellDataDates(summary)
  const basisLine = tellBasis(
    { basis, bandsBasis, profile, hour, rules, judging, decay, countsSmall },
    scenario,
    language,
  )
  const isUnchecked = rules.rules.some((rule) => rule.status !== 'V')
  const notes = [
    words.present.dataDates(dates ?? words.data.noDate),
    ...(isUnchecked ? [words.present.ruleWarning] : []),
    `${words.appName} ${PROGRAM_VERSION}`,
  ]
  return (
    <>
      <header className="present-head">
        <div className="present-title">
          <h1 className={title.length > LONG_TITLE ? 'is-long' : undefined}>
            <span className="clip" title={title}>
              {title}
            </span>
            {summary?.fictional ? <span className="badge">{words.fictional}</span> : null}
          </h1>
          <p title={basisLine}>{basisLine}</p>
          <p className="caption clip" title={notes.join(' · ')}>
            {notes.join(' · ')}
          </p>
        </div>
        <div className="present-actions">
          <button
            type="button"
            className="plain icon-button present-button"
            aria-pressed={open === 'talk'}
            onClick={() => setOpen(open === 'talk' ? null : 'talk')}
          >
            <Icon name="pen" /> {words.talk.edit}
          </button>
          <TalkKeys isOpen={open === 'keys'} onToggle={() => setOpen(open === 'keys' ? null : 'keys')} />
          <button type="button" className="plain icon-button present-button" onClick={print}>
            <Icon name="print" /> {words.present.print}
          </button>
          <button
            type="button"
            className="plain icon-button present-button"
            aria-keyshortcuts="Escape"
            onClick={() => actions.setWorkspace('assess')}
          >
            <Icon name="close" /> {words.present.exit} <kbd aria-hidden="true">{words.present.exitHint}</kbd>
          </button>
        </div>
      </header>
      <div className="talk">
        <TalkCaption />
        <TalkTools />
        {open === 'talk' ? <TalkEditor onClose={close} /> : null}
      </div>
      <aside className="legend present-legend" aria-label={words.legend.title}>
        {/* which rules it was judged by stands in the heading, with the other sources */}
        <div className="legend-parts">
          <LegendContents />
          <GateLegend />
          <SpaceLegend />
          {hasDifference ? <DifferenceLegend /> : null}
        </div>
        <FacilityLegend />
      </aside>
      <footer className="present-foot">
        <PresentFigures />
      </footer>
    </>
  )
}
