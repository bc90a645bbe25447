import { expect, test } from 'vitest'

import type { Street } from '../../../src/model/layers'
import { packProject, unpackProject } from '../../../src/engine/project/project-file'
import { layerToGeoJson } from '../../../src/engine/project/to-geojson'
import { writeLayer } from '../../../src/engine/project/flatgeobuf-write'
import { bytesSource } from '../../../src/engine/read/byte-source'
import { readFile } from '../../../src/engine/read/read-file'
import { Scene } from '../../scene/scene'
import { readDraft } from './make-osm'

type Tags = Readonly<Record<string, string>>

async function streetOf(tags: Tags): Promise<Street | undefined> {
  const result = await readDraft({ nodes: { 1: [0, 0], 2: [9, 0] }, ways: { 5: [[1, 2], tags] } })
  return result.layers.streets?.[0]
}

test('crossings, signals and elevators mapped as nodes are records of their own', async () => {
  const { layers } = await readDraft({
    nodes: {
      1: [0, 0, { highway: 'traffic_signals' }],
      2: [1, 0, { highway: 'crossing', crossing: 'zebra', name: '斑马线' }],
      3: [2, 0, { highway: 'crossing' }],
      4: [3, 0, { highway: 'crossing', 'crossing:signals': 'yes' }],
      5: [4, 0, { highway: 'crossing', crossing: 'no' }],
      6: [5, 0, { highway: 'elevator' }],
      7: [6, 0, { highway: 'bus_stop' }],
    },
  })
  expect(layers.crossings?.map(({ id, kind, name }) => [id, kind, name])).toEqual([
    ['n1', 'signals', undefined],
    ['n2', 'marked', '斑马线'],
    ['n3', 'unmarked', undefined],
    ['n4', 'signals', undefined],
    ['n6', 'elevator', undefined],
  ])
})

test('an escalator is walked the way it runs, and its line is turned to run that way', async () => {
  const forward = await streetOf({ highway: 'steps', conveying: 'forward', incline: 'up' })
  const backward = await streetOf({ highway: 'steps', conveying: 'backward', incline: 'up' })
  expect(forward).toMatchObject({ conveying: true, oneway_foot: true, incline: 'up', step_free: false })
  expect(backward).toMatchObject({ conveying: true, oneway_foot: true, incline: 'down' })
  expect(backward?.geometry.coordinates).toEqual(forward?.geometry.coordinates.toReversed())
  const both = await streetOf({ highway: 'steps', conveying: 'reversible' })
  expect(both?.conveying).toBe(true)
  expect(both?.oneway_foot).toBeUndefined()
  expect((await streetOf({ highway: 'steps', conveying: 'no' }))?.conveying).toBeUndefined()
})

const inclineOf = async (incline: string) =>
  (await streetOf({ highway: 'steps', conveying: 'backward', incline }))?.incline

test('the incline of a turned escalator changes its sign', async () => {
  expect(await inclineOf('30%')).toBe('-30%')
  expect(await inclineOf('-30%')).toBe('30%')
  expect(await inclineOf('+30°')).toBe('-30°')
  expect(await inclineOf('down')).toBe('up')
  expect(await inclineOf('steep')).toBe('steep')
})

test('stairs are open to wheels by a ramp for wheelchairs only', async () => {
  expect((await streetOf({ highway: 'steps', 'ramp:wheelchair': 'yes' }))?.step_free).toBe(true)
  expect((await streetOf({ highway: 'steps', wheelchair: 'yes' }))?.step_free).toBe(true)
  expect((await streetOf({ highway: 'steps', 'ramp:wheelchair': 'no' }))?.step_free).toBe(false)
  expect((await streetOf({ highway: 'steps' }))?.step_free).toBe(false)
})

const onewayOf = async (tags: Tags) => (await streetOf({ highway: 'primary', ...tags }))?.oneway

test('one carriageway of a divided road, and a roundabout, are one way for vehicles', async () => {
  expect(await onewayOf({ oneway: 'yes' })).toBe(true)
  expect(await onewayOf({ oneway: '-1' })).toBe(true)
  expect(await onewayOf({ oneway: 'no', junction: 'roundabout' })).toBeUndefined()
  expect(await onewayOf({ junction: 'roundabout' })).toBe(true)
  expect(await onewayOf({})).toBeUndefined()
})

test('heights of nodes come with the line when at least two are known', async () => {
  const { layers } = await readDraft({
    nodes: {
      1: [0, 0, { ele: '10' }],
      2: [1, 0],
      3: [2, 0, { ele: '12.5 m' }],
      4: [3, 0, { ele: '99999' }],
    },
    ways: { 5: [[1, 2, 3], { highway: 'path' }], 6: [[3, 4], { highway: 'path' }] },
  })
  expect(layers.streets?.map(({ geometry }) => geometry.coordinates.map((p) => p[2]))).toEqual([
    [10, undefined, 12.5],
    [undefined, undefined],
  ])
})

const HILL = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      id: 's1',
      properties: { highway: 'footway', rise_m: -3, ele_from: 12.5, ele_to: -0.5 },
      geometry: {
        type: 'LineString',
        coordinates: [
          [120, 30, 12.3456],
          [120.001, 30],
          [120.002, 30, 14],
        ],
      },
    },
  ],
}

const read = async (name: string, bytes: Uint8Array) =>
  (await readFile(bytesSource(name, bytes), {}, {})).layers.streets ?? []

test('heights and height columns of an office’s streets are kept, and come back from every format', async () => {
  const text = new TextEncoder()
  const [street] = await read('roads.geojson', text.encode(JSON.stringify(HILL)))
  expect(street).toMatchObject({ rise_m: -3, ele_from: 12.5, ele_to: -0.5 })
  expect(street.geometry.coordinates).toEqual([
    [120, 30, 12.346],
    [120.001, 30],
    [120.002, 30, 14],
  ])
  expect((await read('streets.geojson', text.encode(layerToGeoJson('streets', [street]))))[0]).toEqual(street)
  expect((await read('streets.fgb', writeLayer('streets', [street])))[0]).toEqual(street)
  const project = new Scene().project()
  const hilly = { ...project, layers: { ...project.layers, streets: [street] } }
  expect(unpackProject(packProject(hilly)).project.layers.streets).toEqual([street])
})

test('points of signals and zebras in an office’s file are found to be crossings', async () => {
  const points = {
    type: 'FeatureCollection',
    features: ['signals', 'marked'].map((kind, i) => ({
      type: 'Feature',
      properties: { kind },
      geometry: { type: 'Point', coordinates: [120 + i / 1000, 30] },
    })),
  }
  const bytes = new TextEncoder().encode(JSON.stringify(points))
  for (const name of ['信号灯.geojson', 'data.geojson']) {
    const { layers } = await readFile(bytesSource(name, bytes), {}, {})
    expect(layers.crossings?.map(({ kind }) => kind)).toEqual(['signals', 'marked'])
  }
})
