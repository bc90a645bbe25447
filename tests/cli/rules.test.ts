import { writeFileSync } from 'node:fs'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { packProject } from '../../src/engine/project/project-file'
import type { PackFile } from '../../src/model/rule-pack'
import { editFigure } from '../../src/model/rules/edit-pack'
import { hashPack } from '../../src/model/rules/hash-pack'
import { findShipped } from '../../src/model/rules/shipped-packs'
import { Scene } from '../scene/scene'
import { lifecircle, makeFolder } from './run-in-process'

const { at, remove } = makeFolder()
afterAll(remove)

const gb = findShipped('gb50180-2018')!
/** a market 600 m away: too far by the standard's 500 m, near enough by 700 m */
const nearer = { ...editFigure(gb, 'MARKET', 'radius_m', 700, '本区实际'), id: 'mine', version: '2.3.0' }

function scene() {
  const scene = new Scene()
  scene.street('road', [
    [0, 0],
    [700, 0],
  ])
  const home = [
    [-5, 2],
    [5, 2],
    [5, 12],
    [-5, 12],
  ] as [number, number][]
  scene.community('c', home, { residents: 100 })
  scene.building('b', home, { community: 'c', residents: 100 })
  scene.facility('m', 'MARKET', [600, 5])
  return scene
}

beforeAll(() => {
  writeFileSync(at('mine.json'), JSON.stringify(nearer))
  writeFileSync(at('town.lifecircle'), packProject(scene().project()))
  const rules = { packs: [nearer], old_area: false }
  writeFileSync(at('judged.lifecircle'), packProject({ ...scene().project(), rules }))
})

const assess = async (...argv: string[]) => {
  const { code, out, err } = await lifecircle('assess', ...argv, '--json')
  expect(err, err).not.toContain('internal')
  expect(code).toBe(0)
  return JSON.parse(out) as {
    basis: {
      rule_pack: string
      rule_packs: { id: string; version: string; hash: string }[]
      old_area: boolean
    }
    totals: { classes: Record<string, { people_served: number; people_unserved: number; status: string }> }
  }
}

test('packs are chosen by id and by file, in their order, and every member is printed', async () => {
  const standard = await assess(at('town.lifecircle'))
  expect(standard.totals.classes['MARKET']).toMatchObject({
    people_served: 0,
    people_unserved: 100,
    status: 'M',
  })
  const own = await assess(at('town.lifecircle'), '--rules', `gb50180-2018,${at('mine.json')}`)
  expect(own.totals.classes['MARKET']).toMatchObject({ people_served: 100, status: 'J' })
  expect(own.basis.rule_packs.map(({ id, version, hash }) => [id, version, hash])).toEqual([
    ['gb50180-2018', gb.version, hashPack(gb)],
    ['mine', '2.3.0', hashPack(nearer)],
  ])
  // repeated is the same as separated by commas, and the order decides
  const turned = await assess(at('town.lifecircle'), '--rules', at('mine.json'), '--rules', 'gb50180-2018')
  expect(turned.totals.classes['MARKET']).toMatchObject({ people_served: 0 })
  const table = await lifecircle('assess', at('town.lifecircle'), '--rules', at('mine.json'), '--old-area')
  expect(table.err).toContain(
    `judged by rule pack mine 2.3.0 (${hashPack(nearer)}), 1 figure edited by a user, in old areas 70 % of the supply`,
  )
})

test('a project is judged by the rules it was saved with, unless others are named', async () => {
  expect((await assess(at('judged.lifecircle'))).totals.classes['MARKET'].people_served).toBe(100)
  const named = await assess(at('judged.lifecircle'), '--rules', 'gb50180-2018')
  expect(named.totals.classes['MARKET'].people_served).toBe(0)
})

test('a bad pack is refused whole, with every row that is wrong', async () => {
  const bad = structuredClone(gb) as unknown as { rules: Record<string, unknown>[] }
  bad.rules[0]['radius_m'] = 'far'
  bad.rules[14]['tiers'] = ['7']
  writeFileSync(at('bad.json'), JSON.stringify(bad))
  for (const argv of [
    ['assess', at('town.lifecircle'), '--rules', at('bad.json')],
    ['rules', 'check', at('mine.json'), at('bad.json')],
  ]) {
    const { code, err } = await lifecircle(...argv)
    expect(code).toBe(1)
    expect(err).toContain('rules row 1 (EDU_MIDDLE), radius_m: "far" is wrong, expected a number above 0')
    expect(err).toContain('rules row 15 (MALL), tiers.0: "7" is wrong, expected one of: 15, 10, 5, B')
  }
  const { err } = await lifecircle('assess', at('town.lifecircle'), '--rules', 'complete-community')
  expect(err).toContain('no pack says how far the 5-minute tier reaches; put gb50180-2018 first')
  writeFileSync(at('text.json'), 'rules')
  expect((await lifecircle('rules', 'check', at('text.json'))).err).toContain('is not valid JSON')
  expect((await lifecircle('rules', 'check', 'nowhere')).err).toContain('no file and no shipped rule pack')
})

