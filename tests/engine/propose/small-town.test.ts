import { describe, expect, test } from 'vitest'

import { measure, prepare } from '../../../src/engine/pipeline'
import { askPlan, checkEdits } from '../../../src/engine/plan-pipeline'
import {
  findObstacles,
  findShortfall,
  proposeExactly,
  proposeGreedily,
} from '../../../src/engine/propose/answer-question'
import { gainOfSharing } from '../../../src/engine/propose/gain-of-sharing'
import { traceFront } from '../../../src/engine/propose/trace-front'
import { DEFAULT_PROPOSAL, type FrontPoint, type ProposalOptions } from '../../../src/model/proposal'
import type { Project } from '../../../src/model/project'
import { at } from '../../scene/scene'
import { DISTANCE } from '../../scenes/analyse-scene'
import { SUITED_ROOM } from '../../scenes/suited-room'
import { twoNeighbours } from '../../scenes/two-neighbours'
import { solveHere } from '../siting/highs'

const PROVEN = { time_s: 20, gap: 0 }

async function question(project: Project, options: Partial<ProposalOptions>) {
  const measured = await measure(await prepare(project, null, {}), DISTANCE, {})
  const asked = await askPlan(
    measured,
    {
      ...DEFAULT_PROPOSAL,
      classes: ['ELDER_DAYCARE', 'NURSERY'],
      weighting: 'people',
      ...options,
    },
    {},
  )
  return { measured, asked }
}

const keys = (list: readonly { readonly measure: { readonly key: string } }[]): string[] =>
  list.map(({ measure: { key } }) => key)

/** Why a measure that must be is not possible. */
const reasonsOf = async (must: string, options: Partial<ProposalOptions>, project = twoNeighbours()) =>
  (await question(project, { ...options, must: [must] })).asked.impossible.flatMap(({ reasons }) => reasons)

