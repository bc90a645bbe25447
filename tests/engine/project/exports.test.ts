import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { layerToCsv } from '../../../src/engine/project/to-csv'
import { layerToGeoJson } from '../../../src/engine/project/to-geojson'
import type { Facility, Green, LayerName, LayerRecord } from '../../../src/model/layers'
import { arbitraryRecords } from './arbitrary-project'

const clockwise = [
  [120, 30],
  [120, 31],
  [121, 31],
  [121, 30],
  [120, 30],
]

interface Collection {
  readonly name: string
  readonly features: readonly {
    readonly id: string
    readonly properties: Record<string, unknown>
    readonly geometry: { readonly coordinates: unknown }
  }[]
}

function geoJsonOf(layer: LayerName, records: readonly LayerRecord<LayerName>[]): Collection {
  return JSON.parse(layerToGeoJson(layer, records)) as Collection
}

test('outer rings run counter-clockwise in GeoJSON, holes clockwise, whichever way they came', () => {
  const hole = clockwise.map(([x, y]) => [120.2 + (x - 120) / 2, 30.2 + (y - 30) / 2])
  const reversed = clockwise.toReversed()
  for (const rings of [
    [clockwise, hole],
    [reversed, hole.toReversed()],
  ]) {
    const green: Green = { id: 'p', geometry: { type: 'Polygon', coordinates: rings } }
    expect(geoJsonOf('greens', [green]).features[0].geometry.coordinates).toEqual([reversed, hole])
    const both: Green = { id: 'p', geometry: { type: 'MultiPolygon', coordinates: [rings, rings] } }
    expect(geoJsonOf('greens', [both]).features[0].geometry.coordinates).toEqual([
      [reversed, hole],
      [reversed, hole],
    ])
  }
})

test('unknown fields stand beside the others in GeoJSON, and under extra where the name is taken', () => {
  const facility: Facility = {
    id: 'f',
    name: '幼儿园',
    capacity: -0,
    geometry: { type: 'Point', coordinates: [120.123456789, 30] },
    extra: { 编号: [1, null], class: 'something else' },
  }
  expect(geoJsonOf('facilities', [facility])).toEqual({
    type: 'FeatureCollection',
    name: 'facilities',
    features: [
      {
        type: 'Feature',
        id: 'f',
        properties: {
          id: 'f',
          name: '幼儿园',
          capacity: -0,
          编号: [1, null],
          extra: { class: 'something else' },
        },
        geometry: { type: 'Point', coordinates: [120.123456789, 30] },
      },
    ],
  })
})

test('GeoJSON of any records is valid JSON with all of them in order, and so is that of none', () => {
  fc.assert(
    fc.property(arbitraryRecords('spaces'), (records) => {
      expect(geoJsonOf('spaces', records).features.map(({ id }) => id)).toEqual(records.map(({ id }) => id))
    }),
    { numRuns: 30, endOnFailure: true },
  )
  expect(geoJsonOf('spaces', []).features).toEqual([])
})

/** RFC 4180, written anew: the test must not share the writer's mistakes. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  for (let i = 0; i < text.length; i++) {
    const character = text[i]
    if (isQuoted) {
      if (character !== '"') cell += character
      else if (text[i + 1] === '"') cell += text[i++]
      else isQuoted = false
    } else if (character === '"') isQuoted = true
    else if (character === ',') {
      rows[rows.length - 1].push(cell)
      cell = ''
    } else if (character === '\r' && text[i + 1] === '\n') {
      i++
      rows[rows.length - 1].push(cell)
      rows.push([])
      cell = ''
    } else cell += character
  }
  return rows.slice(0, -1)
}

function facilityNamed(name: string): Facility {
  return { id: 'f', name, geometry: { type: 'Point', coordinates: [120.1, 30.2] } }
}

function nameCell(name: string): string {
  const [head, row] = parseCsv(layerToCsv('facilities', [facilityNamed(name)]).slice(1))
  return row[head.indexOf('name')]
}

test('CSV begins with a byte order mark, so that Excel shows Chinese', () => {
  expect(layerToCsv('facilities', [facilityNamed('幼儿园')]).codePointAt(0)).toBe(0xfeff)
})

test.each([
  'plain',
  '翠苑, 一区',
  'a "quoted" word',
  'two\r\nlines',
  '3-5岁',
  'a=b',
  '-12.5',
  '+3',
  '-1e-7',
  '-0',
])('the text %j comes back from CSV as it was', (text) => {
  expect(nameCell(text)).toBe(text)
})

test.each(['=1+1', '@SUM(A1)', '+86 571 8888', '-2+3', '=HYPERLINK("x","y")', '\tx', '-', '+1-1'])(
  'the text %j, which a spreadsheet would compute, gets an apostrophe',
  (text) => {
    expect(nameCell(text)).toBe(`'${text}`)
  },
)

test('CSV has every field, absent ones empty, and the geometry as WKT', () => {
  const green: Green = {
    id: 'p',
    kind: 'park',
    area_m2: 1.5,
    geometry: { type: 'MultiPolygon', coordinates: [[clockwise], [clockwise]] },
    extra: { a: 1 },
  }
  const ring = '(120 30, 120 31, 121 31, 121 30, 120 30)'
  expect(parseCsv(layerToCsv('greens', [green]).slice(1))).toEqual([
    ['id', 'name', 'source', 'survey_date', 'note', 'kind', 'area_m2', 'width_m', 'extra', 'WKT'],
    ['p', '', '', '', '', 'park', '1.5', '', '{"a":1}', `MULTIPOLYGON ((${ring}), (${ring}))`],
  ])
})

test('CSV of any records is one row each with a cell per column', () => {
  fc.assert(
    fc.property(arbitraryRecords('communities'), (records) => {
      const rows = parseCsv(layerToCsv('communities', records).slice(1))
      expect(rows).toHaveLength(records.length + 1)
      expect(new Set(rows.map((row) => row.length)).size).toBe(1)
    }),
    { numRuns: 50, endOnFailure: true },
  )
})

const hasGdal = spawnSync('ogrinfo', ['--version']).status === 0

test.skipIf(!hasGdal)('GDAL reads GeoJSON and CSV with their geometry (skipped without ogrinfo)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lifecircle-'))
  const green: Green = { id: 'p', geometry: { type: 'Polygon', coordinates: [clockwise] } }
  writeFileSync(join(folder, 'greens.geojson'), layerToGeoJson('greens', [green]))
  writeFileSync(join(folder, 'greens.csv'), layerToCsv('greens', [green]))
  for (const file of ['greens.geojson', 'greens.csv']) {
    const info = execFileSync('ogrinfo', ['-ro', '-al', file], { cwd: folder, encoding: 'utf8' })
    expect(info).toContain('Extent: (120.000000, 30.000000) - (121.000000, 31.000000)')
  }
  rmSync(folder, { recursive: true })
})
