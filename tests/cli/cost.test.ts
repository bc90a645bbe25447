import { writeFileSync } from 'node:fs'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { packProject } from '../../src/engine/project/project-file'
import type { Scenario } from '../../src/model/scenario'
import { at as place } from '../scene/scene'
import { lockedGate } from '../scenes/compound-scenes'
import { lifecircle, makeFolder } from './run-in-process'

const { at, remove } = makeFolder()
afterAll(remove)

const joint: Scenario = {
  id: 'v',
  name: '联合方案',
  edits: [
    { kind: 'open-gate', gate: 'south', access: 'residents' },
    { kind: 'convert-space', space: 'shed', use: 'GYM', class: 'GYM' },
    { kind: 'add-facility', name: '=hall', class: 'GYM', at: place(60, 60) },
    { kind: 'open-gate', gate: 'gone', access: 'public' },
  ],
}

const walls: Scenario = {
  id: 'w',
  name: '打通',
  edits: [
    {
      kind: 'open-shared-wall',
      communities: ['c', 'gone'],
      at: [place(60, 60), place(60, 60)],
      sides: ['residents', 'residents'],
      path: null,
    },
  ],
}

beforeAll(() => {
  const scene = lockedGate().space('shed', [60, 60], {
    community: 'c',
    kind: 'idle_room',
    storey: 1,
    area_m2: 100,
    ownership: 'owners',
  })
  const packages = [
    { scenario: 'v', funding: [{ source: 'district' as const, share: 0.5 }], ballots: [], works: [] },
  ]
  // half of the shipped 2000 yuan a square metre
  const prices = [{ code: 'C02', low_yuan: 900, default_yuan: 1000, high_yuan: 1100 }]
  writeFileSync(
    at('town.lifecircle'),
    packProject(scene.project({ scenarios: [joint, walls], packages, prices })),
  )
})

interface Answer {
  readonly edits: readonly {
    readonly cost: object | null
    readonly vote: string
    readonly possible: boolean
  }[]
  readonly cost: Readonly<Record<string, object>>
  readonly funding: object
  readonly communities: readonly { readonly id: string; readonly vote: string }[]
  readonly carried: boolean | null
}

test('cost tells every edit, its vote, the sums, and what is unknown', async () => {
  const { code, out, err } = await lifecircle(
    'cost',
    at('town.lifecircle'),
    '--scenario',
    '联合方案',
    '--json',
  )
  expect(code).toBe(0)
  const answer = JSON.parse(out) as Answer
  expect(answer.edits.map(({ vote }) => vote)).toEqual(['simple', 'three-quarters', 'three-quarters', 'none'])
  expect(answer.edits[1]).toMatchObject({ cost: { default_yuan: 100_000, item: 'C02' }, cost_status: 'J' })
  expect(answer.edits[2].cost).toBe(null)
  expect(answer.edits[3].possible).toBe(false)
  expect(answer.cost['total']).toEqual({
    low_yuan: 90_000,
    default_yuan: 100_000,
    high_yuan: 110_000,
    unknown: 1,
  })
  expect(answer.funding).toMatchObject({ funded_yuan: 50_000, remainder_yuan: 50_000 })
  expect(answer.communities).toMatchObject([{ id: 'c', vote: 'three-quarters' }])
  expect(answer.carried).toBe(null)
  expect(err).toContain('warning')
})

test('cost as a table', async () => {
  const { code, out } = await lifecircle('cost', at('town.lifecircle'), '--scenario', 'v')
  expect(code).toBe(0)
  expect(out).toMatch(/2 +convert-space +shed → GYM +90000 +100000 +110000 +J +three-quarters +c/)
  expect(out).toMatch(/3 +add-facility +=hall +unknown/)
  expect(out).toMatch(/4 +open-gate +gone +impossible/)
  expect(out).toContain('total: 100000 yuan (90000 to 110000), and 1 of unknown cost besides')
  expect(out).toContain('carried: not all ballots are counted')
})

test('a scenario has to be named, and be there', async () => {
  expect(await lifecircle('cost', at('town.lifecircle'))).toMatchObject({ code: 2 })
  const nothing = await lifecircle('cost', at('town.lifecircle'), '--scenario', 'x')
  expect(nothing).toMatchObject({ code: 1 })
  expect(nothing.err).toContain('there is no scenario "x"; the project has 联合方案')
})

test('a wall in common is told by the two communities it parts', async () => {
  const { out } = await lifecircle('cost', at('town.lifecircle'), '--scenario', '打通')
  expect(out).toMatch(/open-shared-wall +c, gone +impossible/)
})
