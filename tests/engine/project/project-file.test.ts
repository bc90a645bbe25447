import { isDeepStrictEqual } from 'node:util'
import { strToU8, unzipSync, zipSync } from 'fflate'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  packProject,
  projectFromEntries,
  projectToEntries,
  unpackProject,
} from '../../../src/engine/project/project-file'
import { DataError } from '../../../src/model/issue'
import { emptyLayers } from '../../../src/model/layers'
import type { Project } from '../../../src/model/project'
import { readPack } from '../../../src/engine/rules/check-pack'
import { findShipped } from '../../../src/model/rules/shipped-packs'
import { arbitraryProject } from './arbitrary-project'
import { expectSame } from '../../expect-same'

const small: Project = {
  name: '古荡联动改造',
  fictional: true,
  layers: {
    ...emptyLayers(),
    gates: [
      { id: 'g1', geometry: { type: 'Point', coordinates: [120.1, 30.27] }, access: 'public' },
      { id: 'g2', geometry: { type: 'Point', coordinates: [120.2, 30.28] }, community: 'c1' },
    ],
    communities: [
      {
        id: 'c1',
        name: '翠苑一区',
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [120, 30],
              [120.1, 30],
              [120.1, 30.1],
              [120, 30],
            ],
          ],
        },
      },
    ],
  },
  provenance: { gates: { files: ['gates.geojson'], format: 'geojson', crs: 'WGS84' } },
  surveyed: { ELDER_DAYCARE: true },
  scenarios: [{ id: 's1', name: '开门', edits: [{ kind: 'open-gate', gate: 'g1', access: 'public' }] }],
  corrections: [{ id: 'c1', finding: 'gate-off-edge:g1', kind: 'move-gate', gate: 'g1', at: [120.1, 30.2] }],
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

/** JSON has no -0; project.json keeps the sign of none, which no extent needs. */
function withoutNegativeZero(project: Project): Project {
  if (project.extent === undefined) return project
  const [w, s, e, n] = project.extent
  return { ...project, extent: [w + 0, s + 0, e + 0, n + 0] }
}

test('loading a saved project gives the project back, and saving that gives the same bytes', () => {
  fc.assert(
    fc.property(arbitraryProject, (random) => {
      const project = withoutNegativeZero(random)
      const packed = packProject(project)
      const read = unpackProject(packed)
      expect(read.issues).toEqual([])
      // not toStrictEqual: a key named "constructor" misleads it
      expect(isDeepStrictEqual(read.project, project)).toBe(true)
      expectSame(packProject(read.project), packed)
    }),
    { numRuns: 40, endOnFailure: true },
  )
})

test('a project is packed into the same bytes in every time zone', () => {
  const before = process.env.TZ
  const packed = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'].map((zone) => {
    process.env.TZ = zone
    return packProject(small)
  })
  if (before === undefined) delete process.env.TZ
  else process.env.TZ = before
  expect(packed[1]).toEqual(packed[0])
  expect(packed[2]).toEqual(packed[0])
})

test('a project is project.json and one file per layer with records', () => {
  expect([...projectToEntries(small).keys()]).toEqual([
    'project.json',
    'layers/communities.fgb',
    'layers/gates.fgb',
  ])
})

test('the packed file opens with any zip program', () => {
  const entries = unzipSync(packProject(small))
  expect(entries).toEqual(Object.fromEntries(projectToEntries(small)))
})

test('a project inside a folder of the archive comes in', () => {
  const inFolder = new Map([...projectToEntries(small)].map(([path, bytes]) => [`古荡/${path}`, bytes]))
  inFolder.set('__MACOSX/古荡/._project.json', new Uint8Array(3))
  inFolder.set('古荡/README.txt', strToU8('hello'))
  expect(projectFromEntries(inFolder)).toEqual({ project: small, issues: [] })
})

test.each([
  ['empty', () => new Uint8Array(0), 'file-empty'],
  ['cut in the header', (bytes: Uint8Array) => bytes.subarray(0, 40), 'file-truncated'],
  ['cut in the last feature', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 10), 'file-truncated'],
  ['not a FlatGeobuf', () => strToU8('type,lon,lat'), 'format-unknown'],
])('a layer file that is %s is an issue that names it, the other layers come in', (_, damage, code) => {
  const entries = projectToEntries(small)
  entries.set('layers/gates.fgb', damage(entries.get('layers/gates.fgb')!))
  const { project, issues } = projectFromEntries(entries)
  expect(issues).toMatchObject([{ severity: 'error', code, file: 'layers/gates.fgb', layer: 'gates' }])
  expect(project.layers.communities).toEqual(small.layers.communities)
})

