import fc from 'fast-check'
import { expect, test } from 'vitest'

import { buildNetwork } from '../../../src/engine/network/build-network'
import { readIncline, slopeFactor, steepnessOf } from '../../../src/engine/network/slope'
import { catchmentFrom, prepare } from '../../../src/engine/pipeline'
import { walkBetween } from '../../../src/engine/catchment/walk-between'
import type { Street } from '../../../src/model/layers'
import type { Project } from '../../../src/model/project'
import { at, Scene } from '../../scene/scene'
import { TIME, verdictOf } from '../../scenes/analyse-scene'

/** A straight street of 100 m pieces with heights, and fields. */
function hill(heights: readonly (number | null)[], fields: Partial<Street> = {}): Project {
  const scene = new Scene().street(
    's',
    heights.map((_, i) => [i * 100, 0] as const),
  )
  const project = scene.project()
  const [street] = project.layers.streets
  const coordinates = street.geometry.coordinates.map((p, i) => {
    const height = heights[i]
    return height === null ? p : [...p, height]
  })
  const streets = [{ ...street, ...fields, geometry: { ...street.geometry, coordinates } }]
  return { ...project, layers: { ...project.layers, streets } }
}

/** Seconds of the adult, 1.2 m/s, from x to x along the hill. */
async function seconds(project: Project, from: number, to: number): Promise<number> {
  const prepared = await prepare(project, null, {})
  return walkBetween(prepared, at(from, 0), at(to, 0), TIME)?.time_s ?? NaN
}

test('the flat counts one, five percent downhill least', () => {
  expect(slopeFactor(0)).toBe(1)
  expect(slopeFactor(-0.05)).toBeCloseTo(Math.exp(-0.175), 12)
  // 6 exp(−3.5 · 0.15) km/h is 3.55 km/h, flat 5.04 km/h
  expect(slopeFactor(0.1)).toBeCloseTo(5.0366 / 3.5495, 3)
  fc.assert(
    fc.property(fc.double({ min: -0.6, max: 0.6, noNaN: true }), (slope) => {
      expect(slopeFactor(slope)).toBeGreaterThanOrEqual(slopeFactor(-0.05))
      expect(slopeFactor(Math.abs(slope))).toBeGreaterThanOrEqual(slopeFactor(-Math.abs(slope)))
      expect(steepnessOf(slopeFactor(slope), slopeFactor(-slope))).toBeCloseTo(Math.abs(slope), 9)
    }),
  )
})

test('heights of vertices make the way up longer in time than the way down', async () => {
  const project = hill([0, 10])
  // 100 m at 1.2 m/s: 83.3 s; up 10 % × exp(0.35), down × exp(0)
  expect(await seconds(project, 0, 100)).toBeCloseTo((100 / 1.2) * Math.exp(0.35), 1)
  expect(await seconds(project, 100, 0)).toBeCloseTo(100 / 1.2, 1)
  expect(await seconds(project, 25, 75)).toBeCloseTo((50 / 1.2) * Math.exp(0.35), 1)
})

test('a vertex without a height lies on the line between its neighbors, and beyond the last it is flat', async () => {
  expect(await seconds(hill([0, null, 20]), 0, 200)).toBeCloseTo((200 / 1.2) * Math.exp(0.35), 1)
  expect(await seconds(hill([0, 10, null]), 0, 200)).toBeCloseTo((100 / 1.2) * (Math.exp(0.35) + 1), 1)
  expect(await seconds(hill([5, null]), 0, 100)).toBeCloseTo(100 / 1.2, 1)
})

test('a rise column, two heights and an incline say the same', async () => {
  const up = (100 / 1.2) * Math.exp(0.35)
  expect(await seconds(hill([null, null], { rise_m: 10 }), 0, 100)).toBeCloseTo(up, 1)
  expect(await seconds(hill([null, null], { ele_from: 7, ele_to: 17 }), 0, 100)).toBeCloseTo(up, 1)
  expect(await seconds(hill([null, null], { incline: '10%' }), 0, 100)).toBeCloseTo(up, 1)
  expect(await seconds(hill([null, null], { incline: '-10%' }), 100, 0)).toBeCloseTo(up, 1)
})

test('inclines are read as they are written', () => {
  expect(readIncline('8%')).toBeCloseTo(0.08)
  expect(readIncline('-8 %')).toBeCloseTo(-0.08)
  expect(readIncline('１０％')).toBeCloseTo(0.1)
  expect(readIncline('45°')).toBeCloseTo(1)
  expect(readIncline('1:12')).toBeCloseTo(1 / 12)
  expect(readIncline('12‰')).toBeCloseTo(0.012)
  expect(readIncline('6')).toBeCloseTo(0.06)
  expect(readIncline('0.06')).toBeCloseTo(0.06)
  for (const word of ['up', 'down', 'steep', '', '1:0', undefined]) expect(readIncline(word)).toBeUndefined()
})

test('a slope beyond sixty percent counts as flat and is told once', () => {
  const { network, issues } = buildNetwork(hill([0, 80, 160, 170]), { isPlain: false })
  const told = issues.filter(({ code }) => code === 'slope-implausible')
  expect(told).toEqual([
    expect.objectContaining({ severity: 'warning', layer: 'streets', id: 's', facts: { percent: 80 } }),
  ])
  // of three pieces one is believed
  expect(network.edgeSlope?.[0]).toBeCloseTo((2 + Math.exp(0.35)) / 3, 4)
})

