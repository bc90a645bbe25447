import { gzipSync } from 'fflate'
import * as fc from 'fast-check'
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js'
import type { FeatureCollection } from 'geojson'
import { expect, test } from 'vitest'

import { bytesSource } from '../../../src/engine/read/byte-source'
import type { ByteSource } from '../../../src/engine/read/byte-source'
import { readFile } from '../../../src/engine/read/read-file'
import type { ReadResult } from '../../../src/engine/read/read-result'
import { Cancelled } from '../../../src/engine/run'
import { DataError } from '../../../src/model/issue'
import { testWith } from '../../shared-data'
import { textSource } from './make-osm'
import { smallPbf } from './make-pbf'
import { sharedSource } from './shared-source'

async function codeOf(source: ByteSource): Promise<string> {
  try {
    await readFile(source, {}, {})
    return 'none'
  } catch (error) {
    if (!(error instanceof DataError)) throw error
    return error.issue.file === source.name ? error.issue.code : 'without its file'
  }
}

const utf8 = (text: string) => new TextEncoder().encode(text)

test('files that cannot be used are told by what they are', async () => {
  const cases: readonly (readonly [name: string, bytes: Uint8Array, code: string])[] = [
    ['empty.osm.pbf', new Uint8Array(0), 'file-empty'],
    ['blank.geojson', utf8(' \n '), 'file-empty'],
    ['letter.txt', utf8('尊敬的各位居民:'), 'format-unknown'],
    ['table.csv', utf8('name,lon,lat\nA,120,30\n'), 'layer-unknown'],
    ['page.html', utf8('<!DOCTYPE html><html><body></body></html>'), 'format-unknown'],
    ['archive.zip', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), 'file-truncated'],
    ['x.osm.bz2', utf8('BZh91AY&SY'), 'compression-unsupported'],
    ['x.osm.zst', Uint8Array.from([0x28, 0xb5, 0x2f, 0xfd, 0]), 'compression-unsupported'],
    ['noise.bin', Uint8Array.from([7, 200, 13, 99, 250, 1, 2, 3]), 'format-unknown'],
    ['wrong.geojson', utf8('{"type":"FeatureCollection","features":[}'), 'json-invalid'],
    ['nested.gz', gzipSync(gzipSync(utf8('{}'))), 'format-unknown'],
  ]
  for (const [name, bytes, code] of cases)
    expect([name, await codeOf(bytesSource(name, bytes))]).toEqual([name, code])
})

test('the content tells the format, not the name', async () => {
  expect((await readFile(bytesSource('map.txt', smallPbf()), {}, {})).format).toBe('osm-pbf')
  expect((await readFile(textSource('map.pbf', '<osm></osm>'), {}, {})).format).toBe('osm-xml')
  expect((await readFile(textSource('x.osm', '\ufeff\n<osm></osm>'), {}, {})).format).toBe('osm-xml')
  const packed = bytesSource(
    'facilities.geojson.gz',
    gzipSync(utf8('{"type":"Point","coordinates":[120,30]}')),
  )
  const result = await readFile(packed, {}, {})
  expect([result.format, result.name, result.layers.facilities?.length]).toEqual([
    'geojson',
    'facilities.geojson.gz',
    1,
  ])
})

test('random bytes give a DataError or a result, behind any beginning', async () => {
  const starts = [
    [],
    [0x1f, 0x8b, 8],
    [...utf8('fgb\u0003fgb\u0000')],
    [0, 0, 0, 14, 0x0a, 9, ...utf8('OSMHeader')],
    [...utf8('<osm>')],
    [...utf8('{"')],
  ]
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 80 }), async (start, tail) => {
      expect(typeof (await codeOf(bytesSource('facilities.bin', Uint8Array.from([...start, ...tail]))))).toBe(
        'string',
      )
    }),
    { numRuns: 600, seed: 2 },
  )
})

