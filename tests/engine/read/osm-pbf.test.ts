import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { bytesSource } from '../../../src/engine/read/byte-source'
import { inflateBytes } from '../../../src/engine/read/inflate'
import { readFile } from '../../../src/engine/read/read-file'
import { readOsmPbf } from '../../../src/engine/read/read-osm-pbf'
import { DataError } from '../../../src/model/issue'
import {
  blob,
  dataBlock,
  deltas,
  field,
  headerBlock,
  plain,
  smallPbf,
  utf8,
  varint,
  zigzag,
} from './make-pbf'
import type { Packing } from './make-pbf'

const read = (bytes: Uint8Array) => readOsmPbf(bytesSource('x.osm.pbf', bytes), inflateBytes, {})

async function failure(bytes: Uint8Array): Promise<string> {
  try {
    await readFile(bytesSource('x.osm.pbf', bytes), {}, {})
    return 'none'
  } catch (error) {
    if (!(error instanceof DataError)) throw error
    return error.issue.file === 'x.osm.pbf' ? error.issue.code : 'without its file'
  }
}

test('dense nodes, tags and ways are read from zlib and from raw blobs', async () => {
  for (const packing of ['zlib', 'raw'] as const) {
    const elements = await read(smallPbf(packing))
    expect([...elements.nodeIds]).toEqual([10, 11, 12])
    expect([...elements.lon7]).toEqual([1200000000, 1200000100, 1200000200])
    expect(elements.taggedNodes).toEqual([{ id: 10, index: 0, tags: { amenity: 'toilets' } }])
    // created_by is no key the product reads
    expect(elements.wayTags).toEqual([{ highway: 'footway' }])
    expect([...elements.wayNodes]).toEqual([0, 1, 2])
    expect(elements.count).toBe(4)
  }
})

const plainNode = (id: number, lat: number, lon: number) =>
  field(1, [...plain(1, zigzag(id)), ...plain(8, zigzag(lat)), ...plain(9, zigzag(lon))])

test('plain nodes, negative ids, a coarse grid with offsets and ids beyond 32 bits are read', async () => {
  const way = field(3, [...plain(1, varint(-5)), ...field(8, deltas([-1, 12_345_678_901]))])
  const rest = [...plain(17, varint(1000)), ...plain(19, varint(500)), ...plain(20, varint(-1000))]
  const block = dataBlock(
    [],
    [[...plainNode(-1, 30_000_000, 120_000_000), ...plainNode(12_345_678_901, -7, 9)], way],
    rest,
  )
  const elements = await read(Uint8Array.from(blob('OSMData', block)))
  expect([...elements.nodeIds]).toEqual([-1, 12_345_678_901])
  // nanodegrees: offset + granularity × value, in units of 100
  expect([...elements.lat7]).toEqual([300_000_005, -65])
  expect([...elements.lon7]).toEqual([1_199_999_990, 80])
  expect([...elements.wayIds]).toEqual([-5])
  expect([...elements.wayNodes]).toEqual([0, 1])
})

test('the header gives extent and date', async () => {
  const box = [120, 121, 31, 30].flatMap((side, i) => plain(i + 1, zigzag(side * 1e9)))
  const header = [...headerBlock(), ...field(1, box), ...plain(32, varint(1_700_000_000))]
  const elements = await read(Uint8Array.from(blob('OSMHeader', header)))
  expect(elements.extent).toEqual([120, 30, 121, 31])
  expect(elements.dataDate).toBe('2023-11-14')
})

test('of two versions of a node the later one counts', async () => {
  const dense = [
    ...field(1, deltas([10, 10])),
    ...field(8, deltas([1, 5])),
    ...field(9, deltas([1, 5])),
    ...field(10, [1, 2, 0, 1, 3, 0]),
  ]
  const block = dataBlock(['amenity', 'bank', 'toilets'], [field(2, dense)])
  const elements = await read(Uint8Array.from(blob('OSMData', block)))
  expect(elements.taggedNodes.map(({ tags, index }) => [tags.amenity, elements.lat7[index]])).toEqual([
    ['toilets', 5],
  ])
})

test('blobs packed otherwise are refused by the name of their packing', async () => {
  for (const packing of ['lzma', 'bzip2', 'lz4', 'zstd'] satisfies Packing[]) {
    const error = await read(smallPbf(packing)).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(DataError)
    expect((error as DataError).issue).toMatchObject({
      code: 'compression-unsupported',
      facts: { compression: packing },
    })
  }
})

test('a feature the reader does not know is refused', async () => {
  const bytes = Uint8Array.from(blob('OSMHeader', headerBlock(['OsmSchema-V0.6', 'HistoricalInformation'])))
  expect(await failure(bytes)).toBe('file-unreadable')
})

test('a file cut anywhere is told as cut, except between two blobs', async () => {
  const bytes = smallPbf()
  const between = blob('OSMHeader', headerBlock()).length
  for (let end = 20; end < bytes.length; end++) {
    expect([end, await failure(bytes.subarray(0, end))]).toEqual([
      end,
      end === between ? 'none' : 'file-truncated',
    ])
  }
})

test('damaged bytes give layers or a DataError, never anything else', async () => {
  const bytes = smallPbf('raw')
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 })), {
        minLength: 1,
        maxLength: 6,
      }),
      async (changes) => {
        const damaged = bytes.slice()
        for (const [at, value] of changes) damaged[at] = value
        expect(typeof (await failure(damaged))).toBe('string')
      },
    ),
    { numRuns: 400, seed: 7 },
  )
})

test('a blob that is no zlib stream is told as unreadable', async () => {
  const bytes = smallPbf()
  bytes.fill(0xff, bytes.length - 60)
  expect(await failure(bytes)).toBe('file-unreadable')
})

test('strings are decoded as UTF-8', async () => {
  const way = field(3, [...plain(1, varint(1)), ...field(2, [1]), ...field(3, [2])])
  const elements = await read(Uint8Array.from(blob('OSMData', dataBlock(['name', '翠苑一区'], [way]))))
  expect(elements.wayTags).toEqual([{ name: '翠苑一区' }])
  expect(utf8('翠')).toHaveLength(3)
})
