import { expect } from 'vitest'

import type { ServiceAreaBand } from '../../../src/engine/catchment/service-area'
import { catchmentFrom, prepare } from '../../../src/engine/pipeline'
import type { CatchmentBand } from '../../../src/model/analysis'
import type { LonLat } from '../../../src/model/units'
import { seededRandom } from '../../oracle/seeded-random'
import { TIME } from '../../scenes/analyse-scene'
import { sharedProject, testWith } from '../../shared-data'
import { findFaults, signedArea } from './service-area-truth'

const CLIP = 'hangzhou-westlake/xihu_cuiyuan_gudang.osm.pbf'
const CATCHMENTS = 48
const [WEST, SOUTH, EAST, NORTH] = [120.11, 30.267, 120.145, 30.295]

/** A band as it is written, in whole 10⁻⁷ degrees: what is compared there is exact. */
function asWritten(band: CatchmentBand): ServiceAreaBand {
  const polygons = band.polygons.map((rings) =>
    rings.map((ring) => {
      expect(ring.at(-1)).toEqual(ring[0])
      return Float64Array.from(
        ring.slice(0, -1).flatMap(([lon, lat]) => [lon * 1e7, lat * 1e7].map(Math.round)),
      )
    }),
  )
  const area_m2 = polygons.flat().reduce((sum, ring) => sum + signedArea(ring), 0)
  return { limit: band.limit, polygons, area_m2, street_m: band.street_m }
}

testWith(CLIP)('the bands of real places are valid and nest as they are written to files', async () => {
  const prepared = await prepare(await sharedProject(CLIP), null, {})
  const random = seededRandom(4)
  let vertices = 0
  for (let i = 0; i < CATCHMENTS; i++) {
    const at: LonLat = [WEST + random() * (EAST - WEST), SOUTH + random() * (NORTH - SOUTH)]
    const view = catchmentFrom(prepared, { kind: 'point', at }, TIME, i % 2 === 0 ? 5 : 10)
    const bands = view.bands.map(asWritten)
    vertices += bands.flatMap((band) => band.polygons.flat()).reduce((sum, ring) => sum + ring.length / 2, 0)
    expect(findFaults(bands), at.join()).toEqual([])
  }
  console.log(`${CATCHMENTS} catchments of the clip checked, ${vertices} vertices`)
  expect(vertices).toBeGreaterThan(15_000)
})