const slopeOf = (project: Project, isPlain = false) => buildNetwork(project, { isPlain }).network.edgeSlope

test('without heights, on level ground, on stairs and in the plain form there is no slope column', () => {
  expect(slopeOf(hill([null, null]))).toBeNull()
  expect(slopeOf(hill([3, 3, 3]))).toBeNull()
  expect(slopeOf(hill([0, 10], { kind: 'steps' }))).toBeNull()
  expect(slopeOf(hill([0, 10]), true)).toBeNull()
})

test('wheels take a ramp of one in twelve, and none that is steeper', async () => {
  expect(await wheelsOver('1:12')).toBeCloseTo(100, 1)
  expect(await wheelsOver('-1:12')).toBeCloseTo(100, 1)
  expect(await wheelsOver('1:11')).toBeNull()
  expect(await wheelsOver('-1:11')).toBeNull()
})

async function wheelsOver(incline: string): Promise<number | null> {
  const prepared = await prepare(hill([null, null], { incline }), null, {})
  const settings = { profile: 'wheelchair', basis: 'distance' } as const
  return walkBetween(prepared, at(0, 0), at(100, 0), settings)?.distance_m ?? null
}

test('what a wall leaves of a private street keeps its slope', async () => {
  // flat outside, 10 % inside the compound, where alone it is walked
  const heights = [0, 0, 10]
  const scene = new Scene()
    .street(
      's',
      [
        [0, 0],
        [100, 0],
        [200, 0],
      ],
      { access: 'private' },
    )
    .community(
      'c',
      [
        [99.5, -50],
        [250, -50],
        [250, 50],
        [99.5, 50],
      ],
      { gated: true },
    )
  const project = scene.project()
  const [street] = project.layers.streets
  const coordinates = street.geometry.coordinates.map((position, i) => [...position, heights[i]])
  const streets = [{ ...street, geometry: { type: 'LineString' as const, coordinates } }]
  expect(await seconds({ ...project, layers: { ...project.layers, streets } }, 110, 190)).toBeCloseTo(
    // half a meter of the piece is flat
    (80 / 1.2) * ((0.5 + 100 * Math.exp(0.35)) / 100.5),
    0,
  )
})

test('on a slope the reach is cut where time runs out, farther down than up', async () => {
  const prepared = await prepare(hill([0, 10, 20, 30, 40, 50, 60]), null, {})
  const view = catchmentFrom(prepared, { kind: 'point', at: at(300, 0) }, { ...TIME, bands: [2] }, 10)
  // 120 s: 144 m down, where 10 % takes no longer than the flat, and 144 / exp(0.35) m up
  expect(view.bands[0].street_m).toBeCloseTo(144 + 144 / Math.exp(0.35), 0)
})

test('two frontiers meet on a slope where both walks take the same time', async () => {
  // a ring with a hill on one side: 400 m flat, 400 m up and down
  const scene = new Scene()
    .street('flat', [
      [0, 0],
      [0, 200],
      [200, 200],
    ])
    .street('hill', [
      [0, 0],
      [200, 0],
      [200, 200],
    ])
  const project = scene.project()
  const streets = project.layers.streets.map((street) =>
    street.id === 'hill' ? { ...street, rise_m: 40 } : street,
  )
  const prepared = await prepare({ ...project, layers: { ...project.layers, streets } }, null, {})
  const walk = (x: number, y: number) => walkBetween(prepared, at(0, 0), at(x, y), TIME)?.time_s ?? NaN
  const up = Math.exp(0.35)
  // at 380 m up the hill: there, or around the flat side and 20 m down
  expect(walk(200, 180)).toBeCloseTo(420 / 1.2, 1)
  expect(walk(200, 0)).toBeCloseTo((200 * up) / 1.2, 1)
  const view = catchmentFrom(prepared, { kind: 'point', at: at(0, 0) }, { ...TIME, bands: [5, 60] }, 10)
  // 300 s: 360 m of the flat side, 360 / exp(0.35) of the other
  expect(view.bands[0].street_m).toBeCloseTo(360 + 360 / up, 0)
  expect(view.bands[1].street_m).toBeCloseTo(800, 0)
})

test('a verdict is about the walk to the facility, not the way back', async () => {
  for (const [facility, factor] of [
    [[500, 0], Math.exp(0.35)],
    [[0, 0], 1],
  ] as const) {
    const scene = new Scene()
      .street('s', [
        [0, 0],
        [500, 0],
      ])
      .community(
        'c',
        [
          [250, 0],
          [250, -1],
          [251, -1],
        ],
        { residents: 10 },
      )
      .facility('f', 'MARKET', facility)
    const project = scene.project()
    const streets = project.layers.streets.map((street) => ({ ...street, rise_m: 50 }))
    const hilly = { ...project, layers: { ...project.layers, streets } }
    const cell = await verdictOf(hilly, 'c', 'MARKET', TIME)
    expect(cell.metres).toBeCloseTo(250, -1)
    expect(cell.seconds).toBeCloseTo((cell.metres / 1.2) * factor, 0)
  }
})
