import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { mergeImports } from '../../../src/engine/project/merge-import'
import { reprojectResult } from '../../../src/engine/project/reproject'
import { layerToCsv } from '../../../src/engine/project/to-csv'
import { bytesSource } from '../../../src/engine/read/byte-source'
import { placeUnplaced } from '../../../src/engine/project/place-unplaced'
import { readFile } from '../../../src/engine/read/read-file'
import type { ReadResult } from '../../../src/engine/read/read-result'
import { DataError } from '../../../src/model/issue'
import type { Community, Space } from '../../../src/model/layers'
import { isPlacedByCommunity } from '../../../src/model/placed-by-community'

const read = (name: string, bytes: Uint8Array): Promise<ReadResult> =>
  readFile(bytesSource(name, bytes), {}, {})
const readText = (name: string, text: string) => read(name, strToU8(text))
const spacesOf = (result: ReadResult): readonly Space[] => result.layers.spaces ?? []

async function failure(reading: Promise<ReadResult>): Promise<unknown> {
  try {
    await reading
  } catch (error) {
    if (error instanceof DataError) return error.issue
    throw error
  }
  return null
}

const OFFICE = [
  '翠苑街道潜力空间摸排表（2026年）,,,,,,,,,,,',
  '序号,空间编号,空间名称,空间类型,所在小区,建筑面积（㎡）,所在楼层,净高(m),独立出入口,权属,耐火等级,经度,纬度,备注',
  '1,K01,"锅炉房,旧",闲置用房,翠苑一区,"1,280 ㎡",一层,3.6米,有,国有企业,二级,120.1234567,30.2765,',
  '2,K02,防空洞,地下空间,翠苑一区,400,负一层,2.8,√,人防,—,"120°7′30″","30°16′30″",-3 ℃',
  '3,K03,拐角,停车棚,翠苑一区,约60,1,,无,街道,,120.125,30.277,',
  '4,K04,没有位置的房,存量公房,翠苑二区,90,2,,,,,,,',
  '5,K05,写错的房,存量公房,翠苑二区,90,2,,,,,东经一百二,30.2,',
  '合计,,,,,1770,,,,,,,,',
].join('\r\n')

test('a table as an office writes it: words, units, storeys; each bad row is told by its row in the sheet', async () => {
  const result = await readText('翠苑小区潜力空间.csv', OFFICE)
  expect([result.format, result.features, result.accepted, result.rejected]).toEqual(['csv', 6, 4, 2])
  const [boiler, shelter, corner] = spacesOf(result)
  expect(boiler).toEqual({
    id: 'K01',
    name: '锅炉房,旧',
    kind: 'idle_room',
    community: '翠苑一区',
    area_m2: 1280,
    storey: 1,
    clear_height_m: 3.6,
    own_entrance: true,
    ownership: 'state_enterprise',
    fire_grade: 2,
    extra: { 序号: '1' },
    geometry: { type: 'Point', coordinates: [120.1234567, 30.2765] },
  })
  expect(shelter).toMatchObject({
    kind: 'underground',
    storey: -1,
    own_entrance: true,
    ownership: 'civil_defense',
  })
  expect(shelter.geometry.coordinates).toEqual([120.125, 30.275])
  expect([shelter.fire_grade, shelter.note]).toEqual([undefined, '-3 ℃'])
  // what is not understood is unknown and kept, the rest of the row comes in
  expect(corner).toMatchObject({
    ownership: 'government',
    own_entrance: false,
    extra: { kind: '停车棚', area_m2: '约60' },
  })
  expect([corner.kind, corner.area_m2]).toEqual([undefined, undefined])
  expect(result.issues.map(({ code, row, id, layer }) => [code, row, id, layer])).toEqual([
    ['table-columns-kept', undefined, undefined, undefined],
    ['field-unknown-value', 5, 'K03', 'spaces'],
    ['field-wrong-type', 5, 'K03', 'spaces'],
    ['position-invalid', 7, 'K05', 'spaces'],
    // the sum of the rows above is no space
    ['table-sum', 8, undefined, 'spaces'],
  ])
})

test('longitude and latitude 0 are what nobody filled in: the space waits, and it is said', async () => {
  const { layers, unplaced, issues } = await readText(
    '空间.csv',
    '名称,类型,面积,经度,纬度\n甲,空地,20,0,0\n乙,空地,-5,120.1,30.2\n',
  )
  expect(layers.spaces?.map(({ name }) => name)).toEqual(['乙'])
  expect(unplaced).toMatchObject([{ name: '甲', area_m2: 20, row: 2 }])
  expect(issues.map(({ code, row, facts }) => [code, row, facts?.['expected']])).toEqual([
    ['position-zero', 2, undefined],
    // −5 is a number, and no area
    ['field-wrong-type', 3, 'number of 0 or more'],
  ])
})

