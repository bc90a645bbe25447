import * as fc from 'fast-check'
import { zipSync } from 'fflate'
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js'
import type { FeatureCollection } from 'geojson'
import { expect, test } from 'vitest'

import { packProject, unpackProject } from '../../../src/engine/project/project-file'
import { bytesSource } from '../../../src/engine/read/byte-source'
import { readFile } from '../../../src/engine/read/read-file'
import { cleanRecords } from '../../../src/engine/read/clean-records'
import { cleanText } from '../../../src/model/clean-text'
import { emptyLayers } from '../../../src/model/layers'
import type { Project } from '../../../src/model/project'

const RLO = '\u202e'
// joiners are looked at apart: some are spelling
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/
const utf8 = (text: string) => new TextEncoder().encode(text)
const at = { type: 'Point', coordinates: [120.1, 30.2] } as const

/** Any text, thick with what must not come in. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        RLO,
        '\u2066',
        '\u2069',
        '\u200b',
        '\u200d',
        '\ufeff',
        '\n',
        '\t',
        '\u0007',
        '\u009b',
        '北苑',
        '👩',
        '3',
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))

const collection = (texts: readonly string[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: texts.map((text, i) => ({
    type: 'Feature',
    properties: { id: `a${i}`, name: text, community: text, source: text, other: text },
    geometry: { type: 'Point', coordinates: [...at.coordinates] },
  })),
})

const geojson = (texts: readonly string[]) => utf8(JSON.stringify(collection(texts)))
const flatgeobuf = (texts: readonly string[]) => serialize(collection(texts))
const csv = (texts: readonly string[]) =>
  utf8(
    `id,name,source,other,lon,lat\r\n${texts
      .map((text, i) => {
        // a text file with these is taken for no text at all
        // oxlint-disable-next-line no-control-regex
        const cell = `"${text.replaceAll(/[\u0000-\u0008\u000e-\u001f]/g, '').replaceAll('"', '""')}"`
        return `a${i},${cell},${cell},${cell},120.1,30.2`
      })
      .join('\r\n')}\r\n`,
  )

const escapeXml = (text: string) =>
  text.replaceAll(/[&<>"\r]|[^\t\n -\ud7ff\ue000-\ufffd]/gu, (char) => (char === '&' ? '&amp;' : ''))

const xlsx = (texts: readonly string[]) => {
  const rows = [['name', 'lon', 'lat'], ...texts.map((text) => [escapeXml(text), '120.1', '30.2'])]
  const sheet = rows
    .map(
      (row) =>
        `<row>${row.map((cell) => `<c t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`).join('')}</row>`,
    )
    .join('')
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return zipSync({
    'xl/workbook.xml': utf8(
      `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': utf8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': utf8(
      `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
    ),
  })
}

/** Every text of a value, names of members too. */
function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => {
    const texts = listTexts(each)
    // unknown fields may be notes: lines of their own stay
    return [key, ...(key === 'extra' ? texts.map((text) => text.replaceAll(/[\t-\r\u0085]/g, '')) : texts)]
  })
}

const clean = (value: unknown) => listTexts(value).filter((text) => FORBIDDEN.test(text))

test('a text is rid of what nobody sees, and keeps what is spelling', () => {
  expect(cleanText(`北苑${RLO}321 号`)).toBe('北苑321 号')
  expect(cleanText('北苑\r\n一期')).toBe('北苑 一期')
  expect(cleanText('一\n二\u200b', 'note')).toBe('一\n二')
  expect(cleanText('👩\u200d💻 क्\u200dष می\u200cخواهم')).toBe('👩\u200d💻 क्\u200dष می\u200cخواهم')
  expect(cleanText('北\u200d苑 👩\u200d')).toBe('北苑 👩')
  expect(cleanText(' 北  苑 ')).toBe(' 北  苑 ')
})

test('any text comes out clean, once and for all, and a clean one as it was', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const once = cleanText(text)
      expect(once).not.toMatch(FORBIDDEN)
      expect(cleanText(once)).toBe(once)
      // oxlint-disable-next-line no-control-regex
      if (!/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/.test(text))
        expect(once).toBe(text)
    }),
  )
})

test.each([
  ['geojson', geojson],
  ['fgb', flatgeobuf],
  ['csv', csv],
  ['xlsx', xlsx],
] as const)(
  'no text of a %s file brings hidden characters into layers or messages',
  async (ending, write) => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 4 }), async (texts) => {
        const source = bytesSource(`facilities${RLO}.${ending}`, write(texts))
        const result = await readFile(source, { layer: 'facilities' }, {})
        expect(clean(result)).toEqual([])
      }),
      { numRuns: 40 },
    )
  },
)

test('what was taken out is told: which file, how many records, an example', async () => {
  const source = bytesSource('facilities.geojson', geojson([`社区食堂${RLO}21`, '菜场', '公园\u200b']))
  const { layers, issues } = await readFile(source, { layer: 'facilities' }, {})
  expect(layers.facilities?.map(({ name }) => name)).toEqual(['社区食堂21', '菜场', '公园'])
  expect(issues.filter(({ code }) => code === 'text-cleaned')).toEqual([
    {
      severity: 'warning',
      code: 'text-cleaned',
      file: 'facilities.geojson',
      layer: 'facilities',
      id: 'a0',
      facts: { rows: 2, field: 'name', example: '社区食堂21' },
    },
  ])
})

test('a project file brings none either, in layers or scenarios', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const project: Project = {
        name: `西湖${text}`,
        fictional: false,
        layers: {
          ...emptyLayers(),
          facilities: [{ id: `f${text}`, name: text, geometry: { ...at, coordinates: [...at.coordinates] } }],
        },
        provenance: {},
        surveyed: {},
        scenarios: [{ id: 's', name: text, edits: [] }],
        corrections: [],
      }
      expect(clean(unpackProject(packProject(project)))).toEqual([])
    }),
    { numRuns: 40 },
  )
})

test('two records that a hidden character told apart stay two', () => {
  const named = ['a', 'a\u200b', 'b', 'a\u2060'].map((id) => ({ id, name: '甲' }))
  expect(cleanRecords(named, { layer: 'facilities' }).records.map(({ id }) => id)).toEqual([
    'a',
    'a-2',
    'b',
    'a-3',
  ])
})
