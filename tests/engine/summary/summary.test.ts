import fc from 'fast-check'
import { expect, test } from 'vitest'

import { analyse, measure, prepare } from '../../../src/engine/pipeline'
import { Cancelled } from '../../../src/engine/run'
import { compareProfiles } from '../../../src/engine/summary/compare-profiles'
import { distributeWalks } from '../../../src/engine/summary/distribute-walks'
import { drawElderCircle } from '../../../src/engine/summary/elder-circle'
import type { AnalysisSettings } from '../../../src/model/analysis'
import { VERDICTS } from '../../../src/model/assessment'
import { PROFILE_IDS } from '../../../src/model/profile'
import type { RulePack } from '../../../src/model/rule-pack'
import { peopleOfRows, totalOfRows } from '../../../src/model/sum-rows'
import { districts } from '../../oracle/random-district'
import { Scene } from '../../scene/scene'
import { DISTANCE, RULES, TIME } from '../../scenes/analyse-scene'

const runs = (numRuns: number) => ({ numRuns, seed: Number(process.env.ORACLE_SEED ?? 20261127) })

const only = (...codes: string[]): RulePack => ({
  ...RULES,
  rules: RULES.rules.filter(({ code }) => codes.includes(code)),
})
// a shop is judged within 500 m or, by the life circle's steps, 600 s
const shop = { ...only('MARKET'), rules: only('MARKET').rules.map((rule) => ({ ...rule, radius_m: 500 })) }

/** A street with a shop at its beginning; at each place a house of 100 people, 10 of them elders. */
function street(...places: readonly number[]): Scene {
  const scene = new Scene().street('s', [
    [-1000, 0],
    [6000, 0],
  ])
  scene.facility('shop', 'MARKET', [0, 0])
  places.forEach((x, i) => {
    scene.community(`c${i}`, square(x), { residents: 100, residents_60_plus: 10 })
    scene.building(`b${i}`, square(x), { community: `c${i}`, residents: 100 })
  })
  return scene
}

function square(x: number): [number, number][] {
  return [
    [x - 4, -4],
    [x + 4, -4],
    [x + 4, 4],
    [x - 4, 4],
  ]
}

test('an elder loses what an adult reaches within 600 s, a child loses more', async () => {
  // in 600 s an adult walks 720 m, an elder 540 m, a child 480 m
  const prepared = await prepare(street(400, 500, 600, 800).project(), null, {})
  const settings: AnalysisSettings = { ...TIME, rules: shop }
  const { answers, hasPeople, communities } = await compareProfiles(
    prepared,
    settings,
    ['adult', 'elder', 'child'],
    {},
  )
  expect(hasPeople).toBe(true)
  expect(communities).toEqual(['c0', 'c1', 'c2', 'c3'])
  expect(answers.map(({ totals }) => totals[0].people_served)).toEqual([300, 200, 100])
  expect(answers.map(({ differences }) => differences[0].people_losing)).toEqual([0, 100, 200])
  expect(answers.map(({ differences }) => differences[0].communities_losing)).toEqual([0, 1, 2])
  expect(answers.map(({ status }) => [...status].map((v) => VERDICTS[v]))).toEqual([
    ['served', 'served', 'served', 'unserved'],
    ['served', 'served', 'unserved', 'unserved'],
    ['served', 'unserved', 'unserved', 'unserved'],
  ])
})

test('stairs on the only way: a wheelchair loses what everybody else has, by distance too', async () => {
  const scene = new Scene()
    .street('flat', [
      [0, 0],
      [100, 0],
    ])
    .street(
      'stairs',
      [
        [100, 0],
        [120, 0],
      ],
      { kind: 'steps', steps: true },
    )
    .street('top', [
      [120, 0],
      [300, 0],
    ])
    .facility('shop', 'MARKET', [0, 0])
    .community('c', square(250), { residents: 60 })
  const prepared = await prepare(scene.project(), null, {})
  const { answers } = await compareProfiles(
    prepared,
    { ...DISTANCE, rules: shop },
    ['adult', 'wheelchair'],
    {},
  )
  expect(answers[1].differences[0]).toMatchObject({
    people_losing: 60,
    people_gaining: 0,
    communities_losing: 1,
  })
})

