import { Button, Input, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import type { FigureField, FigureValue, PackFile, Range, SupplyRule, Tier } from '../../model/rule-pack'
import { type FigureProblem, findFigureProblem } from '../../model/rules/check-figure'
import { editFigure, isEditedRule, originalOf, resetFigure } from '../../model/rules/edit-pack'
import {
  type AnyPack,
  type AnyRule,
  isSameValue,
  sourceOfFigure,
  valueOfFigure,
} from '../../model/rules/figure'
import { useLanguage, useView } from '../app-context'
import { NumberInput } from './NumberInput'
import { RangeInput } from './RangeInput'
import { nameOfPack, tellFigure, tellFigureProblem, tellSource, tellSupplyUnit } from './tell-figure'
import { TierChoice } from './TierChoice'

interface FigureFormProps {
  readonly pack: AnyPack
  readonly rule: AnyRule
  readonly onEdit: (change: (pack: PackFile) => PackFile) => void
}

type Draft = Readonly<Partial<Record<FigureField, FigureValue>>>

/** The numbers of one class, to be changed; each with what its document says. */
export function FigureForm({ pack, rule, onEdit }: FigureFormProps) {
  const language = useLanguage()
  const { words, format } = language
  const choice = useView((view) => view.ruleChoice)
  const { tier_walk_m } = useView((view) => view.rules)
  const [draft, setDraft] = useState<Draft>({})
  const [note, setNote] = useState('')
  const valueOf = (field: FigureField) =>
    field in draft ? (draft[field] ?? null) : valueOfFigure(rule, field)
  const set = (field: FigureField, value: FigureValue) =>
    setDraft((before) => ({ ...before, [field]: value }))
  const changed = (Object.keys(draft) as FigureField[]).filter(
    (field) => !isSameValue(valueOf(field), valueOfFigure(rule, field)),
  )
  const isTierTold = choice.packs.some(
    ({ id, rules }) =>
      id !== pack.id && rules.some(({ code, tiers }) => code === rule.code && tiers.length > 0),
  )
  const problemOf = (field: FigureField) =>
    changed.includes(field) ? findFigureProblem(field, valueOf(field), { isTierTold, tier_walk_m }) : null
  const isValid = changed.every((field) => problemOf(field) === null)
  const { supply } = rule
  const tiers = (valueOf('tiers') ?? []) as readonly Tier[]
  const factor = valueOf('old_area_factor') as number | null

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
  const resetAll = () =>
    onEdit((before) =>
      (Object.keys(rule.figures ?? {}) as FigureField[]).reduce(
        (next, field) => resetFigure(next, rule.code, field),
        before,
      ),
    )
  /** What a field needs beside its input. A number given back is no draft any more. */
  const field = (field: FigureField) => ({
    pack,
    rule,
    field,
    problem: problemOf(field),
    onReset: () => {
      setDraft(({ [field]: _dropped, ...others }) => others)
      onEdit((before) => resetFigure(before, rule.code, field))
    },
  })

  return (
    <form
      className="rules-form"
      aria-label={words.rules.edit(nameOfPack(rule, language))}
      onSubmit={(event) => {
        event.preventDefault()
        if (isValid && changed.length > 0) apply()
      }}
    >
      <div className="rules-form-fields">
        <Field {...field('tiers')}>
          <TierChoice
            label={words.rules.field.tiers}
            value={tiers}
            onChange={(value) => set('tiers', value.length === 0 ? null : value)}
          />
        </Field>
        <Field {...field('radius_m')}>
          <NumberInput
            label={words.rules.field.radius_m}
            value={valueOf('radius_m') as number | null}
            isWrong={problemOf('radius_m') !== null}
            onChange={(value) => set('radius_m', value)}
          />
        </Field>
        {(['building_m2', 'land_m2'] as const).map((each) => (
          <Field key={each} {...field(each)}>
            <RangeInput
              label={words.rules.field[each]}
              value={valueOf(each) as Range | null}
              isWrong={problemOf(each) !== null}
              onChange={(value) => set(each, value)}
            />
          </Field>
        ))}
        {rule.width_m === undefined || rule.width_m === null ? null : (
          <Field {...field('width_m')}>
            <NumberInput
              label={words.rules.field.width_m}
              value={valueOf('width_m') as number | null}
              isWrong={problemOf('width_m') !== null}
              onChange={(value) => set('width_m', value)}
            />
          </Field>
        )}
        {supply ? (
          <Field {...field('supply')}>
            <span className="line">
              <NumberInput
                label={words.rules.field.supply}
                value={(valueOf('supply') as SupplyRule | null)?.at_least ?? null}
                isWrong={problemOf('supply') !== null}
                onChange={(at_least) => set('supply', { ...supply, at_least: at_least ?? 0 })}
              />
              {tellSupplyUnit(supply, language)}
            </span>
          </Field>
        ) : null}
        {supply || 'old_area_factor' in rule ? (
          <Field {...field('old_area_factor')}>
            <span className="line">
              <NumberInput
                label={words.rules.oldAreaPercent}
                value={factor === null ? null : toPercent(factor)}
                isWrong={problemOf('old_area_factor') !== null}
                onChange={(percent) => set('old_area_factor', percent === null ? null : percent / 100)}
              />
              %
            </span>
          </Field>
        ) : null}
        <Field {...field('required')}>
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
          <Button size="small" onClick={resetAll}>
            {words.rules.resetAll}
          </Button>
        ) : null}
      </div>
      <p className="caption">
        {[tellWalk(), supply ? words.rules.oldAreaHint : '', words.rules.editHint].join('')}
      </p>
    </form>
  )

  /** Tiers decide a verdict only where there is no radius: the walk of the least of them does. */
  function tellWalk(): string {
    const walks = tiers.flatMap((tier) => tier_walk_m[tier] ?? [])
    if (walks.length === 0) return ''
    const isByTier = valueOf('radius_m') === null
    return words.rules.tiersHint(isByTier ? format.metres(Math.min(...walks)) : null)
  }
}

interface FieldProps {
  readonly pack: AnyPack
  readonly rule: AnyRule
  readonly field: FigureField
  readonly problem: FigureProblem | null
  readonly onReset: () => void
  readonly children: ReactNode
}

/** An input with its label, what is wrong with it, what it was before it was edited, and the way back. */
function Field({ pack, rule, field, problem, onReset, children }: FieldProps) {
  const language = useLanguage()
  const { words } = language
  const source = sourceOfFigure(pack, rule, field)
  const original = originalOf(source)
  return (
    <div className="rules-field">
      <span className="caption">{words.rules.field[field]}</span>
      {children}
      {problem === null ? null : (
        <span className="caption rules-problem" role="alert">
          {words.rules.figureProblem(
            nameOfPack(rule, language),
            words.rules.field[field],
            tellFigureProblem(problem, language),
          )}
        </span>
      )}
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
            <button type="button" className="plain link" onClick={onReset}>
              {words.rules.reset}
            </button>
          </>
        )}
      </span>
    </div>
  )
}

/** 0.7 is 70, not 70.00000000000001 */
function toPercent(share: number): number {
  return Math.round(share * 1e6) / 1e4
}
