import './compare.css'
import { Segmented } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { MOST_COMPARED, type ScenarioTable } from '../../store/compare-view'
import { AGE_GROUPS, type AgeGroup } from '../../model/rule-pack'
import type { Scenario } from '../../model/scenario'
import { useActions, useLanguage, useProject, useResults, useView } from '../app-context'
import { DrawerTools } from '../table/DrawerTools'
import { EmptyState } from '../ui/EmptyState'
import { NativeSelect } from '../ui/NativeSelect'
import { useNames } from '../use-names'
import { CompareExport } from './CompareExport'
import { CompareTable } from './CompareTable'
import { classRows } from './class-rows'
import { communityRows } from './community-rows'
import { gapRows } from './gap-rows'
import { nameColumn } from './name-column'
import { overviewRows } from './overview-rows'

const SECTIONS = ['overview', 'classes', 'communities', 'gaps'] as const
type Section = (typeof SECTIONS)[number]
const NONE: readonly Scenario[] = []

/** Two to four scenarios, the present among them, side by side. */
export function CompareTab() {
  const { words } = useLanguage()
  const actions = useActions()
  const scenarios = useProject((project) => project.summary?.scenarios ?? NONE)
  const columns = useView((view) => view.comparing.columns)
  const shown = useView((view) => view.scenario)
  const table = useResults((results) => results.scenarioTable)
  const isComparing = useResults((results) => results.isComparing)
  const [section, setSection] = useState<Section>('overview')
  const chosen = useMemo(
    () => columns.filter((id) => id === null || scenarios.some((each) => each.id === id)),
    [columns, scenarios],
  )
  // the present and the scenario that is looked at, until somebody chooses
  useEffect(() => {
    if (chosen.length >= 2 || scenarios.length === 0) return
    const other = scenarios.find(({ id }) => id === shown) ?? scenarios[0]
    if (chosen.length === 0 || (chosen.length === 1 && chosen[0] === null))
      actions.setComparing({ columns: [null, other.id] })
  }, [actions, chosen, scenarios, shown])

  if (scenarios.length === 0)
    return (
      <EmptyState title={words.compare.none} hint={words.compare.noneHint}>
        <button type="button" className="plain link" onClick={() => actions.setWorkspace('plan')}>
          {words.compare.goPlan}
        </button>
      </EmptyState>
    )
  const isFresh = table !== null && table.columns.join() === chosen.join()
  return (
    <>
      <div className="drawer-bar">
        <span className="caption">{words.compare.choose}</span>
        <ColumnChips scenarios={scenarios} chosen={chosen} />
        <Segmented<Section>
          size="small"
          aria-label={words.compare.section}
          value={section}
          onChange={setSection}
          options={SECTIONS.map((each) => ({ value: each, label: words.compare.sections[each] }))}
        />
        <DrawerTools>
          <MapModes chosen={chosen} />
          {table === null || !isFresh ? null : <CompareExport table={table} />}
        </DrawerTools>
      </div>
      {chosen.length < 2 ? (
        <p className="section-body">{words.compare.tooFew}</p>
      ) : table === null || !isFresh ? (
        <p className="section-body caption" role="status">
          {words.tables.pending}
        </p>
      ) : (
        <Body table={table} section={section} isStale={isComparing} />
      )}
    </>
  )
}

/** Which scenarios are side by side: the first pressed is the one the others are compared with. */
function ColumnChips({
  scenarios,
  chosen,
}: {
  readonly scenarios: readonly Scenario[]
  readonly chosen: readonly (string | null)[]
}) {
  const { words } = useLanguage()
  const actions = useActions()
  const toggle = (id: string | null) =>
    actions.setComparing({
      columns: chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id],
    })
  return (
    <div className="compare-chips" role="group" aria-label={words.compare.choose}>
      {[null, ...scenarios.map(({ id }) => id)].map((id) => {
        const name = nameColumn(id, scenarios, words)
        const place = chosen.indexOf(id)
        const isFull = place < 0 && chosen.length >= MOST_COMPARED
        return (
          <button
            key={id ?? ''}
            type="button"
            className="plain bar-button compare-chip"
            aria-pressed={place >= 0}
            disabled={isFull}
            title={place === 0 ? words.compare.baseHint : isFull ? words.compare.full : name}
            onClick={() => toggle(id)}
          >
            <span className="clip">{name}</span>
            {place === 0 ? <span className="caption"> {words.compare.base}</span> : null}
          </button>
        )
      })}
    </div>
  )
}

