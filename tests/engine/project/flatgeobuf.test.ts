import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { geojson } from 'flatgeobuf'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readLayer } from '../../../src/engine/project/flatgeobuf-read'
import { writeLayer } from '../../../src/engine/project/flatgeobuf-write'
import { listFields } from '../../../src/engine/read/coerce-field'
import { DataError } from '../../../src/model/issue'
import {
  type Facility,
  type Gate,
  LAYER_NAMES,
  type LayerName,
  type LayerRecord,
  type Street,
} from '../../../src/model/layers'
import { arbitraryRecords } from './arbitrary-project'

const sharedData = '../shared/data/flatgeobuf'

/** `count` gates spread over a district, in an order that is not that of the index. */
function makeGates(count: number): Gate[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `g${i}`,
    geometry: {
      type: 'Point',
      coordinates: [120 + ((i * 7919) % 1009) / 10_090, 30 + ((i * 104_729) % 997) / 9970],
    },
    access: (['public', 'residents', 'closed'] as const)[i % 3],
    ...(i % 2 === 0 ? { step_free: i % 4 === 0 } : {}),
    ...(i % 5 === 0 ? { name: `东门 ${i}`, extra: { 备注: [i, null] } } : {}),
  }))
}

function codeThrown(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    if (error instanceof DataError) return error.issue.code
    throw error
  }
  return 'nothing thrown'
}

test.each(LAYER_NAMES)('reading a written %s layer gives the records back, in their order', (layer) => {
  fc.assert(
    fc.property(arbitraryRecords<LayerName>(layer), (records) => {
      const read = readLayer(layer, writeLayer(layer, records))
      expect(read.issues).toEqual([])
      // not toStrictEqual: a key named "constructor" misleads it
      expect(isDeepStrictEqual(read.records, records)).toBe(true)
    }),
    { numRuns: 30, endOnFailure: true },
  )
})

test.each([0, 1, 2, 15, 16, 17, 255, 256, 257, 4097])('a layer of %i records survives', (count) => {
  const gates = makeGates(count)
  expect(readLayer('gates', writeLayer('gates', gates))).toEqual({
    records: gates,
    issues: [],
    promised: count === 0 ? null : count,
  })
})

test('an int beyond 32 bits survives in a wider column', () => {
  const facilities: Facility[] = [
    { id: 'a', geometry: { type: 'Point', coordinates: [120, 30] }, storey: -1 },
    { id: 'b', geometry: { type: 'Point', coordinates: [120, 30] }, storey: 2 ** 40 },
  ]
  expect(readLayer('facilities', writeLayer('facilities', facilities)).records).toEqual(facilities)
})

test('a text that is empty is a missing value and is not written', () => {
  const gates: Gate[] = [{ id: 'a', name: '', geometry: { type: 'Point', coordinates: [120, 30] } }]
  expect(readLayer('gates', writeLayer('gates', gates)).records).toStrictEqual([
    { id: 'a', geometry: gates[0].geometry },
  ])
})

test('writing a value of the wrong type or a coordinate that is no number throws with the record', () => {
  const bad = { id: 'g9', geometry: { type: 'Point', coordinates: [120, 30] }, step_free: 'yes' }
  expect(() => writeLayer('gates', [bad as unknown as Gate])).toThrow(/gates g9: step_free/)
  const nowhere: Gate = { id: 'g8', geometry: { type: 'Point', coordinates: [NaN, 30] } }
  expect(() => writeLayer('gates', [nowhere])).toThrow(/gates g8: coordinate/)
})

test('the library of the format reads the same features and finds the same ones through the index', async () => {
  const gates = makeGates(1000)
  const bytes = writeLayer('gates', gates)
  const rect = { minX: 120.02, minY: 30.03, maxX: 120.05, maxY: 30.04 }
  // the library tells the console how it searches
  vi.spyOn(console, 'debug').mockImplementation(() => undefined)
  const found: string[] = []
  for await (const feature of geojson.deserialize(bytes, { rect }) as AsyncGenerator<{
    properties: Record<string, unknown>
  }>)
    found.push(feature.properties.id as string)
  const expected = gates
    .filter(
      ({
        geometry: {
          coordinates: [x, y],
        },
      }) => x >= rect.minX && x <= rect.maxX && y >= rect.minY && y <= rect.maxY,
    )
    .map(({ id }) => id)
  expect(expected.length).toBeGreaterThan(10)
  expect(found.sort()).toEqual(expected.sort())
})

/** A FlatGeobuf of the format's own library: no index, no order column, columns as given. */
function foreignFile(features: { geometry: unknown; properties: Record<string, unknown> }[]): Uint8Array {
  return geojson.serialize({
    type: 'FeatureCollection',
    features: features.map((feature) => ({ type: 'Feature', ...feature })),
  } as Parameters<typeof geojson.serialize>[0])
}

