import fc from 'fast-check'
import { expect, test } from 'vitest'

import { GraphCache, type Pace } from '../../../src/engine/catchment/graph-cache'
import { measureReach } from '../../../src/engine/catchment/measure-reach'
import { judge, measure, prepare, type Prepared, sensitivityOf } from '../../../src/engine/pipeline'
import { placeFacilities } from '../../../src/engine/places/place-facilities'
import { placePeople } from '../../../src/engine/places/place-people'
import { Cancelled } from '../../../src/engine/run'
import type { AnalysisSettings } from '../../../src/model/analysis'
import type { Project } from '../../../src/model/project'
import type { ClassSensitivity, Sensitivity } from '../../../src/model/sensitivity'
import { districts } from '../../oracle/random-district'
import { Scene } from '../../scene/scene'
import { DISTANCE, RULES, TIME } from '../../scenes/analyse-scene'

const runs = (numRuns: number) => ({ numRuns, seed: Number(process.env.ORACLE_SEED ?? 20261122) })

// a shop is judged within 500 m or, by the life circle's steps, 600 s
const SHOP = 'MARKET'
const rules = {
  ...RULES,
  rules: RULES.rules.filter(({ code }) => code === SHOP).map((rule) => ({ ...rule, radius_m: 500 })),
}
const BY_TIME: AnalysisSettings = { ...TIME, rules }
const BY_DISTANCE: AnalysisSettings = { ...DISTANCE, rules }

async function bandOf(project: Project, settings: AnalysisSettings): Promise<Sensitivity> {
  return sensitivityOf(await measure(await prepare(project, null, {}), settings, {}), {})
}

async function shopBand(scene: Scene, settings: AnalysisSettings): Promise<ClassSensitivity> {
  return (await bandOf(scene.project(), settings)).classes[0]
}

/** A shop at the beginning of a long street; a house of 100 people at `along` metres, `aside` of it. */
function street(...houses: readonly (readonly [along: number, aside: number])[]): Scene {
  const scene = new Scene().street('s', [
    [-1000, 0],
    [3000, 0],
  ])
  scene.facility('shop', SHOP, [0, 0])
  houses.forEach(([x, y], i) => {
    scene.community(`c${i}`, square(x, y, 5), { residents: 100 })
    scene.building(`b${i}`, square(x, y, 4), { community: `c${i}`, residents: 100 })
  })
  return scene
}

function square(x: number, y: number, half: number): [number, number][] {
  return [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
  ]
}

test('who lives just within the limit is lost to a slower walk, who lives just beyond is won by a faster one', async () => {
  // 600 s at 1.2 m/s are 720 m; at 1.08 m/s 648 m; at 1.32 m/s 792 m
  expect(await shopBand(street([600, 0], [700, 0], [760, 0], [850, 0]), BY_TIME)).toEqual({
    code: SHOP,
    people_served_least: 100,
    people_served: 200,
    people_served_most: 300,
    least_by: 'slower',
    most_by: 'faster',
    people_flipping: 200,
    flip_share: 0.5,
  })
})

test('a range is of access, whatever verdicts go by, and says so', async () => {
  const project = street([400, 0]).project()
  const { basis, classes } = await bandOf(project, { ...BY_DISTANCE, judging: 'both' })
  expect(basis.judging).toBe('access')
  expect(classes).toEqual((await bandOf(project, BY_DISTANCE)).classes)
})

test('by distance speed and delays are not varied, and the answer says so', async () => {
  const { variants, classes } = await bandOf(street([450, 0], [550, 0]).project(), BY_DISTANCE)
  expect(variants).toEqual([
    { id: 'judged', speed_factor: 1, has_delays: true, max_snap_m: 150 },
    { id: 'snap-near', speed_factor: 1, has_delays: true, max_snap_m: 100 },
    { id: 'snap-far', speed_factor: 1, has_delays: true, max_snap_m: 200 },
  ])
  expect(classes[0]).toMatchObject({
    people_served_least: 100,
    people_served: 100,
    people_served_most: 100,
    least_by: 'judged',
    most_by: 'judged',
    people_flipping: 0,
    flip_share: 0,
  })
})

test('a house 120 m off the street is lost with a nearer snap, one 170 m off is won with a farther one', async () => {
  expect(await shopBand(street([100, 50], [100, 120], [100, 170], [100, 230]), BY_DISTANCE)).toMatchObject({
    people_served_least: 100,
    people_served: 200,
    people_served_most: 300,
    least_by: 'snap-near',
    most_by: 'snap-far',
    people_flipping: 200,
  })
})

test('a facility too far from the street serves nobody, until the snap reaches it', async () => {
  const scene = new Scene().street('s', [
    [-1000, 0],
    [1000, 0],
  ])
  scene.facility('shop', SHOP, [0, 180])
  scene.community('c', square(50, 0, 5), { residents: 100 })
  expect(await shopBand(scene, BY_DISTANCE)).toMatchObject({
    people_served: 0,
    people_served_most: 100,
    most_by: 'snap-far',
  })
})

test('whoever waits at a road is won without delays', async () => {
  const scene = new Scene()
    .street('w', [
      [-100, 0],
      [300, 0],
    ])
    .street('e', [
      [300, 0],
      [1200, 0],
    ])
    .street(
      'south',
      [
        [300, -400],
        [300, 0],
      ],
      { kind: 'primary' },
    )
    .street(
      'north',
      [
        [300, 0],
        [300, 400],
      ],
      { kind: 'primary' },
    )
  scene.facility('shop', SHOP, [0, 0])
  // 715 m take 596 s, and 15 s of waiting at the main road
  scene.community('c', square(715, 0, 5), { residents: 100 })
  scene.building('b', square(715, 0, 4), { community: 'c', residents: 100 })
  // 750 m take 625 s: 568 s when faster, and 15 s of waiting
  scene.community('d', square(785, 0, 5), { residents: 50 })
  scene.building('e', square(785, 0, 4), { community: 'd', residents: 50 })
  expect(await shopBand(scene, BY_TIME)).toMatchObject({
    people_served: 0,
    people_served_most: 150,
    most_by: 'most-favorable',
    people_flipping: 150,
  })
})

