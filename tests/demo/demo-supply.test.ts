import { beforeAll, expect, test } from 'vitest'

import { STORIES } from '../../data/make-demo/stories'
import { judge, measure, type Measured, prepare, supplyOf } from '../../src/engine/pipeline'
import type { AnalysisSettings } from '../../src/model/analysis'
import type { FacilitySupply, SupplyAnswer } from '../../src/model/supply'
import { cellOf, DISTANCE, RULES } from '../scenes/analyse-scene'
import { demoProject } from '../worker/demo-files'

/** Sixty places for a thousand people of sixty and more: made up here, to be short of at one of the two. */
const SUPPLY = { measure: 'capacity', at_least: 60, per: 1000, group: 'age_60_plus' } as const
const settings: AnalysisSettings = {
  ...DISTANCE,
  judging: 'both',
  rules: {
    ...RULES,
    rules: RULES.rules.map((rule) =>
      rule.code === STORIES.fullAndEmpty.class
        ? { ...rule, supply: SUPPLY, group: 'age_60_plus' as const }
        : rule,
    ),
  },
}

let measured: Measured
let answer: SupplyAnswer
beforeAll(async () => {
  measured = await measure(await prepare(demoProject(), null, {}), settings, {})
  answer = await supplyOf(measured, {})
}, 60_000)

function daycare(id: string): FacilitySupply {
  const found = answer.facilities.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no supply of ${id}`)
  return found
}

test('full and empty: a few places among many elders, and many among few, round the corner', async () => {
  const full = daycare(STORIES.fullAndEmpty.full)
  const empty = daycare(STORIES.fullAndEmpty.empty)
  expect([full.supply, empty.supply]).toEqual([24, 60])
  expect(full.has_unknown_comers || empty.has_unknown_comers).toBe(false)
  console.log(
    `places for each elder: full ${full.ratio?.toFixed(4)}, almost empty ${empty.ratio?.toFixed(4)}`,
  )
  expect(full.comers).toBeGreaterThan(empty.comers)
  expect(empty.ratio ?? 0).toBeGreaterThan(3 * (full.ratio ?? Infinity))

  // by access both serve; by supply the people around the full one are short
  const { view: byAccess } = await judge({ ...measured, settings: { ...settings, judging: 'access' } }, {})
  const { view: byBoth } = await judge(measured, {})
  const short = byBoth.assessment.communities.filter(({ id }) => {
    const code = STORIES.fullAndEmpty.class
    return (
      cellOf(byAccess, id, code).facility === STORIES.fullAndEmpty.full &&
      cellOf(byAccess, id, code).verdict === 'served' &&
      cellOf(byBoth, id, code).reason === 'too-little-supply'
    )
  })
  expect(short.length).toBeGreaterThan(0)
  const [before, after] = [byAccess, byBoth].map(
    ({ assessment }) =>
      assessment.totals[assessment.classes.findIndex(({ code }) => code === STORIES.fullAndEmpty.class)],
  )
  expect(after.people_served).toBeLessThan(before.people_served)
  expect(after.people_served + after.people_unserved + after.people_unknown).toBe(
    before.people_served + before.people_unserved + before.people_unknown,
  )
})

test('what supply says of every class adds up to the people there are', () => {
  const column = answer.classes.find(({ code }) => code === STORIES.fullAndEmpty.class)
  const { enough, too_little, unknown } = column?.totals ?? { enough: 0, too_little: 0, unknown: 0 }
  const elders = measured.prepared.people.counts.age_60_plus.reduce<number>((sum, n) => sum + (n ?? 0), 0)
  expect(enough + too_little + unknown).toBe(elders)
  expect(too_little).toBeGreaterThan(0)
  expect(enough).toBeGreaterThan(0)
})

test('the parking balance of the demo: cars less bays, and unknown where the survey has no bays', () => {
  const { communities } = measured.prepared.project.layers
  const { rows, bays_per_household } = answer.parking
  expect(rows.map(({ community }) => community)).toEqual(communities.map(({ id }) => id))
  rows.forEach((row, k) => {
    const { households, parking_bays } = communities[k]
    if (households !== undefined) expect(row.demand).toBe(Math.ceil(households * bays_per_household - 1e-9))
    expect(row.own_bays).toBe(parking_bays ?? null)
    if (row.shortage === null || row.demand === null) return
    const bays = (row.own_bays ?? 0) + row.residents_bays + row.shared_bays
    expect(row.shortage).toBe(Math.max(0, row.demand - bays))
  })
  const unsurveyed = rows.filter((row) => row.own_bays === null)
  expect(unsurveyed.length).toBeGreaterThan(0)
  for (const row of unsurveyed) expect(row.shortage === null || row.shortage === 0).toBe(true)
  // no bay is given out twice
  const shared = rows.reduce((sum, row) => sum + row.shared_bays, 0)
  const there = measured.prepared.project.layers.facilities
    .filter((facility) => facility.class === 'CAR_PARK')
    .reduce((sum, { capacity = 0 }) => sum + capacity, 0)
  expect(shared).toBeLessThanOrEqual(there)
  expect(shared).toBeGreaterThan(0)
})
