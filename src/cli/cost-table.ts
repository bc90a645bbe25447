import { readCsv } from '../engine/read/read-csv'
import { cleanSheets } from '../engine/read/clean-sheets'
import type { TableRow } from '../engine/read/table-sheet'
import type { CostMatrix } from '../engine/siting/cost-matrix'
import { DataError } from '../model/issue'
import { NoAnswer } from './command'

/** A table of costs from sites to demand points, with the names of both. */
export interface CostTable {
  readonly matrix: CostMatrix
  /** as in the matrix, in the order they were first named */
  readonly sites: readonly string[]
  readonly demands: readonly string[]
}

/** The columns there must be, and what they hold. */
const COLUMNS = ['distance', 'name', 'DestinationName', 'demand'] as const
type Column = (typeof COLUMNS)[number]

/**
 * Reads a CSV of one row per pair: `distance`, `name` (site), `DestinationName` (demand point), `demand` (the
 * point's weight, the same in all its rows). A pair that is not there has no way. Encodings and delimiters as those of
 * surveys: Excel in China writes GB18030. Errors name file and row.
 */
export function readCostTable(bytes: Uint8Array, file: string): CostTable {
  const [head, ...rows] = readRows(bytes, file)
  const missing = COLUMNS.filter((column) => !head?.cells.includes(column))
  if (missing.length > 0)
    throw new NoAnswer(
      `${file} has no column ${missing.join(', ')}; needed are ${COLUMNS.join(', ')} (one row per site and demand point)`,
    )
  if (rows.length === 0) throw new NoAnswer(`${file} has no rows`)
  const columnOf = new Map(COLUMNS.map((column) => [column, head.cells.indexOf(column)]))
  const cellOf = ({ cells }: TableRow, column: Column): string =>
    String(cells[columnOf.get(column) ?? -1] ?? '')
  const sites = new Map<string, number>()
  const demands = new Map<string, { index: number; weight: number }>()
  const pairs = rows.map((row) => {
    const at = `${file}, row ${row.row}`
    const text = (column: Column): string => textOf(cellOf(row, column), column, at)
    const site = indexIn(sites, text('name'))
    const weight = numberOf(text('demand'), 'demand', at)
    const name = text('DestinationName')
    const demand = demands.get(name) ?? { index: demands.size, weight }
    if (demand.weight !== weight)
      throw new NoAnswer(`${at}: demand of "${name}" is ${weight}, and ${demand.weight} in an earlier row`)
    demands.set(name, demand)
    return { at, site, demand: demand.index, cost: numberOf(text('distance'), 'distance', at) }
  })
  const cost = new Float64Array(sites.size * demands.size).fill(Infinity)
  for (const pair of pairs) {
    const entry = pair.demand * sites.size + pair.site
    if (cost[entry] !== Infinity && cost[entry] !== pair.cost)
      throw new NoAnswer(`${pair.at}: this pair stands in an earlier row with another distance`)
    cost[entry] = pair.cost
  }
  return {
    matrix: {
      sites: sites.size,
      demands: demands.size,
      cost,
      weight: Float64Array.from(demands.values(), ({ weight }) => weight),
    },
    sites: [...sites.keys()],
    demands: [...demands.keys()],
  }
}

/** Rows of a CSV; what is wrong with it is told of its file. */
function readRows(bytes: Uint8Array, file: string): readonly TableRow[] {
  try {
    return cleanSheets([readCsv(bytes)]).clean[0].rows
  } catch (error) {
    if (!(error instanceof DataError)) throw error
    if (error.issue.facts?.['reason'] === 'encoding')
      throw new NoAnswer(`${file} is no text in UTF-8 or GB18030; name a CSV file`)
    throw new DataError({ ...error.issue, file })
  }
}

function indexIn(names: Map<string, number>, name: string): number {
  const index = names.get(name) ?? names.size
  names.set(name, index)
  return index
}

function textOf(text: string, column: Column, at: string): string {
  if (text === '') throw new NoAnswer(`${at}: ${column} is empty`)
  return text
}

function numberOf(text: string, column: Column, at: string): number {
  const value = Number(text)
  if (!Number.isFinite(value) || value < 0)
    throw new NoAnswer(`${at}: ${column} is "${text}", not a number of 0 or more`)
  return value
}
