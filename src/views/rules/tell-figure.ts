import {
  type FigureField,
  type FigureSource,
  type FigureValue,
  type Range,
  type SupplyRule,
  type Tier,
  TIERS,
} from '../../model/rule-pack'
import { type FigureProblem, LARGEST_FIGURE } from '../../model/rules/check-figure'
import type { AnyPack } from '../../model/rules/figure'
import { EDITED } from '../../model/rules/edit-pack'
import type { Language } from '../app-context'
import { tellNote } from './tell-note'

/** Smaller numbers stand ungrouped: a pack has years among them. */
const GROUPED_FROM = 10_000

/** A plain number, with as many decimals as it has; thousands are set apart where there are tens of them. */
export function tellNumber(value: number, isGrouped = value >= GROUPED_FROM): string {
  const rounded = Math.round(value * 1000) / 1000
  return !isGrouped ? String(rounded) : rounded.toLocaleString('en-US', { maximumFractionDigits: 3 })
}

/** 350–750, ≥ 1,200, ≤ 750: amounts, no years, so one column writes all of them alike. */
export function tellRange([least, most]: Range, { words }: Language): string {
  if (least !== null && most !== null)
    return least === most ? tellNumber(least, true) : `${tellNumber(least, true)}–${tellNumber(most, true)}`
  if (least !== null) return words.rules.least(tellNumber(least, true))
  return most === null ? words.none : words.rules.most(tellNumber(most, true))
}

/** 每 100 户 ≥ 30 m² 建筑 */
export function tellSupply({ measure, at_least, per, group }: SupplyRule, { words }: Language): string {
  const { rules } = words
  return rules.supply(
    tellNumber(at_least) + rules.measure[measure],
    rules.per(tellNumber(per), rules.group[group]),
  )
}

/** m² 建筑 / 100 户 */
export function tellSupplyUnit({ measure, per, group }: SupplyRule, { words }: Language): string {
  const { rules } = words
  return `${rules.measure[measure]} /${rules.per(tellNumber(per), rules.group[group])}`.trim()
}

/** 0.7 as 70% */
export function tellShare(share: number): string {
  return `${tellNumber(share * 100)}%`
}

/** What is wrong with a figure that was typed. */
export function tellFigureProblem(problem: FigureProblem, { words, format }: Language): string {
  const { wrong, tier } = words.rules
  if (problem.code === 'no-walk') return wrong['no-walk'](tier[problem.tier])
  return problem.code === 'too-large' ? wrong['too-large'](format.count(LARGEST_FIGURE)) : wrong[problem.code]
}

/** A figure's value without its unit, which stands in the column's head; shares are told in percent. */
export function tellFigure(field: FigureField, value: FigureValue, language: Language): string {
  const { words } = language
  if (value === null) return words.none
  if (typeof value === 'boolean') return value ? words.rules.required : words.rules.optional
  if (typeof value === 'number') return field === 'old_area_factor' ? tellShare(value) : tellNumber(value)
  if ('measure' in value) return tellSupply(value, language)
  if (field === 'tiers')
    return TIERS.filter((tier) => (value as readonly Tier[]).includes(tier))
      .map((tier) => words.rules.tier[tier])
      .join(words.listSeparator)
  return tellRange(value as Range, language)
}

/** Document, clause and edition. */
export function tellSource({ document, clause, edition }: FigureSource, { words }: Language): string {
  if (document === EDITED) return words.rules.edited
  if (document === 'planning judgement') return words.rules.planning
  return words.rules.source(document, clause, edition)
}

/** Source, note and the pack it is from: what is shown on hover. */
export function tellSourceAndNote(source: FigureSource, pack: AnyPack, language: Language): string {
  const marks = (source.note ?? '').match(/S\d+[a-f]?/g) ?? []
  const led = marks.flatMap((mark) => pack.references?.[mark] ?? [])
  return [tellSource(source, language), tellNote(source.note ?? '', language), source.pack, ...led]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ')
}

/** A pack's name in the language of the page. */
export function nameOfPack(
  pack: { readonly name_zh: string; readonly name_en: string },
  { locale }: Language,
): string {
  return locale === 'zh' ? pack.name_zh : pack.name_en
}
