import { describe, expect, test } from 'vitest'

import { measure, prepare } from '../../../src/engine/pipeline'
import { askPlan, checkEdits } from '../../../src/engine/plan-pipeline'
import { findObstacles, proposeExactly, proposeGreedily } from '../../../src/engine/propose/answer-question'
import { DEFAULT_PROPOSAL, type ProposalOptions } from '../../../src/model/proposal'
import type { Edit } from '../../../src/model/scenario'
import { Scene } from '../../scene/scene'
import { DISTANCE } from '../../scenes/analyse-scene'
import { square } from '../../scenes/hairpin'
import { solveHere } from '../siting/highs'

/*
 *  home ──w╔═══════╗e── n       a compound whose two gates let its residents pass; whoever lives west of it walks around
 *     │    ╚═══════╝    │       it, 1,300 m, to what is 250 m away
 *     └─────────────────┘ y -500
 */
function between(): Scene {
  return new Scene()
    .street('west', [
      [-100, 0],
      [0, 0],
      [100, 0],
      [200, 0],
    ])
    .street('around', [
      [-100, 0],
      [-100, -500],
      [200, -500],
      [200, 0],
    ])
    .community('home', [
      [-120, 5],
      [-60, 5],
      [-60, 40],
      [-120, 40],
    ])
    .building('b', square(-90, 10, 2), { community: 'home', residents: 80 })
    .community(
      'c',
      [
        [0, -40],
        [100, -40],
        [100, 40],
        [0, 40],
      ],
      { gated: true },
    )
    .gate('w', [0, 0], { access: 'residents', community: 'c' })
    .gate('e', [100, 0], { access: 'residents', community: 'c' })
    .facility('n', 'NURSERY', [190, 5])
}

async function ask(wishes: Partial<ProposalOptions> = {}, edits: readonly Edit[] = []) {
  const project = between().project({ surveyed: { NURSERY: true } })
  const planned = { ...project, scenarios: [{ id: 's', name: 's', edits }] }
  const measured = await measure(await prepare(planned, 's', {}), DISTANCE, {})
  const options = { ...DEFAULT_PROPOSAL, classes: ['NURSERY'], weighting: 'people' as const, ...wishes }
  const question = await askPlan(measured, options, {})
  return { measured, question }
}

describe('two gates that make a way only together', () => {
  test('are opened together, at the price and by the vote of both, and each says which other it needs', async () => {
    const { measured, question } = await ask()
    expect(proposeGreedily(question).people_served).toBe(80)
    const proposal = await proposeExactly(question, solveHere, { time_s: 20, gap: 0 })
    expect(proposal.people_served).toBe(80)
    expect(proposal.measures.map(({ measure: { key } }) => key)).toEqual(['gate:w', 'gate:e'])
    const [west, east] = proposal.measures
    expect(proposal.cost_yuan).toBe(west.measure.cost.default_yuan + east.measure.cost.default_yuan)
    expect(west.measure.vote.communities).toEqual(['c'])
    expect(east.measure.vote.communities).toEqual(['c'])
    // by itself neither serves anybody; without either nobody is served
    expect(proposal.measures.map(({ alone, marginal }) => [alone.people, marginal.people])).toEqual([
      [0, 80],
      [0, 80],
    ])
    expect(west.partners.map(({ key }) => key)).toEqual(['gate:e'])
    expect(east.partners.map(({ key }) => key)).toEqual(['gate:w'])
    const edits = proposal.measures.map(({ measure: { edit } }) => edit)
    const kept = await checkEdits(measured, edits, { classes: ['NURSERY'], communities: null }, {})
    expect(kept.people_served).toBe(80)
  })

  test('are in no plan that rules one of them out, nor where only one could be paid', async () => {
    const { question } = await ask({ never: ['gate:e'] })
    expect((await proposeExactly(question, solveHere, { time_s: 20, gap: 0 })).measures).toEqual([])
    const paid = (await ask()).question
    const price = paid.problem.decisions[0].cost
    if (price > 0) {
      const poor = { ...paid, problem: { ...paid.problem, budget: price } }
      expect((await proposeExactly(poor, solveHere, { time_s: 20, gap: 0 })).measures).toEqual([])
    }
  })

  test('one that must be opened is, and where no other helps it is said that it lets nobody pass', async () => {
    const { question } = await ask({ must: ['gate:w'] })
    const proposal = await proposeExactly(question, solveHere, { time_s: 20, gap: 0 })
    expect(proposal.measures.map(({ measure: { key } }) => key)).toEqual(['gate:w', 'gate:e'])
    const alone = (await ask({ must: ['gate:w'], classes: ['MARKET'] })).question
    expect(findObstacles(alone)).toEqual([
      { kind: 'impossible', key: 'gate:w', reasons: [{ kind: 'lets-nobody-pass' }] },
    ])
  })

  test('a gate that the scenario has closed on purpose stays closed, and who demands it is told why', async () => {
    const shut: Edit = { kind: 'close-gate', gate: 'w' }
    const { question } = await ask({}, [shut])
    expect(question.measures.map(({ key }) => key)).not.toContain('gate:w')
    expect(findObstacles((await ask({ must: ['gate:w'] }, [shut])).question)).toEqual([
      { kind: 'impossible', key: 'gate:w', reasons: [{ kind: 'closed-by-scenario' }] },
    ])
  })
})
