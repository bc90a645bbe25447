import { beforeAll, describe, expect, test } from 'vitest'

import { judge, measure, type Measured, prepare } from '../../src/engine/pipeline'
import { askPlan, checkEdits, reportOf, unitsOf } from '../../src/engine/plan-pipeline'
import { proposeExactly, proposeGreedily } from '../../src/engine/propose/answer-question'
import { gainOfSharing } from '../../src/engine/propose/gain-of-sharing'
import { narrowQuestion } from '../../src/engine/propose/narrow-question'
import { DEFAULT_PROPOSAL } from '../../src/model/proposal'
import { DISTANCE } from '../scenes/analyse-scene'
import { solveHere } from '../engine/siting/highs'
import { demoProject } from '../worker/demo-files'

const LIMITS = { time_s: 10, gap: 0.005 }
const options = { ...DEFAULT_PROPOSAL, budget_yuan: 5_000_000 }

let measured: Measured
beforeAll(async () => {
  measured = await measure(await prepare(demoProject(), null, {}), DISTANCE, {})
}, 60_000)

describe('the demo', () => {
  test('has a plan for five million within half a percent of the best, and carried out it serves no fewer', async () => {
    const question = await askPlan(measured, options, {})
    // thirty spaces, twenty classes and more
    expect(
      new Set(question.measures.map(({ edit }) => edit.kind === 'convert-space' && edit.space)).size,
    ).toBeGreaterThan(30)
    expect(question.classes.length).toBeGreaterThan(20)
    const proposal = await proposeExactly(question, solveHere, LIMITS)
    expect(proposal.gap).toBeLessThanOrEqual(LIMITS.gap)
    expect(proposal.cost_yuan).toBeLessThanOrEqual(5_000_000)
    expect(proposeGreedily(question).value).toBeLessThanOrEqual(proposal.value + 1e-6)
    // one thing left out or put in another place is never better than the solver's gap
    for (const { marginal, otherPlace, otherUse } of proposal.measures) {
      expect(marginal.weight).toBeGreaterThan(0)
      for (const other of [otherPlace, otherUse])
        if (other !== null) expect(other.lost.weight).toBeGreaterThanOrEqual(-proposal.bound * LIMITS.gap)
    }
    const edits = proposal.measures.map(({ measure: { edit } }) => edit)
    const kept = await checkEdits(measured, edits, { classes: question.classes, communities: null }, {})
    expect(kept.people_served).toBeGreaterThanOrEqual(proposal.people_served)
    expect(kept.people_lost).toBe(0)
    // without capacities a plan promises just what is measured, or less where walls and paths help only together
    const plainly = { ...options, countsCapacity: false, weighting: 'people' as const }
    const promiseOf = async (wishes: typeof plainly): Promise<readonly [number, number]> => {
      const plain = await askPlan(measured, wishes, {})
      const greedy = proposeGreedily(plain)
      const counted = await checkEdits(
        measured,
        greedy.measures.map(({ measure: { edit } }) => edit),
        { classes: plain.classes, communities: null },
        {},
      )
      return [greedy.people_served, counted.people_served]
    }
    const [promised, served] = await promiseOf(plainly)
    expect(served).toBeGreaterThanOrEqual(promised)
    const [exactly, measuredSo] = await promiseOf({
      ...plainly,
      opensWalls: false,
      opensSharedWalls: false,
      addsPaths: false,
    })
    expect(measuredSo).toBe(exactly)
    expect(promised).toBeGreaterThan(exactly)
  })

  test('has units whose plans together beat those of their communities apart', async () => {
    const { assessment } = (await judge(measured, {})).view
    const { units } = unitsOf(measured, assessment)
    const qinghe = units.find(({ communities }) => communities.includes('c-qinghe-1'))
    expect(qinghe?.communities).toEqual(['c-qinghe-1', 'c-qinghe-2', 'c-qinghe-3'])
    const sum = { alone: 0, together: 0 }
    const all = await askPlan(measured, DEFAULT_PROPOSAL, {})
    for (const { communities } of units) {
      const question = narrowQuestion(all, { communities, budget_yuan: 2_000_000 })
      const { alone, together } = await gainOfSharing(question, solveHere, LIMITS)
      expect(together.people_served).toBeGreaterThanOrEqual(alone.people_served)
      sum.alone += alone.people_served
      sum.together += together.people_served
    }
    console.log(`people served by units of two million each: apart ${sum.alone}, together ${sum.together}`)
    expect(sum.together).toBeGreaterThan(1.05 * sum.alone)
    const reports = await reportOf(measured, assessment, units, {})
    expect(
      reports.filter(({ members }) => members.some(({ gains }) => gains.length > 0)).length,
    ).toBeGreaterThan(3)
  })
})