test('rows without coordinates wait where the table is one of spaces, whether or not it names communities', async () => {
  const bare = await readText('表.csv', '编号,名称,种类,面积\nA1,甲,空地,20\n合计,,,20\n')
  expect(bare.unplaced).toEqual([
    { id: 'A1', name: '甲', kind: 'vacant_land', area_m2: 20, file: '表.csv', row: 2 },
  ])
  expect(bare.issues.map(({ code, row }) => [code, row])).toEqual([['table-sum', 3]])
  // its fields are checked as those of any other row
  const odd = await readText('闲置用房.csv', '名称,权属,面积\n乙,不详户,约60\n')
  expect(odd.unplaced).toMatchObject([{ name: '乙', extra: { ownership: '不详户', area_m2: '约60' } }])
  expect(odd.issues.map(({ code, row }) => [code, row])).toEqual([
    ['field-unknown-value', 2],
    ['field-wrong-type', 2],
  ])
})

const named = (id: string, name: string | undefined, x: number): Community => ({
  id,
  ...(name === undefined ? {} : { name }),
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, 30],
        [x + 0.002, 30],
        [x + 0.002, 30.002],
        [x, 30.002],
        [x, 30],
      ],
    ],
  },
})

test('a space without coordinates stands in the one community its row names, and says that nobody said where', async () => {
  const communities = [
    named('c1', '翠苑 一区', 120),
    named('c2', '新村', 120.1),
    named('c3', '新村', 120.2),
    named('c4', undefined, 120.3),
  ]
  const text =
    '编号,名称,种类,所在小区,面积,地址\nK1,锅炉房,闲置用房,翠苑一区,80,文一路1号\nK2,车棚,空地,新村,30,\nK3,门房,闲置用房,翠苑,20,\nK4,库房,闲置用房,,20,\nK5,泵房,闲置用房,C4,20,\n'
  const [result] = placeUnplaced([await readText('潜力空间.csv', text)], communities, [])
  expect(spacesOf(result).map(({ id, community, geometry }) => [id, community, geometry])).toEqual([
    ['K1', '翠苑 一区', { type: 'Point', coordinates: [120.001, 30.001] }],
    ['K5', 'c4', { type: 'Point', coordinates: [120.301, 30.001] }],
  ])
  expect(spacesOf(result).map(isPlacedByCommunity)).toEqual([true, true])
  expect(spacesOf(result)[0].extra).toMatchObject({ 地址: '文一路1号' })
  expect([result.features, result.accepted, result.rejected]).toEqual([5, 5, 0])
  // the others wait, as their rows have them
  expect(result.unplaced).toMatchObject([
    { id: 'K2', name: '车棚', kind: 'vacant_land', community: '新村', area_m2: 30, row: 3 },
    { id: 'K3', name: '门房', community: '翠苑', file: '潜力空间.csv' },
    { id: 'K4', name: '库房', area_m2: 20 },
  ])
  expect(result.unplaced?.[2].community).toBe(undefined)
  const told = result.issues.filter(({ row }) => row !== undefined)
  expect(told.map(({ code, row, facts }) => [code, row, facts?.['reason'] ?? null])).toEqual([
    ['position-by-community', 2, null],
    ['position-waiting', 3, 'community-ambiguous'],
    ['position-waiting', 4, 'community-unknown'],
    ['position-waiting', 5, 'community-missing'],
    ['position-by-community', 6, null],
  ])
  // coordinates count more than a name, and only spaces may stand anywhere in a community
  const both = '名称,种类,所在小区,经度,纬度\n甲,空地,c2,120.5,30.5\n'
  const [own] = placeUnplaced([await readText('空间.csv', both)], communities, [])
  expect(spacesOf(own).map((space) => [space.geometry, isPlacedByCommunity(space)])).toEqual([
    [{ type: 'Point', coordinates: [120.5, 30.5] }, false],
  ])
  const gates = readText('出入口.csv', '名称,所在小区\n东门,c2\n')
  expect(await failure(gates)).toMatchObject({ code: 'table-no-position' })
})

