import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'

import { mergeImports } from '../../../src/engine/project/merge-import'
import { bytesSource } from '../../../src/engine/read/byte-source'
import { readFile } from '../../../src/engine/read/read-file'
import { DataError } from '../../../src/model/issue'

const utf8 = (text: string) => new TextEncoder().encode(text)
const read = async (name: string, content: string | Uint8Array) =>
  readFile(bytesSource(name, typeof content === 'string' ? utf8(content) : content), {}, {})

async function failure(name: string, content: string | Uint8Array) {
  try {
    await read(name, content)
  } catch (error) {
    if (error instanceof DataError) return error.issue
    throw error
  }
  throw new Error(`${name} was read`)
}

const collect = (...features: readonly object[]) => ({ type: 'FeatureCollection', features })
const feature = (geometry: object, properties: object = {}) => ({ type: 'Feature', geometry, properties })
const point = (...coordinates: number[]) => ({ type: 'Point', coordinates })

test.each([
  ['a comma too many', '{\n "type": "FeatureCollection",\n "features": [],\n}', 4, 1, '}'],
  ['single quotes', "{\n  'type': 'FeatureCollection'\n}", 2, 3, "'"],
  ['a number that is none', '{"type":"Point",\r\n"coordinates":[NaN,1]}', 2, 16, 'N'],
  ['a comment', '// export of today\n{}', 1, 1, '/'],
  ['a script', 'var data = {}', 1, 1, 'v'],
  ['Chinese before it', '{"甲":"乙","丙":}', 1, 14, '}'],
  ['a pair before it', '{"🏠":"x",]', 1, 10, ']'],
])('JSON broken by %s is told with line and column', async (_, text, line, column, found) => {
  for (const name of ['facilities.geojson', 'facilities.json'])
    expect(await failure(name, text)).toMatchObject({
      code: 'json-invalid',
      file: name,
      facts: { line, column, found },
    })
})

test.each([
  ['a bell', '社区\u0007食堂'],
  ['a vertical tab', '社区\u000b食堂'],
  ['a zero', '社区\u0000食堂'],
  ['the end of file of old systems', '社区食堂\u001a'],
])('a CSV with %s in a cell comes in without it, told with its row', async (_, name) => {
  const text = `名称,种类,经度,纬度\n旧楼,空置房,120.1,30.2\n${name},食堂\u0007,120.13\u0007,30.28\n`
  const gb18030 = Uint8Array.from(
    // the two words of the table in GB18030 are read elsewhere; here the controls stand among UTF-8
    utf8(text),
  )
  const result = await read('facilities.csv', gb18030)
  expect(result.layers.facilities?.map((each) => each.geometry.coordinates)).toEqual([
    [120.1, 30.2],
    [120.13, 30.28],
  ])
  expect(result.layers.facilities?.[1].name).toMatch(/^社区 ?食堂$/)
  expect(result.issues.filter(({ code }) => code === 'text-cleaned')).toEqual([
    expect.objectContaining({ row: 3, file: 'facilities.csv', facts: expect.objectContaining({ rows: 1 }) }),
  ])
})

test('a heading with a control character is the heading', async () => {
  const result = await read('facilities.csv', '\u0002名称,类型,经\u0003度,纬度\n食堂,食堂,120.13,30.28\n')
  expect(result.layers.facilities?.map(({ name }) => name)).toEqual(['食堂'])
})

test('bytes that are no text are no table, whatever their name says', async () => {
  const noise = Uint8Array.from({ length: 900 }, (_, i) => (i % 3 === 0 ? 0x2c : (i * 7) % 32))
  expect(await failure('noise.csv', noise)).toMatchObject({ code: 'format-unknown' })
})

test('a point at longitude and latitude 0 is told and not placed', async () => {
  const result = await read(
    'facilities.geojson',
    JSON.stringify(
      collect(feature(point(120.13, 30.28), { id: 'a' }), feature(point(0, 0), { id: 'b', name: '零' })),
    ),
  )
  expect(result.layers.facilities?.map(({ id }) => id)).toEqual(['a'])
  expect(result).toMatchObject({ features: 2, accepted: 1, rejected: 1 })
  expect(result.issues).toMatchObject([
    {
      severity: 'error',
      code: 'position-zero',
      file: 'facilities.geojson',
      layer: 'facilities',
      row: 2,
      id: 'b',
      facts: { name: '零' },
    },
  ])
})