test('records before the cut of a layer file come in', () => {
  const entries = projectToEntries(small)
  const gates = entries.get('layers/gates.fgb')!
  entries.set('layers/gates.fgb', gates.subarray(0, gates.length - 10))
  const { project, issues } = projectFromEntries(entries)
  expect(project.layers.gates).toHaveLength(1)
  expect(issues[0].facts).toEqual({ read: 1, expected: 2 })
})

test('a layer file that is listed and missing is an issue', () => {
  const entries = projectToEntries(small)
  entries.delete('layers/communities.fgb')
  const { project, issues } = projectFromEntries(entries)
  expect(issues).toMatchObject([
    { code: 'layer-missing', file: 'layers/communities.fgb', layer: 'communities' },
  ])
  expect(project.layers.communities).toEqual([])
  expect(project.layers.gates).toEqual(small.layers.gates)
})

test('a layer file of an unknown name is a warning', () => {
  const entries = projectToEntries(small)
  entries.set('layers/bikes.fgb', entries.get('layers/gates.fgb')!)
  const { project, issues } = projectFromEntries(entries)
  expect(issues).toMatchObject([{ severity: 'warning', code: 'layer-unknown', file: 'layers/bikes.fgb' }])
  expect(project).toEqual(small)
})

test('a layer file that is not listed comes in: somebody added it', () => {
  const entries = projectToEntries({ ...small, layers: { ...small.layers, gates: [] } })
  entries.set('layers/gates.fgb', projectToEntries(small).get('layers/gates.fgb')!)
  expect(projectFromEntries(entries)).toEqual({ project: small, issues: [] })
})

test('ids that occur twice in a layer file are made unique', () => {
  const twice = [small.layers.gates[0], { ...small.layers.gates[1], id: 'g1' }]
  const { project, issues } = projectFromEntries(
    projectToEntries({ ...small, layers: { ...small.layers, gates: twice } }),
  )
  expect(project.layers.gates.map(({ id }) => id)).toEqual(['g1', 'g1~2'])
  expect(issues).toMatchObject([{ code: 'id-duplicate', id: 'g1~2', facts: { id: 'g1' } }])
})

function withJson(change: (json: Record<string, unknown>) => unknown): Map<string, Uint8Array> {
  const entries = projectToEntries(small)
  const json = JSON.parse(new TextDecoder().decode(entries.get('project.json'))) as Record<string, unknown>
  return entries.set('project.json', strToU8(JSON.stringify(change(json))))
}

test.each([
  ['of a newer version', withJson((json) => ({ ...json, version: 99 })), 'project-version-newer'],
  ['without a version', withJson((json) => ({ ...json, version: undefined })), 'project-invalid'],
  ['of another format', withJson((json) => ({ ...json, format: 'other' })), 'project-invalid'],
  ['with a name that is no text', withJson((json) => ({ ...json, name: 7 })), 'project-invalid'],
  ['with a broken extent', withJson((json) => ({ ...json, extent: [0, 0, 500, 1] })), 'project-invalid'],
  ['that is a list', withJson(() => []), 'project-invalid'],
  ['that is no JSON', new Map([['project.json', strToU8('{"name": }')]]), 'json-invalid'],
  ['that is cut', new Map([['project.json', strToU8('{"name": ')]]), 'file-truncated'],
  ['that is empty', new Map([['project.json', new Uint8Array(0)]]), 'file-empty'],
  ['that is not there', new Map<string, Uint8Array>(), 'project-invalid'],
])('a project.json %s is refused', (_, entries, code) => {
  expect(codeThrown(() => projectFromEntries(entries))).toBe(code)
})

test('a refused project.json names the place', () => {
  expect(() =>
    projectFromEntries(withJson((json) => ({ ...json, provenance: { gates: { files: 3 } } }))),
  ).toThrow(/provenance\.gates\.files/)
})

test('a scenario that does not fit is left out and the others stay', () => {
  const bad = { id: 's2', name: 'x', edits: [{ kind: 'fly', gate: 'g1' }] }
  const entries = withJson((json) => ({ ...json, scenarios: [bad, ...(json.scenarios as unknown[])] }))
  const { project, issues } = projectFromEntries(entries)
  expect(project.scenarios).toEqual(small.scenarios)
  expect(issues).toMatchObject([{ code: 'project-invalid', facts: { path: 'scenarios.0.edits.0.kind' } }])
})

