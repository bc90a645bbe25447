import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectToEntries, unpackProject } from '../../src/engine/project/project-file'
import { readLayer } from '../../src/engine/project/flatgeobuf-read'
import type { Issue } from '../../src/model/issue'
import { lifecircle, makeFolder } from './run-in-process'

const { at, remove } = makeFolder()
afterAll(remove)

const ring = [
  [120.1, 30.2],
  [120.11, 30.2],
  [120.11, 30.21],
  [120.1, 30.2],
]

function collection(...features: { geometry: unknown; properties: unknown }[]): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: features.map((feature) => ({ type: 'Feature', ...feature })),
  })
}

const gates = collection(
  {
    geometry: { type: 'Point', coordinates: [120.1, 30.2] },
    properties: { id: 'g1', community: 'c1', access: 'public' },
  },
  { geometry: { type: 'Point', coordinates: [120.2, 30.3] }, properties: { id: 'g2', community: 'nowhere' } },
  { geometry: { type: 'Point', coordinates: [999, 30.3] }, properties: { id: 'g3' } },
)
const communities = collection({
  geometry: { type: 'Polygon', coordinates: [ring] },
  properties: { id: 'c1', name: '翠苑一区', built_year: 1985 },
})

interface ImportAnswer {
  readonly files: readonly {
    name: string
    format: string
    crs: string
    features: number
    accepted: number
    rejected: number
    issues: readonly (Issue & { message: string })[]
  }[]
  readonly layers: Record<string, number>
  readonly issues: readonly Issue[]
}

beforeAll(async () => {
  writeFileSync(at('gates.geojson'), gates)
  writeFileSync(at('communities.geojson'), communities)
  writeFileSync(at('empty.geojson'), '')
  writeFileSync(at('places.geojson'), gates)
  await lifecircle('import', at('communities.geojson'), at('gates.geojson'), '-o', at('p.lifecircle'))
})

test('import tells what came in of each file, and writes a project with it', async () => {
  const { code, out, err } = await lifecircle(
    'import',
    at('communities.geojson'),
    at('gates.geojson'),
    '-o',
    at('a.lifecircle'),
    '--json',
  )
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const answer = JSON.parse(out) as ImportAnswer
  expect(answer.files).toMatchObject([
    { name: 'communities.geojson', format: 'geojson', features: 1, accepted: 1, rejected: 0, issues: [] },
    { name: 'gates.geojson', features: 3, accepted: 2, rejected: 1 },
  ])
  expect(answer.files[1].issues).toMatchObject([
    { code: 'coordinates-out-of-range', row: 3 },
    { code: 'reference-missing', id: 'g2', row: 2 },
  ])
  expect(answer.files[1].issues[0].message).toMatch(/^gates\.geojson, gates, row 3.* degrees/)
  expect(answer.issues).toEqual([])
  expect(answer.layers).toMatchObject({ communities: 1, gates: 2, streets: 0 })
  const { project, issues } = unpackProject(readFileSync(at('a.lifecircle')))
  expect(issues).toEqual([])
  expect(project).toMatchObject({ name: 'a', fictional: false })
  expect(project.layers.communities).toMatchObject([{ id: 'c1', name: '翠苑一区', built_year: 1985 }])
})

test('a table of spaces without coordinates is read after the communities it names, in whatever order they are given', async () => {
  writeFileSync(at('spaces.csv'), '编号,种类,所在小区\ns1,空地,翠苑一区\ns2,空地,翠苑九区\n')
  const files = [at('spaces.csv'), at('communities.geojson')]
  const { code, out } = await lifecircle('import', ...files, '-o', at('s.lifecircle'), '--json')
  expect(code).toBe(0)
  const { files: read } = JSON.parse(out) as ImportAnswer
  expect(read.map(({ name }) => name)).toEqual(['spaces.csv', 'communities.geojson'])
  expect(read[0].issues).toMatchObject([
    { code: 'position-by-community', row: 2 },
    {
      code: 'position-waiting',
      row: 3,
      message: expect.stringContaining('no community is called "翠苑九区"'),
    },
  ])
  const { spaces } = unpackProject(readFileSync(at('s.lifecircle'))).project.layers
  expect(spaces).toMatchObject([{ id: 's1', community: 'c1', extra: { position_from: 'community' } }])
})

