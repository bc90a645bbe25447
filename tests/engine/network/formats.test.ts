import { expect } from 'vitest'

import { buildNetwork } from '../../../src/engine/network/build-network'
import { sharedProject, testWith } from '../../shared-data'

const PBF = 'hangzhou-westlake/xihu_cuiyuan_gudang.osm.pbf'
const XML = 'hangzhou-westlake/xihu_cuiyuan_gudang.osm.gz'

testWith(PBF, XML)('the same clip as PBF and as XML gives the same network, column by column', async () => {
  const pbf = buildNetwork(await sharedProject(PBF), { isPlain: false }).network
  const xml = buildNetwork(await sharedProject(XML), { isPlain: false }).network
  expect(pbf.nodeCount).toBeGreaterThan(2500)
  for (const column of Object.keys(pbf) as (keyof typeof pbf)[]) {
    if (column === 'frame') continue
    expect(xml[column], column).toEqual(pbf[column])
  }
})
