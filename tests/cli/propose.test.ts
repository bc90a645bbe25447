import { readFileSync, writeFileSync } from 'node:fs'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { packProject, unpackProject } from '../../src/engine/project/project-file'
import { hairpin } from '../scenes/hairpin'
import { twoNeighbours } from '../scenes/two-neighbours'
import { lifecircle, makeFolder } from './run-in-process'

const { at, remove } = makeFolder()
afterAll(remove)
beforeAll(() => writeFileSync(at('town.lifecircle'), packProject(twoNeighbours())))

async function propose(...options: readonly string[]) {
  return lifecircle('propose', at('town.lifecircle'), '--by-people', ...options)
}

test('propose answers with edits, people, money and a bound, and writes the plan as a scenario', async () => {
  const file = at('planned.lifecircle')
  const { code, out, err } = await propose(
    '--unit',
    '乙',
    '--first',
    '--budget',
    '700000',
    '--gain',
    '--front',
    '2',
    '-o',
    file,
    '--json',
  )
  expect([code, err]).toEqual([0, ''])
  const answer = JSON.parse(out)
  expect(answer).toMatchObject({
    basis: { profile: 'adult', basis: 'distance', rule_pack: 'gb50180-2018' },
    optimal: true,
    out_of_time: false,
    objective: 'most',
    budget_yuan: 700_000,
    edits: [{ kind: 'convert-space', use: 'NURSERY', class: 'NURSERY', area_m2: 200 }],
    people_served: 1400,
    people_measured: 1400,
    people_lost: 0,
    cost_yuan: 640_000,
    bound: 1400,
    gap: 0,
    classes: { NURSERY: 1400 },
    communities: { 甲: 1000, 乙: 400 },
    gain: {
      alone: { people_served: 1000, yuan_per_person: 640 },
      together: { people_served: 1400, yuan_per_person: 457 },
      people_gained: 400,
      people_gained_at_least: 400,
    },
  })
  expect(answer.front.map((point: { people_served: number }) => point.people_served)).toEqual([1400, 2800])
  const [scenario] = unpackProject(readFileSync(file)).project.scenarios
  expect(scenario.edits).toEqual(answer.edits)
  expect(answer.scenario).toBe(scenario.name)
})

test('the gain of a plan that saves walks is of people served, as of any other plan', async () => {
  const [nearest, most] = await Promise.all(
    ['nearest', 'most'].map(async (objective) =>
      propose('--budget', '700000', '--objective', objective, '--gain', '--json'),
    ),
  )
  expect(JSON.parse(nearest.out).gain).toEqual(JSON.parse(most.out).gain)
})

test('walls and paths are in a plan unless they are ruled out', async () => {
  writeFileSync(at('hairpin.lifecircle'), packProject(hairpin().project({ surveyed: { NURSERY: true } })))
  const options = ['--classes', 'NURSERY', '--budget', '100000', '--json']
  const { out } = await lifecircle('propose', at('hairpin.lifecircle'), ...options)
  expect(JSON.parse(out)).toMatchObject({
    edits: [{ kind: 'add-path' }],
    people_served: 100,
    people_measured: 100,
  })
  const without = await lifecircle('propose', at('hairpin.lifecircle'), ...options, '--no-paths')
  expect(JSON.parse(without.out)).toMatchObject({ edits: [], people_served: 0 })
  const must = await lifecircle(
    'propose',
    at('hairpin.lifecircle'),
    ...options,
    '--no-paths',
    '--must',
    'path',
  )
  expect(must).toMatchObject({ code: 1 })
  expect(must.err).toContain('--no-paths leaves streets as they are')
})

test('without --json a table, and what it rests on', async () => {
  const { out, err } = await propose('--classes', 'NURSERY', '--budget', '700000', '--greedy')
  expect(err).toContain('judged by rule pack gb50180-2018')
  expect(out).toContain('NURSERY:NURSERY:200  640000  three-quarters  1400')
  expect(out).toContain('1400 newly served of 1600')
})

