import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { packProject } from '../../src/engine/project/project-file'
import { Scene } from '../scene/scene'
import { RULES } from '../scenes/analyse-scene'
import { lifecircle } from './run-in-process'

let folder = ''
const at = (name: string): string => join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'supply-'))
  const scene = new Scene().street('s', [
    [-100, 0],
    [500, 0],
  ])
  scene.community('c', square(0), { residents: 1000, households: 400, parking_bays: 100 })
  scene.building('b', square(0, 5), { community: 'c', residents: 1000 })
  scene.facility('near', 'ELDER_DAYCARE', [100, 0], { capacity: 10 })
  scene.facility('next', 'ELDER_DAYCARE', [200, 0], { capacity: 20 })
  writeFileSync(at('town.lifecircle'), packProject(scene.project()))
  const rules = RULES.rules.map((rule) =>
    rule.code === 'ELDER_DAYCARE'
      ? { ...rule, supply: { measure: 'capacity', at_least: 40, per: 1000, group: 'all' } }
      : rule,
  )
  writeFileSync(at('pack.json'), JSON.stringify({ ...RULES, rules }))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function square(x: number, half = 20): [number, number][] {
  return [
    [x - half, -half],
    [x + half, -half],
    [x + half, half],
    [x - half, half],
  ]
}

const by = async (...options: string[]) =>
  JSON.parse(
    (await lifecircle('assess', at('town.lifecircle'), '--rules', at('pack.json'), '--json', ...options)).out,
  )

test('assess --judging both finds too little where access finds enough', async () => {
  const access = await by()
  const both = await by('--judging', 'both', '--supply')
  expect(access.basis.judging).toBe('access')
  expect(access.communities[0].classes.ELDER_DAYCARE.status).toBe('served')
  expect(both.communities[0].classes.ELDER_DAYCARE).toMatchObject({
    status: 'unserved',
    reason: 'too-little-supply',
  })
  expect(both.supply.communities.c.ELDER_DAYCARE).toMatchObject({ per_head_least: 0.03, per_head_most: 0.03 })
  expect(both.supply.second.c.ELDER_DAYCARE).toMatchObject({ facility: 'next', two_share: 1 })
  expect(both.supply.second.c.ELDER_DAYCARE.distance_m).toBeCloseTo(200, 0)
  expect(both.supply.classes.ELDER_DAYCARE.totals).toMatchObject({ enough: 0, too_little: 1000, unknown: 0 })
  expect(both.parking.rows[0]).toMatchObject({ demand: 280, shortage: 180 })
})

test('supply does not go with a tile', async () => {
  const answer = await lifecircle('assess', at('town.lifecircle'), '--supply', '--tile', '119,29,121,31')
  expect(answer.code).toBe(2)
  expect(answer.err).toContain('--tile')
})