test('a space that waits for a place is kept, counted, and exported with the others as a table that comes in again', async () => {
  writeFileSync(
    at('spaces.csv'),
    '编号,名称,种类,所在小区,面积\ns1,甲,空地,翠苑一区,10\ns2,乙,闲置用房,翠苑九区,20\n',
  )
  const files = [at('communities.geojson'), at('spaces.csv')]
  const { out } = await lifecircle('import', ...files, '-o', at('w.lifecircle'), '--json')
  expect(JSON.parse(out)).toMatchObject({ layers: { spaces: 1 }, spaces_waiting: 1 })
  const table = ['--layer', 'spaces', '--format', 'csv', '-o', at('out.csv')]
  expect((await lifecircle('export', at('w.lifecircle'), ...table)).out).toContain('2 spaces written')
  expect(readFileSync(at('out.csv'), 'utf8')).toMatch(/\ns2,乙,.*翠苑九区/)
  const shapes = ['--layer', 'spaces', '--format', 'geojson', '-o', at('out.geojson')]
  expect((await lifecircle('export', at('w.lifecircle'), ...shapes)).err).toContain('1 spaces wait')
  await lifecircle('import', at('communities.geojson'), at('out.csv'), '-o', at('again.lifecircle'))
  const { project } = unpackProject(new Uint8Array(readFileSync(at('again.lifecircle'))))
  expect(project.layers.spaces.map(({ id }) => id)).toEqual(['s1'])
  expect(project.unplaced).toMatchObject([
    { id: 's2', name: '乙', kind: 'idle_room', community: '翠苑九区', area_m2: 20 },
  ])
})

test('import without --json prints tables on stdout and warnings on stderr', async () => {
  const { code, out, err } = await lifecircle('import', at('gates.geojson'), '-o', at('b.lifecircle'))
  expect(code).toBe(0)
  expect(out).toMatch(/gates\.geojson +geojson +\S+ +3 +2 +1 /)
  expect(out).toMatch(/gates +2\n/)
  expect(err).toContain('error: gates.geojson, gates, row 3')
  expect(err).toContain('warning: gates: community names "c1"')
})

test('import writes the same bytes for the same files', async () => {
  for (const name of ['same.lifecircle', 'again/same.lifecircle']) {
    mkdirSync(dirname(at(name)), { recursive: true })
    await lifecircle('import', at('communities.geojson'), '-o', at(name))
  }
  expect(readFileSync(at('again/same.lifecircle'))).toEqual(readFileSync(at('same.lifecircle')))
})

test('import takes the layer of a file from --layer, by path or by name', async () => {
  for (const file of [at('places.geojson'), 'places.geojson']) {
    const words = [
      'import',
      at('places.geojson'),
      '--layer',
      `${file}=entrances`,
      '-o',
      at('c.lifecircle'),
      '--json',
    ]
    expect((JSON.parse((await lifecircle(...words)).out) as ImportAnswer).layers.entrances).toBe(2)
  }
})

test('import moves GCJ-02 to WGS84 and says so', async () => {
  const words = [
    'import',
    at('communities.geojson'),
    '--crs',
    'communities.geojson=gcj02',
    '-o',
    at('d.lifecircle'),
  ]
  const { out } = await lifecircle(...words, '--json')
  expect((JSON.parse(out) as ImportAnswer).files[0].crs).toBe('GCJ-02')
  const { project } = unpackProject(readFileSync(at('d.lifecircle')))
  const [lon, lat] = (project.layers.communities[0].geometry.coordinates as number[][][])[0][0]
  expect(lon).toBeCloseTo(120.1 - 0.0047, 3)
  expect(lat).toBeCloseTo(30.2 + 0.0024, 3)
})

test('import reads GB18030 when told, and refuses bytes that are not', async () => {
  // "翠苑" in GB18030
  const name = Buffer.from([0xb4, 0xe4, 0xd4, 0xb7])
  const [before, after] = communities.split('翠苑')
  writeFileSync(
    at('gbk.geojson'),
    Buffer.concat([Buffer.from(before), name, Buffer.from(after.replace('一区', ''))]),
  )
  const words = ['import', at('gbk.geojson'), '--layer', 'gbk.geojson=communities', '-o', at('e.lifecircle')]
  expect((await lifecircle(...words, '--encoding', 'gbk.geojson=gb18030')).code).toBe(0)
  expect(unpackProject(readFileSync(at('e.lifecircle'))).project.layers.communities[0].name).toBe('翠苑')
  const { code, err } = await lifecircle(...words, '--encoding', 'gbk.geojson=utf-8')
  expect(code).toBe(1)
  expect(err).toMatch(/gbk\.geojson has bytes that are no utf-8/)
})

