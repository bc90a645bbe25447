import { writeFileSync } from 'node:fs'

import { afterAll, beforeAll, expect, test } from 'vitest'

import type { AssessmentAnswer } from '../../src/cli/assessment-answer'
import type { SensitivityAnswer } from '../../src/cli/sensitivity-answer'
import { packProject } from '../../src/engine/project/project-file'
import { at as point, Scene } from '../scene/scene'
import { lifecircle, makeFolder } from './run-in-process'

const { at, remove } = makeFolder()
afterAll(remove)

/**
 *   shop ──────┐ gate 06:00–22:00, public
 *   ══════════ ╪ ══════════          a compound of 100 people; the other gate is 1 km around
 *         house                      and an open house 170 m off the street
 */
beforeAll(() => {
  const scene = new Scene()
    .street('north', [
      [-600, 100],
      [0, 100],
      [600, 100],
    ])
    .street('way-in', [
      [0, 100],
      [0, 0],
    ])
  scene.community('yard', square(0, 0, 60), { gated: true, residents: 100 })
  scene.building('house', square(0, 0, 5), { community: 'yard', residents: 100 })
  scene.gate('gate', [0, 60], { community: 'yard', access: 'public', open_from: '06:00', open_to: '22:00' })
  scene.community('far', square(300, 270, 5), { residents: 50 })
  scene.facility('shop', 'MARKET', [100, 100])
  writeFileSync(at('town.lifecircle'), packProject(scene.project()))
})

function square(x: number, y: number, half: number): [number, number][] {
  return [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
  ]
}

const servedBy = (answer: AssessmentAnswer): number => answer.totals.classes['MARKET'].people_served

test('an option that is wrong is told before anything is loaded', async () => {
  for (const command of ['assess', 'units', 'propose', 'gaps', 'links'])
    for (const [option, value] of [
      ['--profile', 'cat'],
      ['--basis', 'smell'],
      ['--at', '25:00'],
      ['--judging', 'eye'],
      ['--decay', 'radioactive'],
      ['--year', 'soon'],
    ] as const) {
      const { code, err } = await lifecircle(command, 'no-such-file', option, value)
      expect([command, option, code]).toEqual([command, option, 2])
      expect(err).toContain(option)
    }
})

test('a gate is open by day and closed at night', async () => {
  const day = JSON.parse((await lifecircle('assess', at('town.lifecircle'), '--at', '10:00', '--json')).out)
  const night = JSON.parse((await lifecircle('assess', at('town.lifecircle'), '--at', '23:30', '--json')).out)
  expect([servedBy(day), day.basis.hour]).toEqual([100, 600])
  expect([servedBy(night), night.basis.hour]).toEqual([0, 1410])
})

test('walk, reach and gaps know the time of day', async () => {
  const from = `--from=${point(0, 0).join(',')}`
  const to = `--to=${point(100, 100).join(',')}`
  const walk = (time: string) => lifecircle('walk', at('town.lifecircle'), from, to, '--at', time, '--json')
  expect(JSON.parse((await walk('10:00')).out).distance_m).toBeCloseTo(200, 0)
  expect(await walk('23:30')).toMatchObject({ code: 1 })

  const reach = (time: string) =>
    lifecircle('reach', at('town.lifecircle'), from, '--metres', '400', '--at', time, '--json')
  const street = async (time: string): Promise<number> =>
    JSON.parse((await reach(time)).out).bands[0].street_m
  expect(await street('10:00')).toBeGreaterThan((await street('23:30')) + 400)

  const gaps = (time: string) => lifecircle('gaps', at('town.lifecircle'), '--at', time)
  expect((await gaps('23:30')).err).toContain('gates as at 23:30')
  expect((await lifecircle('gaps', at('town.lifecircle'))).err).toContain('gates at any time of day')
})

test.each(['24:00', '8', '8:60', 'noon', '-1:00', '12:5'])('%s is no time of day', async (time) => {
  const { code, err, out } = await lifecircle('assess', at('town.lifecircle'), '--at', time)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(`--at takes a time of day from 00:00 to 23:59, such as 20:00, not "${time}"`)
})

test('a wrong time is told even where a wrong scenario is asked for too', async () => {
  const { code } = await lifecircle('gaps', at('town.lifecircle'), '--at', '25:00', '--scenario', 'none')
  expect(code).toBe(2)
})

test('assess tells the range of people served and what gives it', async () => {
  const { code, out, err } = await lifecircle('assess', at('town.lifecircle'), '--sensitivity', '--json')
  expect([code, err]).toEqual([0, ''])
  const answer = JSON.parse(out) as AssessmentAnswer & SensitivityAnswer
  expect(servedBy(answer)).toBe(100)
  expect(answer.sensitivity['MARKET']).toEqual({
    people_served_least: 100,
    people_served: 100,
    people_served_most: 150,
    least_by: 'judged',
    most_by: 'snap-far',
    people_flipping: 50,
    flip_share: 0.3333,
  })
  expect(answer.sensitivity_variants.map(({ id }) => id)).toEqual(['judged', 'snap-near', 'snap-far'])
})

test('without being asked for there is no range', async () => {
  const { out } = await lifecircle('assess', at('town.lifecircle'), '--json')
  expect(Object.keys(JSON.parse(out))).toEqual(['basis', 'communities', 'totals'])
})

test('the range as a table says what was varied', async () => {
  const metres = await lifecircle('assess', at('town.lifecircle'), '--sensitivity')
  expect(metres.err).toContain('speed and delays have no effect on the distance basis')
  expect(metres.out).toMatch(/^MARKET +100 +100 +150 +as judged +farther snap +33\.3 %$/m)
  const minutes = await lifecircle('assess', at('town.lifecircle'), '--sensitivity', '--basis', 'time')
  expect(minutes.err).toContain('speed 90–110 %, with and without delays, snap 100–200 m')
})

test('where no residents are known the range is unknown, not zero', async () => {
  const scene = new Scene().street('s', [
    [0, 0],
    [500, 0],
  ])
  scene.community('c', square(100, 0, 5))
  scene.facility('shop', 'MARKET', [0, 0])
  writeFileSync(at('uncounted.lifecircle'), packProject(scene.project()))
  const { out } = await lifecircle('assess', at('uncounted.lifecircle'), '--sensitivity')
  expect(out).toMatch(/^MARKET +unknown +unknown +unknown +unknown +unknown +unknown$/m)
})

test('the range of a tile would not add up and is refused', async () => {
  const { code, err } = await lifecircle(
    'assess',
    at('town.lifecircle'),
    '--tile',
    '119,29,121,31',
    '--sensitivity',
  )
  expect(code).toBe(2)
  expect(err).toContain('--sensitivity needs the whole area')
})