test('a file of another program comes in: fields by name, the rest as extra', () => {
  const bytes = foreignFile([
    {
      geometry: { type: 'Point', coordinates: [120.1, 30.2] },
      properties: { id: 17, access: 'public', step_free: 'yes', 编号: 'A-1', open_from: '' },
    },
  ])
  expect(readLayer('gates', bytes)).toMatchObject({
    records: [{ id: '17', access: 'public', step_free: true, extra: { 编号: 'A-1' } }],
    issues: [],
  })
})

test('a value that does not fit its field is kept as extra and reported', () => {
  const bytes = foreignFile([
    {
      geometry: { type: 'Point', coordinates: [120.1, 30.2] },
      properties: { id: 'g1', access: 'maybe', step_free: 'perhaps' },
    },
  ])
  const { records, issues } = readLayer('gates', bytes, 'my gates.fgb')
  expect(records).toMatchObject([{ id: 'g1', extra: { access: 'maybe', step_free: 'perhaps' } }])
  expect(records[0].access).toBeUndefined()
  expect(issues).toMatchObject([
    {
      severity: 'warning',
      code: 'field-unknown-value',
      file: 'my gates.fgb',
      row: 1,
      facts: { field: 'access' },
    },
    {
      severity: 'warning',
      code: 'field-wrong-type',
      id: 'g1',
      facts: { field: 'step_free', expected: 'bool' },
    },
  ])
})

test('a feature without an id gets one from its row', () => {
  const bytes = foreignFile([
    { geometry: { type: 'Point', coordinates: [120.1, 30.2] }, properties: { name: 'a' } },
    { geometry: { type: 'Point', coordinates: [120.1, 30.2] }, properties: { name: 'b' } },
  ])
  expect(readLayer('gates', bytes).records.map(({ id }) => id)).toEqual(['gates-1', 'gates-2'])
})

test.each([
  ['of another type', { type: 'Point', coordinates: [120, 30] }, 'geometry-type-wrong'],
  [
    'beyond the globe',
    {
      type: 'LineString',
      coordinates: [
        [500_000, 30],
        [1, 1],
      ],
    },
    'coordinates-out-of-range',
  ],
  [
    'with latitude first',
    {
      type: 'LineString',
      coordinates: [
        [30, 120],
        [31, 121],
      ],
    },
    'coordinates-swapped',
  ],
  ['of one point', { type: 'LineString', coordinates: [[120, 30]] }, 'geometry-invalid'],
  ['of no point', { type: 'LineString', coordinates: [] }, 'geometry-missing'],
])('a street %s is left out and reported with its row, the others come in', (_, geometry, code) => {
  const good = {
    type: 'LineString',
    coordinates: [
      [120, 30],
      [121, 31],
    ],
  }
  const { records, issues } = readLayer(
    'streets',
    foreignFile([
      { geometry: good, properties: { id: 'a' } },
      { geometry, properties: { id: 'b' } },
    ]),
  )
  expect(records.map(({ id }) => id)).toEqual(['a'])
  expect(issues).toMatchObject([{ severity: 'error', code, row: 2, id: 'b', layer: 'streets' }])
})

test('several lines in one feature become several streets', () => {
  const lines = [
    [
      [120, 30],
      [121, 31],
    ],
    [
      [120, 31],
      [121, 30],
      [122, 30],
    ],
  ]
  const bytes = foreignFile([
    { geometry: { type: 'MultiLineString', coordinates: lines }, properties: { id: 'a' } },
  ])
  const streets: readonly Street[] = readLayer('streets', bytes).records
  expect(streets.map(({ id, geometry }) => [id, geometry.coordinates])).toEqual([
    ['a', lines[0]],
    ['a-2', lines[1]],
  ])
})

test('no damage to a layer makes reading throw anything but a DataError', () => {
  const bytes = writeLayer('gates', makeGates(40))
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 10 }),
      fc.nat(bytes.length),
      (changes, length) => {
        const damaged = bytes.slice(0, length % 4 === 0 ? length : bytes.length)
        for (const [at, byte] of changes) if (at < damaged.length) damaged[at] = byte
        expect(codeThrown(() => readLayer('gates', damaged))).toBeTypeOf('string')
      },
    ),
    { numRuns: 1000, endOnFailure: true },
  )
})

