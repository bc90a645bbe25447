import { readFileSync, writeFileSync } from 'node:fs'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { packProject } from '../../src/engine/project/project-file'
import { Scene } from '../scene/scene'
import { lifecircle, makeFolder } from './run-in-process'

const { at, remove } = makeFolder()
afterAll(remove)

/** Two communities along a street, 300 people near, 80 far from its only market and store. */
beforeAll(() => {
  const scene = new Scene().street('s', [
    [0, 0],
    [3000, 0],
  ])
  for (const [id, x, residents, subdistrict, built_year] of [
    ['near', 700, 300, '甲街道', 1990],
    ['far', 2500, 80, '乙街道', 2010],
  ] as const)
    scene.community(
      id,
      [
        [x - 20, -20],
        [x + 20, -20],
        [x + 20, 20],
        [x - 20, 20],
      ],
      { residents, subdistrict, built_year, affordable_housing: false },
    )
  scene.facility('m', 'MARKET', [0, 0]).facility('k', 'KINDERGARTEN', [0, 0])
  writeFileSync(at('town.lifecircle'), packProject(scene.project()))
})

const ask = async (...options: readonly string[]) => {
  const { code, out, err } = await lifecircle('gaps', at('town.lifecircle'), '--json', ...options)
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out).gaps.map((gap: { class: string; places: string[] }) => [
    gap.class,
    gap.places.join(),
  ])
}

test('the same filters as on the page', async () => {
  expect(await ask()).toEqual([
    ['KINDERGARTEN', 'near'],
    ['KINDERGARTEN', 'far'],
    ['MARKET', 'far'],
    ['MARKET', 'near'],
  ])
  expect(await ask('--class', 'MARKET')).toHaveLength(2)
  expect(await ask('--first')).toHaveLength(2)
  expect(await ask('--tier', '10')).toEqual([
    ['MARKET', 'far'],
    ['MARKET', 'near'],
  ])
  expect(await ask('--subdistrict', '乙街道')).toHaveLength(2)
  expect(await ask('--eligibility', 'not-eligible', '--class', 'MARKET')).toEqual([['MARKET', 'far']])
  expect(await ask('--min-people', '100')).toEqual([
    ['KINDERGARTEN', 'near'],
    ['MARKET', 'near'],
  ])
})

test('as GeoJSON where most of the people are', async () => {
  await lifecircle('gaps', at('town.lifecircle'), '--class', 'MARKET', '-o', at('gaps.geojson'))
  const { features, basis } = JSON.parse(readFileSync(at('gaps.geojson'), 'utf8'))
  expect(basis).toMatchObject({ basis: 'distance', rule_pack: 'gb50180-2018' })
  expect(features).toHaveLength(2)
  expect(features[1].properties).toMatchObject({
    class: 'MARKET',
    people: 300,
    place_names: 'near',
    nearest: 'm',
  })
  // 680 and 720 m, 500 allowed: as many people at either side, so the farther one
  expect(features[1].properties.nearest_walk_m).toBeCloseTo(720, 0)
})

test('a class that is not in the pack, or a tier that is none, is wrong usage', async () => {
  const bad = await lifecircle('gaps', at('town.lifecircle'), '--class', 'BAKERY')
  expect(bad.code).not.toBe(0)
  expect(bad.err).toContain('BAKERY is not in the rule pack')
  expect((await lifecircle('gaps', at('town.lifecircle'), '--tier', '7')).err).toContain(
    '--tier takes one of',
  )
})
