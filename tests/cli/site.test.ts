import { writeFileSync } from 'node:fs'

import { afterAll, expect, test } from 'vitest'

import { sharedPath, testWith } from '../shared-data'
import { lifecircle, makeFolder } from './run-in-process'

const folder = makeFolder()
afterAll(folder.remove)

const SF = 'siting/SF_network_distance_candidateStore_16_censusTract_205_new.csv'

function write(name: string, ...lines: readonly string[]): string {
  const path = folder.at(name)
  writeFileSync(path, lines.join('\n'))
  return path
}

const SMALL = [
  'distance,name,DestinationName,demand',
  '100,北门,一区,30',
  '400,北门,二区,20',
  '300,南门,一区,30',
  '100,南门,二区,20',
  '900,南门,三区,5',
]

testWith(SF)('the published answers come out of the command line', async () => {
  const median = await lifecircle('site', sharedPath(SF), '--model', 'p-median', '--p', '4', '--json')
  expect(median.code).toBe(0)
  expect(JSON.parse(median.out)).toMatchObject({
    mean: expect.closeTo(2982.1268579890657, 8),
    sites: ['Store_2', 'Store_11', 'Store_12', 'Store_15'],
    optimal: true,
  })
  const cover = await lifecircle(
    'site',
    sharedPath(SF),
    '--model',
    'mclp',
    '--p',
    '4',
    '--radius',
    '5000',
    '--json',
  )
  const told = JSON.parse(cover.out) as { uncovered: string[] }
  expect(told).toMatchObject({ covered: 875_247, bound: 875_247, optimal: true })
  expect(told.uncovered).toHaveLength(21)
})

test('a pair that is not in the table has no way', async () => {
  const file = write('small.csv', ...SMALL)
  // one site: only 南门 has a way to everybody; 300 × 30 + 100 × 20 + 900 × 5
  const one = await lifecircle('site', file, '--model', 'p-median', '--p', '1', '--json')
  expect(JSON.parse(one.out)).toMatchObject({ objective: 15_500, sites: ['南门'], optimal: true })
  const all = await lifecircle('site', file, '--model', 'lscp', '--radius', '350')
  expect(all.code).toBe(0)
  expect(all.out).toContain('not covered: 三区')
})

/** What is said of a bad table, which gives no answer. */
async function refusalOf(...lines: readonly string[]): Promise<string> {
  const file = write('bad.csv', ...lines)
  const { code, err, out } = await lifecircle('site', file, '--model', 'mclp', '--p', '1', '--radius', '9')
  expect({ code, out }).toEqual({ code: 1, out: '' })
  return err
}

test('what is wrong with a table is told with its row', async () => {
  expect(await refusalOf('name,demand', 'a,1')).toContain('no column distance, DestinationName')
  expect(await refusalOf(...SMALL, 'far,北门,三区,5')).toContain('row 7')
  expect(await refusalOf(...SMALL, 'far,北门,三区,5')).toContain('distance is "far"')
  expect(await refusalOf(...SMALL, '-1,北门,三区,5')).toContain('row 7')
  expect(await refusalOf(...SMALL, '-1,北门,三区,5')).toContain('-1')
  expect(await refusalOf(...SMALL, '50,北门,三区,6')).toContain('row 7')
  expect(await refusalOf(...SMALL, '50,北门,三区,6')).toContain('demand of "三区" is 6, and 5')
  expect(await refusalOf(...SMALL, '101,北门,一区,30')).toContain('row 7')
  expect(await refusalOf(...SMALL, '101,北门,一区,30')).toContain('another distance')
  expect(await refusalOf(...SMALL, '50,,一区,30')).toContain('row 7')
  expect(await refusalOf(...SMALL, '50,,一区,30')).toContain('name is empty')
  expect(await refusalOf(SMALL[0])).toContain('no rows')
})

