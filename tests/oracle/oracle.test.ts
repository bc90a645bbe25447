import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'

import type { AnalysisSettings } from '../../src/model/analysis'
import type { Project } from '../../src/model/project'
import { PROFILE_IDS, PROFILES } from '../../src/model/profile'
import type { LonLat } from '../../src/model/units'
import { at } from '../scene/scene'
import { ALL_SCENES } from '../scenes/all-scenes'
import { DISTANCE, RULES, TIME } from '../scenes/analyse-scene'
import { compareAssessments, compareOrigins, compareReach, compareWalks, prepareBoth } from './compare-engine'
import { type Comparison, newComparison, tableOf } from './comparison'
import { obstructed } from './random-obstacles'
import { DISTRICT_CLASSES, districts } from './random-district'
import { crossroadsTowns } from './random-crossroads'
import { quarters } from './random-quarter'
import { seededRandom } from './seeded-random'
import { haversine } from './slow-walk'
import { howMany } from './how-many'

/*
 * The engine held against the slow walk: every drawn scene and some hundred made-up quarters and districts,
 * by distance and by time, for every profile. What is allowed is rounding: a millimetre a street.
 */

const SEED = Number(process.env.ORACLE_SEED ?? 20261122)
const CLASSES: readonly string[] = ['ELDER_DAYCARE', ...DISTRICT_CLASSES]
const rules = { ...RULES, rules: RULES.rules.filter(({ code }) => CLASSES.includes(code)) }
const TOLERANCE = 0.05
const REACH_TOLERANCE_M = 0.5
const QUARTERS = howMany(150, 60)
const DISTRICTS = howMany(40, 16)
const OBSTRUCTED = howMany(120, 16)
const TOWNS = howMany(20, 10)

const comparisons: Comparison[] = []
function newLine(what: string, unit: 'm' | 's'): Comparison {
  const comparison = newComparison(what, unit)
  comparisons.push(comparison)
  return comparison
}

afterAll(() => console.log(`${tableOf(comparisons)}\n`))

/** The four questions, by distance and by time. */
function newLines(what: string) {
  const lines = (unit: 'm' | 's', by: string) => ({
    people: newLine(`${what}: people to facilities and verdicts, ${by}`, unit),
    origins: newLine(`${what}: places to facilities and verdicts, ${by}`, unit),
    walks: newLine(`${what}: walks, ${by}`, unit),
    reach: newLine(`${what}: street within reach, ${by}`, 'm'),
  })
  return { distance: lines('m', 'distance'), time: lines('s', 'time') }
}

async function compareAll(
  project: Project,
  places: readonly LonLat[],
  profile: AnalysisSettings['profile'],
  lines: ReturnType<typeof newLines>,
  hour: number | null = null,
): Promise<string[]> {
  const both = await prepareBoth(project, hour)
  const trips = places.map((place, i) => [place, places[(i + 1) % places.length]] as const)
  const told: string[] = []
  for (const base of [DISTANCE, TIME]) {
    const settings = { ...base, rules, profile, hour }
    const { people, origins, walks, reach } = lines[settings.basis]
    told.push(
      ...(await compareAssessments(both, settings, people, TOLERANCE)),
      ...compareOrigins(both, places, settings, origins, TOLERANCE),
      ...compareWalks(both, trips, settings, walks, TOLERANCE),
      ...compareReach(both, places, settings, reach, REACH_TOLERANCE_M),
    )
  }
  return told
}

function offset([lon, lat]: LonLat, east: number, north: number): LonLat {
  return [lon + east / 96_297, lat + north / 111_195]
}

/** Vertices, middles of streets, places 7 m off them, and gates on both of their sides. */
function placesOf(project: Project, count: number): LonLat[] {
  const { streets, gates } = project.layers
  const all = [
    ...streets.flatMap(({ geometry }) =>
      geometry.coordinates.flatMap(([lon, lat], i, list): LonLat[] => {
        const [lon2, lat2] = list[i + 1] ?? [lon, lat]
        const middle: LonLat = [(lon + lon2) / 2, (lat + lat2) / 2]
        const isShort = haversine([lon, lat], middle) < 1
        return isShort ? [[lon, lat]] : [[lon, lat], middle, offset(middle, 7, 4)]
      }),
    ),
    ...gates.flatMap(({ geometry: { coordinates } }) =>
      [9, -9].map((by) => offset([coordinates[0], coordinates[1]], by, by)),
    ),
  ]
  const random = seededRandom(SEED)
  return all
    .map((place) => ({ place, key: random() }))
    .sort((x, y) => x.key - y.key)
    .slice(0, count)
    .map(({ place }) => place)
}

