import { Button, Input, InputNumber, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import type { FigureField, FigureValue, PackFile, Range, SupplyRule } from '../../model/rule-pack'
import { editFigure, isEditedRule, originalOf, resetFigure } from '../../model/rules/edit-pack'
import {
  type AnyPack,
  type AnyRule,
  isSameValue,
  sourceOfFigure,
  valueOfFigure,
} from '../../model/rules/figure'
import { useLanguage } from '../app-context'
import { tellFigure, tellSource } from './tell-figure'

interface FigureFormProps {
  readonly pack: AnyPack
  readonly rule: AnyRule
  readonly onEdit: (change: (pack: PackFile) => PackFile) => void
}

type Draft = Readonly<Partial<Record<FigureField, FigureValue>>>

const MOST = 1_000_000

/** The numbers of one class, to be changed; each with what its document says. */
export function FigureForm({ pack, rule, onEdit }: FigureFormProps) {
  const { words } = useLanguage()
  const [draft, setDraft] = useState<Draft>({})
  const [note, setNote] = useState('')
  const valueOf = (field: FigureField) =>
    field in draft ? (draft[field] ?? null) : valueOfFigure(rule, field)
  const set = (field: FigureField, value: FigureValue) =>
    setDraft((before) => ({ ...before, [field]: value }))
  const changed = (Object.keys(draft) as FigureField[]).filter(
    (field) => !isSameValue(valueOf(field), valueOfFigure(rule, field)),
  )
  const isValid = changed.every((field) => isPossible(field, valueOf(field)))
  const { supply } = rule

  const apply = () => {
    onEdit((before) =>
      changed.reduce(
        (next, field) => editFigure(next, rule.code, field, valueOf(field), note.trim()),
        before,
      ),
    )
    setDraft({})
    setNote('')
  }

  return (
    <form
      className="rules-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (isValid && changed.length > 0) apply()
      }}
    >
      <div className="rules-form-fields">
        <Field pack={pack} rule={rule} field="radius_m" onEdit={onEdit}>
          <NumberInput
            label={words.rules.field.radius_m}
            value={valueOf('radius_m') as number | null}
            onChange={(value) => set('radius_m', value)}
          />
        </Field>
        {(['building_m2', 'land_m2'] as const).map((field) => (
          <Field key={field} pack={pack} rule={rule} field={field} onEdit={onEdit}>
            <RangeInput
              label={words.rules.field[field]}
              value={valueOf(field) as Range | null}
              onChange={(value) => set(field, value)}
            />
          </Field>
        ))}
        {rule.width_m === undefined || rule.width_m === null ? null : (
          <Field pack={pack} rule={rule} field="width_m" onEdit={onEdit}>
            <NumberInput
              label={words.rules.field.width_m}
              value={valueOf('width_m') as number | null}
              onChange={(value) => set('width_m', value)}
            />
          </Field>
        )}
        {supply ? (
          <Field pack={pack} rule={rule} field="supply" onEdit={onEdit}>
            <NumberInput
              label={words.rules.field.supply}
              value={(valueOf('supply') as SupplyRule | null)?.at_least ?? null}
              onChange={(at_least) => set('supply', { ...supply, at_least: at_least ?? 0 })}
            />
          </Field>
        ) : null}
        <Field pack={pack} rule={rule} field="required" onEdit={onEdit}>
          <Select<'yes' | 'no'>
            size="small"
            aria-label={words.rules.field.required}
            value={valueOf('required') === true ? 'yes' : 'no'}
            onChange={(value) => set('required', value === 'yes')}
            options={[
              { value: 'yes', label: words.rules.required },
              { value: 'no', label: words.rules.optional },
            ]}
          />
        </Field>
      </div>
      <div className="line">
        <Input
          className="grow"
          size="small"
          aria-label={words.rules.note}
          placeholder={words.rules.notePlaceholder}
          maxLength={200}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <Button size="small" type="primary" htmlType="submit" disabled={!isValid || changed.length === 0}>
          {words.rules.apply}
        </Button>
        {isEditedRule(rule) ? (
          <Button
            size="small"
            onClick={() =>
              onEdit((before) =>
                (Object.keys(rule.figures ?? {}) as FigureField[]).reduce(
                  (next, field) => resetFigure(next, rule.code, field),
                  before,
                ),
              )
            }
          >
            {words.rules.resetAll}
          </Button>
        ) : null}
      </div>
      <p className="caption">{isValid ? words.rules.editHint : words.rules.notANumber}</p>
    </form>
  )
}

interface FieldProps extends FigureFormProps {
  readonly field: FigureField
  readonly children: ReactNode
}

/** An input with its label, what it was before it was edited, and the way back. */
function Field({ pack, rule, field, onEdit, children }: FieldProps) {
  const language = useLanguage()
  const { words } = language
  const source = sourceOfFigure(pack, rule, field)
  const original = originalOf(source)
  return (
    <div className="rules-field">
      <span className="caption">{words.rules.field[field]}</span>
      {children}
      <span className="caption">
        {original === null ? (
          valueOfFigure(rule, field) === null ? (
            words.rules.absent
          ) : (
            `${source.status} · ${tellSource(source, language)}`
          )
        ) : (
          <>
            {words.rules.was(
              tellFigure(field, original.value, language),
              tellSource(original.source, language),
            )}{' '}
            <button
              type="button"
              className="plain link"
              onClick={() => onEdit((before) => resetFigure(before, rule.code, field))}
            >
              {words.rules.reset}
            </button>
          </>
        )}
      </span>
    </div>
  )
}

interface NumberInputProps {
  readonly label: string
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}

function NumberInput({ label, value, onChange }: NumberInputProps) {
  return (
    <InputNumber<number>
      size="small"
      aria-label={label}
      min={0}
      max={MOST}
      value={value}
      changeOnWheel={false}
      onChange={onChange}
    />
  )
}

interface RangeInputProps {
  readonly label: string
  readonly value: Range | null
  readonly onChange: (value: Range | null) => void
}

function RangeInput({ label, value, onChange }: RangeInputProps) {
  const { words } = useLanguage()
  const [least, most] = value ?? [null, null]
  const tell = (range: Range) => onChange(range[0] === null && range[1] === null ? null : range)
  return (
    <span className="line">
      <NumberInput
        label={`${label} ${words.rules.leastLabel}`}
        value={least}
        onChange={(changed) => tell([changed, most])}
      />
      –
      <NumberInput
        label={`${label} ${words.rules.mostLabel}`}
        value={most}
        onChange={(changed) => tell([least, changed])}
      />
    </span>
  )
}

/** Whether the schema of packs takes a value: what is refused in a file cannot be typed either. */
function isPossible(field: FigureField, value: FigureValue): boolean {
  if (value === null || typeof value === 'boolean') return true
  if (typeof value === 'number') return value > 0
  if ('measure' in value) return value.at_least > 0
  if (field !== 'building_m2' && field !== 'land_m2') return true
  const [least, most] = value as Range
  return least === null || most === null || least <= most
}
