import { gzipSync } from 'fflate'
import { expect, test } from 'vitest'

import type { ByteSource } from '../../../src/engine/read/byte-source'
import { readFile } from '../../../src/engine/read/read-file'
import { refuseLargeFile } from '../../../src/engine/read/refuse-large'
import { DataError, type Issue } from '../../../src/model/issue'

const LOOKED_AT = 1024

/** A file that states a size and has no bytes but those that tell its format. */
function statedSource(name: string, head: string, size: number): ByteSource {
  return {
    name,
    size,
    read: async (start, end) => {
      if (start !== 0 || end > LOOKED_AT) throw new Error(`${name} is read at ${start}`)
      return new TextEncoder().encode(head)
    },
  }
}

async function issueOf(reading: Promise<unknown>): Promise<Issue> {
  const refused: unknown = await reading.catch((error: unknown) => error)
  if (!(refused instanceof DataError)) throw refused
  return refused.issue
}

const GEOJSON = '{"type":"FeatureCollection","features":['
const OSM_XML = '<?xml version="1.0"?>\n<osm version="0.6">'

test.each([
  // 1.6 GB by 12 and by 8 bytes for each byte of the file
  ['buildings.geojson', GEOJSON, { format: 'json', size_mb: 600, limit_mb: 133 }],
  ['buildings.fgb', 'fgb\u0003fgb\u0000', { format: 'flatgeobuf', size_mb: 600, limit_mb: 200 }],
  ['district.osm', OSM_XML, { format: 'osm-xml', size_mb: 600, limit_mb: 200 }],
])('%s of 600 MB is refused before it is read', async (name, head, facts) => {
  const source = statedSource(name, head, 600e6)
  const expected = { severity: 'error', code: 'file-too-large', file: name, facts }
  expect(await issueOf(readFile(source, {}, {}))).toEqual(expected)
  // a box does not help: these formats are read whole
  expect(await issueOf(readFile(source, { box: [120, 30, 121, 31] }, {}))).toEqual(expected)
})

test('the limit follows the memory, to the byte', async () => {
  const options = { memory_bytes: 1200 }
  const place = '{"type":"Feature","properties":{"layer":"facilities"},"geometry":null}'
  const read = (size: number) => {
    const bytes = new TextEncoder().encode(place.padEnd(size))
    const source = { name: 'a.json', size, read: async (a: number, b: number) => bytes.slice(a, b) }
    return readFile(source, options, {})
  }
  expect((await read(100)).features).toBe(1)
  expect((await issueOf(read(101))).code).toBe('file-too-large')
})

test('no memory makes a JSON text of more characters than the engine can hold', async () => {
  const source = statedSource('a.geojson', GEOJSON, 2 ** 29)
  expect((await issueOf(readFile(source, { memory_bytes: 1e12 }, {}))).facts).toMatchObject({ limit_mb: 536 })
})

test('a packed file is refused by what it unpacks to, also where it states a smaller size', async () => {
  const xml = `${OSM_XML}${'<node id="1" lat="30" lon="120"/>'.repeat(2000)}</osm>`
  const json = `${GEOJSON}${' '.repeat(60_000)}]}`
  const unpacked = { format: 'osm-xml', form: 'unpacked', size_mb: 1, limit_mb: 0 }
  for (const [text, isHonest] of [
    [xml, true],
    [xml, false],
    [json, true],
  ] as const) {
    const bytes = gzipSync(new TextEncoder().encode(text))
    if (!isHonest) bytes.set([1, 0, 0, 0], bytes.length - 4)
    const source = {
      name: 'a.gz',
      size: bytes.length,
      read: async (a: number, b: number) => bytes.slice(a, b),
    }
    const { code, facts } = await issueOf(readFile(source, { memory_bytes: 8 * 50_000 }, {}))
    expect(code).toBe('file-too-large')
    expect(facts).toEqual({ ...unpacked, format: text === xml ? 'osm-xml' : 'json' })
  }
})

test('only formats that are held whole are refused by their size', async () => {
  await refuseLargeFile(statedSource('a.fgb', 'fgb\u0003fgb\u0000', 600e6))
  const large = statedSource('a.osm', OSM_XML, 600e6)
  expect(await issueOf(refuseLargeFile(large))).toMatchObject({ code: 'file-too-large', file: 'a.osm' })
})
