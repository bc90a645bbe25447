import { AGE_GROUPS, type ClassFamily, type RulePack } from '../../model/rule-pack'
import type { ScenarioTable, WeighedScenarios } from '../../store/compare-view'
import type { Language } from '../app-context'
import type { WorkSheet } from '../table/matrix-sheets'
import type { TableRow } from '../table/matrix-csv'
import { classRows } from './class-rows'
import { communityRows, type Places } from './community-rows'
import type { CompareRow } from './compare-row'
import { gapRows, stateOfGaps } from './gap-rows'
import { overviewRows } from './overview-rows'

interface CompareSheetsInput {
  readonly table: ScenarioTable
  readonly weights: WeighedScenarios
  readonly pack: RulePack
  readonly columnNames: readonly string[]
  readonly names: Places & {
    readonly classOf: (code: string) => string
    readonly familyOf: (code: string) => ClassFamily | null
  }
  readonly basisLine: string
  readonly language: Language
}

/** The whole comparison as sheets: each section with a number and what it says of it, and the gaps by id. */
export function compareSheets(input: CompareSheetsInput): WorkSheet[] {
  const { table, weights, pack, names, language, basisLine } = input
  const { words } = language
  const say = words.compare
  const all = { onlyRequired: false, onlyChanged: false, age: null }
  return [
    {
      name: say.sections.overview,
      rows: sheetOf(overviewRows(table, weights, pack, language), say.row, input),
    },
    { name: say.sections.classes, rows: sheetOf(classRows(table, all, names, language), say.class, input) },
    ...AGE_GROUPS.flatMap((age): WorkSheet[] => {
      const rows = classRows(table, { ...all, onlyChanged: true, age }, names, language)
      const name = say.sheetAge(words.supply.group[age])
      return rows.length === 0 ? [] : [{ name, rows: sheetOf(rows, say.class, input) }]
    }),
    {
      name: say.sections.communities,
      rows: sheetOf(communityRows(table, names, language), say.community, input),
    },
    {
      name: say.sections.gaps,
      rows: sheetOf(
        gapRows(table, { onlyChanged: false, isByGap: false }, names, language),
        say.class,
        input,
      ),
    },
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

function gapIds({ table, columnNames, language }: CompareSheetsInput): TableRow[] {
  const say = language.words.compare
  const states = table.comparisons.map(({ gaps }) => stateOfGaps(gaps, language))
  const ids = [...new Set(states.flatMap((of) => [...of.keys()]))].sort()
  return [
    [say.gapId, ...columnNames],
    ...ids.map((id): TableRow => [
      id,
      ...states.map((of) => {
        const state = of.get(id)
        return state === undefined
          ? say.gapAbsent
          : [state.text, ...(state.note ? [state.note] : [])].join(' · ')
      }),
    ]),
  ]
}
