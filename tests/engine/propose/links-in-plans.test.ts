import { describe, expect, test } from 'vitest'

import { measure, prepare } from '../../../src/engine/pipeline'
import { askPlan, checkEdits } from '../../../src/engine/plan-pipeline'
import { proposeExactly, proposeGreedily } from '../../../src/engine/propose/answer-question'
import { gainOfSharing } from '../../../src/engine/propose/gain-of-sharing'
import { COST_PACK } from '../../../src/model/cost-pack'
import type { Project } from '../../../src/model/project'
import { DEFAULT_PROPOSAL, type ProposalOptions } from '../../../src/model/proposal'
import { Scene } from '../../scene/scene'
import { DISTANCE } from '../../scenes/analyse-scene'
import { hairpin, square } from '../../scenes/hairpin'
import { SUITED_ROOM } from '../../scenes/suited-room'
import { solveHere } from '../siting/highs'

const PROVEN = { time_s: 20, gap: 0 }

async function ask(project: Project, options: Partial<ProposalOptions> = {}) {
  const measured = await measure(await prepare(project, null, {}), DISTANCE, {})
  const wishes = { ...DEFAULT_PROPOSAL, classes: ['NURSERY'], weighting: 'people' as const, ...options }
  const question = await askPlan(measured, wishes, {})
  const proposal = await proposeExactly(question, solveHere, PROVEN)
  const edits = proposal.measures.map(({ measure: { edit } }) => edit)
  const kept = await checkEdits(measured, edits, { classes: question.classes, communities: null }, {})
  return { question, proposal, edits, kept }
}

/*
 *   ╔══════g══╗ y 180              a long compound, its only gate at the far end: the way to the nursery outside
 *   ║ │       ║                    of its south edge leads around it; a street ends at both sides of that edge
 *   ╚═│═══════╝ y 20
 *  ───┴──── n ─ y 0
 */
function walled(access: 'residents' | 'public' = 'residents'): Scene {
  return new Scene()
    .street('south', [
      [-400, 0],
      [50, 0],
      [400, 0],
    ])
    .street('north', [
      [-400, 200],
      [50, 200],
      [400, 200],
    ])
    .street('west', [
      [-400, 0],
      [-400, 200],
    ])
    .street('in', [
      [50, 0],
      [50, 40],
      [50, 200],
    ])
    .community(
      'c',
      [
        [0, 20],
        [100, 20],
        [100, 180],
        [0, 180],
      ],
      { gated: true, residents: 100 },
    )
    .building('b', square(58, 60, 1), { community: 'c', residents: 100 })
    .gate('g', [50, 180], { access, community: 'c' })
    .facility('n', 'NURSERY', [50, -5])
}

const surveyed = { NURSERY: true }
const priceOf = (code: string): number =>
  COST_PACK.items.find((item) => item.code === code)?.default_yuan ?? Number.NaN

describe('what the link finder knows is a measure', () => {
  test('a path of 30 m brings people to what is 1,200 m away, at the price of its area', async () => {
    const { proposal, edits, kept, question } = await ask(hairpin().project({ surveyed }))
    expect(edits.map(({ kind }) => kind)).toEqual(['add-path'])
    const [{ measure: path, alone, marginal, otherPlace }] = proposal.measures
    expect(path.key).toMatch(/^path:[\d.]+,[\d.]+\.\.[\d.]+,[\d.]+$/)
    // on nobody's ground: no vote, and told by the community near by
    expect(path).toMatchObject({ class: null, community: null, near: 'p', vote: { type: 'none' } })
    const price = priceOf(COST_PACK.path) * 30 * COST_PACK.path_width_m
    expect(path.cost.default_yuan / price).toBeCloseTo(1, 2)
    expect([alone.people, marginal.people]).toEqual([100, 100])
    expect(otherPlace === null || otherPlace.measure.class === null).toBe(true)
    expect([proposal.people_served, kept.people_served, kept.people_lost]).toEqual([100, 100, 0])
    expect(proposeGreedily(question).value).toBe(100)
  })

  test('a gate in a wall brings its people to what is behind it, with the vote of three quarters', async () => {
    const { proposal, kept } = await ask(walled().project({ surveyed }))
    const [{ measure: wall }] = proposal.measures
    expect(proposal.measures).toHaveLength(1)
    expect(wall.key).toMatch(/^wall:c:[\d.]+,[\d.]+$/)
    expect(wall).toMatchObject({
      edit: { kind: 'open-wall', community: 'c', access: 'residents' },
      community: 'c',
      near: 'c',
      vote: { type: 'three-quarters', communities: ['c'] },
      cost: { default_yuan: priceOf(COST_PACK.gate) },
    })
    expect([proposal.people_served, kept.people_served]).toEqual([100, 100])
  })

  test('where all gates are public the new one is', async () => {
    const { edits } = await ask(walled('public').project({ surveyed }))
    expect(edits).toMatchObject([{ kind: 'open-wall', access: 'public' }])
  })

  test('a space behind a wall serves with the gate in it what neither serves alone', async () => {
    const scene = walled().without('facilities', 'n').space('room', [50, -5], SUITED_ROOM)
    const { proposal, kept } = await ask(scene.project({ surveyed }))
    expect(proposal.measures.map(({ measure: { edit } }) => edit.kind).sort()).toEqual([
      'convert-space',
      'open-wall',
    ])
    for (const { alone, marginal } of proposal.measures)
      expect([alone.people, marginal.people]).toEqual([0, 100])
    expect(kept.people_served).toBe(100)
  })

  test('each for itself may open its own wall too', async () => {
    const { question } = await ask(walled().project({ surveyed }), { budget_yuan: 10_000_000 })
    const gain = await gainOfSharing(question, solveHere, PROVEN)
    expect([gain.alone.people_served, gain.together.people_served]).toEqual([100, 100])
  })
})

/** Why a measure that must be is not possible. */
const reasons = async (must: string, options: Partial<ProposalOptions> = {}, scene = walled()) =>
  (await ask(scene.project({ surveyed }), { ...options, must: [must] })).question.impossible.flatMap(
    (each) => each.reasons,
  )

describe('what a plan may not do', () => {
  test('walls and paths that are ruled out are in no plan, and it is said why', async () => {
    const town = walled().project({ surveyed })
    expect((await ask(town, { opensWalls: false })).edits).toEqual([])
    expect((await ask(town, { allowsThreeQuarters: false })).edits).toEqual([])
    expect((await ask(town, { never: ['wall:c'] })).edits).toEqual([])
    expect((await ask(hairpin().project({ surveyed }), { addsPaths: false })).edits).toEqual([])
    expect(await reasons('wall:c', { opensWalls: false })).toEqual([{ kind: 'walls-stay' }])
    expect(await reasons('wall:c', { allowsThreeQuarters: false })).toEqual([
      { kind: 'needs-three-quarters' },
    ])
    expect(await reasons('path', { addsPaths: false })).toEqual([{ kind: 'paths-off' }])
    expect(await reasons('wall:nowhere')).toEqual([{ kind: 'not-there' }])
    expect(await reasons('wall:c:1,2')).toEqual([
      { kind: 'no-such-measure', possible: [expect.stringContaining('wall:c:120.')] },
    ])
    expect(await reasons('space:room', { usesSpaces: false })).toEqual([{ kind: 'spaces-stay' }])
  })

  test('a wall that must be opened is, though it serves nobody new', async () => {
    const scene = walled().without('facilities', 'n')
    const { edits } = await ask(scene.project({ surveyed }), { must: ['wall:c'] })
    expect(edits.map(({ kind }) => kind)).toEqual(['open-wall'])
  })
})