test('of variants that give the same number the first is named', async () => {
  const band = await shopBand(street([760, 0]), BY_TIME)
  expect(band).toMatchObject({ people_served_most: 100, most_by: 'faster' })
  expect(band).toMatchObject({ people_served_least: 0, least_by: 'judged' })
})

test('what no value decides alone they may decide together', async () => {
  // 170 m aside and 600 m along: too far off the street, and too far to walk in time at the profile's speed
  expect(await shopBand(street([600, 170]), BY_TIME)).toMatchObject({
    people_served: 0,
    people_served_most: 100,
    most_by: 'most-favorable',
  })
})

test('people nobody counted are in no number, and without any the share is not known', async () => {
  const scene = new Scene().street('s', [
    [-1000, 0],
    [3000, 0],
  ])
  scene.facility('shop', SHOP, [0, 0])
  scene.community('c', square(700, 0, 5))
  expect(await shopBand(scene, BY_TIME)).toMatchObject({
    people_served_least: 0,
    people_served_most: 0,
    people_flipping: 0,
    flip_share: null,
  })
})

test('in any district the band holds the judged number, which is that of the assessment', async () => {
  let wide = 0
  await fc.assert(
    fc.asyncProperty(districts, fc.constantFrom(DISTANCE, TIME), async ({ project }, settings) => {
      const measured = await measure(await prepare(project, null, {}), settings, {})
      const { totals } = (await judge(measured, {})).view.assessment
      const { classes } = await sensitivityOf(measured, {})
      expect(classes.map(({ people_served }) => people_served)).toEqual(
        totals.map(({ people_served }) => people_served),
      )
      for (const band of classes) {
        expect(band.people_served_least).toBeLessThanOrEqual(band.people_served)
        expect(band.people_served_most).toBeGreaterThanOrEqual(band.people_served)
        expect(band.people_flipping).toBeGreaterThanOrEqual(
          Math.max(
            band.people_served_most - band.people_served,
            band.people_served - band.people_served_least,
          ) - 1,
        )
        if (band.people_served_least < band.people_served) expect(band.least_by).not.toBe('judged')
        if (band.people_served_least < band.people_served_most) wide++
      }
    }),
    runs(25),
  )
  expect(wide).toBeGreaterThan(5)
})

/** Costs of every demand point to every class at some pace; Infinity: none. */
async function costsAt(on: Prepared, settings: AnalysisSettings, pace: Pace): Promise<Float64Array> {
  const graphs = new GraphCache(on.network, on.isPlain, pace)
  const { cost } = await measureReach({ ...on, graphs }, settings, {})
  return Float64Array.from(
    cost.flatMap((column) => [...column]),
    (each) => (each < 0 ? Infinity : each),
  )
}

test('nobody walks sooner at a lower speed or with delays, so neither serves more', async () => {
  const speed = fc.integer({ min: 70, max: 130 }).map((percent) => percent / 100)
  await fc.assert(
    fc.asyncProperty(districts, speed, speed, fc.boolean(), async ({ project }, a, b, hasDelays) => {
      const on = await prepare(project, null, {})
      const slow = await costsAt(on, TIME, { speedFactor: Math.min(a, b), hasDelays })
      const fast = await costsAt(on, TIME, { speedFactor: Math.max(a, b), hasDelays })
      const free = await costsAt(on, TIME, { speedFactor: Math.min(a, b), hasDelays: false })
      slow.forEach((cost, i) => {
        expect(fast[i]).toBeLessThanOrEqual(cost)
        expect(free[i]).toBeLessThanOrEqual(cost)
      })
    }),
    runs(25),
  )
})

test('a wider snap connects whatever a narrower one does, and moves no demand point', async () => {
  const reach = fc.integer({ min: 5, max: 300 })
  await fc.assert(
    fc.asyncProperty(districts, reach, reach, async ({ project }, a, b) => {
      const on = await prepare(project, null, {})
      const [near, far] = [Math.min(a, b), Math.max(a, b)].map((maxSnap_m) => ({ ...on, maxSnap_m }))
      const [narrow, wide] = [placePeople(near).points, placePeople(far).points]
      expect(wide.map(({ community, share }) => [community, share])).toEqual(
        narrow.map(({ community, share }) => [community, share]),
      )
      narrow.forEach(({ access }, i) => {
        if (access.length > 0) expect(wide[i].access.length).toBeGreaterThan(0)
      })
      const facilities = placeFacilities(far).access
      placeFacilities(near).access.forEach((access, i) => {
        if (access.length > 0) expect(facilities[i].length).toBeGreaterThan(0)
      })
    }),
    runs(40),
  )
})

test('the measuring of variants can be stopped, and its progress only grows', async () => {
  const measured = await measure(await prepare(street([700, 0], [100, 120]).project(), null, {}), TIME, {})
  const seen: number[] = []
  await sensitivityOf(measured, { onProgress: (_stage, done, total) => seen.push(done / total) })
  expect(seen.length).toBeGreaterThan(7)
  expect(seen).toEqual([...seen].sort((p, q) => p - q))
  expect(seen.at(-1)).toBe(1)
  await expect(sensitivityOf(measured, { isCancelled: () => true })).rejects.toThrow(Cancelled)
})