const price = { code: 'C17', low_yuan: 1, default_yuan: 2, high_yuan: 3 }
const entered = {
  code: 'GREEN_BLOCK_OLD',
  community: null,
  value: 0.4,
  unit: 'm²/person',
  date: '2024-05-01',
  source: '竣工图',
  note: '',
}
const decided = { scenario: 's1', funding: [], ballots: [], works: [] }

test('a project of before packages and prices opens, and says nothing of them', () => {
  const { project, issues } = projectFromEntries(withJson((json) => ({ ...json, version: 3 })))
  expect(issues).toEqual([])
  expect(project).toEqual(small)
})

test('a project of before entered indicators opens, and nothing is entered in it', () => {
  const { project, issues } = projectFromEntries(withJson((json) => ({ ...json, version: 4 })))
  expect(issues).toEqual([])
  expect(project).toEqual(small)
})

test.each([
  ['entered', { ...entered, value: -1 }, 'value'],
  ['entered', { ...entered, value: 'perhaps' }, 'value'],
  ['entered', { ...entered, unit: '' }, ''],
  ['entered', { ...entered, value: 'met' }, ''],
  ['entered', { ...entered, date: '2024-02-30' }, 'date'],
  ['entered', { ...entered, source: '' }, 'source'],
  ['prices', { ...price, low_yuan: -1 }, 'low_yuan'],
  ['prices', { ...price, low_yuan: 3 }, ''],
  ['prices', { ...price, high_yuan: 1e300 }, 'high_yuan'],
  ['packages', { ...decided, scenario: 7 }, 'scenario'],
  ['packages', { ...decided, funding: [{ source: 'lottery', yuan: 1 }] }, 'funding.0'],
  ['packages', { ...decided, funding: [{ source: 'bonds', yuan: 1, share: 0.5 }] }, 'funding.0'],
  ['packages', { ...decided, funding: [{ source: 'bonds', share: 1.01 }] }, 'funding.0'],
  [
    'packages',
    {
      ...decided,
      funding: [
        { source: 'bonds', yuan: 1 },
        { source: 'bonds', yuan: 2 },
      ],
    },
    'funding',
  ],
  ['packages', { ...decided, ballots: [{ community: 'c', heads: -1 }] }, 'ballots.0.heads'],
  [
    'packages',
    { ...decided, ballots: [{ community: 'c', consent: { yes_heads: 1.5 } }] },
    'ballots.0.consent.yes_heads',
  ],
  [
    'packages',
    { ...decided, works: [{ community: 'c', choices: [{ item: 'LIFTS', choice: 'perhaps' }] }] },
    'works.0.choices.0.choice',
  ],
])('of %s what does not fit is left out, and the rest stays', (list, bad, path) => {
  const good = { prices: price, entered, packages: decided }[list]
  const entries = withJson((json) => ({ ...json, [list]: [bad, good] }))
  const { project, issues } = projectFromEntries(entries)
  expect(project).toEqual({ ...small, [list]: [good] })
  const at = path === '' ? `${list}.0` : `${list}.0.${path}`
  expect(issues.map(({ facts }) => String(facts?.['path']))).toEqual([expect.stringMatching(`^${at}`)])
})

test('of two prices of one item, and two packages of one scenario, the first counts', () => {
  const other = { ...decided, sharing: 'households' }
  const { project, issues } = projectFromEntries(
    withJson((json) => ({ ...json, prices: [price, { ...price, low_yuan: 0 }], packages: [decided, other] })),
  )
  expect(project).toEqual({ ...small, prices: [price], packages: [decided] })
  expect(issues.map(({ facts }) => facts?.['path'])).toEqual(['packages.1', 'prices.1'])
})

test('what was decided about a scenario goes with it, lest another one of its id inherits it', () => {
  const { project } = projectFromEntries(
    projectToEntries({ ...small, packages: [decided, { ...decided, scenario: 'gone' }] }),
  )
  expect(project.packages).toEqual([decided])
})

test.each([
  ['empty bytes', new Uint8Array(0), 'file-empty'],
  ['bytes that are no zip', strToU8('not a zip, whatever its name says'), 'format-unknown'],
  ['a cut zip', packProject(small).subarray(0, 600), 'file-truncated'],
  ['a zip without a project', zipSync({ 'a.txt': strToU8('a') }), 'project-invalid'],
])('%s as a project file are refused', (_, bytes, code) => {
  expect(codeThrown(() => unpackProject(bytes))).toBe(code)
})

