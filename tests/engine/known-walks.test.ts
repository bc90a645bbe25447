import { expect } from 'vitest'

import { prepare } from '../../src/engine/pipeline'
import { walkBetween } from '../../src/engine/catchment/walk-between'
import { sharedProject, testWith } from '../shared-data'

const MONACO = 'osm-extracts/monaco.osm.gz'

// lat, lon → lat, lon = metres: computed by an independent router on the same extract
const WALKS = [
  [43.730729, 7.421288, 43.727697, 7.419199, 1566],
  [43.727687, 7.418737, 43.74958, 7.436566, 3438],
  [43.728677, 7.41016, 43.739213, 7.427806, 2085],
  [43.733802, 7.413433, 43.739662, 7.424355, 1425],
] as const

testWith(MONACO)(
  'four walks through Monaco are as long as another router finds them, within 2 m',
  async () => {
    const prepared = await prepare(await sharedProject(MONACO), null, {}, { isPlain: true })
    for (const [lat1, lon1, lat2, lon2, metres] of WALKS) {
      const walk = walkBetween(prepared, [lon1, lat1], [lon2, lat2], { profile: 'adult', basis: 'distance' })
      expect(Math.abs((walk?.distance_m ?? 0) - metres), `${lat1},${lon1}`).toBeLessThanOrEqual(2)
    }
  },
)