describe('a small town', () => {
  test('one room serves both neighbors: the dear day-care fits only the large one, the nursery takes the small one', async () => {
    const { asked, measured } = await question(twoNeighbours(), {})
    // day-care 350 m² at 3,000 yuan; nursery 200 m² at 3,200; both in 甲 would take 550 of 500 m²
    const proposal = await proposeExactly(asked, solveHere, PROVEN)
    expect(keys(proposal.measures)).toEqual([
      'space:room-甲:ELDER_DAYCARE:ELDER_DAYCARE:350',
      'space:room-乙:NURSERY:NURSERY:200',
    ])
    expect(proposal).toMatchObject({
      people_served: 2 * 1400,
      people_unserved: 2 * 1600,
      people_beyond: 2 * 200,
      cost_yuan: 350 * 3000 + 200 * 3200,
      low_yuan: 350 * 1800 + 200 * 2000,
      high_yuan: 350 * 4500 + 200 * 5000,
      gap: 0,
      isOptimal: true,
      by_class: [
        { id: 'NURSERY', people: 1400 },
        { id: 'ELDER_DAYCARE', people: 1400 },
      ],
      by_community: [
        { id: '甲', people: 2000 },
        { id: '乙', people: 800 },
      ],
    })
    const edits = proposal.measures.map(({ measure: { edit } }) => edit)
    expect(
      await checkEdits(measured, edits, { classes: asked.classes, communities: null }, {}),
    ).toMatchObject({
      people_served: 2800,
      people_lost: 0,
    })
    expect(proposeGreedily(asked).people_served).toBeLessThanOrEqual(2800)
  })

  test('a plan costs by the prices of the project', async () => {
    const prices = [{ code: 'C03', low_yuan: 1, default_yuan: 2, high_yuan: 3 }]
    const { asked } = await question({ ...twoNeighbours(), prices }, {})
    const { measures } = await proposeExactly(asked, solveHere, PROVEN)
    const daycare = measures.find(({ measure: { key } }) => key.includes('ELDER_DAYCARE'))
    expect(daycare?.measure.cost).toMatchObject({ low_yuan: 350, default_yuan: 700, high_yuan: 1050 })
  })

  test('says what would be lost: without a measure, and with the best other one in its place', async () => {
    const { asked } = await question(twoNeighbours(), { budget_yuan: 700_000 })
    // only a nursery can be paid; in either room it serves all 1,400
    const { measures } = await proposeExactly(asked, solveHere, PROVEN)
    expect(measures).toHaveLength(1)
    expect(measures[0]).toMatchObject({
      alone: { weight: 1400, people: 1400 },
      marginal: { weight: 1400, people: 1400 },
      otherUse: null,
      // as a day-care the room costs more than there is
      whyNoUse: 'does-not-fit',
      whyNoPlace: null,
    })
    expect(measures[0].otherPlace?.lost).toEqual({ weight: 0, people: 0 })
  })

  test('together the neighbors serve more than each for itself with the same money', async () => {
    const { asked } = await question(twoNeighbours(), { budget_yuan: 700_000 })
    const gain = await gainOfSharing(asked, solveHere, PROVEN)
    // for itself 甲 pays a nursery for its 1,000; together the same nursery serves 乙's 400 too
    expect(gain).toMatchObject({
      alone: { people_served: 1000, cost_yuan: 640_000 },
      together: { people_served: 1400, cost_yuan: 640_000 },
      communities: [
        { id: '甲', alone: 1000, together: 1000 },
        { id: '乙', alone: 0, together: 400 },
      ],
    })
  })

  test('what must be outside of all communities serves on both sides alike: it is no gain of sharing', async () => {
    const town = twoNeighbours((scene) => scene.without('spaces', 'room-乙'))
    const geometry = { type: 'Point' as const, coordinates: [...at(50, -20)] }
    const spaces = town.layers.spaces.map(({ community: _community, ...space }) => ({ ...space, geometry }))
    const project = { ...town, layers: { ...town.layers, spaces } }
    const { asked } = await question(project, {
      classes: ['NURSERY'],
      must: ['space:room-甲'],
    })
    const gain = await gainOfSharing(asked, solveHere, PROVEN)
    expect(gain).toMatchObject({ alone: { people_served: 1400 }, together: { people_served: 1400 } })
    // nobody asks for it: left out on both sides
    const free = await gainOfSharing(
      (await question(project, { classes: ['NURSERY'] })).asked,
      solveHere,
      PROVEN,
    )
    expect(free).toMatchObject({ alone: { people_served: 0 }, together: { people_served: 0 } })
  })

  test('the cheapest way to serve everybody who can be', async () => {
    const { asked } = await question(twoNeighbours(), { objective: 'cheapest' })
    const proposal = await proposeExactly(asked, solveHere, PROVEN)
    expect(proposal).toMatchObject({ value: 1_690_000, bound: 1_690_000, people_served: 2800 })
  })

  test('the shortest walks: a second nursery saves the way to the first', async () => {
    const { asked } = await question(twoNeighbours(), { objective: 'nearest', classes: ['NURSERY'] })
    const proposal = await proposeExactly(asked, solveHere, PROVEN)
    expect(proposal.measures).toHaveLength(2)
    // 甲 and 乙 start at their gates, 25 m from the rooms' street places; today there is none within 3 km.
    // 丙 walks 5 + 1,000 + 30 m to 乙's: 1,400 × (3 − 0.025) + 200 × (3 − 1.035) person-kilometres
    expect(proposal.value).toBeCloseTo(1400 * 2.975 + 200 * 1.965, 1)
  })

  test('more money never serves less', async () => {
    const { asked } = await question(twoNeighbours(), {})
    const points: FrontPoint[] = []
    for await (const point of traceFront(asked, 4, solveHere, PROVEN)) points.push(point)
    expect(points.map(({ budget_yuan }) => budget_yuan)).toEqual([422_500, 845_000, 1_267_500, 1_690_000])
    expect(points.map(({ people_served }) => people_served)).toEqual([0, 1400, 1400, 2800])
  })

  test('what owners must vote for with three quarters can be left out, and what a rule blocks never is in', async () => {
    expect((await question(twoNeighbours(), { allowsThreeQuarters: false })).asked.measures).toEqual([])
    const cellar = twoNeighbours((scene) => scene.without('spaces', 'room-甲').without('spaces', 'room-乙'))
    expect((await question(cellar, {})).asked.measures).toEqual([])
    const { asked } = await question(twoNeighbours(), { never: ['space:room-甲'] })
    const proposal = await proposeExactly(asked, solveHere, PROVEN)
    expect(keys(proposal.measures)).toEqual(['space:room-乙:NURSERY:NURSERY:200'])
  })

  test('a key that stands for several measures asks for one of them, the one that serves most', async () => {
    // a day-care or a nursery in the large room: the small one has room for the nursery alone
    const { asked } = await question(twoNeighbours(), { must: ['space:room-甲'] })
    expect(asked.problem.required.map((group) => group.map((d) => asked.measures[d].key))).toEqual([
      ['space:room-甲:NURSERY:NURSERY:200', 'space:room-甲:ELDER_DAYCARE:ELDER_DAYCARE:350'],
    ])
    expect(keys((await proposeExactly(asked, solveHere, PROVEN)).measures)).toEqual([
      'space:room-甲:ELDER_DAYCARE:ELDER_DAYCARE:350',
      'space:room-乙:NURSERY:NURSERY:200',
    ])
    // with less money the nursery will do
    const poor = await question(twoNeighbours(), { must: ['space:room-甲'], budget_yuan: 640_000 })
    expect(findObstacles(poor.asked)).toEqual([])
    expect(keys((await proposeExactly(poor.asked, solveHere, PROVEN)).measures)).toEqual([
      'space:room-甲:NURSERY:NURSERY:200',
    ])
  })

  test('what must be and cannot is told', async () => {
    const both = ['space:room-甲:ELDER_DAYCARE', 'space:room-甲:NURSERY']
    const { asked } = await question(twoNeighbours(), {
      must: [...both, 'gate:nowhere'],
      budget_yuan: 1_000_000,
    })
    expect(findObstacles(asked)).toEqual([
      { kind: 'impossible', key: 'gate:nowhere', reasons: [{ kind: 'not-there' }] },
      {
        kind: 'beyond-budget',
        cost_yuan: 1_690_000,
        budget_yuan: 1_000_000,
        parts: [
          { key: 'space:room-甲:NURSERY:NURSERY:200', cost_yuan: 640_000 },
          { key: 'space:room-甲:ELDER_DAYCARE:ELDER_DAYCARE:350', cost_yuan: 1_050_000 },
        ],
      },
      {
        kind: 'beyond-area',
        space: 'room-甲',
        area_m2: 550,
        available_m2: 500,
        parts: [
          { key: 'space:room-甲:NURSERY:NURSERY:200', area_m2: 200 },
          { key: 'space:room-甲:ELDER_DAYCARE:ELDER_DAYCARE:350', area_m2: 350 },
        ],
      },
    ])
  })

  test('what must be and cannot says which rule, size or wish is in the way', async () => {
    const nursery = 'space:room-甲:NURSERY'
    expect(await reasonsOf('space:cellar:NURSERY', {})).toEqual([{ kind: 'not-there' }])
    expect(await reasonsOf(nursery, { never: ['space:room-甲'] })).toEqual([{ kind: 'never' }])
    expect(await reasonsOf(nursery, { allowsThreeQuarters: false })).toEqual([
      { kind: 'needs-three-quarters' },
    ])
    expect(await reasonsOf(nursery, { communities: ['乙'] })).toEqual([{ kind: 'out-of-scope' }])
    expect(await reasonsOf(nursery, { classes: ['ELDER_DAYCARE'] })).toEqual([
      { kind: 'class-left-out', class: 'NURSERY' },
    ])
    expect(await reasonsOf(nursery, { least_m2: 501 })).toEqual([
      { kind: 'below-least-area', least_m2: 501, available_m2: 500 },
    ])
    // a day-care takes 350 m², and the room has 300
    expect(await reasonsOf('space:room-乙:ELDER_DAYCARE', {})).toEqual([
      { kind: 'too-small', use: 'ELDER_DAYCARE', least_m2: 350, available_m2: 300 },
    ])
    // a use or a size that is none here: what there is
    expect(await reasonsOf(`${nursery}:NURSERY:201`, {})).toEqual([
      {
        kind: 'no-such-measure',
        possible: ['space:room-甲:NURSERY:NURSERY:200', 'space:room-甲:ELDER_DAYCARE:ELDER_DAYCARE:350'],
      },
    ])
    expect(await reasonsOf('gate:gate-甲', { opensGates: false })).toEqual([{ kind: 'gates-stay' }])
    // nobody but residents comes through the only gate of a compound either way
    expect(await reasonsOf('gate:gate-甲', {})).toEqual([{ kind: 'lets-nobody-pass' }])
    const below = twoNeighbours((scene) =>
      scene.space('cellar', [0, 30], { kind: 'underground', community: '甲', storey: -1, area_m2: 500 }),
    )
    const [blocked] = await reasonsOf('space:cellar:NURSERY', {}, below)
    // GB 50016 and JGJ 39: no children below ground
    expect(blocked).toMatchObject({ kind: 'blocked', use: 'NURSERY' })
    expect(blocked.kind === 'blocked' && blocked.rules.length).toBeGreaterThan(0)
  })

  test('private rooms, and uses under conditions, are chosen only where that is allowed', async () => {
    const own = twoNeighbours((scene) =>
      scene.space('own', [0, 50], { ...SUITED_ROOM, ownership: 'private', community: '甲' }),
    )
    expect(await reasonsOf('space:own:NURSERY', {}, own)).toEqual([{ kind: 'private' }])
    expect(await reasonsOf('space:own:NURSERY', { allowsPrivate: true }, own)).toEqual([])
    // how much sun there is nobody knows: somebody has to look first
    const { sun_hours: _, ...dim } = SUITED_ROOM
    const doubtful = twoNeighbours((scene) => scene.space('dim', [0, 50], { ...dim, community: '甲' }))
    expect(await reasonsOf('space:dim:NURSERY', {}, doubtful)).toEqual([])
    expect(await reasonsOf('space:dim:NURSERY', { allowsConditions: false }, doubtful)).toEqual([
      { kind: 'has-conditions', use: 'NURSERY', rules: ['HR03'] },
    ])
  })

  test('bays serve as many households as there are bays for, and everybody near where capacity is not counted', async () => {
    const yard = twoNeighbours((scene) =>
      scene.space('yard', [0, 50], {
        kind: 'vacant_land',
        ownership: 'government',
        community: '甲',
        area_m2: 250,
      }),
    )
    const parked = { ...yard, surveyed: { ...yard.surveyed, CAR_RES: true } }
    const served = async (countsCapacity: boolean): Promise<number> => {
      const options = { classes: ['CAR_RES'], countsCapacity, must: ['space:yard'] }
      const { asked } = await question(parked, options)
      return (await proposeExactly(asked, solveHere, PROVEN)).people_served
    }
    const [within, anybody] = [await served(true), await served(false)]
    expect(within).toBeGreaterThan(0)
    expect(within).toBeLessThan(anybody)
  })

  test('the cheapest way to close chosen gaps leaves the others alone, and tells who is beyond', async () => {
    const gaps = [
      { id: 'g1', class: 'NURSERY', places: ['甲', '乙'] },
      { id: 'g2', class: 'NURSERY', places: ['丙'] },
    ]
    const { asked, measured } = await question(twoNeighbours(), { objective: 'cheapest', gaps })
    const proposal = await proposeExactly(asked, solveHere, PROVEN)
    // a nursery alone; nobody asked for a day-care
    expect(proposal).toMatchObject({ value: 640_000, people_unserved: 1600, people_beyond: 200 })
    expect(proposal.by_gap).toEqual([
      { id: 'g1', people: 1400, people_served: 1400, people_beyond: 0 },
      { id: 'g2', people: 200, people_served: 0, people_beyond: 200 },
    ])
    const edits = proposal.measures.map(({ measure: { edit } }) => edit)
    const checked = { classes: asked.classes, communities: null }
    expect(await checkEdits(measured, edits, { ...checked, gaps }, {})).toMatchObject({ people_served: 1400 })
    // of one gap only its own people count
    const own = [{ id: 'g', class: 'NURSERY', places: ['乙'] }]
    expect(await checkEdits(measured, edits, { ...checked, gaps: own }, {})).toMatchObject({
      people_served: 400,
    })
    const { asked: most } = await question(twoNeighbours(), { gaps: own, budget_yuan: 640_000 })
    expect(await proposeExactly(most, solveHere, PROVEN)).toMatchObject({ people_served: 400 })
    const { asked: nobody } = await question(twoNeighbours(), { gaps: [] })
    expect(nobody.measures).toEqual([])
  })

  test('a goal that the money does not reach is told with what it takes at least', async () => {
    const { asked } = await question(twoNeighbours(), { objective: 'cheapest', budget_yuan: 1_000_000 })
    expect(findShortfall(await proposeExactly(asked, solveHere, PROVEN))).toEqual({
      kind: 'goal-beyond-budget',
      cost_yuan: 1_690_000,
      least_yuan: 1_690_000,
      budget_yuan: 1_000_000,
    })
    const { asked: enough } = await question(twoNeighbours(), {
      objective: 'cheapest',
      budget_yuan: 1_690_000,
    })
    expect(findShortfall(await proposeExactly(enough, solveHere, PROVEN))).toBe(null)
  })

  test('a facility kept to one community may be opened to its neighbors', async () => {
    const project = twoNeighbours((scene) =>
      scene
        .facility('own', 'NURSERY', [0, 30], { community: '甲', access: 'residents' })
        .without('spaces', 'room-甲')
        .without('spaces', 'room-乙'),
    )
    const { asked } = await question(project, { budget_yuan: 0 })
    const proposal = await proposeExactly(asked, solveHere, PROVEN)
    expect(keys(proposal.measures)).toEqual(['share:own'])
    expect(proposal.by_community).toEqual([{ id: '乙', people: 400 }])
    // each for itself has nothing to share
    expect((await gainOfSharing(asked, solveHere, PROVEN)).alone.people_served).toBe(0)
  })
})