test('what cannot be is told in words', async () => {
  const dear = await propose('--budget', '1000', '--must', 'space:room-甲:NURSERY')
  expect(dear).toMatchObject({ code: 1, out: '' })
  expect(dear.err).toContain(
    'what must be costs 640000 yuan, more than the budget of 1000: space:room-甲:NURSERY:NURSERY:200 640000; raise it',
  )
  const crowded = await propose(
    '--budget',
    '9000000',
    '--must',
    'space:room-甲:NURSERY',
    '--must',
    'space:room-甲:ELDER_DAYCARE',
  )
  expect(crowded.err).toContain(
    'what must be in space room-甲 takes 550 m², and it has 500: space:room-甲:NURSERY:NURSERY:200 200 m², space:room-甲:ELDER_DAYCARE:ELDER_DAYCARE:350 350 m²',
  )
  const other = await propose('--budget', '9000000', '--must', 'space:room-甲:NURSERY:NURSERY:201')
  expect(other.err).toContain('nothing of this kind can be done there; what can be: space:room-甲:NURSERY')
  expect(await propose('--budget', '1,2')).toMatchObject({ code: 2 })
  expect(await propose('--budget', '1', '--front', '2.5')).toMatchObject({ code: 2 })
  const none = await propose('--budget', '1000', '--must', 'space:room-甲:KINDERGARTEN')
  expect(none.err).toContain('space:room-甲:KINDERGARTEN must be and cannot: KINDERGARTEN needs')
  const small = await propose('--budget', '1000', '--must', 'space:room-乙:ELDER_DAYCARE')
  expect(small.err).toContain('ELDER_DAYCARE needs 350 m², and there are 300')
  const short = await propose('--objective', 'cheapest', '--first', '--budget', '100000')
  expect(short.err).toContain('costs 1690000 yuan, more than the budget of 100000')
  expect((await propose('--unit', '丁', '--budget', '1')).err).toContain(
    'there is no unit 丁; there are unit:乙',
  )
  expect(await propose()).toMatchObject({ code: 2 })
  expect(await propose('--classes', 'CASINO', '--budget', '1')).toMatchObject({ code: 2 })
})

test('the cheapest way to close a gap, and a gap that is not there', async () => {
  const gap = 'gb50180-2018:NURSERY:乙+甲'
  const { code, out } = await propose('--gap', gap, '--objective', 'cheapest', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    cost_yuan: 640_000,
    gaps: [{ id: gap, people: 1400, people_served: 1400, people_beyond: 0 }],
  })
  const table = await propose('--gap', gap, '--objective', 'cheapest', '--greedy')
  expect(table.out).toContain(`gap ${gap}: 1400 of 1400 served`)
  const none = await propose('--gap', 'x', '--objective', 'cheapest')
  expect(none).toMatchObject({ code: 1, out: '' })
  expect(none.err).toContain('there is no gap x')
})

test('units tells who belongs together, what they have and miss, and what sharing gains', async () => {
  const { code, out } = await lifecircle('units', at('town.lifecircle'), '--budget', '700000', '--json')
  expect(code).toBe(0)
  const { units, alone } = JSON.parse(out)
  expect(units).toMatchObject([
    {
      id: 'unit:乙',
      communities: ['乙', '甲'],
      people: 1400,
      available_m2: 800,
      gain: { people_gained: 400 },
    },
  ])
  expect(alone).toEqual(['丙'])
})

test('units of communities of which little is known are told when asked for', async () => {
  const town = twoNeighbours()
  const communities = town.layers.communities.map((each) => ({ ...each, built_year: undefined }))
  const file = at('undated.lifecircle')
  writeFileSync(file, packProject({ ...town, layers: { ...town.layers, communities } }))
  const none = await lifecircle('units', file, '--budget', '1')
  expect(none.err).toContain('or propose with --unknown-too')
  const { out } = await lifecircle('units', file, '--budget', '1', '--unknown-too', '--json')
  expect(JSON.parse(out).units).toMatchObject([{ id: 'unit:乙', communities: ['乙', '甲'] }])
})

test('where nobody is counted a plan goes by communities, and says so', async () => {
  const town = twoNeighbours()
  const communities = town.layers.communities.map((each) => ({ ...each, residents: undefined }))
  const file = at('uncounted.lifecircle')
  writeFileSync(file, packProject({ ...town, layers: { ...town.layers, communities } }))
  const asked = ['propose', file, '--classes', 'NURSERY', '--budget', '700000'] as const
  const none = await lifecircle(...asked)
  expect(none.err).toContain(
    'the people of 3 of 3 communities asked for are not known; --by-communities counts each community as one',
  )
  const { code, out, err } = await lifecircle(...asked, '--by-communities', '--gain', '--json')
  expect([code, err]).toEqual([0, ''])
  const answer = JSON.parse(out)
  expect(answer).toMatchObject({
    counts: 'communities',
    communities_served: 2,
    communities_unserved: 3,
    communities_measured: 2,
    gain: { together: { communities_served: 2, yuan_per_community: 320_000 }, communities_gained: 1 },
  })
  expect(Object.keys(answer).filter((key) => key.includes('people'))).toEqual([])
  const table = await lifecircle(...asked, '--by-communities', '--greedy')
  expect(table.err).toContain('each community counts one, shared among its homes')
  expect(table.out).toContain('2 communities newly served of 3')
  expect(await lifecircle(...asked, '--by-communities', '--by-people')).toMatchObject({ code: 2 })
})

