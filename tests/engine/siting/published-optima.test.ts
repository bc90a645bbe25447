import { readFileSync } from 'node:fs'

import { describe, expect } from 'vitest'

import type { CostMatrix } from '../../../src/engine/siting/cost-matrix'
import { coveredWeight } from '../../../src/engine/siting/cost-matrix'
import { solveMaximalCover } from '../../../src/engine/siting/maximal-cover'
import { solvePCenter } from '../../../src/engine/siting/p-center'
import { solveMedian } from '../../../src/engine/siting/p-median'
import { sharedPath, testWith } from '../../shared-data'
import { solveHere } from './highs'

const LIMITS = { time_s: 10, gap: 0 }
const BRANCHES = { branches: 20_000 }

/** Demand tracts and candidate stores of San Francisco, joined by name. */
function readSanFrancisco(): { matrix: CostMatrix; names: string[] } {
  const [, ...lines] = readFileSync(
    sharedPath('siting/SF_network_distance_candidateStore_16_censusTract_205_new.csv'),
    'utf8',
  )
    .trim()
    .split(/\r?\n/)
  const rows = lines.map((line) => line.split(','))
  const names = [...new Set(rows.map(([, name]) => name))]
  const tracts = [...new Set(rows.map(([, , tract]) => tract))]
  const cost = new Float64Array(names.length * tracts.length).fill(Infinity)
  const weight = new Float64Array(tracts.length)
  for (const [distance, name, tract, demand] of rows) {
    const i = tracts.indexOf(tract)
    cost[i * names.length + names.indexOf(name)] = Number(distance)
    weight[i] = Number(demand)
  }
  return { matrix: { sites: names.length, demands: tracts.length, cost, weight }, names }
}

/** An instance of the OR-Library: a later edge overrides an earlier one; all pairs by Floyd and Warshall. */
function readOrLibrary(name: string): { matrix: CostMatrix; p: number } {
  const numbers = readFileSync(sharedPath(`orlib/${name}.txt`), 'utf8')
    .trim()
    .split(/\s+/)
    .map(Number)
  const [n, edges, p] = numbers
  const cost = new Float64Array(n * n).fill(Infinity)
  for (let i = 0; i < n; i++) cost[i * n + i] = 0
  for (let e = 0; e < edges; e++) {
    const [a, b, length] = numbers.slice(3 + 3 * e, 6 + 3 * e)
    cost[(a - 1) * n + b - 1] = length
    cost[(b - 1) * n + a - 1] = length
  }
  for (let k = 0; k < n; k++)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        cost[i * n + j] = Math.min(cost[i * n + j], cost[i * n + k] + cost[k * n + j])
  return { matrix: { sites: n, demands: n, cost, weight: new Float64Array(n).fill(1) }, p }
}

const testSf = testWith('siting/SF_network_distance_candidateStore_16_censusTract_205_new.csv')

describe('San Francisco, 205 tracts and 16 stores', () => {
  testSf('the 4-median has the published mean and sites', async () => {
    const { matrix, names } = readSanFrancisco()
    const answer = await solveMedian(matrix, 4, BRANCHES, {})
    const total = matrix.weight.reduce((sum, w) => sum + w, 0)
    expect(total).toBe(955_113)
    expect(answer.isOptimal).toBe(true)
    expect(answer.objective).toBeCloseTo(2_848_268_129.71, 1)
    expect(answer.objective / total).toBeCloseTo(2982.1268579890657, 9)
    expect(answer.sites.map((j) => names[j]).sort()).toEqual(['Store_11', 'Store_12', 'Store_15', 'Store_2'])
  })

  testSf('4 stores within 5 km cover the published number of people', async () => {
    const { matrix } = readSanFrancisco()
    const answer = await solveMaximalCover(matrix, 4, 5000, solveHere, LIMITS)
    expect(answer.isOptimal).toBe(true)
    expect(answer.objective).toBe(875_247)
    expect(answer.bound).toBe(875_247)
    expect(coveredWeight(matrix, answer.sites, 5000)).toBe(875_247)
    const isCovered = (i: number): boolean => answer.sites.some((j) => matrix.cost[i * 16 + j] <= 5000)
    expect([...matrix.weight.keys()].filter((i) => !isCovered(i))).toHaveLength(21)
  })
})

describe('OR-Library', () => {
  const optima = new Map<string, { median: number; center: number }>()
  try {
    for (const line of readFileSync(sharedPath('orlib/pmedopt.csv'), 'utf8').trim().split(/\r?\n/).slice(1)) {
      const [name, , , median, center] = line.split(',')
      optima.set(name, { median: Number(median), center: Number(center) })
    }
  } catch {
    // absent: every case below is skipped and says so
  }

  for (let k = 1; k <= 10; k++) {
    const name = `pmed${k}`
    testWith(`orlib/${name}.txt`, 'orlib/pmedopt.csv')(
      `${name}: the p-median is the published one, proven`,
      async () => {
        const { matrix, p } = readOrLibrary(name)
        const answer = await solveMedian(matrix, p, BRANCHES, {})
        expect(answer).toMatchObject({ objective: optima.get(name)?.median, isOptimal: true })
        expect(answer.sites).toHaveLength(p)
      },
    )
  }

  for (const name of ['pmed1', 'pmed5', 'pmed8'])
    testWith(`orlib/${name}.txt`, 'orlib/pmedopt.csv')(
      `${name}: the p-center is the published one, proven`,
      async () => {
        const { matrix, p } = readOrLibrary(name)
        const answer = await solvePCenter(matrix, p, solveHere, LIMITS)
        expect(answer).toMatchObject({ objective: optima.get(name)?.center, isOptimal: true })
      },
    )
})
