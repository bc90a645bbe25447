import { expect } from 'vitest'

import { catchmentFrom, prepare } from '../../src/engine/pipeline'
import { walkBetween } from '../../src/engine/catchment/walk-between'
import type { LonLat } from '../../src/model/units'
import { DISTANCE } from '../scenes/analyse-scene'
import { sharedProject, testWith } from '../shared-data'
import { seededRandom } from './seeded-random'
import { PlainWalks } from './slow-walk'
import { howMany } from './how-many'

const CLIP = 'hangzhou-westlake/xihu_cuiyuan_gudang.osm.pbf'
const MONACO = 'osm-extracts/monaco.osm.gz'
const [WEST, SOUTH, EAST, NORTH] = [120.105, 30.262, 120.15, 30.3]
const LIMITS_M = [300, 500, 1000]

testWith(CLIP)('the reach from places of the clip is that of the slow walk', async () => {
  const project = await sharedProject(CLIP)
  const prepared = await prepare(project, null, {}, { isPlain: true })
  const slow = new PlainWalks(project)
  const random = seededRandom(20261122)
  let worst = { share: 0, metres: 0, at: [0, 0] as LonLat, limit: 0 }
  let total = 0
  for (let i = 0; i < howMany(50, 20); i++) {
    const at: LonLat = [WEST + random() * (EAST - WEST), SOUTH + random() * (NORTH - SOUTH)]
    const view = catchmentFrom(prepared, { kind: 'point', at }, { ...DISTANCE, bands: LIMITS_M }, 10)
    const expected = slow.reach(at, LIMITS_M)
    LIMITS_M.forEach((limit, b) => {
      const metres = Math.abs(view.bands[b].street_m - expected[b])
      const share = metres / Math.max(1, expected[b])
      if (metres > worst.metres) worst = { share, metres, at, limit }
      total += expected[b]
      expect(
        metres,
        `${at.join()} within ${limit} m: ${view.bands[b].street_m} for ${expected[b]}`,
      ).toBeLessThanOrEqual(Math.max(3, expected[b] * 0.01))
    })
  }
  expect(total).toBeGreaterThan(howMany(100_000, 40_000))
  console.log(
    `reach: largest difference ${worst.metres.toFixed(2)} m (${(worst.share * 100).toFixed(4)} %) within ${worst.limit} m of ${worst.at.join()}`,
  )
})

testWith(CLIP)('walks of the clip are as long as the slow walk finds them', async () => {
  const project = await sharedProject(CLIP)
  const prepared = await prepare(project, null, {}, { isPlain: true })
  const slow = new PlainWalks(project)
  const random = seededRandom(7)
  let worst = 0
  let walks = 0
  for (let i = 0; i < howMany(40, 16); i++) {
    const from: LonLat = [WEST + random() * (EAST - WEST), SOUTH + random() * (NORTH - SOUTH)]
    const to: LonLat = [from[0] + (random() - 0.5) * 0.03, from[1] + (random() - 0.5) * 0.03]
    const metres = walkBetween(prepared, from, to, DISTANCE)?.distance_m ?? null
    const expected = slow.walk(from, to)
    expect(metres === null, `${from.join()} to ${to.join()}`).toBe(expected === null)
    if (metres === null || expected === null) continue
    walks++
    worst = Math.max(worst, Math.abs(metres - expected))
    expect(Math.abs(metres - expected), `${from.join()} to ${to.join()}`).toBeLessThanOrEqual(1)
  }
  expect(walks).toBeGreaterThan(howMany(20, 10))
  console.log(`walks: largest difference ${worst.toFixed(3)} m in ${walks} walks`)
})

testWith(MONACO)('the slow walk itself finds the four known walks of Monaco', async () => {
  const slow = new PlainWalks(await sharedProject(MONACO))
  for (const [lat1, lon1, lat2, lon2, metres] of [
    [43.730729, 7.421288, 43.727697, 7.419199, 1566],
    [43.727687, 7.418737, 43.74958, 7.436566, 3438],
    [43.728677, 7.41016, 43.739213, 7.427806, 2085],
    [43.733802, 7.413433, 43.739662, 7.424355, 1425],
  ])
    expect(
      Math.abs((slow.walk([lon1, lat1], [lon2, lat2]) ?? 0) - metres),
      `${lat1},${lon1}`,
    ).toBeLessThanOrEqual(2)
})