test('the port for unpacking is used, and a run can report and cancel', async () => {
  let unpacked = 0
  const stages = new Set<string>()
  const run = { onProgress: (stage: string) => void stages.add(stage) }
  const inflate = (bytes: Uint8Array): Uint8Array => {
    unpacked++
    return bytes
  }
  await readFile(bytesSource('x.pbf', smallPbf('raw')), { inflate }, run)
  expect(unpacked).toBe(0)
  expect([...stages]).toEqual(['read', 'assemble'])
  await expect(readFile(bytesSource('x.pbf', smallPbf()), { inflate }, {})).rejects.toBeInstanceOf(DataError)
  // the next blob is unpacked while the first is looked at
  expect(unpacked).toBe(2)
  await expect(
    readFile(bytesSource('x.pbf', smallPbf()), {}, { isCancelled: () => true }),
  ).rejects.toBeInstanceOf(Cancelled)
})

const FEATURES: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { name: '甲', class: 'TOILET', capacity: 4 },
      geometry: { type: 'Point', coordinates: [120, 30] },
    },
    {
      type: 'Feature',
      properties: { name: '乙', class: 'BANK', capacity: 5 },
      geometry: { type: 'Point', coordinates: [121, 31] },
    },
  ],
}

test('a FlatGeobuf of another writer is read like a GeoJSON', async () => {
  const result = await readFile(bytesSource('x.fgb', serialize(FEATURES)), {}, {})
  expect(result.format).toBe('flatgeobuf')
  expect(result.layers.facilities).toMatchObject([
    {
      id: 'f1',
      name: '甲',
      class: 'TOILET',
      capacity: 4,
      geometry: { type: 'Point', coordinates: [120, 30] },
    },
    { id: 'f2', name: '乙', class: 'BANK', capacity: 5 },
  ])
})

test('a cut or damaged FlatGeobuf ends in a DataError or in issues, and it ends', async () => {
  const bytes = serialize(FEATURES)
  for (let end = 0; end < bytes.length; end += 3)
    expect(await codeOf(bytesSource('facilities.fgb', bytes.subarray(0, end)))).not.toBe('none')
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      async (changes) => {
        const damaged = bytes.slice()
        for (const [at, value] of changes) damaged[at] = value
        expect(typeof (await codeOf(bytesSource('facilities.fgb', damaged)))).toBe('string')
      },
    ),
    { numRuns: 400, seed: 9 },
  )
})

async function countLand(file: string): Promise<string> {
  try {
    const { accepted, rejected } = await readFile(sharedSource(`flatgeobuf/${file}`), { layer: 'land' }, {})
    return `${accepted}+${rejected}`
  } catch (error) {
    if (!(error instanceof DataError)) throw error
    return error.issue.code
  }
}

testWith('flatgeobuf/countries.fgb')(
  'real FlatGeobuf files are read, or refused for what is wrong',
  async () => {
    expect(await countLand('countries.fgb')).toBe('179+0')
    expect(await countLand('countries_nocrs.fgb')).toBe('179+0')
    expect(await countLand('empty.fgb')).toBe('0+0')
    expect(await countLand('unknown_feature_count.fgb')).toBe('1+0')
    expect(await countLand('mp_overlapping.fgb')).toBe('2+0')
    // a point and a line are no land
    expect(await countLand('heterogeneous.fgb')).toBe('1+2')
    expect(await countLand('no_properties.fgb')).toBe('0+1')
    expect(await countLand('poly00.fgb')).toBe('coordinates-not-wgs84')
    expect(await countLand('fuzz-case.fgb')).toBe('format-unknown')
  },
)

const EXTRACTS = [
  'Helsinki.osm.pbf',
  'all.osm',
  'andorra.osm.pbf',
  'herrenberg-minimal.osm.pbf',
  'krems.osm.gz',
  'monaco-latest.lz4.osm.pbf',
  'monaco-latest.osm.pbf',
  'monaco.osm.gz',
  'multipolygon_testcases.osm',
  'porto_portugal.osm.pbf',
].map((name) => `osm-extracts/${name}`)

