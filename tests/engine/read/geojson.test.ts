import type { Geometry } from 'geojson'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { bytesSource } from '../../../src/engine/read/byte-source'
import { readFile } from '../../../src/engine/read/read-file'
import { DataError } from '../../../src/model/issue'
import type { LayerName } from '../../../src/model/layers'
import { textSource } from './make-osm'

const P: Geometry = { type: 'Point', coordinates: [120.1, 30.2] }
const SQUARE = [
  [120, 30],
  [120, 30.1],
  [120.1, 30.1],
  [120.1, 30],
  [120, 30],
]

const feature = (geometry: unknown, properties: unknown = {}, id?: unknown) => ({
  type: 'Feature',
  ...(id === undefined ? {} : { id }),
  properties,
  geometry,
})
const collect = (...features: unknown[]) => ({ type: 'FeatureCollection', features })

const read = (value: unknown, name = 'x.geojson', layer?: LayerName) =>
  readFile(textSource(name, JSON.stringify(value)), layer === undefined ? {} : { layer }, {})

async function failure(value: unknown, name?: string): Promise<unknown> {
  const error = await read(value, name).catch((e: unknown) => e)
  expect(error).toBeInstanceOf(DataError)
  return (error as DataError).issue
}

test('a collection, a feature and a bare geometry are read', async () => {
  for (const value of [collect(feature(P)), feature(P), P]) {
    const result = await read(value, 'facilities.geojson')
    expect(result.layers.facilities).toEqual([{ id: 'f1', geometry: P }])
    expect([result.features, result.accepted, result.rejected, result.crs]).toEqual([1, 1, 0, 'WGS84'])
  }
})

test('fields come in by the layer table; what does not fit is told and kept', async () => {
  const result = await read(
    collect(
      feature(
        { type: 'Polygon', coordinates: [SQUARE] },
        {
          name: ' 翠苑一区 ',
          households: '１２00',
          built_year: '1984年',
          gated: '是',
          resident_will: '0.85',
          management: 'Basic',
          mode: 'explode',
          residents: -3,
          owners: 12.5,
          floor_area_m2: '',
          parking_bays: null,
          物业: '绿城',
          list: [1, 2],
        },
      ),
    ),
    'communities.geojson',
  )
  expect(result.layers.communities).toMatchObject([
    {
      name: '翠苑一区',
      households: 1200,
      built_year: 1984,
      gated: true,
      resident_will: 0.85,
      management: 'basic',
      extra: { mode: 'explode', residents: -3, owners: 12.5, 物业: '绿城', list: [1, 2] },
    },
  ])
  expect(Object.keys(result.layers.communities?.[0] ?? {})).not.toContain('floor_area_m2')
  expect(result.issues.map(({ code, facts, row, layer }) => [code, facts?.['field'], row, layer])).toEqual([
    ['field-unknown-value', 'mode', 1, 'communities'],
    ['field-wrong-type', 'residents', 1, 'communities'],
    ['field-wrong-type', 'owners', 1, 'communities'],
  ])
})

test('geometry is rounded, closed, turned and without heights', async () => {
  const open = SQUARE.slice(0, 4).map(([x, y]) => [x, y, 7.5])
  const hole = [
    [120.02, 30.02],
    [120.04, 30.02],
    [120.04, 30.04],
    [120.020000001, 30.019999999],
  ]
  const result = await read(collect(feature({ type: 'Polygon', coordinates: [open, hole] })), 'land.json')
  const rings = result.layers.land?.[0]?.geometry.coordinates
  expect(rings).toEqual([
    SQUARE.toReversed(),
    [
      [120.02, 30.02],
      [120.04, 30.04],
      [120.04, 30.02],
      [120.02, 30.02],
    ],
  ])
})

test('multi-points and multi-lines become records of their own', async () => {
  const points = feature(
    {
      type: 'MultiPoint',
      coordinates: [
        [120, 30],
        [121, 31],
      ],
    },
    { name: 'A' },
    7,
  )
  const facilities = await read(collect(points), 'facilities.json')
  expect(facilities.layers.facilities).toMatchObject([
    { id: '7/1', name: 'A', geometry: { type: 'Point', coordinates: [120, 30] } },
    { id: '7/2', name: 'A', geometry: { type: 'Point', coordinates: [121, 31] } },
  ])
  const lines = feature({ type: 'MultiLineString', coordinates: [SQUARE.slice(0, 2), SQUARE.slice(2, 4)] })
  const streets = await read(collect(lines), '道路.geojson')
  expect(streets.layers.streets?.map(({ id }) => id)).toEqual(['f1/1', 'f1/2'])
  expect(streets.provenance.topology).toBe('crossings')
  expect([facilities.features, facilities.accepted]).toEqual([1, 1])
})

