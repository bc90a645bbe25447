import { readFile, stat } from 'node:fs/promises'

import { nearestCosts, type SitingAnswer } from '../../engine/siting/cost-matrix'
import { solveMaximalCover } from '../../engine/siting/maximal-cover'
import { solvePCenter } from '../../engine/siting/p-center'
import { solveMedian } from '../../engine/siting/p-median'
import { solveSetCover } from '../../engine/siting/set-cover'
import { type Command, NoAnswer, UsageError } from '../command'
import { type CostTable, readCostTable } from '../cost-table'
import { JSON_OPTION } from '../settings'
import { solveMip } from '../solve-mip'
import { formatTable } from '../table'
import { round } from './walk'

const MODELS = ['p-median', 'mclp', 'lscp', 'p-center'] as const
type Model = (typeof MODELS)[number]

/** branches of a p-median before it is told as not proven; some minutes on 200 × 200 */
const MOST_BRANCHES = 200_000

export const siteCommand: Command = {
  name: 'site',
  summary: 'location models over a table of costs: the best sites, with the bound',
  positionals: ['COSTS.csv'],
  options: [
    { name: '--model', value: 'MODEL', help: MODELS.join(', ') },
    { name: '--p', value: 'N', help: 'how many sites (p-median, mclp, p-center)' },
    { name: '--radius', value: 'M', help: 'how far a site covers, in the unit of distance (mclp, lscp)' },
    { name: '--time-limit', value: 'S', help: 'seconds for each program the solver is given; default 10' },
    JSON_OPTION,
  ],
  async run(args, io) {
    const model = args.oneOf('--model', MODELS)
    if (model === undefined) throw new UsageError(`--model is needed, one of ${MODELS.join(', ')}`)
    const wanted = { p: args.wholeNumber('--p'), radius: args.number('--radius') }
    const time_s = args.number('--time-limit') ?? 10
    if (model === 'lscp' && wanted.p !== undefined)
      throw new UsageError('lscp finds out how many sites it takes; it takes no --p')
    if (model !== 'lscp' && wanted.p === undefined) throw new UsageError(`${model} needs --p`)
    if ((model === 'mclp' || model === 'lscp') && wanted.radius === undefined)
      throw new UsageError(`${model} needs --radius`)
    const [file] = args.positionals
    const table = readCostTable(await readBytes(file), file)
    const { p = 0, radius = Infinity } = wanted
    if (p > table.sites.length)
      throw new NoAnswer(`${file} has ${table.sites.length} sites, fewer than --p ${p}`)
    const answer = await solveModel(model, table, p, radius, time_s)
    if (answer.objective === Infinity) throw new NoAnswer(tellUnreached(table, model, p, answer))
    const told = tellAnswer(model, table, radius, answer)
    if (args.has('--json')) io.out(`${JSON.stringify(told)}\n`)
    else {
      const { sites, uncovered, ...figures } = told
      io.out(
        formatTable(
          ['figure', 'value'],
          Object.entries(figures).map(([name, value]) => [name, String(value)]),
        ),
      )
      io.out(
        `\n${formatTable(
          ['sites'],
          sites.map((name) => [name]),
        )}`,
      )
      if (uncovered.length > 0) io.out(`\nnot covered: ${uncovered.join(', ')}\n`)
    }
  },
}

async function solveModel(
  model: Model,
  { matrix }: CostTable,
  p: number,
  radius: number,
  time_s: number,
): Promise<SitingAnswer> {
  const limits = { time_s, gap: 0 }
  switch (model) {
    case 'p-median':
      return solveMedian(matrix, p, { branches: MOST_BRANCHES }, {})
    case 'mclp':
      return solveMaximalCover(matrix, p, radius, solveMip, limits)
    case 'lscp':
      return solveSetCover(matrix, radius, solveMip, limits)
    case 'p-center':
      return solvePCenter(matrix, p, solveMip, limits)
    default:
      throw new Error(`unknown model ${JSON.stringify(model satisfies never)}`)
  }
}

/** The answer in the words of the table. `covered`: demand within the radius, or, without one, with any way. */
function tellAnswer(
  model: Model,
  { matrix, sites, demands }: CostTable,
  radius: number,
  answer: SitingAnswer,
) {
  const nearest = nearestCosts(matrix, answer.sites)
  const isCovered = (i: number): boolean => nearest[i] <= radius && nearest[i] < Infinity
  const total = matrix.weight.reduce((sum, w) => sum + w, 0)
  const covered = matrix.weight.reduce((sum, w, i) => sum + (isCovered(i) ? w : 0), 0)
  return {
    model,
    objective: round(answer.objective, 6),
    ...(model === 'p-median' ? { mean: answer.objective / total } : {}),
    covered: round(covered, 6),
    demand: round(total, 6),
    sites: answer.sites.map((j) => sites[j]),
    uncovered: demands.filter((_, i) => !isCovered(i)),
    bound: round(answer.bound, 6),
    optimal: answer.isOptimal,
  }
}

function tellUnreached(
  { matrix, demands }: CostTable,
  model: Model,
  p: number,
  answer: SitingAnswer,
): string {
  const nearest = nearestCosts(matrix, [...Array(matrix.sites).keys()])
  const lost = demands.filter((_, i) => matrix.weight[i] > 0 && nearest[i] === Infinity)
  if (lost.length > 0) return `no site has a way to ${lost.join(', ')}; add the missing rows`
  if (model === 'lscp') return 'the solver found no cover in time; give it more with --time-limit'
  return answer.isOptimal
    ? `no choice of ${p} sites has a way to everybody; give more sites with --p`
    : 'the solver found no answer in time; give it more with --time-limit'
}

/** Node does not say which file it was when that turns out to be a folder. */
async function readBytes(file: string): Promise<Uint8Array> {
  if ((await stat(file)).isDirectory()) throw new NoAnswer(`${file}: it is a folder; name a CSV file`)
  return readFile(file)
}
