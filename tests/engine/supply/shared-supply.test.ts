import fc from 'fast-check'
import { expect, test } from 'vitest'

import { measureReach } from '../../../src/engine/catchment/measure-reach'
import { prepare, type Prepared } from '../../../src/engine/pipeline'
import { WalkLister } from '../../../src/engine/supply/list-walks'
import { type ClassSupply, measureSupply } from '../../../src/engine/supply/measure-supply'
import type { AnalysisSettings, Decay } from '../../../src/model/analysis'
import type { Facility } from '../../../src/model/layers'
import type { Project } from '../../../src/model/project'
import type { SupplyRule } from '../../../src/model/rule-pack'
import { SUPPLY_STATES } from '../../../src/model/supply'
import { DISTRICT_CLASSES, districts } from '../../oracle/random-district'
import { shareSlowly } from '../../oracle/slow-supply'
import { buildTown } from '../../oracle/slow-town'
import { Scene } from '../../scene/scene'
import { DISTANCE, RULES, TIME, verdictOf } from '../../scenes/analyse-scene'

const seed = Number(process.env.ORACLE_SEED ?? 20261122)

/** The shipped rules of some classes, each asking for places within a radius. */
function rulesFor(codes: readonly string[], radius_m: number, supply: SupplyRule): typeof RULES {
  const rules = RULES.rules
    .filter(({ code }) => codes.includes(code))
    .map((rule) => ({ ...rule, radius_m, building_m2: null, land_m2: null, supply }))
  return { ...RULES, rules }
}

const TENTH: SupplyRule = { measure: 'capacity', at_least: 1, per: 10, group: 'all' }
const DAYCARE = rulesFor(['ELDER_DAYCARE'], 300, TENTH)

async function floatOn(prepared: Prepared, settings: AnalysisSettings): Promise<readonly ClassSupply[]> {
  return measureSupply(prepared, await measureReach(prepared, settings, {}), settings, {})
}

/** Three communities of 100, 200 and 300 people and two day-cares on one straight street. */
function street(capacities: readonly [number | undefined, number | undefined] = [30, 40]): Scene {
  const scene = new Scene().street('s', [
    [-200, 0],
    [1000, 0],
  ])
  const homes: readonly (readonly [string, number, number | undefined])[] = [
    ['a', 10, 100],
    ['b', 190, 200],
    ['c', 390, 300],
  ]
  for (const [id, x, residents] of homes) {
    scene.community(id, square(x, 20), residents === undefined ? {} : { residents })
    scene.building(`b-${id}`, square(x, 5), { community: id, residents: residents ?? 1 })
  }
  const [first, second] = capacities
  scene.facility('f1', 'ELDER_DAYCARE', [100, 0], first === undefined ? {} : { capacity: first })
  scene.facility('f2', 'ELDER_DAYCARE', [600, 0], second === undefined ? {} : { capacity: second })
  return scene
}

function square(x: number, half: number): [number, number][] {
  return [
    [x - half, -half],
    [x + half, -half],
    [x + half, half],
    [x - half, half],
  ]
}

// by hand: f1 is 90 m from a and b, 290 m from c; f2 is 210 m from c and out of reach of a and b.
// none:     R1 = 30 / (100 + 200 + 300) = 0.05,            R2 = 40 / 300
// zones:    R1 = 30 / (100 + 200 + 0.22·300) = 30/366,     R2 = 40 / (0.22·300)
// gaussian: G(90) = 0.888167, G(290) = 0.051364, G(210) = 0.447745 of 300 m
//           R1 = 30 / (0.888167·300 + 0.051364·300) = 0.106436,  R2 = 40 / (0.447745·300) = 0.297788
const BY_HAND: readonly (readonly [Decay, readonly number[]])[] = [
  ['none', [0.05, 0.05, 0.05 + 40 / 300]],
  ['zones', [30 / 366, 30 / 366, (0.22 * 30) / 366 + 40 / 300]],
  ['gaussian', [0.094533, 0.094533, 0.1388]],
]

test.each(BY_HAND)('two steps worked out by hand, decay %s', async (decay, expected) => {
  const prepared = await prepare(street().project(), null, {})
  const [{ floated, walks, demand }] = await floatOn(prepared, { ...DISTANCE, rules: DAYCARE, decay })
  expect(walks.point.length).toBe(4)
  expected.forEach((value, i) => expect(floated.least[i]).toBeCloseTo(value, 4))
  expect([...floated.most]).toEqual([...floated.least])
  // what is given out is what there is
  const given = floated.least.reduce((sum, each, i) => sum + each * demand.people[i], 0)
  expect(given).toBeCloseTo(70, 6)
})

const by = (judging: AnalysisSettings['judging']) => ({ ...DISTANCE, rules: DAYCARE, judging })

