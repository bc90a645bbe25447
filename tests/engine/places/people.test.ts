import { expect, test } from 'vitest'

import { analyse, prepare } from '../../../src/engine/pipeline'
import { placesOfDemand } from '../../../src/engine/places/demand-places'
import { demandAtPoints } from '../../../src/engine/supply/demand-at-points'
import { cutProject } from '../../../src/engine/tiles/cut-project'
import type { Project } from '../../../src/model/project'
import type { Edit } from '../../../src/model/scenario'
import { at, Scene } from '../../scene/scene'
import { inTheWay } from '../../scenes/compound-scenes'
import { DISTANCE, RULES } from '../../scenes/analyse-scene'

type XY = readonly [number, number]

function rectangle(west: number, south: number, east: number, north: number): XY[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]
}

/** A community of 100 × 60 m on a street along its southern edge. */
function estate(fields: Parameters<Scene['community']>[2] = {}): Scene {
  return new Scene()
    .street('s', [
      [-200, -5],
      [400, -5],
    ])
    .community('c', rectangle(0, 0, 100, 60), fields)
}

async function peopleOf(project: Project) {
  return (await prepare(project, null, {})).people
}

test('dwellings carry the people by floor area where nobody counted them', async () => {
  // 10 × 10 m of 6 storeys, 20 × 10 m of 3, and one whose storeys take the mean (600 + 600) / 300 = 4: 1 : 1 : 2/3
  const scene = estate({ residents: 800 })
    .building('tall', rectangle(5, 5, 15, 15), { use: 'residential', storeys: 6 })
    .building('wide', rectangle(30, 5, 50, 15), { use: 'apartments', height_m: 9 })
    .building('unsaid', rectangle(70, 5, 80, 15), { use: 'yes' })
    .building('shop', rectangle(85, 5, 95, 15), { use: 'retail', storeys: 40 })
  const { points, people, estimates } = await peopleOf(scene.project())
  expect(points.map(({ id, carrier, isEstimated }) => [id, carrier, isEstimated])).toEqual([
    ['tall', 'building', true],
    ['wide', 'building', true],
    ['unsaid', 'building', true],
  ])
  expect(points[0].share).toBeCloseTo(3 / 8, 3)
  expect(points[1].share).toBeCloseTo(3 / 8, 3)
  expect(points[2].share).toBeCloseTo(2 / 8, 3)
  expect(people).toEqual([800])
  expect(estimates).toEqual([{ people: null, households: 320 }])
})

test('people are estimated from floor area, told apart, and in no total', async () => {
  // 930 m² of floor: 10 households, 25 people
  const scene = estate().building('b', rectangle(5, 5, 36, 15), { use: 'residential', storeys: 3 })
  const project = scene.project()
  const view = await analyse(await prepare(project, null, {}), DISTANCE, {})
  expect(view.assessment.communities[0]).toMatchObject({ people: null, people_estimated: 25 })
  const [total] = view.assessment.totals
  expect(total.people_served + total.people_unserved + total.people_unknown).toBe(0)
  const people = await peopleOf(project)
  const demand = demandAtPoints(people, 'all')
  expect([demand.ofCommunity[0], demand.isEstimated[0]]).toEqual([25, 1])
  // nobody guesses how many of them are old
  expect(demandAtPoints(people, 'age_60_plus').ofCommunity[0]).toBeNull()
})

test('without storeys floors only say how people are spread; a recorded floor area says how many', async () => {
  const plain = estate().building('b', rectangle(5, 5, 15, 15), { use: 'residential' })
  expect((await peopleOf(plain.project())).estimates).toEqual([{ people: null, households: null }])
  const measured = estate({ floor_area_m2: 9300 })
  expect((await peopleOf(measured.project())).estimates).toEqual([{ people: 250, households: 100 }])
  const counted = estate({ households: 40 })
  expect((await peopleOf(counted.project())).estimates).toEqual([{ people: 100, households: null }])
})

