import { writeFileSync } from 'node:fs'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { packProject } from '../../src/engine/project/project-file'
import { lockedGate } from '../scenes/compound-scenes'
import { lifecircle, makeFolder } from './run-in-process'

const { at, remove } = makeFolder()
afterAll(remove)

/** A community of a hundred whose south gate is locked, and a shed in it. */
function town() {
  const scene = lockedGate().building(
    'house',
    [
      [59, 99],
      [61, 99],
      [61, 101],
      [59, 101],
    ],
    { community: 'c', residents: 100 },
  )
  return scene.space('shed', [60, 60], {
    community: 'c',
    kind: 'idle_room',
    storey: 1,
    area_m2: 100,
    ownership: 'owners',
  })
}

beforeAll(() => {
  const scene = town()
  const open = { id: 'v', name: '开南门', edits: [{ kind: 'open-gate', gate: 'south', access: 'residents' }] }
  const gym = {
    id: 'k',
    name: '健身房',
    edits: [{ kind: 'convert-space', space: 'shed', use: 'GYM', class: 'GYM' }],
  }
  const wrong = { id: 'w', name: 'wrong', edits: [{ kind: 'open-gate', gate: 'x', access: 'public' }] }
  writeFileSync(at('town.lifecircle'), packProject(scene.project({ scenarios: [open, gym, wrong] as never })))
})

interface Answer {
  readonly closed: readonly string[]
  readonly remaining: readonly string[]
  readonly new: readonly string[]
  readonly indicators: Readonly<Record<string, unknown>>
  readonly people: object
  readonly gaps: object
  readonly cost: Readonly<Record<'before' | 'after', Readonly<Record<string, object>>>>
  readonly votes: Readonly<Record<'before' | 'after', object>>
}

test('compare tells what a scenario changes against the base', async () => {
  const { code, out } = await lifecircle('compare', at('town.lifecircle'), 'base', '开南门', '--json')
  expect(code).toBe(0)
  const answer = JSON.parse(out) as Answer
  expect(answer.closed).toEqual(['gb50180-2018:MARKET:c'])
  expect(answer.new).toEqual([])
  expect(answer.people).toEqual({ gain: 100, lose: 0, both: 0 })
  expect(answer.indicators).toBeTypeOf('object')
  expect(answer.gaps).toMatchObject({ closed: 1, fresh: 0 })
  // the owners of a gate vote by majority, and who may pass is a matter of no money
  expect(answer.votes).toEqual({ before: {}, after: { simple: 1 } })
  expect(answer.cost.before['total']).toMatchObject({ default_yuan: 0, unknown: 0 })
})

