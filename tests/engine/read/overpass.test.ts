import { expect, test } from 'vitest'

import { readFile } from '../../../src/engine/read/read-file'
import { testWith } from '../../shared-data'
import { textSource } from './make-osm'
import { sharedSource } from './shared-source'

const read = (value: unknown) => readFile(textSource('answer.json', JSON.stringify(value)), {}, {})

const at = (lon: number, lat: number) => ({ lon, lat })
const POND = [at(120, 30), at(120.001, 30), at(120.001, 30.001), at(120, 30)]

test('with nodes as elements, and with the geometry inside the ways, the layers are the same', async () => {
  const nodes = [
    { type: 'node', id: 1, ...POND[0], tags: { barrier: 'gate' } },
    { type: 'node', id: 2, ...POND[1] },
    { type: 'node', id: 3, ...POND[2] },
  ]
  const refs = [1, 2, 3, 1]
  const tags = { natural: 'water', name: '池', created_by: 'nobody' }
  const street = { type: 'way', id: 8, nodes: [1, 2], tags: { highway: 'path' } }
  const byNodes = await read({
    version: 0.6,
    elements: [...nodes, { type: 'way', id: 7, nodes: refs, tags }, street],
  })
  const byGeometry = await read({
    version: 0.6,
    elements: [
      nodes[0],
      { type: 'way', id: 7, nodes: refs, geometry: POND, tags },
      { ...street, geometry: POND.slice(0, 2) },
    ],
  })
  expect(byNodes.layers).toEqual(byGeometry.layers)
  expect(byNodes.layers.barriers).toMatchObject([{ id: 'w7', kind: 'water', name: '池' }])
  expect(byNodes.layers.gates).toMatchObject([{ id: 'n1' }])
  expect(byNodes.provenance).toMatchObject({ format: 'overpass-json', topology: 'vertices' })
})

test('without node ids, vertices on one spot are one node', async () => {
  const result = await read({
    elements: [
      { type: 'way', id: 1, geometry: [at(120, 30), at(120.001, 30)], tags: { highway: 'path' } },
      { type: 'way', id: 2, geometry: [at(120.001, 30), at(120.002, 30)], tags: { highway: 'path' } },
      { type: 'way', id: 3, geometry: [at(120, 30), null, at(120.003, 30)], tags: { highway: 'path' } },
    ],
  })
  const [a, b] = result.layers.streets ?? []
  expect(a.geometry.coordinates.at(-1)).toEqual(b.geometry.coordinates[0])
  // a vertex outside the asked box is null: the way has a hole
  expect(result.issues).toMatchObject([{ code: 'nodes-missing', id: 'w3' }])
})

test('relations bring the geometry of their members', async () => {
  const result = await read({
    elements: [
      {
        type: 'relation',
        id: 5,
        tags: { type: 'multipolygon', landuse: 'grass' },
        members: [
          { type: 'way', ref: 50, role: 'outer', geometry: POND.slice(0, 3) },
          { type: 'way', ref: 51, role: 'outer', geometry: POND.slice(2) },
          { type: 'node', ref: 9, role: 'label' },
        ],
      },
    ],
  })
  expect(result.layers.land).toMatchObject([{ id: 'r5', use: 'grass' }])
})

test('the date is read, and an answer that ran out of time is told', async () => {
  const result = await read({
    osm3s: { timestamp_osm_base: '2026-05-08T12:40:44Z' },
    elements: [],
    remark: 'runtime error: Query timed out in "query" at line 3 after 25 seconds.',
  })
  expect(result.provenance.data_date).toBe('2026-05-08')
  expect(result.issues).toMatchObject([{ severity: 'warning', code: 'file-truncated' }])
})

test('elements that are none are passed over', async () => {
  const result = await read({
    elements: [null, 3, { type: 'node', id: 'x' }, { type: 'way', id: 4 }, { type: 'area', id: 1 }],
  })
  expect([result.layers, result.issues]).toEqual([{}, []])
})

testWith('hangzhou-westlake/overpass_water_westlake.json')(
  'a real answer gives the water of West Lake',
  async () => {
    const result = await readFile(sharedSource('hangzhou-westlake/overpass_water_westlake.json'), {}, {})
    expect(result.format).toBe('overpass-json')
    expect(result.layers.barriers?.length).toBeGreaterThan(50)
    expect(result.layers.barriers?.every(({ kind }) => kind === 'water')).toBe(true)
  },
)
