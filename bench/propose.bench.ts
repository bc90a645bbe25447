import loadHighs from 'highs'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import { makeDemo } from '../data/make-demo/make-demo'
import { askPlan, checkEdits } from '../src/engine/plan-pipeline'
import { measure, prepare } from '../src/engine/pipeline'
import { proposeExactly, proposeGreedily } from '../src/engine/propose/answer-question'
import type { PlanQuestion } from '../src/engine/propose/plan-question'
import { planExactly } from '../src/engine/siting/joint-exact'
import { planGreedily } from '../src/engine/siting/joint-greedy'
import {
  type Cover,
  type Decision,
  groupDemand,
  isFeasible,
  type JointProblem,
} from '../src/engine/siting/joint-plan'
import { servedBy } from '../src/engine/siting/joint-served'
import type { SolveMip } from '../src/engine/siting/mip'
import { DEFAULT_PROPOSAL } from '../src/model/proposal'
import type { Edit } from '../src/model/scenario'
import { solveWithHighs } from '../src/solver/solve-with-highs'
import { PAGE_SETTINGS } from './district'
import { assertEqual, beside } from './measure'
import { seededRandom } from './street-grid'

const GAP = 0.005
const LIMITS = { time_s: 10, gap: GAP }

/** Joint plans: the demo with all its spaces, classes and gates, and a made-up town of 2,000 × 200 × 8. */
export async function run(print: (line: string) => void): Promise<void> {
  const highs = await loadHighs({ wasmBinary: readRuntime() })
  const solve: SolveMip = async (mip, limits) => solveWithHighs(highs, mip, limits)
  await planDemo(solve, print)
  await planTown(solve, print)
}

async function planDemo(solve: SolveMip, print: (line: string) => void): Promise<void> {
  const measured = await measure(await prepare(makeDemo(20231220), null, {}), PAGE_SETTINGS, {})
  for (const budget_yuan of [5_000_000, 20_000_000]) {
    const options = { ...DEFAULT_PROPOSAL, budget_yuan }
    const start = performance.now()
    const question = await askPlan(measured, options, {})
    const asked = performance.now()
    const greedy = proposeGreedily(question)
    const grown = performance.now()
    const before = processorSeconds()
    const proposal = await proposeExactly(question, solve, LIMITS)
    const done = performance.now()
    const worked = processorSeconds() - before
    const edits = proposal.measures.map(({ measure: { edit } }) => edit)
    const kept = await checkEdits(measured, edits, { classes: question.classes, communities: null }, {})
    assertEqual(Number(kept.people_served >= proposal.people_served), 1, 'the promise is kept')
    assertEqual(Number(greedy.value <= proposal.value + 1e-6), 1, 'greedy is no better')
    assertEqual(Number(proposal.gap <= GAP), 1, 'within half a percent')
    const spaces = question.spaces.length
    print(
      `demo, ${budget_yuan / 1e6} M yuan: ${spaces} spaces × ${question.classes.length} classes × ${gatesOf(measured)} gates, ${question.measures.length} measures (${countOf(question, 'open-wall')} walls, ${countOf(question, 'add-path')} paths, ${countPairs(question)} pairs that help only together): asked ${(asked - start).toFixed(0)} ms, greedy ${(grown - asked).toFixed(0)} ms (${((greedy.value / proposal.value) * 100).toFixed(2)} % of the best), solved to ${(proposal.gap * 100).toFixed(2)} % in ${beside((done - grown) / 1000, 5, 's', 2)}, ${worked.toFixed(2)} s of the processor; promised ${proposal.people_served}, measured ${kept.people_served}`,
    )
  }
}

function countOf({ measures }: PlanQuestion, kind: Edit['kind']): number {
  return measures.filter(({ edit }) => edit.kind === kind).length
}

function countPairs({ measures, problem }: PlanQuestion): number {
  const isOpening = (d: number): boolean => measures[d].class === null
  return new Set(
    problem.covers.flatMap(({ needs }) => {
      const opened = needs.filter(isOpening)
      return opened.length > 1 ? [opened.join()] : []
    }),
  ).size
}

function gatesOf({ prepared }: Awaited<ReturnType<typeof measure>>): number {
  return prepared.compounds.reduce(
    (sum, { gates }) => sum + gates.filter(({ access }) => access !== 'public').length,
    0,
  )
}