test('a plan that counts estimated people says so: comparisons count none of them', async () => {
  const town = twoNeighbours()
  const communities = town.layers.communities.map((each) => ({
    ...each,
    residents: undefined,
    households: each.id === '甲' ? undefined : 100,
  }))
  const file = at('estimated.lifecircle')
  writeFileSync(file, packProject({ ...town, layers: { ...town.layers, communities } }))
  const { err } = await lifecircle('propose', file, '--classes', 'NURSERY', '--budget', '700000', '--greedy')
  expect(err).toContain('the people of 2 of 3 communities are estimates')
  expect(err).toContain('not in these numbers: 1 of 3 communities')
})

test('an output that cannot be written is told before anything is read or worked out', async () => {
  for (const where of ['missing/planned.lifecircle', 'town.lifecircle/planned.lifecircle']) {
    const answer = await lifecircle('propose', at('none.lifecircle'), '--budget', '5', '-o', at(where))
    expect(answer.code).toBe(1)
    expect(answer.err).toContain(at(where))
  }
})

test('without money there is a plan of what costs nothing; less than nothing is no budget', async () => {
  const { code, out } = await propose('--first', '--budget', '0', '--least-area', '0', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ budget_yuan: 0, cost_yuan: 0 })
  const { code: wrong, err } = await propose('--budget', '-1')
  expect(wrong).toBe(2)
  expect(err).toContain('--budget takes a number of 0 or more, not "-1"')
})

test('what units gain is unknown where nobody is counted, and the least there is where some are not', async () => {
  const town = twoNeighbours()
  const fileWithout = (uncounted: readonly string[]): string => {
    const communities = town.layers.communities.map((each) =>
      uncounted.includes(each.id) ? { ...each, residents: undefined, households: undefined } : each,
    )
    const buildings = town.layers.buildings.map((each) =>
      uncounted.includes(each.community ?? '')
        ? { ...each, residents: undefined, households: undefined }
        : each,
    )
    const file = at('uncounted.lifecircle')
    writeFileSync(file, packProject({ ...town, layers: { ...town.layers, communities, buildings } }))
    return file
  }
  const rowWithout = async (uncounted: readonly string[]): Promise<string[]> => {
    const { out } = await lifecircle('units', fileWithout(uncounted), '--budget', '700000')
    return out
      .split('\n')[2]
      .split(/\s{2,}/)
      .slice(1, 6)
  }
  expect(await rowWithout(['甲', '乙'])).toEqual(['unknown', '800', expect.any(String), 'unknown', 'unknown'])
  const [people, , , alone, together] = await rowWithout(['乙'])
  expect([people, alone, together].every((number) => /^>=\d+$/.test(number))).toBe(true)

  const gainWithout = async (uncounted: readonly string[], ...more: readonly string[]) => {
    const argv = ['--budget', '700000', '--json', ...more]
    const { out } = await lifecircle('units', fileWithout(uncounted), ...argv)
    return JSON.parse(out).units[0].gain
  }
  const none = {
    people_served: null,
    people_at_most: null,
    cost_yuan: expect.any(Number),
    yuan_per_person: null,
  }
  expect(await gainWithout(['甲', '乙'])).toEqual({
    budget_yuan: 700000,
    alone: none,
    together: none,
    people_gained: null,
    people_gained_at_least: null,
    communities: {},
  })
  // of those counted a number is known, and no bound of all
  expect(await gainWithout(['乙'])).toMatchObject({
    together: { people_served: expect.any(Number), people_at_most: null },
    people_gained: expect.any(Number),
    people_gained_at_least: null,
    communities: { 甲: { alone: expect.any(Number) } },
  })
  // communities are counted whoever lives there
  expect(await gainWithout(['甲', '乙'], '--by-communities')).toMatchObject({
    together: { communities_served: expect.any(Number), communities_at_most: expect.any(Number) },
    communities: { 乙: { together: expect.any(Number) } },
  })
})
