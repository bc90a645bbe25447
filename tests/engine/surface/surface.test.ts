import { latLngToCell } from 'h3-js'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { catchmentFrom, judge, measure, prepare, type Prepared } from '../../../src/engine/pipeline'
import { placesOfDemand } from '../../../src/engine/places/demand-places'
import { drawHexagons } from '../../../src/engine/surface/draw-hexagons'
import { drawSurface } from '../../../src/engine/surface/draw-surface'
import {
  type Field,
  measureMissing,
  measureWalks,
  missingBreaks,
} from '../../../src/engine/surface/measure-surface'
import type { AnalysisSettings } from '../../../src/model/analysis'
import type { Project } from '../../../src/model/project'
import { type SurfaceHexagons, SURFACE_UNKNOWN } from '../../../src/model/surface'
import type { LonLat } from '../../../src/model/units'
import { districts } from '../../oracle/random-district'
import { SlowAssessment } from '../../oracle/slow-assessment'
import { meetStreets } from '../../oracle/slow-places'
import { buildTown } from '../../oracle/slow-town'
import { at, Scene } from '../../scene/scene'
import { DISTANCE, RULES, TIME } from '../../scenes/analyse-scene'

const STORE = { ...RULES, rules: RULES.rules.filter(({ code }) => code === 'STORE') }

/** Where the places of a field are. */
function placesOf({ ground: { grid, node } }: Field, { network: { frame } }: Prepared): LonLat[] {
  return Array.from(node, (n): LonLat => {
    const row = Math.floor(n / grid.columns)
    return [
      frame.lon(grid.x0 + (n - row * grid.columns) * grid.cell_m),
      frame.lat(grid.y0 + row * grid.cell_m),
    ]
  })
}

/** The value at the place nearest to a point of a scene. */
function valueAt(field: Field, prepared: Prepared, x: number, y: number): number {
  const [lon, lat] = at(x, y)
  let [nearest, best] = [Infinity, -1]
  placesOf(field, prepared).forEach((place, i) => {
    const d = Math.hypot((place[0] - lon) * 96_000, (place[1] - lat) * 111_000)
    if (d < nearest) [nearest, best] = [d, i]
  })
  return nearest > 8 ? NaN : field.onGround[best]
}

async function walksOf(
  project: Project,
  settings: AnalysisSettings = DISTANCE,
): Promise<{ field: Field; prepared: Prepared }> {
  const prepared = await prepare(project, null, {})
  return { field: await measureWalks(prepared, 'STORE', settings, {}), prepared }
}

test('along a street the value is the walk; behind a wall, in the water and far off there is none', async () => {
  const scene = new Scene()
    .street('s', [
      [0, 0],
      [1200, 0],
    ])
    .barrier('wall', 'wall', [
      [100, 12],
      [300, 12],
    ])
    .barrier('lake', 'water', [
      [500, 5],
      [700, 5],
      [700, 60],
      [500, 60],
    ])
    .facility('f', 'STORE', [0, 0])
  const { field, prepared } = await walksOf(scene.project())
  expect(field).toMatchObject({ unit: 'm', breaks: [300, 500, 1000], counted: 1, unsurveyed: 0 })
  // cells are 10 m, their middles at whole tens from somewhere: the walk is known to that
  expect(Math.abs(valueAt(field, prepared, 400, -20) - 420)).toBeLessThan(15)
  expect(Math.abs(valueAt(field, prepared, 1000, 0) - 1000)).toBeLessThan(15)
  // behind the wall, in the lake, too far from any street; before the wall it is told
  expect(valueAt(field, prepared, 200, 30)).toBeNaN()
  expect(Math.abs(valueAt(field, prepared, 200, -10) - 210)).toBeLessThan(15)
  expect(valueAt(field, prepared, 600, 30)).toBeNaN()
  expect(valueAt(field, prepared, 400, 90)).toBeNaN()
})

test('a facility in the middle of a long street is near to the places beside it', async () => {
  const scene = new Scene()
    .street('s', [
      [0, 0],
      [2000, 0],
    ])
    .facility('f', 'STORE', [1000, 0])
  const { field, prepared } = await walksOf(scene.project())
  expect(valueAt(field, prepared, 1000, 0)).toBeLessThan(15)
  expect(Math.abs(valueAt(field, prepared, 700, 0) - 300)).toBeLessThan(15)
})

const street = () =>
  new Scene().street('s', [
    [0, 0],
    [5000, 0],
  ])

test('nothing near is told as nothing; a class that was not surveyed and the edge of the data as unknown', async () => {
  const far = await walksOf(street().facility('f', 'STORE', [0, 0]).project())
  expect(valueAt(far.field, far.prepared, 4000, 0)).toBe(Infinity)
  const unasked = await walksOf(street().project())
  expect(new Set(unasked.field.onGround)).toEqual(new Set([SURFACE_UNKNOWN]))
  expect(unasked.field).toMatchObject({ counted: 0, unsurveyed: 1 })
  const none = await walksOf(street().project({ surveyed: { STORE: true } }))
  expect(new Set(none.field.onGround)).toEqual(new Set([Infinity]))
  // the data ends 1000 m on: what lies beyond may be nearer than the store
  const short = new Scene().street('s', [
    [0, 0],
    [1000, 0],
  ])
  const cut = await walksOf(short.facility('f', 'STORE', [0, 0]).endsAt(-500, -500, 1000, 500).project())
  expect(valueAt(cut.field, cut.prepared, 300, 0)).toBeGreaterThan(290)
  expect(valueAt(cut.field, cut.prepared, 700, 0)).toBe(SURFACE_UNKNOWN)
})