testWith(...EXTRACTS)('every real extract is read, or refused with its reason', async () => {
  for (const path of EXTRACTS) {
    const result = await readFile(sharedSource(path), {}, {}).catch((error: unknown) => error)
    if (path.includes('lz4')) {
      expect(result).toBeInstanceOf(DataError)
      expect((result as DataError).issue).toMatchObject({
        code: 'compression-unsupported',
        facts: { compression: 'lz4' },
      })
      continue
    }
    expect([path, result instanceof Error ? result : null]).toEqual([path, null])
    checkLayers(result as ReadResult)
  }
})

/** What holds of every reading: unique ids, issues that name the file, finite coordinates. */
function checkLayers(result: ReadResult): void {
  expect(result.issues.every(({ file }) => file === result.name)).toBe(true)
  for (const [layer, records] of Object.entries(result.layers)) {
    const ids = records.map(({ id }) => id)
    expect([result.name, layer, new Set(ids).size]).toEqual([result.name, layer, ids.length])
    const broken = records.filter(({ geometry }) =>
      geometry.coordinates.flat(3).some((c) => !Number.isFinite(c)),
    )
    expect([result.name, layer, broken.map(({ id }) => id)]).toEqual([result.name, layer, []])
  }
}

const CLIP = 'hangzhou-westlake/xihu_cuiyuan_gudang'
testWith(`${CLIP}.osm.pbf`, `${CLIP}.osm.gz`)(
  'the same clip as PBF and as XML gives identical layers',
  async () => {
    const pbf = await readFile(sharedSource(`${CLIP}.osm.pbf`), {}, {})
    const xml = await readFile(sharedSource(`${CLIP}.osm.gz`), {}, {})
    // as text: the order of records and of their fields is the same too
    expect(JSON.stringify(xml.layers) === JSON.stringify(pbf.layers)).toBe(true)
    expect(pbf.layers.communities).toHaveLength(166)
    expect(pbf.features).toBe(xml.features)
  },
)

testWith('hangzhou-westlake/westlake_10km.osm.pbf')(
  'West Lake has the estates, gates and streets it is known to have',
  async () => {
    const { layers, features, provenance } = await readFile(
      sharedSource('hangzhou-westlake/westlake_10km.osm.pbf'),
      {},
      {},
    )
    expect(features).toBe(372_360 + 49_193 + 2_219)
    expect(layers.communities).toHaveLength(1225)
    expect(layers.communities?.filter(({ name }) => name !== undefined)).toHaveLength(962)
    expect(layers.communities?.find(({ name }) => name === '翠苑一区')).toMatchObject({
      subdistrict: '翠苑街道',
    })
    expect(layers.buildings?.length).toBeGreaterThan(19_900)
    expect(layers.gates?.length).toBeGreaterThanOrEqual(181)
    expect(layers.greens?.filter(({ kind }) => kind === 'park').length).toBeGreaterThan(300)
    const classes = new Set(layers.facilities?.map((facility) => facility.class))
    expect(classes.size).toBeGreaterThan(35)
    expect(provenance.topology).toBe('vertices')
  },
)

test('a PBF that memory cannot hold is refused before anything of it is read; of one with a box a part is', async () => {
  const bytes = smallPbf()
  const asked: number[] = []
  const source: ByteSource = {
    name: 'province.osm.pbf',
    size: 334e6,
    read: async (start, end) => {
      asked.push(end)
      return bytes.subarray(start, end)
    },
  }
  const refused = await readFile(source, {}, {}).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(DataError)
  expect((refused as DataError).issue).toMatchObject({
    code: 'file-too-large',
    file: 'province.osm.pbf',
    facts: { size_mb: 334, limit_mb: 40 },
  })
  expect(Math.max(...asked)).toBeLessThan(1e6)
  const small = { ...source, size: bytes.length }
  const part = await readFile(small, { box: [119, 29, 121, 31] }, {})
  expect(part.accepted).toBeGreaterThan(0)
})