test('many profiles at once are what each is alone, on random districts', async () => {
  await fc.assert(
    fc.asyncProperty(districts, async ({ project }) => {
      for (const settings of [TIME, DISTANCE]) {
        const together = await compareProfiles(await prepare(project, null, {}), settings, PROFILE_IDS, {})
        for (const answer of together.answers) {
          const asked = { ...settings, profile: answer.profile }
          const { assessment } = await analyse(await prepare(project, null, {}), asked, {})
          expect(answer.totals).toEqual(assessment.totals)
          expect(answer.status).toEqual(assessment.status)
          expect(answer.basis).toEqual(assessment.basis)
          // who loses and who gains explains the difference of people served, but for rounding
          answer.differences.forEach(({ people_losing, people_gaining, people_unclear }, c) => {
            const net = answer.totals[c].people_served - together.answers[0].totals[c].people_served
            expect(Math.abs(net - people_gaining + people_losing)).toBeLessThanOrEqual(people_unclear + 2)
          })
        }
      }
    }),
    runs(3),
  )
})

test('wheels go nowhere that feet do not: on the distance basis nobody gains on wheels', async () => {
  await fc.assert(
    fc.asyncProperty(districts, async ({ project }) => {
      const prepared = await prepare(project, null, {})
      const { answers } = await compareProfiles(prepared, DISTANCE, ['adult', 'wheelchair'], {})
      for (const { people_gaining } of answers[1].differences) expect(people_gaining).toBe(0)
    }),
    runs(10),
  )
})

test('comparing tells how far it is and stops when asked', async () => {
  const prepared = await prepare(street(400).project(), null, {})
  const seen: number[] = []
  const run = {
    onProgress: (_: string, done: number) => seen.push(done),
    isCancelled: () => seen.length > 1,
  }
  await expect(compareProfiles(prepared, TIME, ['adult', 'elder'], run)).rejects.toBeInstanceOf(Cancelled)
})

const CIRCLE = only('FIT_OUTDOOR', 'ELDER_DAYCARE')

test('the elderly-friendly circle asks for every class within 270 m of an elder', async () => {
  // 300 s at 0.9 m/s. Day-care at 0, a fitness ground at 100: 200 has both, 300 lacks the day-care
  const scene = street(200, 300)
    .facility('care', 'ELDER_DAYCARE', [0, 0])
    .facility('fit', 'FIT_OUTDOOR', [100, 0])
  const circle = await drawElderCircle(
    await prepare(scene.project(), null, {}),
    { ...DISTANCE, rules: CIRCLE },
    {},
  )
  expect(circle.basis).toMatchObject({ profile: 'elder', basis: 'time' })
  expect(circle.classes.map(({ limit }) => limit)).toEqual([300, 300])
  expect(circle.communities.map(({ verdict, missing }) => [verdict, missing])).toEqual([
    ['complete', []],
    ['incomplete', ['ELDER_DAYCARE']],
  ])
  expect(circle.elders).toEqual({ complete: 10, incomplete: 10, unknown: 0 })
})

test('a class that nobody surveyed leaves the circle unknown, unless another is known to be missing', async () => {
  const scene = street(200, 300).facility('care', 'ELDER_DAYCARE', [0, 0])
  const circle = await drawElderCircle(
    await prepare(scene.project(), null, {}),
    { ...TIME, rules: CIRCLE },
    {},
  )
  expect(circle.communities.map(({ verdict }) => verdict)).toEqual(['unknown', 'incomplete'])
  expect(circle.elders).toEqual({ complete: 0, incomplete: 10, unknown: 10 })
})

