import { Button, Input, Select } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import {
  checkEntry,
  type EntryDraft,
  type EntryFinding,
  ENTRY_FINDINGS,
  type IndicatorEntry,
  LONGEST_ENTRY_TEXT,
} from '../../model/indicator-entry'
import type { Indicator } from '../../model/rule-pack'
import { useActions, useLanguage, useProject } from '../app-context'
import { UndoTools } from '../plan/UndoTools'
import { NativeSelect } from '../ui/NativeSelect'
import { readAmount } from '../ui/read-amount'
import { useNames } from '../use-names'
import { nameOfPack } from './tell-figure'
import { tellEntry, tellUnit } from './tell-indicator'

const NONE: readonly IndicatorEntry[] = []

interface Draft {
  /** null: all communities together */
  readonly communities: readonly string[] | null
  readonly kind: 'amount' | EntryFinding
  readonly amount: string
  readonly unit: string
  readonly date: string
  readonly source: string
  readonly note: string
}

function emptyDraft(unit: string, isByCommunity: boolean): Draft {
  const communities = isByCommunity ? [] : null
  return { communities, kind: 'amount', amount: '', unit, date: '', source: '', note: '' }
}

/** Values of one indicator that only a survey or a plan tells: those entered, and a form for one more. */
export function EntryForm({ indicator }: { readonly indicator: Indicator }) {
  const language = useLanguage()
  const { words } = language
  const say = words.indicators.entry
  const actions = useActions()
  const names = useNames()
  const { records } = names
  const all = useProject((project) => project.summary?.entered ?? NONE)
  const entered = all.filter(({ code }) => code === indicator.code)
  const start = () =>
    emptyDraft(
      indicator.unit,
      entered.some(({ community }) => community !== null),
    )
  const [draft, setDraft] = useState(start)
  const [isTold, setTold] = useState(false)
  const set = (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more }))
  const options = useMemo(
    () => [...records.communities.keys()].map((id) => ({ value: id, label: names.community(id) })),
    [records, names],
  )
  const entries = readDraft(draft, indicator.code)
  const known = useMemo(() => new Set(records.communities.keys()), [records])
  const problems = [...new Set(entries.flatMap((entry) => checkEntry(entry, indicator, all, known)))]

  const save = (): void => {
    setTold(true)
    const good = entries.filter(isComplete)
    if (problems.length > 0 || good.length < entries.length) return
    actions.enterIndicators(good)
    setTold(false)
    // the next community has most likely the same source
    set({ communities: draft.communities === null ? null : [], amount: '', note: '' })
  }

  return (
    <form
      className="rules-form"
      aria-label={say.title(nameOfPack(indicator, language))}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <div className="line">
        <span className="caption grow">{say.hint}</span>
        <UndoTools />
      </div>
      {entered.length === 0 ? (
        <p className="caption">{say.none}</p>
      ) : (
        <ul className="rules-entries">
          {entered.map((entry) => (
            <li key={entry.community ?? ''} className="line">
              <span className="grow">{tellEntry(entry, indicator, names.community, language)}</span>
              <button type="button" className="plain link caption" onClick={() => setDraft(draftOf(entry))}>
                {say.edit}
              </button>
              <button type="button" className="plain link caption" onClick={() => actions.dropEntry(entry)}>
                {say.drop}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="rules-form-fields">
        <Field label={say.scope}>
          <NativeSelect<'area' | 'communities'>
            label={say.scope}
            value={draft.communities === null ? 'area' : 'communities'}
            options={[
              { value: 'area', label: say.wholeArea },
              { value: 'communities', label: say.byCommunity },
            ]}
            onChange={(scope) => set({ communities: scope === 'area' ? null : [] })}
          />
        </Field>
        {draft.communities === null ? null : (
          <Field label={say.communities}>
            <Select<string[]>
              className="rules-entry-communities"
              mode="multiple"
              size="small"
              aria-label={say.communities}
              placeholder={say.find}
              showSearch={{ optionFilterProp: 'label' }}
              maxTagCount={3}
              value={[...draft.communities]}
              onChange={(communities) => set({ communities })}
              options={options}
            />
          </Field>
        )}
        {indicator.amount === null ? (
          <Field label={say.kind}>
            <NativeSelect<Draft['kind']>
              label={say.kind}
              value={draft.kind}
              options={(['amount', ...ENTRY_FINDINGS] as const).map((kind) => ({
                value: kind,
                label: kind === 'amount' ? say.amount : say.finding[kind],
              }))}
              onChange={(kind) => set({ kind })}
            />
          </Field>
        ) : null}
        {draft.kind === 'amount' ? (
          <>
            <Field label={say.value}>
              <span className="line">
                <Input
                  className="rules-entry-amount"
                  size="small"
                  inputMode="decimal"
                  aria-label={say.value}
                  value={draft.amount}
                  onChange={(event) => set({ amount: event.target.value })}
                />
                {indicator.unit === '' ? null : tellUnit(indicator.unit, language)}
              </span>
            </Field>
            {indicator.unit === '' ? (
              <TextField
                label={say.unit}
                className="rules-entry-amount"
                placeholder={say.unitPlaceholder}
                value={draft.unit}
                onChange={(unit) => set({ unit })}
              />
            ) : null}
          </>
        ) : null}
        <Field label={say.date}>
          <input
            className="native-input"
            type="date"
            aria-label={say.date}
            value={draft.date}
            onChange={(event) => set({ date: event.target.value })}
          />
        </Field>
        <TextField
          label={say.sourceLabel}
          className="rules-entry-text"
          placeholder={say.sourcePlaceholder}
          value={draft.source}
          onChange={(source) => set({ source })}
        />
        <TextField
          label={say.note}
          className="rules-entry-text"
          value={draft.note}
          onChange={(note) => set({ note })}
        />
      </div>
      {isTold && problems.length > 0 ? (
        <ul className="caption rules-entry-problems" role="alert">
          {problems.map((problem) => (
            <li key={problem}>{say.problem[problem]}</li>
          ))}
        </ul>
      ) : null}
      <div className="line">
        <Button size="small" type="primary" htmlType="submit">
          {say.save}
        </Button>
      </div>
    </form>
  )
}

/** What the form would enter, one for each place; with no community chosen one that says so. */
function readDraft(draft: Draft, code: string): readonly EntryDraft[] {
  const { communities, kind, amount, unit, date, source, note } = draft
  const value = kind === 'amount' ? (readAmount(amount) ?? readNegative(amount)) : kind
  const said = {
    code,
    value,
    unit: kind === 'amount' ? unit.trim() : '',
    date,
    source: source.trim(),
    note: note.trim(),
  }
  if (communities === null) return [{ ...said, community: null }]
  return (communities.length === 0 ? [''] : communities).map((community) => ({ ...said, community }))
}

/** A number below nothing is told as one, not as no number. */
function readNegative(text: string): number | null {
  const amount = /^\s*[-−－]/.test(text) ? readAmount(text.replace(/^\s*[-−－]/, '')) : null
  return typeof amount === 'number' ? -amount : null
}

function isComplete(entry: EntryDraft): entry is IndicatorEntry {
  return entry.value !== null
}

function draftOf({ community, value, unit, date, source, note }: IndicatorEntry): Draft {
  const isNumber = typeof value === 'number'
  return {
    communities: community === null ? null : [community],
    kind: isNumber ? 'amount' : value,
    amount: isNumber ? String(value) : '',
    unit,
    date,
    source,
    note,
  }
}

function Field({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="rules-field">
      <span className="caption">{label}</span>
      {children}
    </div>
  )
}

interface TextFieldProps {
  readonly label: string
  readonly className: string
  readonly placeholder?: string
  readonly value: string
  readonly onChange: (text: string) => void
}

/** A line of text, no longer than an entry keeps. */
function TextField({ label, className, placeholder, value, onChange }: TextFieldProps) {
  return (
    <Field label={label}>
      <Input
        className={className}
        size="small"
        aria-label={label}
        placeholder={placeholder ?? ''}
        maxLength={LONGEST_ENTRY_TEXT}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}