test('a verdict by supply: within reach of a day-care, and too little of it', async () => {
  const project = street().project()
  for (const id of ['a', 'b']) {
    expect(await verdictOf(project, id, 'ELDER_DAYCARE', by('access'))).toMatchObject({ verdict: 'served' })
    for (const judging of ['supply', 'both'] as const)
      expect(await verdictOf(project, id, 'ELDER_DAYCARE', by(judging))).toMatchObject({
        verdict: 'unserved',
        reason: 'too-little-supply',
        share: 0,
      })
  }
  expect(await verdictOf(project, 'c', 'ELDER_DAYCARE', by('both'))).toMatchObject({
    verdict: 'served',
    share: 1,
  })
})

test('a capacity that nobody counted is unknown, unless the rest is enough', async () => {
  const settings = { ...DISTANCE, rules: DAYCARE, judging: 'both' as const }
  const project = street([undefined, 40]).project()
  expect(await verdictOf(project, 'a', 'ELDER_DAYCARE', settings)).toMatchObject({
    verdict: 'unknown',
    reason: 'supply-unknown',
  })
  expect(await verdictOf(project, 'c', 'ELDER_DAYCARE', settings)).toMatchObject({ verdict: 'served' })
})

test('neighbors whose number is not known may take it all', async () => {
  const scene = street([300, 40])
  scene.community('d', square(150, 20))
  const cell = await verdictOf(scene.project(), 'a', 'ELDER_DAYCARE', {
    ...DISTANCE,
    rules: DAYCARE,
    judging: 'both',
  })
  expect(cell).toMatchObject({ verdict: 'unknown', reason: 'supply-unknown' })
})

test('too small a facility serves nobody and gives nothing, unless it is asked to', async () => {
  const rules = {
    ...DAYCARE,
    rules: DAYCARE.rules.map((rule) => ({ ...rule, building_m2: [350, null] as const })),
  }
  const scene = street().without('facilities', 'f1')
  scene.facility('f1', 'ELDER_DAYCARE', [100, 0], { capacity: 300, floor_area_m2: 349 })
  const settings = { ...DISTANCE, rules }
  for (const judging of ['access', 'both'] as const) {
    expect(await verdictOf(scene.project(), 'a', 'ELDER_DAYCARE', { ...settings, judging })).toMatchObject({
      verdict: 'unserved',
      reason: 'too-small',
    })
    const counted = { ...settings, judging, countsSmall: true }
    expect(await verdictOf(scene.project(), 'a', 'ELDER_DAYCARE', counted)).toMatchObject({
      verdict: 'served',
    })
  }
  // what nobody measured is not too small
  const unmeasured = street()
  expect(await verdictOf(unmeasured.project(), 'a', 'ELDER_DAYCARE', settings)).toMatchObject({
    verdict: 'served',
  })
})

/** Capacities by lot of the index: about a fifth of the facilities tell none. */
function equip(project: Project): Project {
  const facilities = project.layers.facilities.map((facility, i): Facility =>
    i % 5 === 3 ? facility : { ...facility, capacity: 10 + ((i * 37) % 50) },
  )
  return { ...project, layers: { ...project.layers, facilities } }
}

function settingsFor(isByTime: boolean, decay: Decay = 'none'): AnalysisSettings {
  return { ...(isByTime ? TIME : DISTANCE), rules: rulesFor(DISTRICT_CLASSES, 400, TENTH), decay }
}

test('over random districts the slow sums say the same', async () => {
  let compared = 0
  await fc.assert(
    fc.asyncProperty(districts, fc.boolean(), async (district, isByTime) => {
      const project = equip(district.project)
      const settings = settingsFor(isByTime)
      const prepared = await prepare(project, null, {})
      // where the data ends nobody knows who comes: the slow sums do not ask
      if (prepared.network.nodeIsClip.includes(1)) return
      const town = buildTown(project)
      for (const { classIndex, floated } of await floatOn(prepared, settings)) {
        const { code } = settings.rules.rules[classIndex]
        const limit = isByTime ? limitSeconds(400) : 400
        const slow = shareSlowly(town, project, settings, code, limit, (k) => prepared.people.people[k])
        if (!slow.isSure) continue
        const isSurveyed = project.surveyed[code] ?? project.layers.facilities.some((f) => f.class === code)
        expect(slow.places.length).toBe(floated.least.length)
        // gates and crossings have no order of their own
        for (const k of new Set(slow.places.map(({ demand }) => demand.community))) {
          const isOf = (point: { readonly community: number }): boolean => point.community === k
          const points = prepared.people.points.flatMap((point, i) => (isOf(point) ? [i] : []))
          const theirs = slow.places.filter(({ demand }) => isOf(demand))
          expectAlike(
            points.map((p) => floated.least[p]),
            theirs.map(({ least }) => least),
          )
          if (isSurveyed)
            expectAlike(
              points.map((p) => floated.most[p]),
              theirs.map(({ most }) => most),
            )
          compared += points.length
        }
      }
    }),
    { numRuns: 25, seed },
  )
  console.log(`shared supply: ${compared} places of random districts as the slow sums say`)
  expect(compared).toBeGreaterThan(300)
}, 60_000)

