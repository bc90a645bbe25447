import { describe, expect, test } from 'vitest'

import { measure, prepare } from '../../../src/engine/pipeline'
import { askPlan, checkEdits } from '../../../src/engine/plan-pipeline'
import { proposeExactly } from '../../../src/engine/propose/answer-question'
import { gainOfSharing } from '../../../src/engine/propose/gain-of-sharing'
import { narrowQuestion } from '../../../src/engine/propose/narrow-question'
import { COST_PACK } from '../../../src/model/cost-pack'
import { DEFAULT_PROPOSAL, type ProposalOptions } from '../../../src/model/proposal'
import { DISTANCE } from '../../scenes/analyse-scene'
import { backToBack } from '../../scenes/shared-wall-scenes'
import { SUITED_ROOM } from '../../scenes/suited-room'
import { solveHere } from '../siting/highs'

const PROVEN = { time_s: 20, gap: 0 }
const ENOUGH = 10_000_000

/** 甲's home is 840 m from a room of 乙 that may become a nursery, and 40 m over the wall. */
const town = ({ gap = 6 } = {}) =>
  backToBack({ gap })
    .without('facilities', 'm')
    .space('room', [gap + 20, 400], { ...SUITED_ROOM, community: '乙' })
    .project({ surveyed: { NURSERY: true } })

async function ask(options: Partial<ProposalOptions> = {}, project = town()) {
  const measured = await measure(await prepare(project, null, {}), DISTANCE, {})
  const wishes = { ...DEFAULT_PROPOSAL, classes: ['NURSERY'], weighting: 'people' as const, ...options }
  const question = await askPlan(measured, wishes, {})
  const proposal = await proposeExactly(question, solveHere, PROVEN)
  const edits = proposal.measures.map(({ measure: { edit } }) => edit)
  const kept = await checkEdits(measured, edits, { classes: question.classes, communities: null }, {})
  return { question, proposal, kept, edits }
}

const priceOf = (code: string): number =>
  COST_PACK.items.find((item) => item.code === code)?.default_yuan ?? Number.NaN

describe('a wall that two communities share, in a plan', () => {
  test('is opened with the room behind it, at the price of two gates and the way, by the votes of both', async () => {
    const { proposal, kept } = await ask()
    expect(proposal.measures.map(({ measure: { edit } }) => edit.kind).sort()).toEqual([
      'convert-space',
      'open-shared-wall',
    ])
    const shared = proposal.measures.find(({ measure: { edit } }) => edit.kind === 'open-shared-wall')
    expect(shared?.measure.key).toMatch(/^shared:甲\+乙:[\d.]+,[\d.]+$/)
    expect(shared?.measure).toMatchObject({
      class: null,
      community: null,
      edit: { communities: ['甲', '乙'] },
      near: '甲',
      vote: { type: 'three-quarters', ground: 'alters-facilities', communities: ['乙', '甲'].sort() },
    })
    const price = 2 * priceOf(COST_PACK.gate) + priceOf(COST_PACK.path) * 46 * COST_PACK.path_width_m
    expect((shared?.measure.cost.default_yuan ?? 0) / price).toBeCloseTo(1, 2)
    // nobody of 乙 lives within 300 m of the room
    expect([shared?.alone.people, shared?.marginal.people]).toEqual([0, 100])
    expect(proposal.people_served).toBe(100)
    expect([kept.people_served, kept.people_lost]).toEqual([100, 0])
  })

  test('no plan of one of the two has it, and together they serve more than each for itself', async () => {
    for (const communities of [['甲'], ['乙']]) {
      const { edits, question } = await ask({ communities })
      expect(edits.every(({ kind }) => kind !== 'open-shared-wall')).toBe(true)
      expect(question.measures.every(({ edit }) => edit.kind !== 'open-shared-wall')).toBe(true)
    }
    const { question } = await ask({ budget_yuan: ENOUGH })
    const gain = await gainOfSharing(question, solveHere, PROVEN)
    expect([gain.alone.people_served, gain.together.people_served]).toEqual([0, 100])
    expect(gain.together.keys.some((key) => key.startsWith('shared:'))).toBe(true)
    // narrowed to one of them, the wall is none of its measures
    const own = narrowQuestion(question, { communities: ['甲'], budget_yuan: ENOUGH })
    expect(own.measures.every(({ edit }) => edit.kind !== 'open-shared-wall')).toBe(true)
  })

  test('is in no plan that rules it out, and it is said why', async () => {
    const reasons = async (must: string, options: Partial<ProposalOptions> = {}) =>
      (await ask({ ...options, must: [must] })).question.impossible.flatMap((each) => each.reasons)
    for (const options of [
      { opensSharedWalls: false },
      { allowsThreeQuarters: false },
      { never: ['shared:甲+乙'] },
      { never: ['shared'] },
    ])
      expect((await ask(options)).edits.every(({ kind }) => kind !== 'open-shared-wall')).toBe(true)
    expect(await reasons('shared:甲+乙', { opensSharedWalls: false })).toEqual([
      { kind: 'shared-walls-stay' },
    ])
    expect(await reasons('shared:甲+乙', { communities: ['甲'] })).toEqual([{ kind: 'out-of-scope' }])
    expect(await reasons('shared:甲+乙', { allowsThreeQuarters: false })).toEqual([
      { kind: 'needs-three-quarters' },
    ])
    expect(await reasons('shared:甲+丙')).toEqual([{ kind: 'no-such-measure' }])
    expect(await reasons('shared:丁+乙')).toEqual([{ kind: 'not-there' }])
    expect(
      (await ask({ must: ['shared:甲+乙'] })).edits.some(({ kind }) => kind === 'open-shared-wall'),
    ).toBe(true)
  })
})