/** The two ways the map tells the base from the scenario that is shown. */
function MapModes({ chosen }: { readonly chosen: readonly (string | null)[] }) {
  const { words } = useLanguage()
  const actions = useActions()
  const onMap = useView((view) => view.comparing.onMap)
  const shown = useView((view) => view.scenario)
  const toggle = (mode: 'difference' | 'swipe') => {
    // there must be something to tell from the base
    if (shown === chosen[0] || !chosen.includes(shown)) actions.showScenario(chosen[1])
    actions.setComparing({ onMap: onMap === mode ? 'off' : mode })
  }
  return (
    <>
      {(['difference', 'swipe'] as const).map((mode) => (
        <button
          key={mode}
          type="button"
          className="plain bar-button"
          aria-pressed={onMap === mode}
          disabled={chosen.length < 2}
          title={mode === 'swipe' ? words.compare.swipeHint : words.compare.differenceHint}
          onClick={() => toggle(mode)}
        >
          {words.compare[mode]}
        </button>
      ))}
    </>
  )
}

function Body({
  table,
  section,
  isStale,
}: {
  readonly table: ScenarioTable
  readonly section: Section
  readonly isStale: boolean
}) {
  const language = useLanguage()
  const { words } = language
  const names = useNames()
  const pack = useView((view) => view.rules)
  const weights = useResults((results) => results.scenarioWeights)
  const [onlyRequired, setOnlyRequired] = useState(true)
  const [onlyChanged, setOnlyChanged] = useState(true)
  const [age, setAge] = useState<AgeGroup | null>(null)
  const [isByGap, setByGap] = useState(false)
  const rows = useMemo(() => {
    switch (section) {
      case 'overview':
        return overviewRows(table, weights, pack, language)
      case 'classes':
        return classRows(table, { onlyRequired, onlyChanged, age }, names, language)
      case 'communities':
        return communityRows(table, names, language)
      case 'gaps':
        return gapRows(table, { onlyChanged, isByGap }, names, language)
      default:
        throw new Error(`unknown section ${String(section satisfies never)}`)
    }
  }, [table, weights, pack, language, section, onlyRequired, onlyChanged, age, isByGap, names])
  return (
    <div className={isStale ? 'compare is-stale' : 'compare'} aria-busy={isStale}>
      {section === 'classes' ? (
        <p className="caption compare-options">
          <NativeSelect<AgeGroup | ''>
            label={words.compare.ages}
            value={age ?? ''}
            options={[
              { value: '', label: words.compare.served },
              ...AGE_GROUPS.map((group) => ({
                value: group,
                label: words.compare.servedOfAge(words.supply.group[group]),
              })),
            ]}
            onChange={(chosen) => setAge(chosen === '' ? null : chosen)}
          />
          <Checks
            checks={[
              [words.compare.onlyRequired, onlyRequired, setOnlyRequired],
              [words.compare.onlyChanged, onlyChanged, setOnlyChanged],
            ]}
          />
        </p>
      ) : section === 'communities' ? (
        <p className="caption compare-options">{words.compare.winners}</p>
      ) : section === 'gaps' ? (
        <p className="caption compare-options">
          {words.compare.gapsAddUp}
          <Checks
            checks={[
              [words.compare.onlyChanged, onlyChanged, setOnlyChanged],
              [words.compare.gapsOneByOne, isByGap, setByGap],
            ]}
          />
        </p>
      ) : null}
      {rows.length === 0 ? (
        <p className="compare-same">{words.compare.noChange}</p>
      ) : (
        <CompareTable table={table} rows={rows} section={section} />
      )}
    </div>
  )
}

interface ChecksProps {
  readonly checks: readonly (readonly [label: string, isOn: boolean, set: (isOn: boolean) => void])[]
}

function Checks({ checks }: ChecksProps) {
  return checks.map(([label, isOn, set]) => (
    <label key={label} className="line bar-check">
      <input type="checkbox" checked={isOn} onChange={(event) => set(event.target.checked)} />
      {label}
    </label>
  ))
}
