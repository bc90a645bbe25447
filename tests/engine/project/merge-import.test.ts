import { expect, test } from 'vitest'
import { mergeImports } from '../../../src/engine/project/merge-import'
import type { ReadResult } from '../../../src/engine/read/read-result'
import type { Community, Gate, Space, Street } from '../../../src/model/layers'
import type { Provenance } from '../../../src/model/project'

const ring = [
  [120, 30],
  [121, 30],
  [121, 31],
  [120, 30],
]

function community(id: string): Community {
  return { id, geometry: { type: 'Polygon', coordinates: [ring] } }
}

function gate(id: string, of?: string): Gate {
  return {
    id,
    geometry: { type: 'Point', coordinates: [120, 30] },
    ...(of === undefined ? {} : { community: of }),
  }
}

function street(id: string): Street {
  const coordinates = [
    [120, 30],
    [121, 31],
  ]
  return { id, geometry: { type: 'LineString', coordinates } }
}

function result(name: string, layers: ReadResult['layers'], more: Partial<ReadResult> = {}): ReadResult {
  const provenance: Provenance = { files: [name], format: 'geojson', crs: 'WGS84' }
  return {
    name,
    format: 'geojson',
    crs: 'WGS84',
    layers,
    provenance,
    features: 0,
    accepted: 0,
    rejected: 0,
    issues: [],
    ...more,
  }
}

test('files without a project make a new one of the given name', () => {
  const { project, issues } = mergeImports(null, [result('a', { communities: [community('c1')] })], '古荡')
  expect(project).toMatchObject({ name: '古荡', fictional: false, surveyed: {}, scenarios: [] })
  expect(project.layers.communities).toEqual([community('c1')])
  expect(project.layers.gates).toEqual([])
  expect(project.provenance).toEqual({ communities: { files: ['a'], format: 'geojson', crs: 'WGS84' } })
  expect(issues).toEqual([])
})

test('an id that is taken becomes a new one, and the file’s own references follow', () => {
  const base = mergeImports(
    null,
    [result('a', { communities: [community('c1')], gates: [gate('g1', 'c1')] })],
    'x',
  )
  const second = result('b', { communities: [community('c1')], gates: [gate('g1', 'c1'), gate('g2', 'c1')] })
  const { project, issues } = mergeImports(base.project, [second], 'ignored')
  expect(project.name).toBe('x')
  expect(project.layers.communities.map(({ id }) => id)).toEqual(['c1', 'c1~2'])
  expect(project.layers.gates.map(({ id, community: of }) => [id, of])).toEqual([
    ['g1', 'c1'],
    ['g1~2', 'c1~2'],
    ['g2', 'c1~2'],
  ])
  expect(issues).toMatchObject([
    { code: 'id-duplicate', file: 'b', layer: 'communities', id: 'c1~2', facts: { id: 'c1' } },
    { code: 'id-duplicate', file: 'b', layer: 'gates', id: 'g1~2', row: 1 },
  ])
  expect(base.project.layers.communities).toHaveLength(1)
})

test('a new id never takes one that is given', () => {
  const gates = [gate('g'), gate('g'), gate('g'), gate('g~2')]
  const { project } = mergeImports(null, [result('a', { gates })], 'x')
  expect(project.layers.gates.map(({ id }) => id)).toEqual(['g', 'g~3', 'g~4', 'g~2'])
})

test('references to a record that occurs twice in one file mean the first', () => {
  const layers = { communities: [community('c'), community('c')], gates: [gate('g', 'c')] }
  expect(mergeImports(null, [result('a', layers)], 'x').project.layers.gates[0].community).toBe('c')
})

test('a reference that leads nowhere is a warning and the record stays', () => {
  const { project, issues } = mergeImports(null, [result('a', { gates: [gate('g', 'nowhere')] })], 'x')
  expect(project.layers.gates).toEqual([gate('g', 'nowhere')])
  expect(issues).toEqual([
    {
      severity: 'warning',
      code: 'reference-missing',
      file: 'a',
      layer: 'gates',
      id: 'g',
      facts: { field: 'community', reference: 'nowhere' },
    },
  ])
})

test('an entrance may be of a facility, a green or a building', () => {
  const point = { type: 'Point' as const, coordinates: [120, 30] }
  const layers: ReadResult['layers'] = {
    facilities: [{ id: 'f', geometry: point }],
    greens: [{ id: 'p', geometry: { type: 'Polygon', coordinates: [ring] } }],
    entrances: [
      { id: 'e1', of: 'f', geometry: point },
      { id: 'e2', of: 'p', geometry: point },
      { id: 'e3', of: 'x', geometry: point },
    ],
  }
  expect(mergeImports(null, [result('a', layers)], 'x').issues).toMatchObject([{ id: 'e3' }])
})

