import type { IndicatorCount } from '../../model/indicator-tally'
import type { Indicator } from '../../model/rule-pack'
import type { Language } from '../app-context'
import type { TableRow } from '../table/matrix-csv'
import { nameOfPack, tellRange, tellSource } from './tell-figure'
import { type IndicatorNames, tellIndicator, tellUnit } from './tell-indicator'
import { tellNote } from './tell-note'

interface IndicatorRowsInput {
  readonly indicators: readonly Indicator[]
  readonly counts: ReadonlyMap<string, IndicatorCount>
  readonly names: IndicatorNames
  readonly language: Language
}

/** Indicators as rows for a spreadsheet: what is asked, what came out, from what, and why anything is unknown. */
export function indicatorRows({ indicators, counts, names, language }: IndicatorRowsInput): TableRow[] {
  const { words } = language
  const { column } = words.rules
  const say = words.indicators
  return [
    [
      column.code,
      column.name,
      column.asked,
      say.unit,
      column.method,
      say.met,
      say.unmet,
      say.unknown,
      say.verdict,
      say.value,
      say.computedFrom,
      say.entry.head,
      say.reasonHead,
      column.source,
      column.status,
      words.askPlanner,
      say.note,
    ],
    ...indicators.map((indicator): TableRow => {
      const { code, amount, unit, method, source } = indicator
      const counted = counts.get(code)
      const told = counted === undefined ? null : tellIndicator(indicator, counted, names, language)
      return [
        code,
        nameOfPack(indicator, language),
        amount === null ? null : tellRange(amount, language),
        tellUnit(unit, language),
        words.rules.method[method],
        counted?.met ?? null,
        counted?.unmet ?? null,
        counted?.unknown ?? null,
        told?.verdict ?? words.unknown,
        told?.value ?? null,
        told?.from ?? null,
        told === null ? null : told.entered.join('; ') || null,
        told === null ? null : told.reasons.join('; '),
        tellSource(source, language),
        source.status,
        source.status === 'V' ? null : words.askPlanner,
        source.note === undefined ? null : tellNote(source.note, language),
      ]
    }),
  ]
}
