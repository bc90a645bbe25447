import fc from 'fast-check'
import { expect, test } from 'vitest'

import { growCity } from '../../../bench/grow-city'
import pack from '../../../data/rules/gb50180-2018.json'
import { roundPeople } from '../../../src/model/people-parts'
import { analyse, assessCut, cutTile, prepare } from '../../../src/engine/pipeline'
import { representativePoint } from '../../../src/engine/geometry/rings'
import { haloOf } from '../../../src/engine/tiles/halo'
import { type PlannedTile, planTiles } from '../../../src/engine/tiles/plan-tiles'
import type { Tile } from '../../../src/engine/tiles/tile'
import type { AnalysisSettings } from '../../../src/model/analysis'
import type { Assessment, PeopleParts } from '../../../src/model/assessment'
import type { Project } from '../../../src/model/project'
import type { RulePack } from '../../../src/model/rule-pack'
import { expectSame } from '../../expect-same'
import { howMany } from '../../oracle/how-many'
import { sharedProject, testWith } from '../../shared-data'

const RULES = pack as unknown as RulePack
const BY_DISTANCE: AnalysisSettings = {
  profile: 'adult',
  basis: 'distance',
  rules: RULES,
  scenario: null,
  year: 2026,
  bandsBasis: 'distance',
  bands: [300, 500, 1000],
}
const BY_TIME: AnalysisSettings = { ...BY_DISTANCE, basis: 'time', profile: 'school' }

/** Each community's row with its cells, by id. */
function rowsOf(assessment: Assessment): Map<string, unknown> {
  const count = assessment.classes.length
  return new Map(
    assessment.communities.map((row, k) => {
      const cells = assessment.classes.map(({ code, limit, surveyed }, c) => {
        const i = k * count + c
        const facility = assessment.facility[i]
        return [
          code,
          limit,
          surveyed,
          assessment.status[i],
          assessment.reason[i],
          assessment.nearest_m[i],
          assessment.nearest_s[i],
          assessment.served_share[i],
          facility < 0 ? null : assessment.facility_ids[facility],
        ]
      })
      return [row.id, { row, cells }]
    }),
  )
}

async function assessWhole(project: Project, settings: AnalysisSettings): Promise<Assessment> {
  return (await analyse(await prepare(project, settings.scenario, {}), settings, {})).assessment
}

function planProject({ layers }: Project, count: number): PlannedTile[] {
  return planTiles(
    layers.communities.map(({ geometry }) => representativePoint(geometry)),
    count,
  )
}

function assessTile(project: Project, tile: Tile, settings: AnalysisSettings): Promise<Assessment> {
  return assessCut(cutTile(project, tile, haloOf(settings.basis, settings.profile)), settings, {})
}

/** Assesses every tile and holds all of them together against the whole. */
async function holdToWhole(
  project: Project,
  tiles: readonly Tile[],
  settings: AnalysisSettings,
  whole: Assessment,
): Promise<void> {
  const rows = new Map<string, unknown>()
  const parts = RULES.rules.map((): PeopleParts => ({ served: 0, unserved: 0, unknown: 0 }))
  const counts = RULES.rules.map(() => ({ served: 0, unserved: 0, unknown: 0 }))
  for (const tile of tiles) {
    const part = await assessTile(project, tile, settings)
    for (const [id, row] of rowsOf(part)) {
      expect(rows.has(id), `${id} is in one tile only`).toBe(false)
      rows.set(id, row)
    }
    part.totals.forEach((total, c) => {
      const { served, unserved, unknown } = parts[c]
      const more = total.people_parts
      parts[c] = {
        served: served + more.served,
        unserved: unserved + more.unserved,
        unknown: unknown + more.unknown,
      }
      counts[c].served += total.communities_served
      counts[c].unserved += total.communities_unserved
      counts[c].unknown += total.communities_unknown
    })
  }
  const expected = rowsOf(whole)
  expect(rows.size).toBe(expected.size)
  for (const [id, row] of expected) expectSame(rows.get(id), row, id)
  whole.totals.forEach((total, c) => {
    expect(parts[c], total.code).toEqual(total.people_parts)
    expect(roundPeople(parts[c]), total.code).toEqual({
      people_served: total.people_served,
      people_unserved: total.people_unserved,
      people_unknown: total.people_unknown,
    })
    expect(counts[c], total.code).toEqual({
      served: total.communities_served,
      unserved: total.communities_unserved,
      unknown: total.communities_unknown,
    })
  })
}