test('a class that the rule pack does not know is a warning; without a pack none is', () => {
  const point = { type: 'Point' as const, coordinates: [120, 30] }
  const files = [
    result('a', {
      facilities: [
        { id: 'f1', class: 'EDU_PRIMARY', geometry: point },
        { id: 'f2', class: 'PUB', geometry: point },
        { id: 'f3', geometry: point },
      ],
    }),
  ]
  expect(mergeImports(null, files, 'x', new Set(['EDU_PRIMARY'])).issues).toMatchObject([
    { severity: 'warning', code: 'class-unknown', id: 'f2', facts: { class: 'PUB' } },
  ])
  expect(mergeImports(null, files, 'x').issues).toEqual([])
})

test('two files of one layer share its provenance: both names, the older date, crossings if one needs them', () => {
  const osm: Provenance = {
    files: ['a.pbf'],
    format: 'osm-pbf',
    crs: 'WGS84',
    data_date: '2026-01-02',
    licence: 'ODbL 1.0',
    topology: 'vertices',
  }
  const office: Provenance = {
    files: ['b.fgb'],
    format: 'flatgeobuf',
    crs: 'WGS84',
    data_date: '2024-05-06',
    topology: 'crossings',
  }
  const { project } = mergeImports(
    null,
    [
      result('a.pbf', { streets: [street('s1')] }, { provenance: osm }),
      result('b.fgb', { streets: [street('s2')] }, { provenance: office }),
      result('c.fgb', { streets: [] }, { provenance: { files: ['c.fgb'], format: 'x', crs: 'x' } }),
    ],
    'x',
  )
  expect(project.provenance.streets).toEqual({
    files: ['a.pbf', 'b.fgb'],
    format: 'osm-pbf, flatgeobuf',
    crs: 'WGS84',
    data_date: '2024-05-06',
    licence: 'ODbL 1.0',
    topology: 'crossings',
  })
})

test('the extent is the box around the extents that are known', () => {
  const files = [
    result('a', {}, { extent: [120, 30, 121, 31] }),
    result('b', {}),
    result('c', {}, { extent: [119, 30.5, 120.5, 32] }),
  ]
  expect(mergeImports(null, files, 'x').project.extent).toEqual([119, 30, 121, 32])
  expect(mergeImports(null, [files[1]], 'x').project.extent).toBeUndefined()
})

test('issues of the files are kept, before those of the merge', () => {
  const issue = { severity: 'error', code: 'geometry-missing', file: 'a', row: 3 } as const
  const files = [result('a', { gates: [gate('g', 'nowhere')] }, { issues: [issue] })]
  expect(mergeImports(null, files, 'x').issues.map(({ code }) => code)).toEqual([
    'geometry-missing',
    'reference-missing',
  ])
})

/** An outline between two longitudes. */
function lot(id: string, west: number, east: number): Community {
  const square = [
    [west, 30],
    [east, 30],
    [east, 31],
    [west, 31],
    [west, 30],
  ]
  return { id, name: `${id}园`, geometry: { type: 'Polygon', coordinates: [square] } }
}

function space(id: string, lon: number, of?: string): Space {
  return {
    id,
    geometry: { type: 'Point', coordinates: [lon, 30.5] },
    ...(of === undefined ? {} : { community: of }),
  }
}

test('a space that names no community is of the one it lies in, of two one in the other the inner one; told once', () => {
  const spaces = [space('a', 120.9), space('b', 120.5), space('c', 125), space('d', 120.9, 'inner')]
  // the table of spaces comes first, and the outlines after it
  const first = mergeImports(null, [result('s', { spaces })], '古荡')
  expect(first.project.layers.spaces).toEqual(spaces)
  const second = mergeImports(
    first.project,
    [result('c', { communities: [lot('outer', 120, 121), lot('inner', 120.4, 120.6)] })],
    '古荡',
  )
  expect(second.project.layers.spaces.map(({ community: of }) => of)).toEqual([
    'outer',
    'inner',
    undefined,
    'inner',
  ])
  expect(second.issues).toEqual([
    {
      severity: 'info',
      code: 'spaces-housed',
      layer: 'spaces',
      id: 'a',
      facts: { count: 2, name: 'a', community: 'outer园' },
    },
  ])
  // nothing more to tell
  expect(mergeImports(second.project, [result('g', { gates: [gate('g')] })], '古荡').issues).toEqual([])
})
