import type { Words } from '../words.zh'
import type { TableRow } from '../table/matrix-csv'
import type { Sheet } from './describe-sheet'

/** A sheet as rows for `writeCsv`: facts first, then one row a class, then what all of it rests on. */
export function sheetCsvRows(sheet: Sheet, words: Words): TableRow[] {
  const { sheet: say, charts, mode } = words.tables
  const facts = [...sheet.facts, ...sheet.people].map(({ name, value }): TableRow => [
    name,
    value ?? words.unknown,
  ])
  return [
    [say.csvField, say.csvValue],
    [words.table.name, sheet.name],
    ['id', sheet.id],
    ...(sheet.isFictional ? [[words.fictional, words.fictionalHint]] : []),
    [words.table.subdistrict, sheet.place],
    ...facts,
    [say.scope, words.eligibility[sheet.eligibility.verdict]],
    ...sheet.eligibility.lines.map((line): TableRow => [null, line]),
    [mode.title, sheet.mode.name ?? mode.undecided],
    ...sheet.mode.lines.map((line): TableRow => [null, line]),
    ...sheet.tiers.map(({ tier, classes, served, unknown }): TableRow => [
      `${say.tiers} ${charts.tier[tier]}`,
      charts.tierOne(String(served), String(classes)),
      unknown > 0 ? charts.unknownClasses(String(unknown)) : null,
    ]),
    [],
    [
      say.head.family,
      say.head.class,
      say.head.tier,
      say.required,
      say.head.verdict,
      words.field.note,
      say.head.walk,
      say.head.limit,
      say.head.status,
      say.head.facility,
    ],
    ...sheet.classes.map((each): TableRow => [
      each.family,
      each.name,
      each.tiers,
      each.isRequired ? say.required : say.optional,
      words.verdict[each.verdict],
      each.reason,
      each.walk,
      each.limit,
      each.status,
      each.facility,
    ]),
    [],
    ...sheet.entered.map(({ name, value }): TableRow => [`${words.indicators.entry.mark} ${name}`, value]),
    [say.gates, sheet.gates],
    [say.spaces, sheet.spaces],
    [say.neighbours, sheet.neighbours],
    [say.sources, sheet.sources],
    [words.tables.basis, sheet.basis],
    [null, say.disclaimer],
  ]
}