/** Where the first space stands that has coordinates under these headings, and one without any; the system moved from. */
async function move(head: string) {
  const text = `名称,种类,所在小区,${head}\n甲,空地,,120.1,30.2\n乙,空地,翠苑,,\n`
  const result = await readText('空间.csv', text)
  const shifted = result.shift === undefined ? result : reprojectResult(result, result.shift)
  const [moved] = placeUnplaced([shifted], [named('c1', '翠苑', 120)], [])
  return [result.shift ?? null, ...spacesOf(moved).map(({ geometry }) => geometry.coordinates)]
}

test('coordinates whose headings name GCJ-02 or BD-09 are moved back; what its community places stays', async () => {
  expect(await move('经度,纬度')).toEqual([null, [120.1, 30.2], [120.001, 30.001]])
  for (const [head, system] of [
    ['高德经度,高德纬度', 'gcj02'],
    ['经度（GCJ-02）,纬度（GCJ-02）', 'gcj02'],
    ['lon (bd09),lat (bd09)', 'bd09'],
    ['百度坐标系经度,百度坐标系纬度', 'bd09'],
  ] as const) {
    const [shift, own, placed] = await move(head)
    expect([head, shift, placed]).toEqual([head, system, [120.001, 30.001]])
    // some 480 m west and 240 m north for GCJ-02; BD-09 lies another 700 m off
    const [lon] = own as [number, number]
    expect((120.1 - lon) * 96_000).toBeGreaterThan(system === 'gcj02' ? 350 : 900)
    expect((120.1 - lon) * 96_000).toBeLessThan(system === 'gcj02' ? 600 : 1300)
  }
})

test('GB18030, tabs, English headings and what a spreadsheet keeps from being a formula are read', async () => {
  const gbk = Uint8Array.from([
    ...strToU8('kind;lon;lat\r\n'),
    // 空地 in GB18030
    0xbf,
    0xd5,
    0xb5,
    0xd8,
    ...strToU8(';120.1;30.2\r\n'),
  ])
  expect(spacesOf(await read('a.csv', gbk))[0].kind).toBe('vacant_land')
  const tabs =
    'Name\tKind\tArea (m²)\tFire grade\tNote\tWKT\n\'=甲\tIdle room\t12\tII\t"两\n行"\tPOINTZ (120.1 30.2 5)\n'
  expect(spacesOf(await readText('rooms.txt', tabs))[0]).toMatchObject({
    name: '=甲',
    kind: 'idle_room',
    area_m2: 12,
    fire_grade: 2,
    note: '两\n行',
    geometry: { type: 'Point', coordinates: [120.1, 30.2] },
  })
})

test('a table that cannot be used says why', async () => {
  const cases: readonly (readonly [text: string, code: string])[] = [
    ['你好,世界\n1,2\n', 'table-no-heading'],
    ['名称,类别,面积\n甲,菜市场,20\n', 'table-no-position'],
    ['名称,种类,经度,纬度\n甲,空地,30.2,120.1\n', 'coordinates-swapped'],
    ['名称,种类,经度,纬度\n甲,空地,40512345.1,3351234.2\n', 'coordinates-not-wgs84'],
    ['名称,种类,经度,纬度\n"甲,空地,120.1,30.2\n', 'file-unreadable'],
    ['名称,编号,经度,纬度\n甲,1,120.1,30.2\n', 'layer-unknown'],
  ]
  for (const [text, code] of cases)
    expect([text, await failure(readText('表.csv', text))]).toEqual([
      text,
      expect.objectContaining({ code, file: '表.csv' }),
    ])
})

const SHEET = (rows: string) => `<worksheet xmlns="m"><sheetData>${rows}</sheetData></worksheet>`
const WORKBOOK = {
  'xl/workbook.xml':
    '<workbook xmlns:r="r"><sheets><sheet name="说明" r:id="r1"/><sheet name="藏" state="hidden" r:id="r2"/><sheet name="空间" r:id="r3"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="worksheets/sheet3.xml"/><Relationship Id="r3" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
  'xl/sharedStrings.xml':
    '<sst><si><t>名称</t></si><si><r><t>种</t></r><r><t xml:space="preserve">类 </t></r><rPh><t>zhong</t></rPh></si><si><t>甲 &amp; 乙&lt;b&gt;</t></si><si><t>荒地</t></si></sst>',
  'xl/styles.xml':
    '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs></styleSheet>',
  'xl/worksheets/sheet1.xml': SHEET('<row r="1"><c r="A1" t="inlineStr"><is><t>请填写</t></is></c></row>'),
  'xl/worksheets/sheet3.xml': SHEET(''),
  'xl/worksheets/sheet2.xml': SHEET(
    '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="str"><v>可用至</v></c><c r="E3" t="str"><v>经度</v></c><c r="F3" t="str"><v>纬度</v></c><c r="G3" t="str"><v>电梯</v></c></row>' +
      '<row r="7"><c r="A7" t="s"><v>2</v></c><c r="B7" t="s"><v>3</v></c><c r="C7" s="1"><v>46387</v></c><c r="E7"><v>120.1</v></c><c r="F7"><f>1+1</f><v>30.2</v></c><c r="G7" t="b"><v>0</v></c></row>' +
      '<row r="9"><c r="A9" t="s"><v>2</v></c><c r="E9" t="e"><v>#N/A</v></c></row>',
  ),
}
const pack = (parts: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])))