test('compare tells what both scenarios cost, and who votes', async () => {
  const { out } = await lifecircle('compare', at('town.lifecircle'), 'v', '健身房', '--json')
  const { cost, votes } = JSON.parse(out) as Answer
  expect(votes).toEqual({ before: { simple: 1 }, after: { 'three-quarters': 1 } })
  // 100 m² at the shipped 2000 yuan, and no works are chosen
  expect(cost.after['total']).toEqual(cost.after['edits'])
  expect(cost.after['total']).toMatchObject({ default_yuan: 200_000, unknown: 0 })
  const table = await lifecircle('compare', at('town.lifecircle'), 'v', '健身房')
  expect(table.out).toMatch(/健身房: 200000 yuan \[.*votes: three-quarters 1/)
})

test('compare as a table: people by class, and gaps', async () => {
  const { code, out, err } = await lifecircle('compare', at('town.lifecircle'), 'v', 'base')
  expect(code).toBe(0)
  expect(out).toContain('lose one: 100')
  expect(out).toMatch(/gaps: (\d+), of them 0 closed and \1 left; 1 new; now \d+/)
  expect(out).toMatch(/v: \d+ yuan .*votes: simple 1/)
  expect(out).toMatch(/MARKET +100 +0 +0 +100/)
  expect(err).toContain('judged by rule pack')
})

test('edits that cannot work are told, and names that are not there', async () => {
  const { err } = await lifecircle('compare', at('town.lifecircle'), 'base', 'wrong')
  expect(err).toContain('warning')
  const nothing = await lifecircle('compare', at('town.lifecircle'), 'base', 'nothing')
  expect(nothing).toMatchObject({ code: 1 })
  expect(nothing.err).toContain('there is no scenario "nothing"; the project has base, 开南门, 健身房, wrong')
  expect(await lifecircle('compare', at('town.lifecircle'), 'base')).toMatchObject({ code: 2 })
})

test('of two scenarios of one name either is asked for by its id', async () => {
  const twins = ['v1', 'v2'].map((id) => ({ id, name: '比选', edits: [] }))
  writeFileSync(at('twins.lifecircle'), packProject(town().project({ scenarios: twins })))
  const answer = await lifecircle('compare', at('twins.lifecircle'), 'base', '比选')
  expect(answer.code).toBe(1)
  expect(answer.err).toContain('2 scenarios are called "比选"; say which one by its id: v1, v2')
  for (const name of ['cost', 'assess']) {
    const { err } = await lifecircle(name, at('twins.lifecircle'), '--scenario', '比选')
    expect(err).toContain('say which one by its id: v1, v2')
  }
  expect((await lifecircle('compare', at('twins.lifecircle'), 'base', 'v2')).code).toBe(0)
})

test('where the ages of those who gain are not known, no age gains nobody', async () => {
  const { out } = await lifecircle('compare', at('town.lifecircle'), 'base', '开南门')
  const [row] = out.split('\n').filter((line) => line.startsWith('age_60_plus'))
  expect(row.split(/\s+/)).toEqual(['age_60_plus', 'unknown', 'unknown', 'unknown', '1'])
})

test('where nobody counted people, communities that gain are told beside the zero', async () => {
  const open = { id: 'v', name: 'v', edits: [{ kind: 'open-gate', gate: 'south', access: 'residents' }] }
  const project = town().project({ scenarios: [open] as never })
  const { layers } = project
  const communities = layers.communities.map((community) => ({ ...community, residents: undefined }))
  const buildings = layers.buildings.map((building) => ({ ...building, residents: undefined }))
  writeFileSync(
    at('drawn.lifecircle'),
    packProject({ ...project, layers: { ...layers, communities, buildings } }),
  )
  const { out } = await lifecircle('compare', at('drawn.lifecircle'), 'base', 'v')
  expect(out).toContain('not in these numbers, for nobody counted their people (1 of 1 communities)')
  expect(out).toContain('communities that gain: 1; lose: 0')
  const json = await lifecircle('compare', at('drawn.lifecircle'), 'base', 'v', '--json')
  expect(JSON.parse(json.out)).toMatchObject({
    people: { gain: 0 },
    communities_uncounted: { gain: 1, lose: 0, all: 1, of: 1 },
  })
})

test('units and propose say why they answer nothing', async () => {
  const project = town().project()
  const communities = project.layers.communities.map((each) => ({ ...each, residents: undefined }))
  const buildings = project.layers.buildings.map((each) => ({ ...each, residents: undefined }))
  const layers = { ...project.layers, communities, buildings, spaces: [] }
  writeFileSync(at('bare.lifecircle'), packProject({ ...project, layers }))
  const units = await lifecircle('units', at('bare.lifecircle'))
  expect(units.code).toBe(0)
  expect(units.err).toMatch(/no renovation unit: .* not known of 1 of 1 communities; enter .*built_year/)
  const plan = await lifecircle('propose', at('bare.lifecircle'), '--budget', '1000000', '--greedy')
  expect(plan.err).toContain('no measure is chosen: none serves anybody who is counted and can be paid')
  expect(plan.err).toContain(
    'there are 0 candidate spaces; the people of 1 of 1 communities asked for are not known',
  )
})
