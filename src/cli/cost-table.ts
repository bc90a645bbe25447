import Papa from 'papaparse'

import type { CostMatrix } from '../engine/siting/cost-matrix'
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

/**
 * Reads a CSV of one row per pair: `distance`, `name` (site), `DestinationName` (demand point), `demand` (the
 * point's weight, the same in all its rows). A pair that is not there has no way. Errors name file and row.
 */
export function readCostTable(text: string, file: string): CostTable {
  const parsed = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: 'greedy' })
  const missing = COLUMNS.filter((column) => !(parsed.meta.fields ?? []).includes(column))
  if (missing.length > 0)
    throw new NoAnswer(
      `${file} has no column ${missing.join(', ')}; needed are ${COLUMNS.join(', ')} (one row per site and demand point)`,
    )
  if (parsed.data.length === 0) throw new NoAnswer(`${file} has no rows`)
  const sites = new Map<string, number>()
  const demands = new Map<string, { index: number; weight: number }>()
  const pairs = parsed.data.map((row, i) => {
    const at = `${file}, row ${i + 2}`
    const site = indexIn(sites, textOf(row, 'name', at))
    const weight = numberOf(row, 'demand', at)
    const name = textOf(row, 'DestinationName', at)
    const demand = demands.get(name) ?? { index: demands.size, weight }
    if (demand.weight !== weight)
      throw new NoAnswer(`${at}: demand of "${name}" is ${weight}, and ${demand.weight} in an earlier row`)
    demands.set(name, demand)
    return { at, site, demand: demand.index, cost: numberOf(row, 'distance', at) }
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

function indexIn(names: Map<string, number>, name: string): number {
  const index = names.get(name) ?? names.size
  names.set(name, index)
  return index
}

function textOf(row: Readonly<Record<string, string | undefined>>, column: string, at: string): string {
  const text = row[column]?.trim() ?? ''
  if (text === '') throw new NoAnswer(`${at}: ${column} is empty`)
  return text
}

function numberOf(row: Readonly<Record<string, string | undefined>>, column: string, at: string): number {
  const text = textOf(row, column, at)
  const value = Number(text)
  if (!Number.isFinite(value) || value < 0)
    throw new NoAnswer(`${at}: ${column} is "${text}", not a number of 0 or more`)
  return value
}