test('at every place the value is the nearest that a catchment from there tells', async () => {
  let compared = 0
  await fc.assert(
    fc.asyncProperty(districts, fc.boolean(), async ({ project }, isByTime) => {
      const settings = isByTime ? TIME : DISTANCE
      const { field, prepared } = await walksOf(project, settings)
      const places = placesOf(field, prepared)
      for (let i = 7; i < places.length; i += Math.ceil(places.length / 8)) {
        const value = field.onGround[i]
        const { nearest } = catchmentFrom(prepared, { kind: 'point', at: places[i] }, settings, 10)
        const found = nearest.find((row) => row.class === 'STORE')
        const walk = (isByTime ? found?.time_s : found?.distance_m) ?? Infinity
        if (value === SURFACE_UNKNOWN) continue
        const isSeen = Math.abs((walk === Infinity ? -1 : walk) - (value === Infinity ? -1 : value)) < 0.02
        expect(isSeen, `${places[i].join()}: ${value}, catchment ${walk}`).toBe(true)
        compared++
      }
    }),
    { numRuns: 25, seed: 20261127 },
  )
  expect(compared).toBeGreaterThan(50)
})

test('at every place the value is the walk the slow way, and missing are the classes it finds unserved', async () => {
  let compared = 0
  const rules = {
    ...RULES,
    rules: RULES.rules.filter(({ code }) => ['STORE', 'MARKET', 'EDU_MIDDLE'].includes(code)),
  }
  await fc.assert(
    fc.asyncProperty(districts, async ({ project }) => {
      const settings = { ...DISTANCE, rules }
      const prepared = await prepare(project, null, {})
      const walks = await measureWalks(prepared, 'STORE', settings, {})
      const { reach } = await measure(prepared, settings, {})
      const missing = await measureMissing(prepared, reach, settings, {})
      const town = buildTown(project)
      const slow = new SlowAssessment(town, project, rules, settings)
      const places = placesOf(walks, prepared)
      const store = rules.rules.findIndex(({ code }) => code === 'STORE')
      for (let i = 3; i < places.length; i += Math.ceil(places.length / 4)) {
        const meeting = meetStreets(town, places[i])
        const zone = meeting.feet[0]?.zone ?? -1
        const home = town.compounds[zone]?.id
        const nearest = slow.nearestTo(
          meeting,
          project.layers.communities.findIndex(({ id }) => id === home),
        )
        if (!nearest.every(({ isSure }) => isSure) || nearest.some(({ isSlanted }) => isSlanted)) continue
        if (nearest.some(({ reason }) => reason === 'not-connected')) continue
        const unserved = nearest.filter(({ verdict }) => verdict === 'unserved').length
        if (missing.onGround[i] !== SURFACE_UNKNOWN) expect(missing.onGround[i]).toBe(unserved)
        else expect(nearest.every(({ verdict }) => verdict === 'unknown')).toBe(true)
        compared++
        if (walks.onGround[i] === SURFACE_UNKNOWN) continue
        const cost = nearest[store].walk?.cost ?? Infinity
        if (cost === Infinity) expect(walks.onGround[i]).toBe(Infinity)
        else expect(Math.abs(walks.onGround[i] - cost)).toBeLessThan(0.05)
      }
    }),
    { numRuns: 20, seed: 20261127 },
  )
  expect(compared).toBeGreaterThan(25)
})

test('one more facility makes no place farther, and no more classes missing', async () => {
  await fc.assert(
    fc.asyncProperty(districts, fc.nat(300), fc.nat(300), async ({ project }, x, y) => {
      const geometry = { type: 'Point' as const, coordinates: [...at(x, y)] }
      const facilities = [...project.layers.facilities, { id: 'more', class: 'STORE', geometry }]
      const surveyed = { ...project.surveyed, STORE: true }
      const settings = { ...DISTANCE, rules: STORE }
      const look = async (given: Project): Promise<[Field, Field]> => {
        const prepared = await prepare(given, null, {})
        const { reach } = await measure(prepared, settings, {})
        return [
          await measureWalks(prepared, 'STORE', settings, {}),
          await measureMissing(prepared, reach, settings, {}),
        ]
      }
      const [walks, missing] = await look({ ...project, surveyed })
      const [walksNow, missingNow] = await look({
        ...project,
        surveyed,
        layers: { ...project.layers, facilities },
      })
      const isFarther = walksNow.onGround.some(
        (value, i) => walks.onGround[i] !== SURFACE_UNKNOWN && value > walks.onGround[i],
      )
      const isMore = missingNow.onGround.some(
        (value, i) => missing.onGround[i] !== SURFACE_UNKNOWN && value > missing.onGround[i],
      )
      expect([isFarther, isMore]).toEqual([false, false])
    }),
    { numRuns: 20, seed: 20261127 },
  )
})