test('rows that do not serve are told by their number, the others come in', async () => {
  const result = await read(
    collect(
      feature(P),
      feature(null),
      feature({ type: 'LineString', coordinates: SQUARE }),
      feature({ type: 'Polygon', coordinates: [SQUARE.slice(0, 2)] }),
      feature({ type: 'Point', coordinates: ['120', '30'] }),
      feature({ type: 'Point', coordinates: [30.2, 120.1] }),
      feature({ type: 'Point', coordinates: [30.2, 85] }),
      feature({ type: 'Point', coordinates: [520000, 3341000] }),
      feature({ type: 'Point', coordinates: [] }),
      'nonsense',
    ),
    'facilities.json',
  )
  expect(result.issues.map(({ row, code, severity }) => [row, code, severity])).toEqual([
    [2, 'geometry-missing', 'error'],
    [3, 'geometry-type-wrong', 'error'],
    [4, 'geometry-invalid', 'error'],
    [5, 'geometry-invalid', 'error'],
    [6, 'coordinates-swapped', 'error'],
    [7, 'coordinates-swapped', 'error'],
    [8, 'coordinates-out-of-range', 'error'],
    [9, 'geometry-missing', 'error'],
    [10, 'geometry-missing', 'error'],
  ])
  expect([result.features, result.accepted, result.rejected]).toEqual([10, 1, 9])
  expect(result.layers.facilities).toHaveLength(1)
})

const pointsAt = (coordinates: readonly number[][]) =>
  collect(...coordinates.map((c) => feature({ type: 'Point', coordinates: c })))

test('a file all of whose rows are swapped, or in metres, or in another system, is refused', async () => {
  expect(
    await failure(
      pointsAt([
        [30.2, 120.1],
        [30.3, 120.2],
      ]),
      'facilities.json',
    ),
  ).toMatchObject({
    code: 'coordinates-swapped',
    file: 'facilities.json',
    facts: { rows: 2 },
  })
  expect(await failure(pointsAt([[520000, 3341000]]), 'facilities.json')).toMatchObject({
    code: 'coordinates-not-wgs84',
  })
  const named = (name: string) => ({ ...pointsAt([[120, 30]]), crs: { type: 'name', properties: { name } } })
  expect(await failure(named('urn:ogc:def:crs:EPSG::4549'), 'facilities.json')).toMatchObject({
    code: 'coordinates-not-wgs84',
    facts: { crs: 'urn:ogc:def:crs:EPSG::4549' },
  })
  for (const name of ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'urn:ogc:def:crs:EPSG::4326'])
    expect((await read(named(name), 'facilities.json')).crs).toBe('WGS84')
  expect((await read(named('urn:ogc:def:crs:EPSG::4490'), 'facilities.json')).crs).toBe('CGCS2000')
})

test('places north of Siberia and on the Horn of Africa are not mistaken for China', async () => {
  const somewhere = collect(
    feature({ type: 'Point', coordinates: [7.42, 43.73] }),
    feature({ type: 'Point', coordinates: [25, 71] }),
    feature({ type: 'Point', coordinates: [-51, -30] }),
  )
  expect((await read(somewhere, 'facilities.json')).issues).toEqual([])
})

test('ids: the feature’s, the property’s, else the row’s; doubles are renamed and told', async () => {
  const result = await read(
    collect(
      feature(P, {}, 'a'),
      feature(P, { id: 5 }),
      feature(P),
      feature(P, {}, 'a'),
      feature(P, { '@id': 'node/9' }),
    ),
    'facilities.json',
  )
  expect(result.layers.facilities?.map(({ id }) => id)).toEqual(['a', '5', 'f3', 'a-2', 'node/9'])
  expect(result.issues).toMatchObject([
    { severity: 'warning', code: 'id-duplicate', row: 4, facts: { id: 'a', renamed: 'a-2' } },
  ])
})

const layersOf = async (value: unknown, name?: string, layer?: LayerName) =>
  Object.keys((await read(value, name, layer)).layers)

