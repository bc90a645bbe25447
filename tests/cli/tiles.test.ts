import { readFileSync, writeFileSync } from 'node:fs'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { growCity } from '../../bench/grow-city'
import type { AssessmentAnswer } from '../../src/cli/assessment-answer'
import { importLarge } from '../../src/cli/large-import'
import { planSource, type TilePlan } from '../../src/cli/tile-plan'
import { bytesSource } from '../../src/engine/read/byte-source'
import { readFile } from '../../src/engine/read/read-file'
import { writeCityPbf } from '../engine/tiles/city-pbf'
import { lifecircle, makeFolder } from './run-in-process'

const { at, remove } = makeFolder()
afterAll(remove)

const SILENT = { out: () => {}, err: () => {}, isInteractive: false }

// 24 km across: a tile and its surroundings are less than half of it
const PBF = writeCityPbf(
  growCity(3, {
    half_m: 12_000,
    block_m: 400,
    communities: 150,
    buildings: 0,
    facilities: 300,
    codes: ['RETAIL'],
  }),
)

beforeAll(() => writeFileSync(at('city.osm.pbf'), PBF))

async function answerOf(...argv: readonly string[]): Promise<AssessmentAnswer> {
  const { code, out, err } = await lifecircle(...argv)
  expect(err).toBe('')
  expect(code).toBe(0)
  return JSON.parse(out) as AssessmentAnswer
}

test('a city read tile by tile from a PBF and merged again is the city read at once', async () => {
  const whole = await answerOf('assess', at('city.osm.pbf'), '--json', '--year', '2026')
  expect(whole.communities.length).toBe(150)

  const planned = await lifecircle('assess', at('city.osm.pbf'), '--tiles', '9')
  writeFileSync(at('plan.json'), planned.out)
  const { tiles } = JSON.parse(planned.out) as TilePlan
  expect(tiles).toHaveLength(9)
  const files: string[] = []
  for (const { tile, communities } of tiles) {
    const common = ['--tile', tile.join(','), '--plan', at('plan.json'), '--json', '--year', '2026']
    const { code, out } = await lifecircle('assess', at('city.osm.pbf'), ...common)
    expect(code).toBe(0)
    expect((JSON.parse(out) as AssessmentAnswer).communities).toHaveLength(communities)
    files.push(at(`tile-${files.length}.json`))
    writeFileSync(files[files.length - 1], out)
  }
  const { code } = await lifecircle('merge-tiles', ...files, '-o', at('all.json'))
  expect(code).toBe(0)
  const merged = JSON.parse(readFileSync(at('all.json'), 'utf8')) as AssessmentAnswer
  expect(merged.totals).toEqual(whole.totals)
  expect(merged.basis).toEqual(whole.basis)
  const byId = new Map(merged.communities.map((row) => [row.id, row]))
  expect(byId.size).toBe(150)
  for (const row of whole.communities) expect(byId.get(row.id), row.id).toEqual(row)

  const again = await lifecircle('merge-tiles', files[0], files[0])
  expect(again.code).toBe(1)
  expect(again.err).toContain('tiles must not overlap')
})

test('a tile without a plan is read with the whole file, to the same answer', async () => {
  const [{ tile }] = (await planSource(at('city.osm.pbf'), 16, SILENT)).tiles
  writeFileSync(at('plan16.json'), (await lifecircle('assess', at('city.osm.pbf'), '--tiles', '16')).out)
  const common = ['assess', at('city.osm.pbf'), '--tile', tile.join(','), '--json', '--basis', 'time']
  expect(await answerOf(...common)).toEqual(await answerOf(...common, '--plan', at('plan16.json')))
})

test('of a PBF with a box only what meets it is read', async () => {
  const whole = await readFile(bytesSource('city.osm.pbf', PBF), {}, {})
  const part = await readFile(bytesSource('city.osm.pbf', PBF), { box: [120.05, 30.05, 120.1, 30.1] }, {})
  const streets = whole.layers.streets ?? []
  const kept = new Set(part.layers.streets?.map(({ id }) => id))
  expect(kept.size).toBeGreaterThan(100)
  expect(kept.size).toBeLessThan(streets.length / 5)
  for (const { id, geometry } of streets) {
    const lons = geometry.coordinates.map(([lon]) => lon)
    const lats = geometry.coordinates.map(([, lat]) => lat)
    const meets =
      Math.min(...lons) <= 120.1 &&
      Math.max(...lons) >= 120.05 &&
      Math.min(...lats) <= 30.1 &&
      Math.max(...lats) >= 30.05
    expect(kept.has(id), id).toBe(meets)
  }
  expect(part.extent).toEqual([120.05, 30.05, 120.1, 30.1])
  for (const facility of part.layers.facilities ?? [])
    expect(whole.layers.facilities).toContainEqual(facility)
})