test('a building where nobody lives, and a counted one, leave no room for guesses', async () => {
  const scene = estate({ residents: 30 })
    .building('empty', rectangle(5, 5, 15, 15), { use: 'residential', residents: 0, storeys: 6 })
    .building('home', rectangle(30, 5, 40, 15), { residents: 30 })
  const { points } = await peopleOf(scene.project())
  expect(points.map(({ id, share, isEstimated }) => [id, share, isEstimated])).toEqual([
    ['home', 1, undefined],
  ])
})

test('age bands live where buildings say, and a class of elders counts elders', async () => {
  const scene = estate({ residents: 300 })
    .building('young', rectangle(0, 5, 10, 15), { residents: 200, residents_60_plus: 10 })
    .building('old', rectangle(90, 5, 100, 15), { residents: 100, residents_60_plus: 30 })
    .facility('f', 'ELDER_DAYCARE', [100, -5])
  const rules = {
    ...RULES,
    rules: RULES.rules
      .filter(({ code }) => code === 'ELDER_DAYCARE')
      .map((rule) => ({ ...rule, radius_m: 60, group: 'age_60_plus' as const })),
  }
  const { assessment } = await analyse(await prepare(scene.project(), null, {}), { ...DISTANCE, rules }, {})
  const [total] = assessment.totals
  expect([total.people_served, total.people_unserved]).toEqual([100, 200])
  expect(total.group).toEqual({ served: 30, unserved: 10, unknown: 0, communities_uncounted: 0 })
  // where the survey has no such band nobody knows
  const unsaid = estate({ residents: 300 }).facility('f', 'ELDER_DAYCARE', [100, -5])
  const answer = await analyse(await prepare(unsaid.project(), null, {}), { ...DISTANCE, rules }, {})
  expect(answer.assessment.totals[0].group).toBeNull()
})

test('a group is unknown where its people are: an incomplete survey leaves neither not served', async () => {
  const scene = estate({ residents: 300, residents_60_plus: 40 }).facility('f', 'ELDER_DAYCARE', [150, -5])
  const rules = {
    ...RULES,
    rules: RULES.rules
      .filter(({ code }) => code === 'ELDER_DAYCARE')
      .map((rule) => ({ ...rule, radius_m: 60, group: 'age_60_plus' as const })),
  }
  const project = scene.project({ completeness: { buildings: 'none' } })
  const { assessment } = await analyse(await prepare(project, null, {}), { ...DISTANCE, rules }, {})
  const [total] = assessment.totals
  expect([total.people_unserved, total.people_unknown]).toEqual([0, 300])
  expect(total.group).toMatchObject({ served: 0, unserved: 0, unknown: 40 })
})

test('buildings that contradict their community are told with both numbers', async () => {
  const scene = estate({ residents: 1000, residents_60_plus: 200 }).building('b', rectangle(5, 5, 15, 15), {
    residents: 960,
    residents_60_plus: 260,
  })
  const told = (await peopleOf(scene.project())).issues.filter(({ code }) => code === 'people-mismatch')
  expect(told.map(({ id, facts }) => [id, facts])).toEqual([
    ['c', { field: 'residents_60_plus', total: 200, buildings: 260 }],
  ])
})

test('people in no community are told, and counted in none', async () => {
  const scene = estate({ residents: 50 })
    .building('out', rectangle(200, 5, 210, 15), { residents: 7, households: 3 })
    .building('lost', rectangle(220, 5, 230, 15), { residents: 5, community: 'nowhere' })
  const people = await peopleOf(scene.project())
  expect(people.issues.find(({ code }) => code === 'people-outside')?.facts).toEqual({
    buildings: 2,
    people: 12,
    households: 3,
  })
  expect(people.people).toEqual([50])
})

/** A park whose western edge runs 3 m beside a path, and a community 200 m up that path. */
function park(fields: { area_m2?: number; width_m?: number } = {}, side = 70): Scene {
  const scene = new Scene()
    .street('path', [
      [-3, -300],
      [-3, 400],
    ])
    .community('c', rectangle(-60, 280, -10, 320), { residents: 90 })
    .building('b', rectangle(-15, 295, -11, 299), { community: 'c', residents: 90 })
  return scene.green('g', rectangle(0, 0, side, side), { kind: 'park', ...fields })
}