test('an archive that says it unpacks beyond the limit is refused before it is unpacked', () => {
  const bomb = zipSync({ ...unzipSync(packProject(small)), 'layers/streets.fgb': new Uint8Array(2_000_000) })
  expect(codeThrown(() => unpackProject(bomb, 'a.lifecircle', 1_000_000))).toBe('archive-too-large')
})

test('an archive that lies about its unpacked size is stopped at the size it gave', () => {
  const zip = zipSync({ ...unzipSync(packProject(small)), 'layers/streets.fgb': new Uint8Array(5_000_000) })
  const view = new DataView(zip.buffer)
  for (let at = 0; at + 28 < zip.length; at++)
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 5_000_000)
      view.setUint32(at + 24, 100, true)
  const { project, issues } = unpackProject(zip, 'a.lifecircle', 1_000_000)
  expect(issues).toMatchObject([{ code: 'file-unreadable', file: 'layers/streets.fgb' }])
  expect(project).toEqual(small)
})

test('a damaged byte inside the archive is found by its checksum', () => {
  const zip = zipSync(unzipSync(packProject(small)), { level: 0 })
  const gates = projectToEntries(small).get('layers/gates.fgb')!
  const start = zip.findIndex((_, i) => gates.every((byte, j) => zip[i + j] === byte))
  zip[start + gates.length - 20] ^= 1
  const { project, issues } = unpackProject(zip)
  expect(issues).toMatchObject([{ severity: 'error', code: 'file-unreadable', file: 'layers/gates.fgb' }])
  expect(project.layers.communities).toEqual(small.layers.communities)
})

test.each(['../../etc/passwd', '/etc/passwd', 'layers/../../x.fgb', 'C:/x.fgb', '..\\x.fgb'])(
  'an entry named %s is left out and reported',
  (name) => {
    const { project, issues } = unpackProject(
      zipSync({ ...unzipSync(packProject(small)), [name]: strToU8('x') }),
    )
    expect(issues).toMatchObject([{ severity: 'error', code: 'archive-entry-unsafe' }])
    expect(project).toEqual(small)
  },
)

test('no damage to a project file makes it throw anything but a DataError', () => {
  const packed = zipSync(unzipSync(packProject(small)), { level: 0 })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(packed.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      fc.nat(packed.length),
      (changes, length) => {
        const damaged = packed.slice(0, length % 3 === 0 ? length : packed.length)
        for (const [at, byte] of changes) if (at < damaged.length) damaged[at] = byte
        expect(codeThrown(() => unpackProject(damaged))).toBeTypeOf('string')
      },
    ),
    { numRuns: 300, endOnFailure: true },
  )
})

test('a project keeps its rule packs as files that can be shared', () => {
  const gb = findShipped('gb50180-2018')!
  const project: Project = { ...small, rules: { packs: [gb], old_area: true } }
  const entries = projectToEntries(project)
  expect(readPack(new TextDecoder().decode(entries.get('rules/gb50180-2018.json'))).pack).toEqual(gb)
  expect(projectFromEntries(entries)).toEqual({ project, issues: [] })
})

test('a project with a bad or missing rule pack opens by the shipped rules, and says which row is wrong', () => {
  const project: Project = {
    ...small,
    rules: { packs: [findShipped('gb50180-2018')!, findShipped('hangzhou')!], old_area: false },
  }
  const entries = projectToEntries(project)
  const text = new TextDecoder().decode(entries.get('rules/hangzhou.json'))
  entries.set('rules/hangzhou.json', strToU8(text.replace('"family": "child"', '"family": "pets"')))
  const bad = projectFromEntries(entries)
  expect(bad.project).toEqual(small)
  expect(bad.issues).toMatchObject([
    {
      severity: 'error',
      code: 'rule-pack-invalid',
      file: 'rules/hangzhou.json',
      row: 1,
      facts: { path: 'rules KINDERGARTEN family', found: '"pets"', expected: 'one-of' },
    },
  ])
  entries.delete('rules/hangzhou.json')
  expect(projectFromEntries(entries).issues).toMatchObject([
    { code: 'rule-pack-missing', facts: { id: 'hangzhou' } },
  ])
})