const outline = (third: number[]) => ({
  type: 'Polygon',
  coordinates: [[[120, 30], [120.01, 30], third, [120, 30.01], [120, 30]]],
})

test('an outline with a corner at 0, 0 is told and not drawn across the world', async () => {
  const text = JSON.stringify(
    collect(feature(outline([120.01, 30.01])), feature(outline([0, 0]), { name: '三区' })),
  )
  const result = await read('communities.geojson', text)
  expect(result.layers.communities).toHaveLength(1)
  expect(result.issues).toMatchObject([{ code: 'position-zero', row: 2, facts: { name: '三区', corner: 3 } }])
})

test('zeroes do not hide that all other rows are in another system', async () => {
  const text = JSON.stringify(collect(feature(point(0, 0)), feature(point(30.28, 120.13))))
  expect(await failure('facilities.geojson', text)).toMatchObject({ code: 'coordinates-swapped' })
})

test('a reference to nothing is told with file and row', async () => {
  const square = {
    type: 'Polygon',
    coordinates: [
      [
        [120, 30],
        [120.01, 30],
        [120.01, 30.01],
        [120, 30],
      ],
    ],
  }
  const communities = await read(
    'communities.geojson',
    JSON.stringify(collect(feature(square, { id: 'c1', name: '一区' }))),
  )
  const gates = await read(
    'gates.geojson',
    JSON.stringify(
      collect(
        feature(point(0, 0), { id: 'lost' }),
        feature(point(120, 30), { id: 'g1', community: 'c1' }),
        feature(point(120, 30), { id: 'g2', community: 'ghost' }),
      ),
    ),
  )
  const facilities = await read(
    'facilities.csv',
    'id,name,class,community,lon,lat\na,食堂,CANTEEN,一区,120.1,30.1\nb,食堂,SPA,五区,120.1,30.1\n',
  )
  const { issues } = mergeImports(null, [communities, gates, facilities], 'x', new Set(['CANTEEN']))
  expect(issues.filter(({ code }) => code === 'reference-missing')).toMatchObject([
    { file: 'gates.geojson', layer: 'gates', row: 3, id: 'g2', facts: { reference: 'ghost' } },
    { file: 'facilities.csv', layer: 'facilities', row: 3, id: 'b', facts: { reference: '五区' } },
  ])
  expect(issues.filter(({ code }) => code === 'class-unknown')).toMatchObject([
    { file: 'facilities.csv', layer: 'facilities', row: 3, id: 'b' },
  ])
})

/** The head of a file of some format, saying how long the whole is. */
function shapefile(length: number): Uint8Array {
  const bytes = new Uint8Array(100)
  const view = new DataView(bytes.buffer)
  view.setInt32(0, 9994)
  view.setInt32(24, length / 2)
  return bytes
}

function geopackage(pages: number): Uint8Array {
  const bytes = new Uint8Array(4096)
  bytes.set(utf8('SQLite format 3\u0000'))
  const view = new DataView(bytes.buffer)
  view.setUint16(16, 1024)
  view.setUint32(28, pages)
  return bytes
}

function dbf(rows: number): Uint8Array {
  const bytes = new Uint8Array(100)
  const view = new DataView(bytes.buffer)
  bytes[0] = 3
  view.setUint32(4, rows, true)
  view.setUint16(8, 65, true)
  view.setUint16(10, 10, true)
  return bytes
}

test('files of a GIS that cannot be read here are told by name, and cut ones as cut', async () => {
  const packed = zipSync({ 'a/streets.shp': shapefile(100), 'a/streets.dbf': strToU8('') })
  const cases: readonly (readonly [string, Uint8Array, object])[] = [
    ['streets.shp', shapefile(100), { code: 'format-unknown', facts: { format: 'shapefile' } }],
    ['streets.shp', shapefile(5000), { code: 'file-truncated' }],
    ['town.gpkg', geopackage(4), { code: 'format-unknown', facts: { format: 'geopackage' } }],
    ['town.gpkg', geopackage(40), { code: 'file-truncated' }],
    ['streets.dbf', dbf(3), { code: 'format-unknown', facts: { format: 'dbf' } }],
    ['streets.dbf', dbf(300), { code: 'file-truncated' }],
    ['streets.zip', packed, { code: 'format-unknown', facts: { format: 'shapefile' } }],
    ['streets.zip', packed.subarray(0, packed.length - 60), { code: 'file-truncated' }],
  ]
  for (const [name, bytes, issue] of cases)
    expect(await failure(name, bytes)).toMatchObject({ file: name, ...issue })
})
