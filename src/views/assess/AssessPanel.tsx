import './assess.css'
import { Button, Segmented, Switch } from 'antd'
import { useMemo, useState } from 'react'
import type { AnalysisView } from '../../model/analysis'
import type { ClassColumn, ClassTotal } from '../../model/assessment'
import type { Rule } from '../../model/rule-pack'
import type { MapTheme } from '../../store/state'
import { useActions, useLanguage, useProject, useResults, useView } from '../app-context'
import { EmptyState } from '../ui/EmptyState'
import { groupByFamily } from '../families'
import { ScopeSection } from '../scope/ScopeSection'
import { Section } from '../ui/Section'
import { type ClassShare, isNothingKnown, shareOfClass, unitOfShares } from './class-share'
import { AnalysisPending } from './AnalysisPending'
import { ClassRow } from './ClassRow'
import { MapFormSelect } from './MapFormSelect'
import { summarizeAssessment } from './headline'
import { JudgingControl } from './JudgingControl'
import { SensitivityToggle } from './SensitivityToggle'
import { SupplySection } from './SupplySection'
import { useSensitivity } from './use-sensitivity'

/** The first honest answer: who is served by what, who is not, and for whom it is not known. */
export function AssessPanel() {
  const { words } = useLanguage()
  const analysis = useResults((results) => results.analysis)
  const actions = useActions()
  const hasProject = useProject((project) => project.summary !== null)
  return (
    <>
      <div className="panel-head line">
        <h2 className="grow">{words.assess.title}</h2>
        <Button size="small" onClick={() => actions.setRulesOpen(true)}>
          {words.rules.title}
        </Button>
      </div>
      <div className="panel-scroll">
        {analysis === null ? (
          hasProject ? (
            <AnalysisPending />
          ) : (
            <EmptyState title={words.topBar.noProject} hint={words.empty.lead} />
          )
        ) : analysis.assessment.communities.length === 0 ? (
          <EmptyState title={words.empty.noCommunities} hint={words.empty.noCommunitiesHint} />
        ) : (
          <Assessed analysis={analysis} />
        )}
      </div>
    </>
  )
}

/** What one class says in the list. */
interface Row {
  readonly rule: Rule
  readonly column: ClassColumn
  readonly share: ClassShare
  readonly group: ClassTotal['group']
}