test('without classes of the 5-minute tier the circle is unknown, not complete', async () => {
  const prepared = await prepare(street(200).project(), null, {})
  const circle = await drawElderCircle(prepared, { ...TIME, rules: only('MARKET') }, {})
  expect(circle.classes).toEqual([])
  expect(circle.communities[0].verdict).toBe('unknown')
})

test('walks fall into five bins up to the limit, whose edge is the limit itself', async () => {
  // bins of 100 m: 60 and 99 in the first, 499 in the fifth, 501 in the sixth; 1600 and 5000 in none
  const project = street(60, 99, 150, 499, 501, 1600, 5000).project()
  const settings: AnalysisSettings = { ...DISTANCE, rules: shop }
  const { prepared, reach } = await measure(await prepare(project, null, {}), settings, {})
  const walks = distributeWalks(prepared.project, prepared.people, reach, settings, 'MARKET', null)!
  expect(walks.bins).toHaveLength(15)
  expect(walks.bins.map(({ people_served }) => people_served)).toEqual([
    200, 100, 0, 0, 100, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  ])
  expect(walks.bins.map(({ communities_unserved }) => communities_unserved)).toEqual([
    0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  ])
  expect(walks.bins[4]).toMatchObject({ from: 400, to: 500 })
  expect(walks.beyond).toEqual({ people: 100, ids: ['c5'] })
  expect(walks.none).toEqual({ people: 100, ids: ['c6'] })
  expect(walks.unknown).toEqual({ people: 0, ids: [] })
  expect(walks.people).toBe(700)
  const part = distributeWalks(prepared.project, prepared.people, reach, settings, 'MARKET', new Set(['c3']))!
  expect(part.people).toBe(100)
  expect(part.bins[4].people_served).toBe(100)
  expect(distributeWalks(prepared.project, prepared.people, reach, settings, 'NONE', null)).toBeNull()
  // a walk is no supply, whatever verdicts go by, and what is printed says so
  const bySupply = { ...settings, judging: 'supply' } as const
  expect(distributeWalks(prepared.project, prepared.people, reach, bySupply, 'MARKET', null)).toEqual(walks)
  expect(walks.basis.judging).toBe('access')
})

test('bins and sums over groups add up to the assessment, unknown never among the served', async () => {
  await fc.assert(
    fc.asyncProperty(districts, fc.integer({ min: 1, max: 3 }), async ({ project }, groups) => {
      const measured = await measure(await prepare(project, null, {}), DISTANCE, {})
      const { prepared, reach } = measured
      const { assessment } = await analyse(prepared, DISTANCE, {})
      const rows = assessment.communities.map((_, k) => k)
      const parts = Array.from({ length: groups }, (_, g) => rows.filter((k) => k % groups === g))
      assessment.classes.forEach(({ code }, c) => {
        const total = assessment.totals[c]
        expect(totalOfRows(assessment, rows, c)).toEqual(total)
        const sums = parts.map((part) => totalOfRows(assessment, part, c))
        for (const verdict of VERDICTS) {
          expect(sums.reduce((sum, each) => sum + each.people_parts[verdict], 0)).toBe(
            total.people_parts[verdict],
          )
          expect(sums.reduce((sum, each) => sum + each[`communities_${verdict}`], 0)).toBe(
            total[`communities_${verdict}`],
          )
        }
        const walks = distributeWalks(prepared.project, prepared.people, reach, DISTANCE, code, null)!
        const served = walks.bins.reduce((sum, bin) => sum + bin.people_served, 0)
        expect(served).toBeCloseTo(total.people_parts.served / 1e6, 3)
        expect(walks.unknown.people).toBeCloseTo(total.people_parts.unknown / 1e6, 3)
        expect(walks.unknown.ids.length).toBe(total.communities_unknown)
        expect(walks.bins.slice(5).every(({ people_served }) => people_served === 0)).toBe(true)
      })
      expect(peopleOfRows(assessment, rows)).toBe(
        assessment.communities.reduce<number | null>(
          (sum, { people }) => (people === null ? sum : (sum ?? 0) + people),
          null,
        ),
      )
    }),
    runs(12),
  )
})
