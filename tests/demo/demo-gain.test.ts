import { beforeAll, describe, expect, test } from 'vitest'

import { judge, measure, type Measured, prepare } from '../../src/engine/pipeline'
import { askPlan, checkEdits, checkGain, unitsOf } from '../../src/engine/plan-pipeline'
import { gainOfSharing } from '../../src/engine/propose/gain-of-sharing'
import type { PlanQuestion } from '../../src/engine/propose/plan-question'
import { communitiesOf } from '../../src/engine/propose/communities-of'
import { DEFAULT_PROPOSAL, type ProposalOptions, type SharingSide } from '../../src/model/proposal'
import { seededRandom } from '../oracle/seeded-random'
import { DISTANCE } from '../scenes/analyse-scene'
import { solveHere } from '../engine/siting/highs'
import { demoProject } from '../worker/demo-files'

const LIMITS = { time_s: 10, gap: 0.005 }

let measured: Measured
let units: readonly (readonly string[])[]
beforeAll(async () => {
  measured = await measure(await prepare(demoProject(), null, {}), DISTANCE, {})
  const { assessment } = (await judge(measured, {})).view
  units = unitsOf(measured, assessment).units.map(({ communities }) => communities)
}, 60_000)

const measuresOf = ({ measures }: PlanQuestion, { keys }: SharingSide) =>
  measures.filter(({ key }) => keys.includes(key))

/** Whom measures serve when the project with their edits is measured anew, as any scenario is; of some communities. */
async function servedBy(
  question: PlanQuestion,
  measures: PlanQuestion['measures'],
  communities: readonly string[],
): Promise<number> {
  const edits = measures.map(({ edit }) => edit)
  return (await checkEdits(measured, edits, { classes: question.classes, communities }, {})).people_served
}

async function gainOf(options: ProposalOptions) {
  const question = await askPlan(measured, options, {})
  const promised = await gainOfSharing(question, solveHere, LIMITS)
  return { question, promised, told: await checkGain(measured, question, promised, {}) }
}

describe('the gain of sharing of the demo', () => {
  test('is what both sides of it measure when they are carried out, unit by unit', async () => {
    const random = seededRandom(29)
    const plain = { ...DEFAULT_PROPOSAL, countsCapacity: false }
    let more = 0
    for (const communities of units.filter(() => random() < 0.3)) {
      const budget_yuan = random() < 0.5 ? null : Math.round(200_000 + 3_000_000 * random())
      const { question, promised, told } = await gainOf({ ...plain, communities, budget_yuan })
      const together = measuresOf(question, told.together)
      // each call rounds down
      expect(
        Math.abs(told.together.people_served - (await servedBy(question, together, communities))),
      ).toBeLessThanOrEqual(1)
      let alone = 0
      for (const id of communities) {
        const own = measuresOf(question, told.alone).filter((each) => communitiesOf(each)[0] === id)
        const people = await servedBy(question, own, [id])
        expect(Math.abs((told.communities.find((each) => each.id === id)?.alone ?? 0) - people)).toBeLessThan(
          2,
        )
        alone += people
      }
      expect(Math.abs(told.alone.people_served - alone)).toBeLessThanOrEqual(communities.length)
      expect(told.together.people_served).toBeGreaterThanOrEqual(told.alone.people_served)
      expect(told.together.people_served).toBeGreaterThanOrEqual(promised.together.people_served)
      if (told.together.people_served > promised.together.people_served + 1) more++
    }
    expect(more).toBeGreaterThan(0)
    console.log(`${more} units serve more together than their measures one by one and in pairs`)
  })

  test('counts capacities, which an assessment by access does not: between the promise and that', async () => {
    const communities = units.find((each) => each.includes('c-qinghe-1')) ?? []
    const { question, promised, told } = await gainOf({ ...DEFAULT_PROPOSAL, communities })
    expect(question.problem.decisions.some(({ capacity }) => capacity < Infinity)).toBe(true)
    const byAccess = await servedBy(question, measuresOf(question, told.together), communities)
    expect(told.together.people_served).toBeGreaterThanOrEqual(promised.together.people_served)
    expect(told.together.people_served).toBeLessThanOrEqual(byAccess)
  })
})