function Assessed({ analysis }: { readonly analysis: AnalysisView }) {
  const { words, format } = useLanguage()
  const actions = useActions()
  const pack = useView((view) => view.rules)
  const mapTheme = useView((view) => view.mapTheme)
  const mapForm = useView((view) => view.mapForm)
  const [isRequiredOnly, setRequiredOnly] = useState(true)
  const [isUnknownOpen, setUnknownOpen] = useState(false)
  const { assessment } = analysis
  const groups = useMemo(() => groupByFamily(pack), [pack])
  const columns = useMemo(
    () => new Map(assessment.classes.map((column, index) => [column.code, { column, index }])),
    [assessment],
  )
  const unit = unitOfShares(assessment.totals)
  const sensitivity = useSensitivity()
  // the range is measured by access
  const isByAccess = assessment.basis.judging === 'access'

  const listRows = (rules: readonly Rule[]): Row[] =>
    rules.flatMap((rule) => {
      const found = columns.get(rule.code)
      if (found === undefined || (isRequiredOnly && !found.column.required)) return []
      const total = assessment.totals[found.index]
      return [{ rule, column: found.column, share: shareOfClass(total, unit), group: total.group }]
    })
  const isOnMap = (code: string) => mapTheme.kind === 'class' && mapTheme.code === code
  // what the map shows has its row, whatever is known of it
  const isFolded = ({ rule, share, group }: Row) =>
    isNothingKnown(share, group) && (isUnknownOpen || !isOnMap(rule.code))
  const folded = groups.flatMap(({ rules }) => listRows(rules)).filter(isFolded)
  const drawRow = ({ rule, column, share, group }: Row) => (
    <li key={rule.code}>
      <ClassRow
        rule={rule}
        column={column}
        share={share}
        band={isByAccess && unit === 'people' ? sensitivity.bandOf(rule.code) : null}
        groupTotal={group}
        isOnMap={isOnMap(rule.code)}
      />
    </li>
  )

  const chooseTheme = (kind: MapTheme['kind']) => {
    if (kind === 'missing' || kind === 'eligibility' || kind === 'mode') actions.setMapTheme({ kind })
    else {
      const first = assessment.classes.find((column) => column.required) ?? assessment.classes[0]
      if (first !== undefined) actions.setMapTheme({ kind: 'class', code: first.code })
    }
  }

  // scope, mode and profiles are told of communities alone
  const hasSurface = mapTheme.kind === 'missing' || mapTheme.kind === 'class'
  const hints: Readonly<Record<MapTheme['kind'], string>> = {
    missing: words.assess.themeMissingHint,
    class: words.legend.verdict,
    eligibility: words.tables.clauseSource,
    mode: words.tables.mode.hint,
    profiles: words.tables.profiles.headline,
  }

  return (
    <>
      <HeadlineFigures analysis={analysis} />
      <JudgingControl />
      <Section title={words.assess.theme}>
        <Segmented<MapTheme['kind']>
          block
          aria-label={words.assess.theme}
          value={mapTheme.kind}
          onChange={chooseTheme}
          options={[
            { value: 'missing', label: words.assess.themeMissing },
            { value: 'class', label: words.assess.themeClass },
            { value: 'eligibility', label: words.assess.themeEligibility },
            { value: 'mode', label: words.assess.themeMode },
          ]}
        />
        {mapForm === 'communities' || !hasSurface ? (
          <p className="caption theme-hint">{hints[mapTheme.kind]}</p>
        ) : null}
        {hasSurface ? <MapFormSelect /> : null}
      </Section>
      <ScopeSection analysis={analysis} />
      <Section
        title={words.assess.classes}
        aside={
          <label className="line">
            {words.assess.onlyRequired}
            <Switch size="small" checked={isRequiredOnly} onChange={setRequiredOnly} />
          </label>
        }
        isFlush
      >
        <p className="class-key caption">
          <span className="line">
            <span className="verdict served" /> {words.verdict.served}
          </span>
          <span className="line">
            <span className="verdict unserved" /> {words.verdict.unserved}
          </span>
          <span className="line">
            <span className="verdict unknown" /> {words.verdict.unknown}
          </span>
          <span className="class-key-unit">
            {unit === 'people' ? words.assess.byPeople : words.assess.byCommunities}
          </span>
        </p>
        {isByAccess ? <SensitivityToggle shown={sensitivity} hasPeople={unit === 'people'} /> : null}
        {groups.map(({ family, rules }) => {
          const shown = listRows(rules).filter((row) => !isFolded(row))
          if (shown.length === 0) return null
          return (
            <div key={family} role="group" aria-label={words.family[family]}>
              <h3 className="family-head">{words.family[family]}</h3>
              <ul>{shown.map(drawRow)}</ul>
            </div>
          )
        })}
        {folded.length === 0 ? null : (
          <>
            <h3 className="family-head">
              <button
                type="button"
                className="plain link"
                aria-expanded={isUnknownOpen}
                onClick={() => setUnknownOpen(!isUnknownOpen)}
              >
                {words.assess.nothingKnown(format.count(folded.length))}
              </button>
            </h3>
            {isUnknownOpen ? <ul>{folded.map(drawRow)}</ul> : null}
          </>
        )}
      </Section>
      <SupplySection />
    </>
  )
}

function HeadlineFigures({ analysis }: { readonly analysis: AnalysisView }) {
  const { words, format } = useLanguage()
  const headline = useMemo(() => summarizeAssessment(analysis.assessment), [analysis])
  return (
    <dl className="headline">
      <div>
        <dt>{words.assess.headline.communities}</dt>
        <dd>{format.count(headline.communities)}</dd>
      </div>
      <div>
        <dt>{words.assess.headline.eligible}</dt>
        {headline.eligibilityUnknown === headline.communities ? (
          <dd className="is-unknown">{words.unknown}</dd>
        ) : (
          <>
            <dd>{format.count(headline.eligible)}</dd>
            {headline.byException > 0 ? (
              <dd className="caption">
                {words.assess.headline.byException(format.count(headline.byException))}
              </dd>
            ) : null}
            {headline.eligibilityUnknown > 0 ? (
              <dd className="caption">
                {words.assess.headline.dataMissing(format.count(headline.eligibilityUnknown))}
              </dd>
            ) : null}
          </>
        )}
      </div>
      <div>
        <dt>{words.assess.headline.people}</dt>
        <dd className={headline.people === null ? 'is-unknown' : undefined}>
          {format.count(headline.people)}
        </dd>
        {headline.peopleUnknown > 0 && headline.people !== null ? (
          <dd className="caption">
            {words.assess.headline.peopleUnknown(format.count(headline.peopleUnknown))}
          </dd>
        ) : null}
        {headline.estimated > 0 ? (
          <dd className="caption" title={words.supply.estimateHint}>
            {words.supply.headlineEstimated(
              format.people(headline.estimated),
              format.count(headline.estimatedIn),
            )}
          </dd>
        ) : null}
      </div>
      <div>
        <dt>{words.assess.headline.classesMet}</dt>
        <dd>
          {format.count(headline.classesMet)}{' '}
          <span className="caption">
            {words.assess.headline.classesOf(format.count(headline.classesRequired))}
          </span>
        </dd>
        {headline.classesUnknown > 0 ? (
          <dd className="caption">
            {words.assess.headline.classesUnknown(format.count(headline.classesUnknown))}
          </dd>
        ) : null}
      </div>
    </dl>
  )
}