test('the layer comes from the user, the file, the row, the name, the fields, in this order', async () => {
  const point = collect(feature(P))
  expect(await layersOf(point, 'gates.geojson', 'facilities')).toEqual(['facilities'])
  expect(await layersOf({ ...point, layer: 'gates' }, 'facilities.geojson')).toEqual(['gates'])
  expect(await layersOf({ ...point, name: 'spaces' })).toEqual(['spaces'])
  expect(await layersOf(collect(feature(P, { layer: 'gates' }), feature(P, { layer: 'entrances' })))).toEqual(
    ['gates', 'entrances'],
  )
  expect(await layersOf(point, 'data/2026_facilities.geojson')).toEqual(['facilities'])
  expect(await layersOf(point, '翠苑街道小区出入口.json')).toEqual(['gates'])
  expect(await layersOf(collect(feature(P, { class: 'TOILET' })))).toEqual(['facilities'])
  expect(await layersOf(collect(feature(P, { kind: 'idle_room', clear_height_m: 3 })))).toEqual(['spaces'])
  const line = { type: 'LineString', coordinates: SQUARE.slice(0, 2) }
  expect(await layersOf(collect(feature(line, { highway: 'footway' })))).toEqual(['streets'])
  expect(await layersOf(collect(feature(line, { kind: 'fence' })))).toEqual(['barriers'])
  expect(
    await layersOf(collect(feature({ type: 'Polygon', coordinates: [SQUARE] }, { storeys: 6, use: 'a' }))),
  ).toEqual(['buildings'])
  expect(await failure(point, 'export.geojson')).toMatchObject({ code: 'layer-unknown' })
  expect(await failure(collect(feature(line)), 'export.geojson')).toMatchObject({ code: 'layer-unknown' })
})

test('the street’s kind may be called highway; the word that named the layer is no field', async () => {
  const line = { type: 'LineString', coordinates: SQUARE.slice(0, 2) }
  const result = await read(collect(feature(line, { highway: 'footway', layer: 'streets' })))
  expect(result.layers.streets).toMatchObject([{ kind: 'footway' }])
  expect(result.layers.streets?.[0]).not.toHaveProperty('extra')
  const level = await read(collect(feature(line, { layer: '-1' })), 'streets.json')
  expect(level.layers.streets).toMatchObject([{ layer: -1 }])
})

test('an empty collection is an empty file of no layer', async () => {
  expect(await read(collect())).toMatchObject({ features: 0, layers: {}, issues: [] })
})

test('JSON that is no GeoJSON is an unknown format', async () => {
  expect(await failure({ type: 'Topology', objects: {} })).toMatchObject({
    code: 'format-unknown',
    facts: { format: 'topojson' },
  })
  for (const value of [{}, [], [1, 2], { a: 1 }, { type: 'FeatureCollection' }])
    expect(await failure(value)).toMatchObject({ code: 'format-unknown' })
})

const readText = (content: string) => readFile(textSource('facilities.json', content), {}, {})

test('wrong and cut JSON are told apart', async () => {
  const text = JSON.stringify(collect(feature(P)))
  await expect(readText(text.replace('"features":', '"features"'))).rejects.toMatchObject({
    issue: { code: 'json-invalid' },
  })
  await expect(readText(text.slice(0, -20))).rejects.toMatchObject({ issue: { code: 'file-truncated' } })
})

const encode = (text: string) => [...new TextEncoder().encode(text)]

test('GB18030 text is read as offices write it', async () => {
  const [before, after] = JSON.stringify(collect(feature(P, { name: '@' }))).split('@')
  const bytes = Uint8Array.from([...encode(before), 0xb4, 0xe4, 0xd4, 0xb7, ...encode(after)])
  const result = await readFile(bytesSource('facilities.json', bytes), {}, {})
  expect(result.layers.facilities?.[0]?.name).toBe('翠苑')
})

test('a field called __proto__ is a field like any other', async () => {
  const text =
    '{"type":"Feature","geometry":{"type":"Point","coordinates":[120,30]},"properties":{"__proto__":{"x":1}}}'
  const result = await readFile(textSource('facilities.json', text), {}, {})
  const extra = result.layers.facilities?.[0]?.extra
  expect(Object.getPrototypeOf(extra)).toBe(Object.prototype)
  expect(Object.keys(extra ?? {})).toEqual(['__proto__'])
})

test('any JSON gives a result or a DataError, and as many rows in as out', async () => {
  const geometry = fc.oneof(
    fc.record({
      type: fc.constantFrom('Point', 'LineString', 'Polygon', 'MultiPolygon', 'Odd'),
      coordinates: fc.jsonValue(),
    }),
    fc.record({
      type: fc.constant('Point'),
      coordinates: fc.tuple(fc.double({ min: -180, max: 180 }), fc.double({ min: -90, max: 90 })),
    }),
    fc.jsonValue(),
  )
  const row = fc.record({
    type: fc.constant('Feature'),
    id: fc.jsonValue(),
    properties: fc.jsonValue(),
    geometry,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 5 }), async (rows) => {
      try {
        const result = await read(collect(...rows), 'facilities.json')
        expect(result.accepted + result.rejected).toBe(rows.length)
        const ids = (result.layers.facilities ?? []).map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
      } catch (error) {
        if (!(error instanceof DataError)) throw error
      }
    }),
    { numRuns: 300, seed: 5 },
  )
})
