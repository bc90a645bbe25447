import { gzipSync } from 'fflate'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { bytesSource } from '../../../src/engine/read/byte-source'
import { readFile } from '../../../src/engine/read/read-file'
import { readOsmXml } from '../../../src/engine/read/read-osm-xml'
import type { TextChunks } from '../../../src/engine/read/text-chunks'
import { DataError } from '../../../src/model/issue'
import { textSource } from './make-osm'

const SMALL = `<?xml version='1.0' encoding='UTF-8'?>
<!-- a > b, and a <node> that is none -->
<osm version="0.6" generator="by hand">
  <bounds minlat="30" minlon='120' maxlat="30.1" maxlon="120.1"/>
  <note><![CDATA[ <node id="99"/> ]]></note>
  <node id="1" lat="30.0000001" lon="120.0000003"/>
  <node id="2" lat="30.01" lon="120.01"><tag k="amenity" v="toilets"/><tag k="name" v="A &amp; B &#x7fe0;&#33489; > &lt;c&gt;"/></node>
  <node id="3" lat="30.02" lon="120.02" action='delete'/>
  <node id="4" visible="false"/>
  <way id="8"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v='footway'/></way>
  <relation id="9"><member type="way" ref="8" role=""/><tag k="type" v="multipolygon"/></relation>
</osm>`

/** The text in pieces of the given lengths, again and again. */
function chunksOf(text: string, lengths: readonly number[]): TextChunks {
  let at = 0
  let i = 0
  return {
    total: text.length,
    get done() {
      return at
    },
    startsWith: async (start) => text.startsWith(start),
    next: async () => {
      if (at >= text.length) return null
      const piece = text.slice(at, at + lengths[i++ % lengths.length])
      at += piece.length
      return piece
    },
  }
}

async function failure(text: string): Promise<{ code: string; facts: unknown }> {
  const error = await readFile(textSource('x.osm', text), {}, {}).catch((e: unknown) => e)
  expect(error).toBeInstanceOf(DataError)
  const { code, facts } = (error as DataError).issue
  return { code, facts }
}

test('nodes, ways, relations, entities, either quote, comments and CDATA are read', async () => {
  const elements = await readOsmXml(chunksOf(SMALL, [1e6]), {})
  expect([...elements.nodeIds]).toEqual([1, 2])
  expect([elements.lon7[0], elements.lat7[0]]).toEqual([1200000003, 300000001])
  expect(elements.taggedNodes[0].tags).toEqual({ amenity: 'toilets', name: 'A & B 翠苑 > <c>' })
  // node 3 was deleted in the editor
  expect([...elements.wayNodes]).toEqual([0, 1, -1])
  expect(elements.relations).toEqual([
    { id: 9, tags: { type: 'multipolygon' }, members: [{ type: 'way', id: 8, role: '' }] },
  ])
  expect(elements.extent).toEqual([120, 30, 120.1, 30.1])
})

test('it does not matter where the text is cut into pieces', async () => {
  const whole = await readOsmXml(chunksOf(SMALL, [1e6]), {})
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 }),
      async (lengths) => {
        expect(await readOsmXml(chunksOf(SMALL, lengths), {})).toEqual(whole)
      },
    ),
    { numRuns: 60, seed: 3 },
  )
})

test('text cut anywhere is told as cut', async () => {
  const start = SMALL.indexOf('<osm')
  for (let end = start + 5; end < SMALL.length; end += 7)
    expect([end, (await failure(SMALL.slice(0, end))).code]).toEqual([end, 'file-truncated'])
})

test('wrong XML is told with its line', async () => {
  expect(await failure('<osm>\n<node id=1/>\n</osm>')).toEqual({
    code: 'xml-invalid',
    facts: { problem: 'attribute', line: 2 },
  })
  expect(await failure('<osm>\n\n<way></osm>')).toMatchObject({ code: 'xml-invalid', facts: { line: 3 } })
  expect(await failure('<osm><node <way/></osm>')).toMatchObject({ code: 'xml-invalid' })
})

test('XML that is no OpenStreetMap is an unknown format', async () => {
  expect(await failure('<kml><Placemark/></kml>')).toEqual({
    code: 'format-unknown',
    facts: { format: 'xml <kml>' },
  })
})

test('other encodings are read by their declaration', async () => {
  // 翠 in GB18030
  const head =
    '<?xml version="1.0" encoding="GB18030"?><osm><node id="1" lat="1" lon="1"><tag k="amenity" v="bank"/><tag k="name" v="'
  const bytes = Uint8Array.from([
    ...new TextEncoder().encode(head),
    0xb4,
    0xe4,
    ...new TextEncoder().encode('"/></node></osm>'),
  ])
  const result = await readFile(bytesSource('x.osm', bytes), {}, {})
  expect(result.layers.facilities?.[0]?.name).toBe('翠')
})

const readGzip = (bytes: Uint8Array) => readFile(bytesSource('x.osm.gz', bytes), {}, {})

test('a gzip is unpacked as it is read, and told when it is cut or damaged', async () => {
  const packed = gzipSync(new TextEncoder().encode(SMALL.padEnd(300_000, ' ')))
  const result = await readGzip(packed)
  expect([result.format, result.layers.facilities?.length]).toEqual(['osm-xml', 1])
  await expect(readGzip(packed.subarray(0, packed.length - 40))).rejects.toMatchObject({
    issue: { code: 'file-truncated' },
  })
  const damaged = packed.slice()
  damaged.fill(0xff, 30, 60)
  await expect(readGzip(damaged)).rejects.toBeInstanceOf(DataError)
})
