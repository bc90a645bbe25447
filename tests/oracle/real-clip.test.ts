import { afterAll, expect } from 'vitest'

import type { Community, Gate } from '../../src/model/layers'
import type { Project } from '../../src/model/project'
import { layerOfClass } from '../../src/model/survey'
import type { LonLat } from '../../src/model/units'
import { DISTANCE, RULES, TIME } from '../scenes/analyse-scene'
import { sharedProject, testWith } from '../shared-data'
import { compareAssessments, compareOrigins, compareReach, compareWalks, prepareBoth } from './compare-engine'
import { type Comparison, newComparison, tableOf } from './comparison'
import { seededRandom } from './seeded-random'
import { contains, ringsOf } from './slow-compounds'
import { standIn } from './slow-places'
import { howMany } from './how-many'

/*
 * Real streets with their own roads, signals and crossings: the Xihu clip, of which OpenStreetMap gates hardly a
 * community. Some are walled by lot, the buildings of most get people, some facilities are kept to residents.
 */

const CLIP = 'hangzhou-westlake/xihu_cuiyuan_gudang.osm.pbf'
const [WEST, SOUTH, EAST, NORTH] = [120.108, 30.265, 120.147, 30.297]
/** The share of communities that are asked, each with all of its buildings. */
const SHARE = howMany(1, 0.02)
/** how many places elsewhere are asked */
const PLACES = howMany(5, 3)

/** The clip as it is mapped, read once for all tests. */
let clip: Promise<Project> | null = null
const readClip = (): Promise<Project> => (clip ??= sharedProject(CLIP))

const comparisons: Comparison[] = []
function newLine(what: string, unit: 'm' | 's'): Comparison {
  const comparison = newComparison(what, unit)
  comparisons.push(comparison)
  return comparison
}

afterAll(() => console.log(`${tableOf(comparisons)}\n`))

/** Communities walled, gates opened and closed, people and reserved facilities by lot. */
function wallIn(project: Project, seed: number): Project {
  const random = seededRandom(seed)
  const communities = project.layers.communities.map((community): Community => {
    const isGated = random() < 0.3
    return { ...community, gated: isGated }
  })
  const gates = project.layers.gates.map((gate): Gate => {
    const access = (['public', 'residents', 'closed'] as const)[Math.floor(random() * 3)]
    return { ...gate, access }
  })
  // of some communities no building is counted: their people start at gates and streets
  const uncounted = communities.filter(() => random() < 0.3).map(({ geometry }) => ringsOf(geometry))
  const buildings = project.layers.buildings.map((building) => {
    const middle = standIn(building.geometry)
    const residents = 10 + Math.floor(random() * 90)
    return uncounted.some((rings) => contains(rings, middle)) ? building : { ...building, residents }
  })
  const facilities = project.layers.facilities.map((facility) => {
    const owner = communities[Math.floor(random() * communities.length)].id
    return random() < 0.05 ? { ...facility, access: 'residents' as const, community: owner } : facility
  })
  return { ...project, layers: { ...project.layers, communities, gates, buildings, facilities } }
}

/** The slow walk enters no parks: these have drawn cases of their own (tests/engine/places/people.test.ts). */
const rules = { ...RULES, rules: RULES.rules.filter(({ code }) => layerOfClass(code) === 'facilities') }

for (const [name, settings, tolerance] of [
  ['by distance, adult', { ...DISTANCE, rules }, 0.3],
  ['by time, elder of 75', { ...TIME, rules, profile: 'elder75' as const }, 0.5],
] as const)
  testWith(CLIP)(`in the Xihu clip the engine walks as the slow walk does, ${name}`, async () => {
    const real = await readClip()
    const project = wallIn(real, settings.basis === 'time' ? 5 : 4)
    const both = await prepareBoth(project)
    const random = seededRandom(20261122)
    const places = Array.from({ length: PLACES }, (): LonLat => [
      WEST + random() * (EAST - WEST),
      SOUTH + random() * (NORTH - SOUTH),
    ])
    const trips = places.map((place, i) => [place, places[(i + 1) % PLACES]] as const)
    const ids = project.layers.communities
      .map(({ id }) => ({ id, key: random() }))
      .sort((a, b) => a.key - b.key)
      .slice(0, Math.ceil(project.layers.communities.length * SHARE))
      .map(({ id }) => id)
    const unit = settings.basis === 'distance' ? 'm' : 's'
    const lines = {
      people: newLine(`Xihu clip, ${name}: people to facilities and verdicts`, unit),
      origins: newLine(`Xihu clip, ${name}: places to facilities and verdicts`, unit),
      walks: newLine(`Xihu clip, ${name}: walks`, unit),
      reach: newLine(`Xihu clip, ${name}: street within reach`, 'm'),
    }
    const told = [
      ...(await compareAssessments(both, settings, lines.people, tolerance, (id) => ids.includes(id))),
      ...compareOrigins(both, places, settings, lines.origins, tolerance),
      ...compareWalks(both, trips, settings, lines.walks, tolerance),
      ...compareReach(both, places.slice(0, 3), settings, lines.reach, 5),
    ]
    expect(told).toEqual([])
    expect(lines.people.compared).toBeGreaterThan(300)
  })

/** Old communities of the district as they are mapped, by name. */
const TEN = [
  '翠苑一区',
  '翠苑二区',
  '翠苑三区',
  '翠苑四区',
  '翠苑五区',
  '曙光新村',
  '求是村',
  '古荡新村（东）',
  '古荡新村（西）',
  '九莲新村东区',
]

testWith(CLIP)('ten communities of Xihu have the verdicts of the slow walk, class by class', async () => {
  const project = await readClip()
  const ids = TEN.map((name) => {
    const found = project.layers.communities.find((community) => community.name === name)
    if (found === undefined) throw new Error(`no community ${name}`)
    return found.id
  })
  const line = newLine('ten communities of Xihu as mapped: walks and verdicts', 'm')
  const both = await prepareBoth(project)
  const told = await compareAssessments(both, { ...DISTANCE, rules }, line, 0.3, (id) => ids.includes(id))
  expect(told).toEqual([])
  // where a centimetre decides which street somebody starts from, the community answers the same for all that
  expect(line.tossUpsApart).toBe(0)
  expect(line.compared).toBeGreaterThan(TEN.length * rules.rules.length)
})
