import type { RulePack } from '../../model/rule-pack'
import type { ScenarioTable, WeighedScenarios } from '../../store/compare-view'
import type { Language } from '../app-context'
import type { WorkSheet } from '../table/matrix-sheets'
import type { TableRow } from '../table/matrix-csv'
import {
  classRows,
  communityRows,
  type CompareRow,
  gapRows,
  overviewRows,
  type Places,
} from './describe-comparison'

interface CompareSheetsInput {
  readonly table: ScenarioTable
  readonly weights: WeighedScenarios
  readonly pack: RulePack
  readonly columnNames: readonly string[]
  readonly classOf: (code: string) => string
  readonly places: Places
  readonly basisLine: string
  readonly language: Language
}

/** The whole comparison as sheets: each section with a number and what it says of it, and the gaps by id. */
export function compareSheets(input: CompareSheetsInput): WorkSheet[] {
  const { table, weights, pack, classOf, places, language, basisLine } = input
  const { words } = language
  const say = words.compare
  const all = { onlyRequired: false, onlyChanged: false }
  return [
    {
      name: say.sections.overview,
      rows: sheetOf(overviewRows(table, weights, pack, language), say.row, input),
    },
    { name: say.sections.classes, rows: sheetOf(classRows(table, all, classOf, language), say.class, input) },
    {
      name: say.sections.communities,
      rows: sheetOf(communityRows(table, places, language), say.community, input),
    },
    { name: say.sections.gaps, rows: sheetOf(gapRows(table, classOf, language), say.class, input) },
    { name: say.sheetGaps, rows: gapIds(input) },
    { name: words.tables.basis, rows: [[words.tables.basis], [basisLine]] },
  ]
}

/** The same one below the other, for one file of text. */
export function compareCsvRows(input: CompareSheetsInput): TableRow[] {
  return compareSheets(input).flatMap(({ name, rows }) => [[name], ...rows, []])
}

function sheetOf(
  rows: readonly CompareRow[],
  first: string,
  { columnNames }: CompareSheetsInput,
): TableRow[] {
  return [
    [first, ...columnNames.flatMap((name) => [name, `${name} ±`])],
    ...rows.map(({ label, cells }): TableRow => [
      label,
      ...(cells ?? []).flatMap(({ value, text, note }) => [
        value ?? (text === '—' ? null : text),
        note ?? null,
      ]),
    ]),
  ]
}

function gapIds({ table, columnNames, language: { words } }: CompareSheetsInput): TableRow[] {
  const say = words.compare
  const states = table.comparisons.map(({ gaps }) => {
    const of = new Map<string, string>()
    for (const id of gaps.closed) of.set(id, say.gapClosed)
    for (const id of gaps.remaining) of.set(id, say.gapRemaining)
    for (const id of gaps.fresh) of.set(id, say.gapFresh)
    return of
  })
  const ids = [...new Set(states.flatMap((of) => [...of.keys()]))].sort()
  return [
    [say.gapId, ...columnNames],
    ...ids.map((id): TableRow => [id, ...states.map((of) => of.get(id) ?? say.gapAbsent)]),
  ]
}