test('import takes a boundary', async () => {
  writeFileSync(at('study area.geojson'), communities)
  const words = [
    'import',
    at('gates.geojson'),
    '--boundary',
    at('study area.geojson'),
    '-o',
    at('f.lifecircle'),
  ]
  const { out } = await lifecircle(...words, '--json')
  expect((JSON.parse(out) as ImportAnswer).layers).toMatchObject({ gates: 2, boundary: 1, communities: 0 })
})

test.each([
  ['a file that is not there', ['nowhere.geojson'], /nowhere\.geojson: there is no such file/],
  ['an empty file', ['empty.geojson'], /^empty\.geojson: the file is empty/],
  ['a folder', ['.'], /is a folder/],
  ['a file of no known layer', ['places.geojson'], /places\.geojson.*--layer/],
  ['a projection', ['gates.geojson', '--crs', 'gates.geojson=EPSG:4549'], /EPSG:4549.*ogr2ogr/],
])('import of %s is one sentence and exit 1, and writes nothing', async (_, words, sentence) => {
  const named = words.map((word, i) => (i === 0 ? at(word) : word))
  const { code, out, err } = await lifecircle('import', ...named, '-o', at('bad.lifecircle'))
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(sentence)
  expect(err.trim().split('\n')).toHaveLength(1)
  expect(existsSync(at('bad.lifecircle'))).toBe(false)
})

test('import of files with nothing usable is exit 1 with the first reason', async () => {
  writeFileSync(at('bad/gates.geojson'.replace('/', '-')), '')
  mkdirSync(at('bad'), { recursive: true })
  writeFileSync(at('bad/gates.geojson'), collection({ geometry: null, properties: { id: 'g' } }))
  const { code, err } = await lifecircle('import', at('bad/gates.geojson'), '-o', at('bad.lifecircle'))
  expect(code).toBe(1)
  expect(err).toMatch(/nothing in gates\.geojson can be used.*row 1.*no geometry/)
})

test.each([
  ['no output', ['x.geojson']],
  ['an unknown option', ['x.geojson', '-o', 'o', '--colour', 'red']],
  ['an option twice', ['x.geojson', '-o', 'o', '-o', 'p']],
  ['an output that is an option', ['x.geojson', '-o', '--json']],
  ['a layer for a file that is not given', ['x.geojson', '-o', 'o', '--layer', 'y.geojson=gates']],
  ['an unknown layer', ['x.geojson', '-o', 'o', '--layer', 'x.geojson=bikes']],
  ['an unknown coordinate system', ['x.geojson', '-o', 'o', '--crs', 'x.geojson=mars']],
  ['an unknown encoding', ['x.geojson', '-o', 'o', '--encoding', 'x.geojson=morse']],
  ['a pair without a value', ['x.geojson', '-o', 'o', '--layer', 'x.geojson']],
  ['no file', ['-o', 'o']],
])('import with %s is wrong usage: exit 2 and the usage on stderr', async (_, words) => {
  const { code, out, err } = await lifecircle('import', ...words)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toMatch(/^lifecircle import: .+\nlifecircle import FILE…/)
})

test('export writes a layer as GeoJSON, FlatGeobuf and CSV', async () => {
  for (const format of ['geojson', 'fgb', 'csv']) {
    const words = [
      'export',
      at('p.lifecircle'),
      '--layer',
      'gates',
      '--format',
      format,
      '-o',
      at(`out.${format}`),
    ]
    const { code, out } = await lifecircle(...words, '--json')
    expect({ code, answer: JSON.parse(out) as unknown }).toEqual({ code: 0, answer: { features: 2 } })
  }
  const { records } = readLayer('gates', readFileSync(at('out.fgb')))
  expect(records.map(({ id }) => id)).toEqual(['g1', 'g2'])
  expect(JSON.parse(readFileSync(at('out.geojson'), 'utf8'))).toMatchObject({
    features: [{ id: 'g1', properties: { access: 'public' } }, { id: 'g2' }],
  })
  expect(readFileSync(at('out.csv'), 'utf8').split('\r\n')).toHaveLength(4)
})

test('what export wrote, import reads back as it was', async () => {
  for (const format of ['geojson', 'fgb']) {
    await lifecircle(
      'export',
      at('p.lifecircle'),
      '--layer',
      'gates',
      '--format',
      format,
      '-o',
      at(`gates.${format}`),
    )
    await lifecircle('import', at(`gates.${format}`), '-o', at('back.lifecircle'))
    const { layers } = unpackProject(readFileSync(at('back.lifecircle'))).project
    expect(layers.gates).toEqual(unpackProject(readFileSync(at('p.lifecircle'))).project.layers.gates)
  }
  writeFileSync(at('gates.geojson'), gates)
})