describe.skipIf(!existsSync(sharedData))(
  'files of other programs (skipped: the shared test data is not here)',
  () => {
    const read = (file: string, layer: LayerName) =>
      readLayer(layer, readFileSync(join(sharedData, file)), file)

    test.each([
      ['countries.fgb', 'land', 179],
      ['countries_nocrs.fgb', 'land', 179],
      ['mp_overlapping.fgb', 'land', 2],
      ['unknown_feature_count.fgb', 'land', 1],
      ['no_properties.fgb', 'gates', 1],
      ['empty.fgb', 'land', 0],
    ] as const)('%s as %s comes in with %i records', (file, layer, count) => {
      const { records, issues } = read(file, layer)
      expect(records).toHaveLength(count)
      expect(issues).toEqual([])
    })

    test('countries.fgb keeps names and every vertex that GDAL sees', () => {
      const { records } = read('countries.fgb', 'land')
      expect(records.find(({ id }) => id === 'CHN')?.name).toBe('China')
    })

    test('heterogeneous.fgb gives what fits the layer and an issue for each of the rest', () => {
      const { records, issues } = read('heterogeneous.fgb', 'streets')
      expect(records).toHaveLength(1)
      expect(issues.map(({ code }) => code)).toEqual(['geometry-type-wrong', 'geometry-type-wrong'])
    })

    test('alldatatypes.fgb keeps every value of every column type', () => {
      const { records, issues } = read('alldatatypes.fgb', 'gates')
      expect(issues).toEqual([])
      expect(records[0].extra).toMatchObject({
        byte: -1,
        ubyte: 255,
        bool: true,
        short: -1,
        ushort: 65_535,
        int: -1,
        uint: 4_294_967_295,
        long: -1,
        double: 0,
        string: 'X',
        json: 'X',
        datetime: '2020-02-29T12:34:56Z',
      })
    })

    test('a file in British grid meters is refused by name of its system', () => {
      expect(() => read('poly00.fgb', 'land')).toThrow(/coordinates-not-wgs84.*27700/)
    })

    // tests that are skipped are collected all the same
    const files = existsSync(sharedData) ? readdirSync(sharedData) : []
    test.each(files.filter((name) => name.endsWith('.fgb')))(
      '%s as any layer gives records or a DataError',
      (file) => {
        for (const layer of LAYER_NAMES) expect(codeThrown(() => read(file, layer))).toBeTypeOf('string')
      },
    )

    test('the fuzz case is unreadable', () => {
      expect(codeThrown(() => read('fuzz-case.fgb', 'land'))).toBe('file-unreadable')
    })
  },
)

/** Records with every kind of value, the same at every run. */
function sample(layer: LayerName): LayerRecord<LayerName>[] {
  return fc.sample(arbitraryRecords<LayerName>(layer), { numRuns: 3, seed: 7 }).flat()
}

const hasGdal = spawnSync('ogrinfo', ['--version']).status === 0

describe.skipIf(!hasGdal)('GDAL, and with it QGIS (skipped: ogrinfo is not installed)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lifecircle-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  const ogr = (program: string, ...args: string[]) =>
    execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

  beforeAll(() => {
    for (const layer of LAYER_NAMES) {
      writeFileSync(join(folder, `${layer}.fgb`), writeLayer(layer, sample(layer)))
      writeFileSync(join(folder, `empty-${layer}.fgb`), writeLayer(layer, []))
    }
    writeFileSync(join(folder, 'many.fgb'), writeLayer('gates', makeGates(5000)))
  })

  const TYPES = { text: 'String', enum: 'String', int: 'Integer', number: 'Real', bool: 'Integer(Boolean)' }

  test.each(LAYER_NAMES)('opens %s with the schema’s fields, empty or not', (layer) => {
    for (const file of [`${layer}.fgb`, `empty-${layer}.fgb`]) {
      const info = ogr('ogrinfo', '-ro', '-so', file, layer)
      expect(info).toContain(`Feature Count: ${file.startsWith('empty') ? 0 : sample(layer).length}`)
      expect(info).toContain('ID["EPSG",4326]')
      for (const [name, { type }] of listFields(layer)) {
        const line = info.split('\n').find((text) => text.startsWith(`${name}: `))
        // an int of the random sample may be beyond 32 bits
        const isWide = type === 'int' && !file.startsWith('empty') && line?.includes('Real')
        expect(line).toContain(`: ${isWide ? 'Real' : TYPES[type]} (`)
      }
      expect(info).toMatch(/^extra: String/m)
    }
  })

  test('finds by a box, through the index, what lies in it', () => {
    const inside = makeGates(5000).filter(
      ({
        geometry: {
          coordinates: [x, y],
        },
      }) => {
        return x >= 120.02 && x <= 120.05 && y >= 30.03 && y <= 30.04
      },
    )
    const box = ['-spat', '120.02', '30.03', '120.05', '30.04']
    expect(ogr('ogrinfo', '-ro', '-so', '-al', ...box, 'many.fgb')).toContain(
      `Feature Count: ${inside.length}`,
    )
    expect(ogr('ogrinfo', '-ro', '-q', '-al', ...box, 'many.fgb').match(/OGRFeature/g)).toHaveLength(
      inside.length,
    )
  })

  test.each(LAYER_NAMES)('rewrites %s and nothing is lost', (layer) => {
    ogr('ogr2ogr', '-f', 'FlatGeobuf', '-nln', layer, `again-${layer}.fgb`, `${layer}.fgb`)
    const again = readLayer(layer, readFileSync(join(folder, `again-${layer}.fgb`)))
    expect(again.issues).toEqual([])
    expect(again.records).toEqual(sample(layer))
  })
})
