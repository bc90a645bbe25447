import { expect, test } from 'vitest'

import { measure, prepare, supplyOf } from '../../../src/engine/pipeline'
import type { Project } from '../../../src/model/project'
import { Scene } from '../../scene/scene'
import { DISTANCE } from '../../scenes/analyse-scene'

function square(x: number, half: number): [number, number][] {
  return [
    [x - half, -half],
    [x + half, -half],
    [x + half, half],
    [x - half, half],
  ]
}

/** Two communities, 100 and 300 households, 200 m apart; a shared car park of 80 bays between, one of its own at b. */
function parking(bays: { a?: number; b?: number }): Scene {
  const scene = new Scene().street('s', [
    [-100, 0],
    [600, 0],
  ])
  for (const [id, x, households] of [
    ['a', 0, 100],
    ['b', 200, 300],
  ] as const) {
    const own = bays[id]
    scene.community(id, square(x, 20), { households, ...(own === undefined ? {} : { parking_bays: own }) })
    scene.building(`h-${id}`, square(x, 5), { community: id, households })
  }
  return scene
    .facility('shared', 'CAR_PARK', [100, 0], { capacity: 80 })
    .facility('own', 'CAR_RES', [210, 0], { capacity: 50, community: 'b', access: 'residents' })
    .facility('far', 'CAR_PARK', [550, 0], { capacity: 900 })
}

async function unsurveyedOf(project: Project) {
  const measured = await measure(await prepare(project, null, {}), DISTANCE, {})
  return (await supplyOf(measured, {})).parking.unsurveyed
}

async function rowsOf(scene: Scene) {
  const measured = await measure(await prepare(scene.project(), null, {}), DISTANCE, {})
  return (await supplyOf(measured, {})).parking.rows
}

test('bays are divided by households; what a community has itself is in its own number', async () => {
  const rows = await rowsOf(parking({ a: 10, b: 100 }))
  // 0.7 a household: 70 and 210; the shared 80 bays go 1 : 3
  expect(rows[0]).toMatchObject({
    demand: 70,
    own_bays: 10,
    shared_bays: 20,
    residents_bays: 0,
    shortage: 40,
  })
  expect(rows[1]).toMatchObject({
    demand: 210,
    own_bays: 100,
    shared_bays: 60,
    residents_bays: 0,
    shortage: 50,
  })
})

test('without a number of its own a community has what its car parks tell, and an unknown shortage', async () => {
  const rows = await rowsOf(parking({ a: 10 }))
  expect(rows[1]).toMatchObject({ own_bays: null, residents_bays: 50, shared_bays: 60, shortage: null })
})

test('a car park of unknown size leaves the shortage open, unless there is none', async () => {
  const scene = parking({ a: 10, b: 250 }).facility('unsaid', 'CAR_PARK', [90, 0])
  const rows = await rowsOf(scene)
  expect(rows[0]).toMatchObject({ uncounted: 1, shortage: null })
  expect(rows[1]).toMatchObject({ uncounted: 1, shortage: 0 })
})

test('car parks nobody looked for are told: there may be some, so that a shortage is one at most', async () => {
  const project = parking({ a: 10, b: 100 }).project()
  const layers = {
    ...project.layers,
    facilities: project.layers.facilities.filter(({ class: code }) => code !== 'CAR_RES'),
  }
  expect(await unsurveyedOf(project)).toEqual([])
  expect(await unsurveyedOf({ ...project, layers })).toEqual(['residents'])
  // looked for and none there
  expect(await unsurveyedOf({ ...project, layers, surveyed: { CAR_RES: true } })).toEqual([])
})
