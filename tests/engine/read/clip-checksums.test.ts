import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

import { expect } from 'vitest'

import { LAYER_NAMES } from '../../../src/model/layers'
import { bytesSource } from '../../../src/engine/read/byte-source'
import { readFile } from '../../../src/engine/read/read-file'
import { sharedPath, testWith } from '../../shared-data'

const FILE = 'hangzhou-westlake/westlake_10km.osm.pbf'

/**
 * What the real clip is read into, layer by layer. A change of speed must leave every line as it is; a change
 * of what is read changes the lines of its layers, and they are replaced together with it.
 */
const CHECKSUMS = {
  barriers: '2172 2e44b24e8c2545a2',
  buildings: '20005 68f68fa4072d7e09',
  communities: '1225 2de1434c4a8b242d',
  crossings: '1856 ce631553424d0945',
  entrances: '427 c663fcab51325d37',
  extent: '168abe073ff12da8',
  facilities: '4047 67c42870b8229694',
  gates: '303 2bedc86ac29c155e',
  greens: '394 737b69026b6fa849',
  heritage: '55 1e7cb74475cfee08',
  issues: '2875e8bf3974812a',
  land: '3018 16aa47f987ea1ad9',
  streets: '19632 3f07e8cfa505f592',
  subdistricts: '24 7b6992a112ab5410',
}

testWith(FILE)('the clip is read into the same bytes as before', async () => {
  const bytes = new Uint8Array(readFileSync(sharedPath(FILE)))
  const { layers, issues, extent } = await readFile(bytesSource('clip.osm.pbf', bytes), {}, {})
  const sums = LAYER_NAMES.flatMap((layer) => {
    const records = layers[layer]
    return records === undefined ? [] : [[layer, `${records.length} ${sumOf(records)}`]]
  })
  expect({ ...Object.fromEntries(sums), issues: sumOf(issues), extent: sumOf(extent) }).toEqual(CHECKSUMS)
})

function sumOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
}