test('a plan made piece by piece is the plan made of the whole', async () => {
  const whole = await planSource(at('city.osm.pbf'), 9, SILENT)
  const pieces = await planSource(at('city.osm.pbf'), 9, SILENT, Math.ceil(PBF.length / 8))
  expect(pieces).toEqual(whole)
  expect(Object.keys(whole.surveyed).sort()).toEqual(
    ['BANK', 'DINING', 'PLAY_ELDER', 'RETAIL', 'STORE', 'TOILET'].sort(),
  )
})

test('a district is imported out of a larger file by its box', async () => {
  const box = ['--box', '120.05,30.05,120.1,30.1']
  const { code, out } = await lifecircle(
    'import',
    at('city.osm.pbf'),
    ...box,
    '-o',
    at('district.lifecircle'),
    '--json',
  )
  expect(code).toBe(0)
  const { layers } = JSON.parse(out) as { layers: Readonly<Record<string, number>> }
  const part = await readFile(bytesSource('city.osm.pbf', PBF), { box: [120.05, 30.05, 120.1, 30.1] }, {})
  expect(layers['streets']).toBe(part.layers.streets?.length)
  expect((await answerOf('assess', at('district.lifecircle'), '--json')).communities).toHaveLength(
    part.layers.communities?.length ?? 0,
  )
})

test('a city imported in pieces is assessed tile by tile out of its project file, to the same answers', async () => {
  const classes = new Set(['RETAIL'])
  const { read } = await importLarge(
    at('city.osm.pbf'),
    at('large.lifecircle'),
    'large',
    classes,
    SILENT,
    3000,
  )
  expect(read.accepted).toBeGreaterThan(1000)
  const whole = await answerOf('assess', at('city.osm.pbf'), '--json', '--year', '2026')
  // it opens as any other project does
  expect(await answerOf('assess', at('large.lifecircle'), '--json', '--year', '2026')).toEqual(whole)

  const plan = await planSource(at('large.lifecircle'), 4, SILENT)
  const { source: _, ...expected } = await planSource(at('city.osm.pbf'), 4, SILENT)
  expect(plan).toEqual({ ...expected, source: 'large.lifecircle' })
  const rows: AssessmentAnswer['communities'][number][] = []
  for (const { tile } of plan.tiles) {
    const box = ['--tile', tile.join(','), '--json', '--year', '2026']
    rows.push(...(await answerOf('assess', at('large.lifecircle'), ...box)).communities)
  }
  const byId = new Map(rows.map((row) => [row.id, row]))
  expect(rows).toHaveLength(whole.communities.length)
  for (const row of whole.communities) expect(byId.get(row.id), row.id).toEqual(row)
})

test('what is no box, no plan and no answer is told in a sentence', async () => {
  const box = await lifecircle('assess', at('city.osm.pbf'), '--tile', '120,31,121,30')
  expect(box.code).toBe(2)
  expect(box.err).toContain('WEST,SOUTH,EAST,NORTH')
  const alone = await lifecircle('assess', at('city.osm.pbf'), '--plan', at('plan.json'))
  expect(alone.code).toBe(2)
  expect(alone.err).toContain('--plan goes with --tile')
  writeFileSync(at('no.json'), '{"tiles": 3}')
  const plan = await lifecircle(
    'assess',
    at('city.osm.pbf'),
    '--tile',
    '120,30,121,31',
    '--plan',
    at('no.json'),
  )
  expect(plan.code).toBe(1)
  expect(plan.err).toContain('is not a plan of tiles')
  const merged = await lifecircle('merge-tiles', at('no.json'))
  expect(merged.code).toBe(1)
  expect(merged.err).toContain('no answer of assess --json')
})