test('a workbook: the sheet with headings, shared and formatted texts, dates, results of formulas', async () => {
  const result = await read('空间.xlsx', pack(WORKBOOK))
  expect(spacesOf(result)).toEqual([
    {
      id: 'f7',
      name: '甲 & 乙<b>',
      kind: 'waste_land',
      // 46387 days after 30 December 1899
      available_until: '2026-12-31',
      lift: false,
      geometry: { type: 'Point', coordinates: [120.1, 30.2] },
    },
  ])
  expect(result.issues.map(({ code, row, facts }) => [code, row, facts])).toEqual([
    ['table-sheets-skipped', undefined, { sheet: '空间', sheets: '说明' }],
  ])
  expect(result.unplaced).toEqual([{ id: 'f9', name: '甲 & 乙<b>', file: '空间.xlsx', row: 9 }])
})

test('a zip that is no workbook, a damaged and an old one are told', async () => {
  expect(await failure(read('a.zip', pack({ 'a.txt': 'x' })))).toMatchObject({
    code: 'format-unknown',
    facts: { format: 'zip' },
  })
  expect(await failure(read('a.xlsx', pack(WORKBOOK).slice(0, -40)))).toMatchObject({
    code: 'file-truncated',
  })
  expect(await failure(read('a.xlsx', pack({ 'xl/workbook.xml': '<workbook><sheets>' })))).toMatchObject({
    code: 'file-truncated',
  })
  const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])
  expect(await failure(read('a.xls', old))).toMatchObject({
    code: 'format-unknown',
    facts: { format: 'xls' },
  })
})

test('an exported layer of spaces comes in again as it was', async () => {
  const spaces: Space[] = [
    {
      id: '=1+1',
      name: '\'=旧, "锅炉房"',
      kind: 'idle_room',
      storey: -2,
      in_housing: false,
      photos: 'a.jpg;b.jpg',
      note: '一行\r\n又一行',
      extra: { 序号: 3, 其他: ['甲', null] },
      geometry: { type: 'Point', coordinates: [120.1234567, -0.5] },
    },
    {
      id: 's2',
      kind: 'vacant_land',
      geometry: {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [120, 30],
              [120.1, 30],
              [120, 30.1],
              [120, 30],
            ],
          ],
          [
            [
              [121, 30],
              [121.1, 30],
              [121, 30.1],
              [121, 30],
            ],
          ],
        ],
      },
    },
  ]
  const result = await readText('spaces.csv', layerToCsv('spaces', spaces))
  expect(result.issues).toEqual([])
  expect(spacesOf(result)).toEqual(spaces)
})

const square = (x: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [x, 30],
      [x + 0.1, 30],
      [x, 30.1],
      [x, 30],
    ],
  ],
})

test('a community may be written by its name, where only one has it', async () => {
  const communities = {
    type: 'FeatureCollection',
    features: [
      ['c1', '翠苑一区'],
      ['c2', '求是村'],
      ['c3', '求是村'],
    ].map(([id, name], i) => ({ type: 'Feature', id, properties: { name }, geometry: square(120 + i) })),
  }
  const table =
    '编号,种类,所在小区,经度,纬度\ns1,空地,翠苑一区,120.01,30.01\ns2,空地,c2,121.01,30.01\ns3,空地,求是村,122.01,30.01\n'
  const { project, issues } = mergeImports(
    null,
    [await readText('小区.geojson', JSON.stringify(communities)), await readText('空间.csv', table)],
    'p',
  )
  expect(project.layers.spaces.map(({ community }) => community)).toEqual(['c1', 'c2', '求是村'])
  expect(issues.map(({ code, id, facts }) => [code, id, facts?.['count']])).toEqual([
    ['reference-ambiguous', 's3', 2],
  ])
})