const DEMANDS = 2000
const SPACES = 200
const CLASSES = 8
const GATES = 25

/** As many spaces for each square kilometre as the demo has. */
const SIZE_M = 6200

/** People and spaces by lot; each class has a reach of its own; gates bring a space nearer to some. */
function makeTown(): JointProblem {
  const random = seededRandom(278)
  const place = (): readonly [number, number] => [random() * SIZE_M, random() * SIZE_M]
  const homes = Array.from({ length: DEMANDS }, place)
  const people = homes.map(() => 20 + Math.floor(random() * 200))
  const reach = Array.from({ length: CLASSES }, (_, c) => 250 + 60 * c)
  const weight = new Float64Array(DEMANDS * CLASSES)
  // a third of people are served already, class by class
  for (let c = 0; c < CLASSES; c++)
    for (let i = 0; i < DEMANDS; i++)
      weight[c * DEMANDS + i] = random() < 0.33 ? 0 : people[i] * (c < 4 ? 2 : 1)
  const decisions: Decision[] = []
  const covers: Cover[] = []
  const siteArea: number[] = []
  const at: (readonly [number, number])[] = []
  for (let s = 0; s < SPACES; s++) {
    at.push(place())
    siteArea.push(150 + Math.floor(random() * 800))
    for (let c = 0; c < CLASSES; c++) {
      const area = 50 + 40 * c
      decisions.push({ cost: area * (1500 + 250 * c), site: s, area, capacity: Infinity, rule: null })
      covers.push({ needs: [s * CLASSES + c], demands: within(c, at[s], reach[c]) })
    }
  }
  for (let g = 0; g < GATES; g++) {
    const gate = decisions.push({ cost: 80_000, site: -1, area: 0, capacity: Infinity, rule: null }) - 1
    const spot = place()
    at.forEach((space, s) => {
      if (Math.hypot(space[0] - spot[0], space[1] - spot[1]) > 400) return
      for (let c = 0; c < CLASSES; c++)
        covers.push({ needs: [s * CLASSES + c, gate], demands: within(c, spot, reach[c] * 0.7) })
    })
  }
  return { weight, decisions, covers, exclusive: [], required: [], siteArea, budget: 30_000_000 }

  function within(c: number, [x, y]: readonly [number, number], metres: number): number[] {
    const found: number[] = []
    homes.forEach(([hx, hy], i) => {
      if (weight[c * DEMANDS + i] > 0 && Math.hypot(hx - x, hy - y) <= metres) found.push(c * DEMANDS + i)
    })
    return found
  }
}

async function planTown(solve: SolveMip, print: (line: string) => void): Promise<void> {
  const problem = makeTown()
  const start = performance.now()
  const groups = groupDemand(problem)
  const greedy = planGreedily(problem, groups)
  const grown = performance.now()
  const before = processorSeconds()
  const plan = await planExactly(problem, solve, LIMITS)
  const done = performance.now()
  const worked = processorSeconds() - before
  const greedyServed = servedBy(problem, groups, new Set(greedy))
  assertEqual(Number(isFeasible(problem, new Set(plan.taken))), 1, 'the plan keeps to its limits')
  assertEqual(Number(greedyServed <= plan.served + 1e-6), 1, 'greedy is no better')
  const gap = (plan.bound - plan.served) / plan.served
  print(
    `${DEMANDS} demand × ${SPACES} spaces × ${CLASSES} classes × ${GATES} gates (${groups.length} groups): greedy ${(grown - start).toFixed(0)} ms (${((greedyServed / plan.served) * 100).toFixed(2)} % of the best), solved to ${(gap * 100).toFixed(2)} % in ${beside((done - grown) / 1000, 10, 's', 2)}, ${worked.toFixed(2)} s of the processor`,
  )
}

/** Of this process: on a busy machine the clock says more about the others. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** The solver's WebAssembly: beside the built program, else that of the installed package. */
function readRuntime(): Uint8Array {
  const here = new URL('highs.wasm', import.meta.url)
  return readFileSync(existsSync(here) ? here : createRequire(import.meta.url).resolve('highs/runtime'))
}
