import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'

import { expect, test } from 'vitest'

const SRC = join(import.meta.dirname, '../../src')

interface Import {
  readonly from: string
  readonly to: string
  readonly isTypeOnly: boolean
}

/** Every relative import of src, resolved; the rest are packages. */
function collectImports(): { files: string[]; inner: Import[]; packages: { from: string; name: string }[] } {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'),
  )
  const inner: Import[] = []
  const packages: { from: string; name: string }[] = []
  for (const from of files) {
    const text = readFileSync(join(SRC, from), 'utf8')
    const statements = text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\(\s*'([^']+)'\s*\)/g,
    )
    for (const match of statements) {
      const target = match[2] ?? match[3]
      if (!target.startsWith('.')) {
        packages.push({ from, name: target })
        continue
      }
      const to = normalize(join(dirname(from), target.replace(/\?.*$/, '')))
      // `import { type A, type B }` is a type import as well
      const names = /\{([^}]*)\}/.exec(match[0])?.[1]
      const onlyTypes = names !== undefined && names.split(',').every((name) => /^\s*(type\s|$)/.test(name))
      inner.push({ from, to, isTypeOnly: match[1] !== undefined || onlyTypes })
    }
  }
  return { files, inner, packages }
}

const { files, inner, packages } = collectImports()

const roomOf = (path: string): string => relative('.', path).split('/')[0]
const stageOf = (path: string): string => {
  const parts = path.split('/')
  return parts.length > 2 ? parts[1] : parts[1].replace(/\.ts$/, '')
}

// who may import values from whom; a room may always import from itself
const ROOMS: Record<string, readonly string[]> = {
  model: [],
  engine: ['model'],
  solver: ['engine', 'model'],
  worker: ['engine', 'model', 'solver'],
  store: ['worker', 'model'],
  map: ['store', 'model'],
  views: ['store', 'model', 'map'],
  cli: ['engine', 'model', 'solver'],
  'main.tsx': ['worker', 'store', 'map', 'views', 'model'],
}
// who may import types besides
const TYPES: Record<string, readonly string[]> = {
  store: ['engine'],
  map: ['engine', 'worker'],
  views: ['engine', 'worker'],
}

// the stages of the engine in their order; a stage may import from the ones named
const STAGES: Record<string, readonly string[]> = {
  run: [],
  column: [],
  geometry: ['column'],
  read: ['run', 'geometry'],
  rules: ['read'],
  project: ['run', 'geometry', 'read', 'rules'],
  correction: ['geometry', 'project'],
  scenario: ['geometry', 'correction'],
  network: ['column', 'geometry'],
  places: ['geometry', 'network'],
  catchment: ['run', 'column', 'geometry', 'network', 'places'],
  prepare: ['run', 'correction', 'scenario', 'network', 'places', 'catchment'],
  supply: ['run', 'geometry', 'places', 'catchment'],
  assessment: ['run', 'geometry', 'places', 'catchment', 'supply'],
  sensitivity: ['run', 'network', 'places', 'catchment', 'assessment'],
  explain: ['run', 'geometry', 'scenario', 'network', 'places', 'catchment', 'assessment', 'suitability'],
  gaps: ['places', 'catchment', 'assessment'],
  compare: ['network', 'places', 'catchment', 'assessment', 'gaps'],
  links: [
    'run',
    'geometry',
    'scenario',
    'network',
    'places',
    'catchment',
    'assessment',
    'explain',
    'compare',
  ],
  surface: ['run', 'geometry', 'network', 'places', 'catchment', 'assessment'],
  summary: ['run', 'geometry', 'places', 'catchment', 'assessment', 'sensitivity'],
  siting: ['run'],
  // above the pipeline: what it would say of some edits more
  'try-edits': ['run', 'scenario', 'pipeline', 'compare'],
  'links-of': ['run', 'links', 'pipeline', 'try-edits'],
  'list-complexes': ['network', 'scenario', 'complex'],
  'list-forbidden': ['network', 'suitability'],
  units: ['run', 'geometry', 'network', 'places', 'catchment', 'assessment', 'suitability', 'propose'],
  propose: [
    'run',
    'links',
    'geometry',
    'scenario',
    'network',
    'places',
    'catchment',
    'supply',
    'assessment',
    'explain',
    'suitability',
    'cost',
    'consent',
    'siting',
  ],
  suitability: ['geometry'],
  complex: ['geometry', 'scenario', 'suitability'],
  cost: ['geometry'],
  consent: ['geometry', 'places'],
  finance: [],
  works: ['places', 'suitability', 'cost'],
  package: [
    'geometry',
    'network',
    'places',
    'scenario',
    'suitability',
    'cost',
    'consent',
    'finance',
    'works',
  ],
  tiles: ['geometry', 'network', 'places', 'catchment'],
  doctor: ['run', 'geometry', 'network', 'places', 'project'],
}

// who joins stages: what is so, and, after it, what may be planned
const JOINTS = ['pipeline', 'plan-pipeline']

test('the walk over src finds the files and their imports', () => {
  expect(files.length).toBeGreaterThan(60)
  expect(inner.length).toBeGreaterThan(files.length)
})

test('rooms import only from the rooms below them', () => {
  const wrong = inner.filter(({ from, to, isTypeOnly }) => {
    const [a, b] = [roomOf(from), roomOf(to)]
    if (a === b || b === '..') return false
    return !(ROOMS[a] ?? []).includes(b) && !(isTypeOnly && (TYPES[a] ?? []).includes(b))
  })
  expect(wrong).toEqual([])
})

test('engine stages import only from stages before them; the two pipelines alone join them', () => {
  const wrong = inner.filter(({ from, to }) => {
    if (roomOf(from) !== 'engine' || roomOf(to) !== 'engine') return false
    const [a, b] = [stageOf(from), stageOf(to)]
    return a !== b && !JOINTS.includes(a) && !(STAGES[a] ?? []).includes(b)
  })
  expect(wrong).toEqual([])
})

test('the engine and the model know no framework, no Node and no browser', () => {
  const allowed = new Set([
    'flatbush',
    'fflate',
    'flatgeobuf',
    'valibot',
    'gcoord',
    'geojson',
    'h3-js',
    'papaparse',
  ])
  const wrong = packages.filter(
    ({ from, name }) => ['engine', 'model'].includes(roomOf(from)) && !allowed.has(name.split('/')[0]),
  )
  expect(wrong).toEqual([])
})

test('engine files stay short enough to be read in one go', () => {
  const long = files
    .filter((file) => roomOf(file) === 'engine')
    .map((file) => ({ file, lines: readFileSync(join(SRC, file), 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > 300)
  expect(long).toEqual([])
})

test('nothing in the engine asks the clock, chance, the network or the console', () => {
  const wrong = files
    .filter((file) => roomOf(file) === 'engine')
    .filter((file) =>
      /\bDate\.now|\bnew Date\(\)|Math\.random|\bfetch\(|\bconsole\.|performance\.now/.test(
        readFileSync(join(SRC, file), 'utf8'),
      ),
    )
  expect(wrong).toEqual([])
})