const sceneLines = newLines('drawn scenes')

test.each(Object.keys(ALL_SCENES))('the engine walks as the slow walk does: %s', async (name) => {
  const scene = ALL_SCENES[name]()
  const places = placesOf(scene.project(), 10)
  const random = seededRandom(7)
  CLASSES.forEach((code, i) => {
    const [lon, lat] = places[i % places.length]
    const point = [(lon - 120) * 96_297 + 20 * random(), (lat - 30) * 111_195 - 20 * random()] as const
    scene.facility(`added ${i}`, code, point)
  })
  const project = scene.project()
  const told: string[] = []
  for (const profile of ['adult', 'wheelchair'] as const)
    told.push(...(await compareAll(project, places, profile, sceneLines)))
  expect(told).toEqual([])
})

const quarterLines = newLines(`${QUARTERS} quarters with compounds`)

test('the engine walks as the slow walk does in random quarters with compounds and gates', async () => {
  await fc.assert(
    fc.asyncProperty(quarters, async ({ scene, trips }) => {
      trips.flat().forEach((where, i) => scene.facility(`f${i}`, CLASSES[i % CLASSES.length], where))
      const places = trips.flat().map((point) => at(...point))
      expect(await compareAll(scene.project(), places, 'adult', quarterLines)).toEqual([])
    }),
    { numRuns: QUARTERS, seed: SEED, endOnFailure: true },
  )
  expect(quarterLines.distance.walks.compared).toBeGreaterThan(3 * QUARTERS)
})

test.each(PROFILE_IDS)('the engine walks as the slow walk does in random districts: %s', async (profile) => {
  const lines = newLines(`${DISTRICTS} districts, ${profile}`)
  await fc.assert(
    fc.asyncProperty(districts, async ({ project, places }) => {
      const points = places.map((point) => at(...point))
      expect(await compareAll(project, points, profile, lines)).toEqual([])
    }),
    { numRuns: DISTRICTS, seed: SEED + PROFILE_IDS.indexOf(profile), endOnFailure: true },
  )
  const { people, origins } = lines.time
  expect(people.compared - people.none).toBeGreaterThan(DISTRICTS)
  expect(origins.tossUps).toBeLessThan(origins.compared / 3)
  expect(people.worst * PROFILES[profile].speed_m_s).toBeLessThan(1)
})

const obstructedLines = newLines(`${OBSTRUCTED} districts with walls, water, hours and slips of the hand`)

test('the engine walks as the slow walk does past walls and water, through gates with hours, on lines badly drawn', async () => {
  await fc.assert(
    fc.asyncProperty(
      obstructed,
      fc.constantFrom(...PROFILE_IDS),
      async ({ project, places, hour }, profile) => {
        const points = [...places.map((point) => at(...point)), ...placesOf(project, 2)]
        expect(await compareAll(project, points, profile, obstructedLines, hour)).toEqual([])
      },
    ),
    { numRuns: OBSTRUCTED, seed: SEED, endOnFailure: true },
  )
  const { people, walks } = obstructedLines.time
  expect(people.compared - people.none).toBeGreaterThan(OBSTRUCTED)
  expect(walks.compared - walks.none).toBeGreaterThan(OBSTRUCTED)
})

test.each(PROFILE_IDS)(
  'the engine waits and climbs as the slow walk does in random towns: %s',
  async (profile) => {
    const lines = newLines(`${TOWNS} towns with roads and slopes, ${profile}`)
    await fc.assert(
      fc.asyncProperty(crossroadsTowns, async ({ project, places }) => {
        // corners too, where it matters which of the streets there is met
        const points = [...places.map((point) => at(...point)), ...placesOf(project, 2)]
        expect(await compareAll(project, points, profile, lines)).toEqual([])
      }),
      { numRuns: TOWNS, seed: SEED + PROFILE_IDS.indexOf(profile), endOnFailure: true },
    )
    const { walks, origins } = lines.time
    expect(walks.compared - walks.none).toBeGreaterThan(TOWNS)
    expect(origins.tossUps).toBeLessThan(origins.compared / 3)
  },
)
