import { expect } from 'vitest'

import { carriagewayRank } from '../../../src/engine/network/carriageways'
import { classifyWalkability } from '../../../src/engine/network/walkable'
import { catchmentFrom, type Prepared, prepare } from '../../../src/engine/pipeline'
import { walkBetween } from '../../../src/engine/catchment/walk-between'
import type { Project } from '../../../src/model/project'
import type { LonLat } from '../../../src/model/units'
import { DISTANCE } from '../../scenes/analyse-scene'
import { sharedProject, testWith } from '../../shared-data'

const CLIP = 'hangzhou-westlake/xihu_cuiyuan_gudang.osm.pbf'

/** The same streets with nothing to wait for: every road that everybody walks a path, no signals. */
function withoutRoads(project: Project): Project {
  const streets = project.layers.streets.map((street) =>
    carriagewayRank(street) > 0 && classifyWalkability(street) === 'public'
      ? { ...street, kind: 'path' }
      : street,
  )
  return { ...project, layers: { ...project.layers, streets, crossings: [] } }
}

/** Corners of communities across the clip, each with the one half the list on. */
function pairs(project: Project): [LonLat, LonLat][] {
  const corners = project.layers.communities.map(({ geometry }): LonLat => {
    const [lon, lat] =
      geometry.type === 'Polygon' ? geometry.coordinates[0][0] : geometry.coordinates[0][0][0]
    return [lon, lat]
  })
  const half = corners.length >> 1
  return corners.slice(0, half).map((corner, i) => [corner, corners[half + i]])
}

function walk(on: Prepared, [from, to]: [LonLat, LonLat], basis: 'distance' | 'time') {
  return walkBetween(on, from, to, { profile: 'adult', basis })
}

testWith(CLIP)('crossing roads takes time in Xihu, and never a metre', { timeout: 60_000 }, async () => {
  const project = await sharedProject(CLIP)
  const withRoads = await prepare(project, null, {})
  const bare = await prepare(withoutRoads(project), null, {})
  // what is reached within metres is the same street by street, the middles of crossroads too
  for (const [at] of pairs(project).slice(0, 8)) {
    const settings = { ...DISTANCE, bands: [700] }
    const [band] = catchmentFrom(withRoads, { kind: 'point', at }, settings, 20).bands
    const [same] = catchmentFrom(bare, { kind: 'point', at }, settings, 20).bands
    expect(band.street_m).toBeCloseTo(same.street_m, 0)
  }
  let walks = 0
  let waited_s = 0
  let kilometres = 0
  for (const pair of pairs(project)) {
    const metres = walk(withRoads, pair, 'distance')?.distance_m
    expect(metres).toBe(walk(bare, pair, 'distance')?.distance_m)
    const quick = walk(bare, pair, 'time')
    const slow = walk(withRoads, pair, 'time')
    if (metres === undefined || quick === null || slow === null) continue
    walks++
    // each at its own best: never quicker than where nothing is waited for
    expect(slow.time_s).toBeGreaterThanOrEqual(quick.time_s - 0.01)
    waited_s += slow.time_s - quick.time_s
    kilometres += metres / 1000
  }
  expect(walks).toBeGreaterThan(60)
  // a signal every kilometre or two, and ways around some
  expect(waited_s / kilometres).toBeGreaterThan(10)
  expect(waited_s / kilometres).toBeLessThan(60)
  console.log(
    `${walks} walks across the clip wait ${(waited_s / kilometres).toFixed(1)} s per kilometre for roads`,
  )
})