const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0)

test('a hexagon tells its median resident; people nobody counted are in none', async () => {
  const scene = new Scene().street('s', [
    [0, 0],
    [2000, 0],
  ])
  const house = (id: string, x: number, residents: number): void => {
    scene.building(
      id,
      [
        [x, 4],
        [x + 8, 4],
        [x + 8, 12],
        [x, 12],
      ],
      { community: 'a', residents },
    )
  }
  house('near', 400, 10)
  house('middle', 410, 30)
  house('far', 420, 20)
  scene.community('a', [
    [390, 0],
    [440, 0],
    [440, 20],
    [390, 20],
  ])
  scene.community('uncounted', [
    [1390, -10],
    [1440, -10],
    [1440, 10],
    [1390, 10],
  ])
  const { field, prepared } = await walksOf(scene.facility('f', 'STORE', [0, 0]).project())
  const places = placesOfDemand(prepared)
  const { frame } = prepared.network
  const { ids, value, mean, people, people_beyond, resolution } = drawHexagons({
    field,
    frame,
    people: prepared.people,
    places,
    resolution: 9,
  })
  expect(resolution).toBe(9)
  const [lon, lat] = at(414, 8)
  const own = ids.indexOf(latLngToCell(lat, lon, 9))
  // 404 + 8, 414 + 8, 424 + 8 m
  expect(people[own]).toBe(60)
  expect(value[own]).toBeCloseTo(422, 0)
  expect(mean[own]).toBeCloseTo((10 * 412 + 30 * 422 + 20 * 432) / 60, 0)
  expect(sum(people)).toBe(60)
  expect(sum(people_beyond)).toBe(0)
  // where nobody is known the street speaks
  const [lon2, lat2] = at(1415, 0)
  const other = ids.indexOf(latLngToCell(lat2, lon2, 9))
  expect(people[other]).toBe(0)
  expect(Math.abs(value[other] - 1415)).toBeLessThan(250)
  expect(mean[other]).toBeNaN()
})

const noReach = async (): Promise<never> => Promise.reject(new Error('not needed'))

test('the people of all hexagons are the known people, at any resolution', async () => {
  await fc.assert(
    fc.asyncProperty(districts, fc.constantFrom(9, 10, undefined), async ({ project }, resolution) => {
      const prepared = await prepare(project, null, {})
      const question = {
        subject: { kind: 'class' as const, code: 'STORE' },
        form: 'hexagons' as const,
        resolution,
      }
      const { hexagons } = await drawSurface(prepared, question, DISTANCE, noReach, {})
      const { people, people_unknown, people_beyond, ids, start, value } = hexagons as SurfaceHexagons
      const known = prepared.people.people.reduce<number>((all, count) => all + (count ?? 0), 0)
      expect(sum(people)).toBeCloseTo(known, 6)
      expect(sum(people_unknown) + sum(people_beyond)).toBeLessThanOrEqual(known + 1e-6)
      expect(new Set(ids).size).toBe(ids.length)
      expect(start).toHaveLength(ids.length + 1)
      expect(value.some(Number.isNaN)).toBe(false)
    }),
    { numRuns: 30, seed: 20261127 },
  )
})

test('missing classes where people live are those of the verdicts', async () => {
  const scene = new Scene().street('s', [
    [0, 0],
    [2000, 0],
  ])
  for (const x of [300, 900, 1600])
    scene.community(`c${x}`, [
      [x - 20, -20],
      [x + 20, -20],
      [x + 20, 20],
      [x - 20, 20],
    ])
  scene.facility('f', 'STORE', [350, 0]).facility('g', 'MARKET', [0, 0]).facility('h', 'BUS_STOP', [1000, 0])
  const prepared = await prepare(scene.project(), null, {})
  const { reach, ...measured } = await measure(prepared, DISTANCE, {})
  const { assessment } = (await judge({ reach, ...measured }, {})).view
  const { atPeople, counted, unsurveyed } = await measureMissing(prepared, reach, DISTANCE, {})
  prepared.people.points.forEach(({ community }, p) =>
    expect(atPeople[p]).toBe(assessment.communities[community].missing),
  )
  // required: a market, a bus stop and a store; of the others nobody asked
  expect([counted, unsurveyed]).toEqual([3, RULES.rules.filter(({ required }) => required).length - 3])
  expect(assessment.communities.map(({ missing }) => missing)).toEqual([1, 2, 3])
})

test('missing classes are shown in quarters of those that count, and few in fewer steps', () => {
  expect(missingBreaks(30)).toEqual([0, 8, 15, 23])
  expect(missingBreaks(10)).toEqual([0, 3, 5, 8])
  expect(missingBreaks(2)).toEqual([0, 1])
  expect(missingBreaks(0)).toEqual([0])
})