test('what a check of packs found is one JSON value, whatever it found', async () => {
  const bad = structuredClone(gb) as unknown as { rules: Record<string, unknown>[] }
  bad.rules[0]['radius_m'] = 'far'
  writeFileSync(at('bad-row.json'), JSON.stringify(bad))
  writeFileSync(at('no-text.json'), new Uint8Array([0x7b, 0xff, 0xff]))
  writeFileSync(at('no-json.json'), '{\n"format": \n')
  const files = ['mine.json', 'bad-row.json', 'no-text.json', 'no-json.json', 'nowhere'].map(at)
  const { code, out, err } = await lifecircle('rules', 'check', ...files, '--json')
  expect(code).toBe(1)
  expect(JSON.parse(out)).toEqual({
    files: [
      {
        file: files[0],
        pack: {
          id: 'mine',
          version: '2.3.0',
          name_zh: nearer.name_zh,
          name_en: nearer.name_en,
          hash: hashPack(nearer),
        },
        problem: null,
        rows: [],
      },
      {
        file: files[1],
        pack: null,
        problem: 'invalid',
        rows: [
          {
            list: 'rules',
            row: 1,
            code: 'EDU_MIDDLE',
            field: 'radius_m',
            found: '"far"',
            expected: 'positive-number',
          },
        ],
      },
      { file: files[2], pack: null, problem: 'not-text', rows: [] },
      { file: files[3], pack: null, problem: 'not-json', line: 2, rows: [] },
      { file: files[4], pack: null, problem: 'not-found', rows: [] },
    ],
  })
  expect(err).toContain('rules row 1 (EDU_MIDDLE), radius_m: "far" is wrong')
  expect((await lifecircle('rules', 'check', at('mine.json'), '--json')).code).toBe(0)
})

test('packs are listed, shown and compared', async () => {
  const list = JSON.parse((await lifecircle('rules', 'list', '--json')).out) as { packs: { id: string }[] }
  expect(list.packs.map(({ id }) => id)).toEqual([
    'gb50180-2018',
    'complete-community',
    'xihu-2023',
    'embedded',
    'city-checkup',
    'hangzhou',
  ])
  const shown = await lifecircle('rules', 'show', at('mine.json'))
  expect(shown.out).toMatch(/MARKET +radius_m +700 +J +用户修改 +本区实际; was 500 by GB 50180-2018/)
  expect(shown.err).toContain('请规划师核对')
  const both = await lifecircle('rules', 'show', 'gb50180-2018', 'complete-community', '--json')
  expect((JSON.parse(both.out) as PackFile).id).toBe('gb50180-2018+complete-community')
  const diff = await lifecircle('rules', 'diff', 'gb50180-2018', at('mine.json'))
  expect(diff.out.split('\n').filter((line) => line.includes('MARKET'))).toHaveLength(1)
  expect(diff.out).toMatch(/class +MARKET +radius_m +500 +700 +J/)
  expect((await lifecircle('rules', 'frob')).code).toBe(2)
})

test('what the planner entered is judged, and printed as entered with its source', async () => {
  const said = { date: '2024-05-01', source: '街道台账', note: '' }
  const entered = [
    { ...said, code: 'CK09', community: 'c', value: 'met', unit: '' },
    { ...said, code: 'POP_B', community: null, value: 900, unit: 'persons' },
  ] as const
  writeFileSync(at('entered.lifecircle'), packProject({ ...scene().project(), entered }))
  const packs = ['--rules', 'gb50180-2018,city-checkup']
  const { code, out, err } = await lifecircle('indicators', at('entered.lifecircle'), ...packs)
  expect(code, err).toBe(0)
  expect(out).toMatch(/CK09 +communities +1 +0 +0 +填报 entered c: met \(2024-05-01, 街道台账\)/)
  expect(out).toMatch(/POP_B +area +0 +1 +0 +填报 entered: 900 persons, unmet \(2024-05-01, 街道台账\)/)
})

test('indicators say what came out, and why the rest is unknown', async () => {
  const packs = ['--rules', 'gb50180-2018,hangzhou,city-checkup']
  const { code, out, err } = await lifecircle('indicators', at('town.lifecircle'), ...packs)
  expect(code, err).toBe(0)
  expect(err).toContain('请规划师核对')
  // one market, and nobody's children are counted
  expect(out).toMatch(/CK04 +area +0 +0 +1 .*1 communities lack their number of age_6_11/)
  expect(out).toMatch(/CK06 +communities +0 +0 +1 .*needs a survey on site: chargers and bays/)
  expect(out).toMatch(/POP_15 +communities +0 +0 +1 .*needs the plan: outline of the tier/)
  const json = await lifecircle('indicators', at('town.lifecircle'), ...packs, '--json')
  const { indicators } = JSON.parse(json.out) as { indicators: { code: string; reasons: object[] }[] }
  expect(indicators.find((each) => each.code === 'IND_HEALTH')?.reasons).toEqual([
    { code: 'not-surveyed', classes: ['HEALTH_CENTRE'] },
  ])
})

/** Its bytes, which both encodings have alike. */
function asciiOf(text: string): Uint8Array {
  return new TextEncoder().encode(text.replaceAll(/[^ -~]/g, '?'))
}

test('a pack in GB18030 is read as it is written, one that is no text is told so', async () => {
  // 本区 in GB18030
  const [before, after] = JSON.stringify({ ...gb, id: 'ours', name_zh: '@@' }).split('@@')
  writeFileSync(
    at('ours.json'),
    Uint8Array.from([...asciiOf(before), 0xb1, 0xbe, 0xc7, 0xf8, ...asciiOf(after)]),
  )
  const { out } = await lifecircle('rules', 'show', at('ours.json'), '--json')
  expect(JSON.parse(out).name_zh).toBe('本区')
  writeFileSync(at('noise.json'), Uint8Array.of(0xff, 0xff, 0xff))
  const noise = await lifecircle('rules', 'check', at('noise.json'))
  expect(noise).toMatchObject({ code: 1, err: expect.stringContaining('no text in UTF-8 or GB18030') })
})

test('what a pack lacks is told as missing', async () => {
  writeFileSync(at('bare.json'), JSON.stringify({ format: 'lifecircle-rules', id: 'x' }))
  const { err } = await lifecircle('rules', 'check', at('bare.json'))
  expect(err).toContain('version is missing')
  expect(err).not.toContain('nothing is wrong')
})
