import { afterAll, beforeAll, expect, test } from 'vitest'
import pack from '../../data/rules/gb50180-2018.json'
import { analyse, catchmentFrom, prepare, routeTo } from '../../src/engine/pipeline'
import { packProject } from '../../src/engine/project/project-file'
import { Cancelled } from '../../src/engine/run'
import type { AnalysisSettings } from '../../src/model/analysis'
import { DataError } from '../../src/model/issue'
import type { RulePack } from '../../src/model/rule-pack'
import { expectSame } from '../expect-same'
import { summarize } from '../../src/worker/call-table'
import { openProject } from '../../src/worker/read-input'
import { demoFiles, demoProject, textFile } from './demo-files'
import { overAChannel } from './over-a-channel'

const settings: AnalysisSettings = {
  profile: 'adult',
  basis: 'distance',
  rules: pack as unknown as RulePack,
  scenario: null,
  year: 2026,
  bandsBasis: 'distance',
  bands: [300, 500, 1000],
}

const project = demoProject()
const packed = packProject(project)
const prepared = await prepare(project, null, {})
const { client, close } = overAChannel()
beforeAll(async () => {
  await client.call('open', { files: demoFiles() })
})
afterAll(close)

test('a project folder that is too large is refused before its files are read', async () => {
  const blob = Object.defineProperty(new Blob(['{}']), 'size', { value: 2e9 })
  const files = [{ name: 'district/project.json', blob }]
  await expect(openProject(files, {})).rejects.toMatchObject({
    issue: { code: 'archive-too-large', facts: { unpacked_mb: 2000 } },
  })
})

test('the worker gives the same analysis as a direct call', async () => {
  const direct = await analyse(prepared, settings, {})
  expectSame(await client.call('analyse', settings), direct)
})

test('asked twice, the worker answers the same: nothing it kept was transferred away', async () => {
  const first = await client.call('analyse', settings)
  expectSame(await client.call('analyse', settings), first)
})

test('the worker gives the same catchment and route as a direct call', async () => {
  const origin = { kind: 'community', id: project.layers.communities[0].id } as const
  const direct = catchmentFrom(prepared, origin, settings, 10)
  expectSame(await client.call('catchment', { origin, settings, cell_m: 10 }), direct)

  const facility = direct.nearest.find((nearest) => nearest.facility !== null)!.facility!
  const route = await client.call('route', { origin, facility, settings })
  expect(route).not.toBeNull()
  expect(route).toEqual(routeTo(prepared, origin, facility, settings))
})

test('what is saved is the project that was opened', async () => {
  expectSame(await client.call('save', {}), packed)
})

test('a file that fails to open leaves the open project alone', async () => {
  const broken = textFile('broken.geojson', '{"type": "FeatureColl')
  await expect(client.call('open', { files: [broken] })).rejects.toBeInstanceOf(DataError)
  expectSame(await client.call('save', {}), packed)
})