const GREEN = {
  ...RULES,
  rules: RULES.rules.filter(({ code }) => code === 'GREEN_5').map((rule) => ({ ...rule, radius_m: 300 })),
}

async function greenOf(scene: Scene) {
  const { assessment } = await analyse(
    await prepare(scene.project(), null, {}),
    { ...DISTANCE, rules: GREEN },
    {},
  )
  const facility = assessment.facility[0]
  return {
    verdict: ['unknown', 'unserved', 'served'][assessment.status[0]],
    walk: assessment.nearest_m[0],
    facility: facility < 0 ? null : assessment.facility_ids[facility],
  }
}

test('a park is reached where a path comes within a few metres of its edge', async () => {
  const cell = await greenOf(park())
  expect(cell).toMatchObject({ verdict: 'served', facility: 'green:g' })
  // 10 m to the path, 297 − 73 along it to where the edge is 5 m away, or the corner looked at next; 3 to 5 m over
  expect(cell.walk).toBeGreaterThan(10 + 224)
  expect(cell.walk).toBeLessThan(10 + 227 + 5 + 5)
})

test('a surveyed entrance is the only way into a park', async () => {
  const cell = await greenOf(park().entrance('e', 'g', [0, 10]))
  expect(cell.walk).toBeCloseTo(10 + 287 + 3, -0.5)
})

test('too small or too narrow a park is no park of its class; what is recorded goes before what is drawn', async () => {
  expect(await greenOf(park({}, 60))).toMatchObject({ verdict: 'unserved', facility: null })
  expect(await greenOf(park({ area_m2: 3999 }))).toMatchObject({ verdict: 'unserved' })
  expect(await greenOf(park({ width_m: 29 }))).toMatchObject({ verdict: 'unserved' })
  expect(await greenOf(park({ area_m2: 4000 }, 60))).toMatchObject({ verdict: 'served' })
  const strip = park()
    .without('greens', 'g')
    .green('g', rectangle(0, 0, 200, 28), { kind: 'park' })
  expect(await greenOf(strip)).toMatchObject({ verdict: 'unserved' })
})

test('a tile knows of the parks around it what the whole does', async () => {
  const project = park().project()
  const cut = cutProject(project, [119.9, 29.9, 120.1, 30.1], 5000)
  const whole = await analyse(await prepare(project, null, {}), { ...DISTANCE, rules: GREEN }, {})
  const tile = await analyse(await prepare(cut.project, null, {}), { ...DISTANCE, rules: GREEN }, {})
  expect(tile.assessment.status).toEqual(whole.assessment.status)
  expect(tile.assessment.nearest_m).toEqual(whole.assessment.nearest_m)
})

/** Where people start to walk under some edits, and their shares. */
async function placesUnder(scene: Scene, edits: readonly Edit[]): Promise<string[]> {
  const project = scene.project({ scenarios: [{ id: 's', name: 's', edits }] })
  const prepared = await prepare(project, 's', {})
  expect(prepared.scenarioIssues).toEqual([])
  const places = placesOfDemand(prepared)
  return prepared.people.points.map(({ share }, p) => `${share} ${places[2 * p]} ${places[2 * p + 1]}`)
}

test('what a scenario opens or lays moves nobody who is counted at gates or at crossings', async () => {
  const walled = inTheWay('residents', 'residents')
  const opened: Edit = { kind: 'open-wall', community: 'z', at: at(0, 50), access: 'public' }
  const gates = await placesUnder(walled, [])
  expect(gates).toHaveLength(2)
  expect(await placesUnder(walled, [opened])).toEqual(gates)
  const crossed = estate({ residents: 10 })
    .street('across', [
      [50, -5],
      [50, 100],
    ])
    .street('back', [
      [-200, 100],
      [50, 100],
    ])
  const path: Edit = { kind: 'add-path', line: [at(20, -5), at(20, 100)], from: 's', to: 'back' }
  const crossings = await placesUnder(crossed, [])
  expect(crossings).toHaveLength(2)
  expect(await placesUnder(crossed, [path])).toEqual(crossings)
})
