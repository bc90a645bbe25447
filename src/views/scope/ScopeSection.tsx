import './scope.css'
import { useMemo, useState } from 'react'
import type { AnalysisView } from '../../model/analysis'
import { ELIGIBILITY_VERDICTS } from '../../model/assessment'
import { MODES } from '../../model/mode'
import { PLAN_SCOPE, SCOPE_BOUNDS, type ScopeRule } from '../../model/scope'
import { NO_FILTER, type TableFilter } from '../../store/table-state'
import { useActions, useLanguage, useView } from '../app-context'
import { Section } from '../ui/Section'
import { useModeOf } from '../use-shown-rows'

const MODE_CHOICES = [...MODES, 'undecided'] as const

/** How many communities are in the plan's scope and how many have a mode; pressed, they are listed and on the map. */
export function ScopeSection({ analysis }: { readonly analysis: AnalysisView }) {
  const { words, format } = useLanguage()
  const { scope: say, mode: sayMode } = words.tables
  const actions = useActions()
  const modeOf = useModeOf()
  const [isEditing, setEditing] = useState(false)
  const { communities } = analysis.assessment
  const verdicts = useMemo(
    () =>
      ELIGIBILITY_VERDICTS.map((verdict) => ({
        verdict,
        count: communities.filter(({ eligibility }) => eligibility.verdict === verdict).length,
      })),
    [communities],
  )
  const modes = useMemo(
    () =>
      MODE_CHOICES.map((mode) => ({
        mode,
        count: communities.filter(({ id }) => (modeOf(id) ?? 'undecided') === mode).length,
      })),
    [communities, modeOf],
  )
  const list = (kind: 'eligibility' | 'mode', filter: Partial<TableFilter>) => {
    actions.setMapTheme({ kind })
    actions.setTable({ filter: { ...NO_FILTER, ...filter } })
    actions.showInDrawer('matrix')
  }
  return (
    <Section
      title={say.title}
      aside={
        <button
          type="button"
          className="plain link"
          aria-expanded={isEditing}
          onClick={() => setEditing(!isEditing)}
        >
          {say.change}
        </button>
      }
    >
      {isEditing ? <ScopeEditor /> : null}
      <ul className="scope-counts" aria-label={words.table.eligibility}>
        {verdicts.map(({ verdict, count }) => (
          <li key={verdict}>
            <button
              type="button"
              className="plain scope-count"
              title={say.showInTable}
              onClick={() => list('eligibility', { eligibility: verdict })}
            >
              <span className={`scope-mark ${verdict}`} />
              <span className="grow">{words.eligibility[verdict]}</span>
              <span className="figure">{format.count(count)}</span>
            </button>
          </li>
        ))}
      </ul>
      <ul className="scope-counts" aria-label={sayMode.title}>
        {modes.map(({ mode, count }) => (
          <li key={mode}>
            <button
              type="button"
              className="plain scope-count"
              title={say.showInTable}
              onClick={() => list('mode', { mode })}
            >
              <span className={`mode-dot ${mode}`} />
              <span className="grow">{mode === 'undecided' ? sayMode.undecided : words.mode[mode]}</span>
              <span className="figure">{format.count(count)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The numbers of the clause, as the plan has them or as set here. */
function ScopeEditor() {
  const { words } = useLanguage()
  const { scope: say } = words.tables
  const actions = useActions()
  const scope = useView((view) => view.scope)
  const isPlan = (Object.keys(PLAN_SCOPE) as (keyof ScopeRule)[]).every(
    (field) => scope[field] === PLAN_SCOPE[field],
  )
  const percent = Math.round(scope.strong_will * 100)
  return (
    <div className="scope-editor">
      <NumberField
        label={say.builtBy}
        unit={say.year}
        value={scope.built_by_year}
        bounds={SCOPE_BOUNDS.built_by_year}
        onChange={(built_by_year) => actions.setScope({ ...scope, built_by_year })}
      />
      <NumberField
        label={say.renovatedWithin}
        unit={say.years}
        value={scope.renovated_within_years}
        bounds={SCOPE_BOUNDS.renovated_within_years}
        onChange={(renovated_within_years) => actions.setScope({ ...scope, renovated_within_years })}
      />
      <NumberField
        label={say.strongWill}
        unit="%"
        value={percent}
        bounds={[1, 100]}
        onChange={(value) => actions.setScope({ ...scope, strong_will: value / 100 })}
      />
      <p className="caption">{say.source}</p>
      {isPlan ? null : (
        <button type="button" className="plain link" onClick={() => actions.setScope(PLAN_SCOPE)}>
          {say.reset}
        </button>
      )}
    </div>
  )
}

interface NumberFieldProps {
  readonly label: string
  readonly unit: string
  readonly value: number
  readonly bounds: readonly [least: number, most: number]
  readonly onChange: (value: number) => void
}

/** A whole number that counts once it is within its bounds; until then the old one does. */
function NumberField({ label, unit, value, bounds: [least, most], onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const isValid = (text: string) => {
    const number = Number(text)
    return text.trim() !== '' && Number.isInteger(number) && number >= least && number <= most
  }
  return (
    <label className="line scope-field">
      <span className="grow">{label}</span>
      <input
        type="number"
        className="native-input"
        min={least}
        max={most}
        step={1}
        value={typed ?? value}
        aria-invalid={typed !== null && !isValid(typed)}
        onChange={(event) => {
          const text = event.target.value
          setTyped(text)
          if (isValid(text)) onChange(Number(text))
        }}
        onBlur={() => setTyped(null)}
      />
      <span className="scope-unit caption">{unit}</span>
    </label>
  )
}