test('a file in which nothing has a place is refused, with the row, and the open project stays', async () => {
  const placeless = textFile(
    'communities.geojson',
    JSON.stringify({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', geometry: null, properties: { name: '甲' } }],
    }),
  )
  const refused = await client.call('open', { files: [placeless] }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(DataError)
  expect((refused as DataError).issue).toMatchObject({
    code: 'geometry-missing',
    file: 'communities.geojson',
    row: 1,
  })
  await expect(client.call('add', { files: [placeless] })).rejects.toBeInstanceOf(DataError)
  expectSame(await client.call('save', {}), packed)
})

test('rows of a table added to a project are placed by its communities', async () => {
  const { id } = project.layers.communities[0]
  const spaces = textFile('spaces.csv', `id,kind,community\nno-place,vacant_land,${id}\n`)
  const { issues } = await client.call('add', { files: [spaces] })
  expect(issues).toContainEqual(expect.objectContaining({ code: 'position-by-community', row: 2 }))
  await client.call('open', { files: [{ name: 'a.lifecircle', blob: new Blob([new Uint8Array(packed)]) }] })
})

test('spaces without a place wait, are saved, and the table that comes again filled in places them', async () => {
  const other = overAChannel()
  await other.client.call('open', { files: demoFiles() })
  const before = project.layers.spaces.length
  const [{ id: first, name: firstName }] = project.layers.communities
  const head = 'id,name,kind,community,area_m2,lon,lat,note'
  const came = textFile(
    'spaces.csv',
    `${head}\nU1,甲,vacant_land,${firstName},20,,,\nU2,乙,idle_room,无此小区,30,,,\nU3,丙,idle_room,,40,,,\nU4,丁,idle_room,${firstName},50,,,\n`,
  )
  const added = await other.client.call('add', { files: [came] })
  expect(added.files).toMatchObject([{ features: 4, accepted: 4, rejected: 0 }])
  expect(added.summary.counts.spaces).toBe(before + 2)
  expect(added.summary.unplaced.map(({ id, community }) => [id, community])).toEqual([
    ['U2', '无此小区'],
    ['U3', undefined],
  ])
  const { spaces } = await other.client.call('mapLayers', {})
  const own = spaces.filter(({ id }) => id === 'U1' || id === 'U4')
  expect(own.map(({ community }) => community)).toEqual([first, first])
  // two of one community do not hide each other
  expect(own[0].geometry).not.toEqual(own[1].geometry)

  const saved = await other.client.call('save', {})
  const again = await other.client.call('open', {
    files: [{ name: 'a.lifecircle', blob: new Blob([saved]) }],
  })
  expect(again.issues).toEqual([])
  expect(again.summary.unplaced).toEqual(added.summary.unplaced)

  // the same table again changes nothing; filled in, each comes to its place under its id
  const same = await other.client.call('add', { files: [came] })
  expect(same.summary).toMatchObject({ counts: { spaces: before + 2 }, corrections: [] })
  expect(same.summary.unplaced).toEqual(added.summary.unplaced)
  const filled = textFile(
    'spaces.csv',
    `${head}\nU1,甲,vacant_land,,20,120.07,30.301,\nU2,乙,idle_room,${firstName},35,,,\nU3,丙,idle_room,,40,120.071,30.302,东门边\n`,
  )
  const done = await other.client.call('add', { files: [filled] })
  expect(done.summary.counts.spaces).toBe(before + 2)
  const now = (await other.client.call('mapLayers', {})).spaces.filter(({ id }) => /^U\d$/.test(id))
  expect(now).toHaveLength(4)
  const byId = new Map(now.map((space) => [space.id, space]))
  expect(byId.get('U1')?.geometry.coordinates).toEqual([120.07, 30.301])
  expect(byId.get('U2')).toMatchObject({ community: first, area_m2: 35 })
  expect(byId.get('U3')).toMatchObject({ note: '东门边', geometry: { coordinates: [120.071, 30.302] } })
  other.close()
})

test('an empty file is refused by name', async () => {
  const error = await client.call('open', { files: [textFile('empty.geojson', '')] }).catch((e: unknown) => e)
  expect((error as DataError).issue).toMatchObject({ code: 'file-empty', file: 'empty.geojson' })
})

test('a cancelled open leaves the open project alone', async () => {
  const controller = new AbortController()
  const opening = client.call(
    'open',
    { files: demoFiles() },
    { signal: controller.signal, onProgress: () => controller.abort() },
  )
  await expect(opening).rejects.toBeInstanceOf(Cancelled)
  expectSame(await client.call('save', {}), packed)
})

test('a bad file beside a good one is an issue, and the good one comes in', async () => {
  const other = overAChannel()
  const square = {
    type: 'Feature',
    properties: { name: '甲' },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [120, 30],
          [120.001, 30],
          [120.001, 30.001],
          [120, 30],
        ],
      ],
    },
  }
  const good = textFile(
    'communities.geojson',
    JSON.stringify({ type: 'FeatureCollection', features: [square] }),
  )
  const { summary, issues } = await other.client.call('open', { files: [good, textFile('bad.geojson', '{')] })
  expect(summary.counts.communities).toBe(1)
  expect(issues.some(({ file, severity }) => file === 'bad.geojson' && severity === 'error')).toBe(true)
  other.close()
})

test('saying that a class was surveyed gives the same as a project that says so', async () => {
  const other = overAChannel()
  await other.client.call('open', { files: demoFiles() })
  const before = await other.client.call('analyse', settings)
  const code = before.assessment.classes.find(({ surveyed }) => !surveyed)!.code
  await other.client.call('setSurveyed', { code, surveyed: true })
  const surveyed = { ...project, surveyed: { ...project.surveyed, [code]: true } }
  const direct = await analyse(await prepare(surveyed, null, {}), settings, {})
  const after = await other.client.call('analyse', settings)
  expectSame(after, direct)
  expect(after.assessment.status).not.toEqual(before.assessment.status)
  other.close()
})

test('nothing can be asked before a project is open', async () => {
  const other = overAChannel()
  await expect(other.client.call('analyse', settings)).rejects.toBeInstanceOf(DataError)
  other.close()
})

test('a park on record says that its classes were surveyed, on the page as in the verdicts', () => {
  const { greens } = project.layers
  const parks = greens.filter(({ kind }) => kind !== 'court').length
  expect(parks).toBeGreaterThan(0)
  expect(summarize(project).facilitiesByClass).toMatchObject({ GREEN_15: parks, GREEN_5: parks })
  const without = { ...project, layers: { ...project.layers, greens: [] } }
  expect(summarize(without).facilitiesByClass).not.toHaveProperty('GREEN_5')
})