test('a project folder and a single data file are sources, too', async () => {
  const { project } = unpackProject(readFileSync(at('p.lifecircle')))
  for (const [path, bytes] of projectToEntries(project)) {
    mkdirSync(dirname(at(`folder/${path}`)), { recursive: true })
    writeFileSync(at(`folder/${path}`), bytes)
  }
  writeFileSync(at('folder/notes.txt'), 'not a layer')
  for (const source of ['folder', 'gates.geojson']) {
    const words = ['export', at(source), '--layer', 'gates', '--format', 'csv', '-o', at('g.csv'), '--json']
    expect(JSON.parse((await lifecircle(...words)).out)).toEqual({ features: 2 })
  }
})

test.each(['gpkg', 'shp', 'dxf', 'xlsx'])(
  'export to %s says that this build cannot, and what to do',
  async (format) => {
    const words = [
      'export',
      at('p.lifecircle'),
      '--layer',
      'gates',
      '--format',
      format,
      '-o',
      at(`no.${format}`),
    ]
    const { code, out, err } = await lifecircle(...words)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(new RegExp(`cannot write ${format}: export (fgb|csv)`))
    expect(existsSync(at(`no.${format}`))).toBe(false)
  },
)

test('export of a layer without records is exit 1 and says what there is', async () => {
  const words = ['export', at('p.lifecircle'), '--layer', 'spaces', '--format', 'csv', '-o', at('no.csv')]
  const { code, err } = await lifecircle(...words)
  expect(code).toBe(1)
  expect(err).toMatch(/has no spaces, nothing was written; it has communities, gates/)
})

test('a damaged layer of a project is told with its path, and the other layers are there', async () => {
  const { project } = unpackProject(readFileSync(at('p.lifecircle')))
  for (const [path, bytes] of projectToEntries(project)) {
    mkdirSync(dirname(at(`hurt/${path}`)), { recursive: true })
    writeFileSync(at(`hurt/${path}`), path === 'layers/gates.fgb' ? '' : bytes)
  }
  const ask = async (layer: string) =>
    lifecircle('export', at('hurt'), '--layer', layer, '--format', 'csv', '-o', at('h.csv'))
  expect((await ask('communities')).code).toBe(0)
  const { code, err } = await ask('gates')
  expect(code).toBe(1)
  expect(err).toMatch(/hurt\/layers\/gates\.fgb: the file is empty/)
})

test('export into a folder that is not there is a sentence, and nothing is left behind', async () => {
  const before = readdirSync(at('.'))
  const words = [
    'export',
    at('p.lifecircle'),
    '--layer',
    'gates',
    '--format',
    'csv',
    '-o',
    at('no/such/x.csv'),
  ]
  const { code, err } = await lifecircle(...words)
  expect(code).toBe(1)
  expect(err).toMatch(/no\/such\/x\.csv: there is no such file or folder/)
  expect(readdirSync(at('.'))).toEqual(before)
})

test('a folder that is no project is told as one', async () => {
  mkdirSync(at('plain'))
  const words = ['export', at('plain'), '--layer', 'gates', '--format', 'csv', '-o', at('x.csv')]
  expect((await lifecircle(...words)).err).toMatch(/plain is no project folder/)
})

test('without a command the overview is on stdout and the exit code 2; help is no error', async () => {
  expect((await lifecircle()).code).toBe(2)
  const { code, out } = await lifecircle('help', 'import')
  expect(code).toBe(0)
  expect(out).toContain('lifecircle import FILE…')
  expect((await lifecircle('imprt')).code).toBe(2)
  expect((await lifecircle('export', '--help')).out).toContain('--format FORMAT')
})

const built = 'dist/node/lifecircle.mjs'

function run(...words: string[]) {
  return spawnSync('node', [built, ...words], { encoding: 'utf8' })
}

test.skipIf(!existsSync(built))(
  'the built program answers with the same exit codes (skipped: not built)',
  () => {
    expect(run('help').status).toBe(0)
    expect(run('import').status).toBe(2)
    const failed = run('import', at('empty.geojson'), '-o', at('built.lifecircle'))
    expect(failed).toMatchObject({ status: 1, stdout: '' })
    expect(failed.stderr.trim().split('\n')).toHaveLength(1)
  },
)

test.skipIf(!existsSync(built))(
  'the built program is silent when its reader goes away (skipped: not built)',
  () => {
    const script = `node ${built} help 2>&1 >/dev/full | cat; node ${built} help import | head -c 1 >/dev/null`
    expect(spawnSync('bash', ['-c', script], { encoding: 'utf8' }).stdout).not.toContain('    at ')
  },
)
