import type { FeatureCollection } from 'geojson'
import { expect, test } from 'vitest'
import { emptyLayers } from '../../src/model/layers'
import { buildChangedLayers, buildMapLayers, streetRank } from '../../src/worker/map-layers'
import { demoProject } from './demo-files'

async function parse(blob: Blob): Promise<FeatureCollection> {
  return JSON.parse(await blob.text()) as FeatureCollection
}

function degreesOf(geometry: unknown): number[] {
  return (geometry as { coordinates: number[][][] }).coordinates.flat(2)
}

test('every building, street and community is drawn once, to the centimetre', async () => {
  const project = demoProject()
  const { base } = await buildMapLayers(project, {})
  const buildings = await parse(base.buildings)
  expect(buildings.features).toHaveLength(project.layers.buildings.length)
  const drawn = buildings.features[0].geometry
  const record = project.layers.buildings[0].geometry
  const exact = degreesOf(record)
  degreesOf(drawn).forEach((degrees, i) => expect(degrees).toBeCloseTo(exact[i], 6))
  expect((await parse(base.streets)).features).toHaveLength(project.layers.streets.length)
  expect((await parse(base.communities)).features).toHaveLength(project.layers.communities.length)
})

test('an empty project gives empty collections', async () => {
  const project = {
    name: '',
    fictional: false,
    layers: emptyLayers(),
    provenance: {},
    surveyed: {},
    scenarios: [],
    corrections: [],
  }
  const { base } = await buildMapLayers(project, {})
  for (const blob of Object.values(base)) expect((await parse(blob)).features).toEqual([])
})

test('names that would break a text are kept as they are', async () => {
  const name = '"]}</script>\\\n甲'
  const street = {
    id: '1',
    name,
    geometry: {
      type: 'LineString' as const,
      coordinates: [
        [120, 30],
        [120.1, 30],
      ],
    },
  }
  const layers = { ...emptyLayers(), streets: [street] }
  const project = {
    name: '',
    fictional: false,
    layers,
    provenance: {},
    surveyed: {},
    scenarios: [],
    corrections: [],
  }
  const { base } = await buildMapLayers(project, {})
  expect((await parse(base.streets)).features[0].properties).toMatchObject({ name })
})

test('the name of a crescent is written inside it', async () => {
  // a C open to the east: its centroid lies in the opening
  const ring = [
    [0, 0],
    [10, 0],
    [10, 1],
    [1, 1],
    [1, 9],
    [10, 9],
    [10, 10],
    [0, 10],
    [0, 0],
  ]
  const crescent = {
    id: 'c',
    name: '月牙',
    geometry: {
      type: 'Polygon' as const,
      coordinates: [ring.map(([x, y]) => [120 + x / 1000, 30 + y / 1000])],
    },
  }
  const layers = { ...emptyLayers(), communities: [crescent] }
  const project = {
    name: '',
    fictional: false,
    layers,
    provenance: {},
    surveyed: {},
    scenarios: [],
    corrections: [],
  }
  const { base } = await buildMapLayers(project, {})
  const [label] = (await parse(base.labels)).features
  const [lon] = (label.geometry as { coordinates: number[] }).coordinates
  expect(lon).toBeGreaterThan(120)
  expect(lon).toBeLessThan(120.001)
})

test('steps are steps whatever the way is called', () => {
  expect(streetRank({ kind: 'footway', steps: true })).toBe(streetRank({ kind: 'steps' }))
  expect(streetRank({ kind: 'motorway' })).toBeLessThan(streetRank({ kind: 'residential' }))
  expect(streetRank({ kind: 'residential' })).toBeLessThan(streetRank({ kind: 'footway' }))
})

test('what tells a community without a name apart comes along, and again where streets or communities changed', async () => {
  const demo = demoProject()
  const [first, ...others] = demo.layers.communities
  const { name: _name, ...unnamed } = first
  const project = { ...demo, layers: { ...demo.layers, communities: [unnamed, ...others] } }
  const { landmarks } = await buildMapLayers(project, {})
  expect(Object.keys(landmarks)).toEqual([first.id])
  const bare = { ...project, layers: { ...project.layers, streets: [] } }
  const { landmarks: changed } = await buildChangedLayers(project, bare, {})
  expect(changed?.[first.id].kind).not.toBe('street')
  expect((await buildChangedLayers(project, { ...project }, {})).landmarks).toBeUndefined()
})