test('an unreachable point and wrong usage are told, never a zero', async () => {
  const file = write('apart.csv', SMALL[0], '1,a,x,1', '1,b,y,1')
  const lost = await lifecircle('site', file, '--model', 'p-median', '--p', '1')
  expect(lost).toMatchObject({ code: 1, out: '' })
  expect(lost.err).toContain('no choice of 1 sites has a way to everybody')
  for (const words of [
    ['--p', '1'],
    ['--model', 'mclp', '--p', '1'],
    ['--model', 'p-center'],
    ['--model', 'p-median', '--p', '1.5'],
  ])
    expect((await lifecircle('site', file, ...words)).code).toBe(2)
})

function rowOf(cost: string, site: Buffer, rest: string): Buffer {
  return Buffer.concat([Buffer.from(`${cost},`), site, Buffer.from(`,${rest}\r\n`)])
}

test('a table as Excel in China writes it: GB18030, semicolons, a mark in front', async () => {
  // 甲 and 乙 of GB18030 are no UTF-8: read as such both would be the same two unreadable signs
  const [jia, yi] = [Buffer.from([0xbc, 0xd7]), Buffer.from([0xd2, 0xd2])]
  const head = Buffer.from(`${SMALL[0]}\r\n`)
  writeFileSync(folder.at('gb.csv'), Buffer.concat([head, rowOf('9', jia, 'x,1'), rowOf('4', yi, 'x,1')]))
  const gb = await lifecircle('site', folder.at('gb.csv'), '--model', 'p-median', '--p', '1', '--json')
  expect(JSON.parse(gb.out)).toMatchObject({ sites: ['乙'], objective: 4 })
  const marked = write('marked.csv', `\uFEFF${SMALL[0].replaceAll(',', ';')}`, '9;甲;x;1', '4;乙;x;1')
  const other = await lifecircle('site', marked, '--model', 'p-median', '--p', '1', '--json')
  expect(JSON.parse(other.out)).toMatchObject({ sites: ['乙'], objective: 4 })
})

test('a folder, two numbers where one is meant, and what a model does not take are told', async () => {
  const inside = await lifecircle('site', folder.at('.'), '--model', 'p-median', '--p', '1')
  expect(inside).toMatchObject({ code: 1, out: '' })
  expect(inside.err).toContain('it is a folder; name a CSV file')
  const file = write('fine.csv', SMALL[0], '1,a,x,1', '1,b,x,1')
  for (const [words, said] of [
    [['--model', 'p-median', '--p', '1,2'], '--p takes a positive number, not "1,2"'],
    [['--model', 'mclp', '--p', '1', '--radius', '5,9'], '--radius takes a positive number'],
    [['--model', 'lscp', '--radius', '5', '--p', '1'], 'it takes no --p'],
  ] as const) {
    const wrong = await lifecircle('site', file, ...words)
    expect(wrong).toMatchObject({ code: 2, out: '' })
    expect(wrong.err).toContain(said)
  }
})

test('a table with stray control characters and one that is no text', async () => {
  writeFileSync(folder.at('stray.csv'), 'distance,name,DestinationName,demand\n1,甲\u0007店,一区\u202e,1\n')
  const { out } = await lifecircle(
    'site',
    folder.at('stray.csv'),
    '--model',
    'p-median',
    '--p',
    '1',
    '--json',
  )
  expect(JSON.parse(out)).toMatchObject({ sites: ['甲店'] })
  writeFileSync(folder.at('noise.csv'), Uint8Array.of(0xff, 0xff, 0xff, 0x00))
  const noise = await lifecircle('site', folder.at('noise.csv'), '--model', 'p-median', '--p', '1')
  expect(noise.err).toContain('noise.csv is no text in UTF-8 or GB18030; name a CSV file')
  writeFileSync(folder.at('open.csv'), 'distance,name,DestinationName,demand\n1,"甲,一区,1\n')
  const open = await lifecircle('site', folder.at('open.csv'), '--model', 'p-median', '--p', '1')
  expect(open.err).toContain('the quotation mark in row 2 is never closed')
})