/** 20 km across, so that a tile in a corner cannot see the other. */
const CITY = growCity(5, {
  half_m: 10_000,
  block_m: 350,
  communities: 160,
  buildings: 3,
  facilities: 500,
  codes: RULES.rules.map(({ code }) => code),
})

/** A city divided at random: one cut, then each half by another, and so on, down to a few tiles. */
const tilings = fc
  .array(fc.record({ which: fc.nat(7), isVertical: fc.boolean(), at: fc.double({ min: 0.1, max: 0.9 }) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((cuts): Tile[] => {
    const tiles: Tile[] = [[119, 29, 121, 31]]
    const [west, south, east, north] = CITY.extent ?? [0, 0, 0, 0]
    for (const { which, isVertical, at } of cuts) {
      const [tile] = tiles.splice(which % tiles.length, 1)
      const [w, s, e, n] = tile
      if (isVertical) {
        const x = Math.max(w, west) + at * (Math.min(e, east) - Math.max(w, west))
        tiles.push([w, s, x, n], [x, s, e, n])
      } else {
        const y = Math.max(s, south) + at * (Math.min(n, north) - Math.max(s, south))
        tiles.push([w, s, e, y], [w, y, e, n])
      }
    }
    return tiles
  })

test('the tiles of a drawn city, however it is divided, give the rows and totals of the whole', async () => {
  const whole = await assessWhole(CITY, BY_DISTANCE)
  expect(whole.communities).toHaveLength(160)
  await fc.assert(
    fc.asyncProperty(tilings, (tiles) => holdToWhole(CITY, tiles, BY_DISTANCE, whole)),
    { numRuns: 4, seed: 11 },
  )
})

test('so they do by time, without a stated extent, and without any word on what was surveyed', async () => {
  const { extent: _, ...city } = CITY
  const whole = await assessWhole(city, BY_TIME)
  const tiles = planProject(city, 16).map(({ tile }) => tile)
  expect(tiles).toHaveLength(16)
  await holdToWhole(city, tiles, BY_TIME, whole)
})

test('a tile takes no more than its surroundings', () => {
  const [{ tile }] = planProject(CITY, 16)
  const cut = cutTile(CITY, tile, 4300)
  expect(cut.communities.length).toBeGreaterThan(5)
  expect(cut.project.layers.streets.length).toBeLessThan(CITY.layers.streets.length / 2)
  expect(cut.project.layers.facilities.length).toBeLessThan(CITY.layers.facilities.length / 2)
  expect(cut.project.layers.buildings.length).toBeLessThan(CITY.layers.buildings.length / 8)
  expect(cut.project.extent).toEqual(CITY.extent)
})

test('the tiles of a plan hold every community once, the outermost too', () => {
  for (const count of [1, 2, 5, 9]) {
    const planned = planProject(CITY, count)
    expect(planned.reduce((sum, { communities }) => sum + communities, 0)).toBe(160)
    const ids = planned.flatMap(({ tile }) => cutTile(CITY, tile, 3000).communities)
    expect(new Set(ids).size).toBe(160)
  }
})

test('an empty tile has no rows', async () => {
  const assessment = await assessTile(CITY, [100, 20, 101, 21], BY_DISTANCE)
  expect(assessment.communities).toEqual([])
  expect(assessment.totals.every(({ people_served }) => people_served === 0)).toBe(true)
})

const CLIP = 'hangzhou-westlake/westlake_10km.osm.pbf'

/** A tile has others around it only among 3 × 3; ORACLE=full tries 2 × 2 as well. */
const TILINGS = howMany(2, 1)

testWith(CLIP)('3 × 3 tiles of the real clip give its rows and totals', async () => {
  const project = await sharedProject(CLIP)
  const whole = await assessWhole(project, BY_DISTANCE)
  for (const count of [9, 4].slice(0, TILINGS)) {
    const tiles = planProject(project, count).map(({ tile }) => tile)
    await holdToWhole(project, tiles, BY_DISTANCE, whole)
  }
})