/** 400 m by the steps of the life circle: 300 m in 5 minutes, 500 m in 10. */
function limitSeconds(metres: number): number {
  return Math.round((5 + ((metres - 300) / 200) * 5) * 60)
}

function sorted(values: readonly number[]): number[] {
  return values.toSorted((a, b) => (a === b ? 0 : a - b))
}

function expectAlike(ours: readonly number[], theirs: readonly number[]): void {
  sorted(ours).forEach((value, i) => {
    const other = sorted(theirs)[i]
    if (value === other) return
    expect(Math.abs(value - other) / Math.max(1e-12, Math.abs(other))).toBeLessThan(1e-9)
  })
}

const decays = fc.constantFrom<Decay>('none', 'zones', 'gaussian')

test('what is given out is what there is, from whichever side the walks are searched', async () => {
  await fc.assert(
    fc.asyncProperty(districts, fc.boolean(), decays, async (district, isByTime, decay) => {
      const settings = settingsFor(isByTime, decay)
      const prepared = await prepare(equip(district.project), null, {})
      for (const { demand, floated, supply, walks, members } of await floatOn(prepared, settings)) {
        // of services whose supply and comers are known, what each place gets of them
        let given = 0
        for (let s = 0; s < members.length; s++)
          for (let i = walks.start[s]; i < walks.start[s + 1]; i++)
            if (!Number.isNaN(floated.ratio[s]) && demand.people[walks.point[i]] > 0)
              given +=
                floated.ratio[s] * demand.people[walks.point[i]] * weightOf(walks.cost[i], isByTime, decay)
        const there = supply.reduce((sum, each, s) => sum + (Number.isNaN(floated.ratio[s]) ? 0 : each), 0)
        expect(given).toBeCloseTo(there, 6)
        const lister = new WalkLister(prepared, settings)
        const limit = isByTime ? limitSeconds(400) * 1000 : 400_000
        expect(lister.list(members, limit, 'people')).toEqual(lister.list(members, limit, 'services'))
      }
    }),
    { numRuns: 40, seed },
  )
}, 60_000)

/** The weights once more, as docs/method.md has them. */
function weightOf(cost: number, isByTime: boolean, decay: Decay): number {
  const share = cost / 1000 / (isByTime ? limitSeconds(400) : 400)
  if (decay === 'none') return 1
  if (decay === 'zones') return share <= 1 / 3 ? 1 : share <= 2 / 3 ? 0.68 : 0.22
  return (Math.exp(-(share ** 2) / 2) - Math.exp(-1 / 2)) / (1 - Math.exp(-1 / 2))
}

test('one facility more takes from nobody, one less gives to nobody; unknown is never enough', async () => {
  await fc.assert(
    fc.asyncProperty(districts, decays, fc.nat(7), async (district, decay, pick) => {
      const settings = settingsFor(false, decay)
      const project = equip(district.project)
      const { facilities } = project.layers
      const fewer = facilities.filter((_, i) => i !== pick % facilities.length)
      // a class that loses its last record would no longer count as surveyed
      const surveyed = Object.fromEntries(DISTRICT_CLASSES.map((code) => [code, true]))
      const [all, without] = await Promise.all(
        [facilities, fewer].map(async (list) =>
          floatOn(
            await prepare(
              { ...project, surveyed, layers: { ...project.layers, facilities: list } },
              null,
              {},
            ),
            settings,
          ),
        ),
      )
      all.forEach(({ floated, state, demand, walks }, c) => {
        floated.least.forEach((least, i) => {
          expect(without[c].floated.least[i]).toBeLessThanOrEqual(least * (1 + 1e-12))
          expect(without[c].floated.most[i]).toBeLessThanOrEqual(floated.most[i] * (1 + 1e-12))
          expect(least).toBeLessThanOrEqual(floated.most[i] * (1 + 1e-12))
          if (SUPPLY_STATES[state[i]] === 'enough') expect(least).toBeGreaterThan(0)
        })
        // nobody has enough of a facility that unknown people come to
        for (let s = 0; s + 1 < walks.start.length; s++) {
          const points = walks.point.slice(walks.start[s], walks.start[s + 1])
          const isShared = points.some((p) => Number.isNaN(demand.people[p]))
          if (isShared) expect(floated.ratio[s]).toBeNaN()
        }
      })
    }),
    { numRuns: 40, seed },
  )
}, 60_000)
