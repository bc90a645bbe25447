import fc from 'fast-check'
import { expect, test } from 'vitest'

import { catchmentFrom, prepare } from '../../src/engine/pipeline'
import { at, Scene } from '../scene/scene'
import { DISTANCE, TIME, verdictOf, walkMetres } from './analyse-scene'
import {
  bridgeOver,
  besideAStreet,
  crossingWithoutNode,
  endOfData,
  farFromStreets,
  islandBeside,
  loop,
  nearMiss,
  noLength,
  officeCross,
  oneStreet,
  repeatedVertices,
  ring,
  signalCrossing,
  stairs,
  twoStreets,
} from './street-scenes'

test('two places on one street piece are joined along it', async () => {
  const scene = oneStreet()
  expect(await walkMetres(scene.project(), [200, 0], [350, 0])).toBeCloseTo(150, 1)
})

test('a loop is walked the short way', async () => {
  const scene = loop()
  expect(await walkMetres(scene.project(), [50, 0], [0, 50])).toBeCloseTo(100, 1)
  expect(await walkMetres(scene.project(), [90, 0], [0, 90])).toBeCloseTo(180, 1)
})

test('a walk that starts on a vertex goes both ways', async () => {
  const scene = twoStreets()
  expect(await walkMetres(scene.project(), [0, 0], [-100, 0])).toBeCloseTo(100, 1)
  expect(await walkMetres(scene.project(), [0, 0], [100, 0])).toBeCloseTo(100, 1)
})

test('repeated vertices do not stop a walk', async () => {
  const scene = repeatedVertices()
  expect(await walkMetres(scene.project(), [0, 0], [200, 0])).toBeCloseTo(200, 1)
})

test('a street of no length is no street', async () => {
  const scene = noLength()
  expect(await walkMetres(scene.project(), [0, 0], [100, 0])).toBeCloseTo(100, 1)
})

test('a bridge does not join what it crosses, even where the lines share no vertex but a place', async () => {
  const scene = bridgeOver()
  expect(await walkMetres(scene.project(), [0, -100], [-100, 0])).toBeCloseTo(
    200 + Math.hypot(100, 100) + 200,
    0,
  )
})

test('plain lines join where they cross at one level, and where an end touches', async () => {
  const crossing = officeCross()
  expect(await walkMetres(crossing.project(), [-100, 0], [0, 100])).toBeCloseTo(200, 1)
  const touching = officeCross(0.02)
  expect(await walkMetres(touching.project(), [-100, 0], [0, 100])).toBeCloseTo(200, 0)
})

test('an end that stops two metres short is not glued', async () => {
  const scene = nearMiss()
  expect(await walkMetres(scene.project(), [-100, 0], [0, 1000])).toBeNull()
})

test('lines that cross without a shared vertex do not join in OpenStreetMap data', async () => {
  const scene = crossingWithoutNode()
  expect(await walkMetres(scene.project(), [-100, 0], [0, 100])).toBeNull()
})

test('the straight way to the street is counted at both ends, and only reported in plain', async () => {
  const scene = oneStreet()
  expect(await walkMetres(scene.project(), [100, 30], [400, -20])).toBeCloseTo(350, 1)
  expect(await walkMetres(scene.project(), [100, 30], [400, -20], { isPlain: true })).toBeCloseTo(300, 1)
})

test('an island gives way to a connected street that is about as near', async () => {
  const scene = islandBeside()
  expect(await walkMetres(scene.project(), [20, 5], [500, -10])).toBeCloseTo(495, 0)
})

test('what is too far from every street is not connected, so unknown', async () => {
  const scene = farFromStreets()
  expect(await verdictOf(scene.project(), 'c', 'STORE')).toMatchObject({
    verdict: 'unknown',
    reason: 'not-connected',
  })
})

test('a class nobody surveyed is unknown until the user says it was', async () => {
  const scene = besideAStreet()
  expect(await verdictOf(scene.project(), 'c', 'NURSERY')).toMatchObject({
    verdict: 'unknown',
    reason: 'not-surveyed',
  })
  expect(await verdictOf(scene.project({ surveyed: { NURSERY: true } }), 'c', 'NURSERY')).toMatchObject({
    verdict: 'unserved',
    reason: 'too-far',
  })
})

test('where the data ends within the limit, not served becomes unknown', async () => {
  const scene = endOfData()
  expect(await verdictOf(scene.project(), 'c', 'ELDER_DAYCARE')).toMatchObject({
    verdict: 'unknown',
    reason: 'edge-of-data',
  })
})

test('half a kilometre of stairs costs more time and no more distance; wheels do not take it', async () => {
  const scene = stairs()
  const adult = await verdictOf(scene.project(), 'c', 'MARKET', TIME)
  expect(adult.metres).toBeCloseTo(600, 0)
  expect(adult.seconds).toBeCloseTo(500 / 1.2 + (100 / 1.2) * 1.6, 0)
  expect(
    (await verdictOf(scene.project(), 'c', 'MARKET', { ...TIME, profile: 'wheelchair' })).facility,
  ).toBeNull()
})

test('a signal crossing costs thirty seconds, half of it half', async () => {
  const scene = signalCrossing()
  const prepared = await prepare(scene.project(), null, {})
  const { walkBetween } = await import('../../src/engine/catchment/walk-between')
  expect(walkBetween(prepared, at(0, 0), at(220, 0), TIME)?.time_s).toBeCloseTo(220 / 1.2 + 30, 1)
  expect(walkBetween(prepared, at(0, 0), at(110, 0), TIME)?.time_s).toBeCloseTo(110 / 1.2 + 15, 1)
})

test('the reach is cut exactly inside a street, from both ends, with a hole between', async () => {
  const scene = ring()
  const prepared = await prepare(scene.project(), null, {})
  const view = catchmentFrom(
    prepared,
    { kind: 'point', at: at(0, 0) },
    { ...DISTANCE, bands: [300, 999, 1001] },
    5,
  )
  expect(view.bands.map((band) => Math.round(band.street_m))).toEqual([600, 1998, 2000])
})

test('bands nest, and a place without streets still has a disc', async () => {
  const scene = new Scene().street('s', [
    [0, 0],
    [1, 0],
  ])
  const prepared = await prepare(scene.project(), null, {})
  const view = catchmentFrom(prepared, { kind: 'point', at: at(0, 100) }, DISTANCE, 5)
  expect(view.bands).toHaveLength(3)
  for (const band of view.bands) expect(band.area_m2).toBeGreaterThan(0)
})

// random street grids with holes: one network per run, walks both ways
const randomNet = fc
  .record({
    n: fc.integer({ min: 2, max: 5 }),
    keep: fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
    from: fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 })),
    to: fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 })),
  })
  .map(({ n, keep, from, to }) => {
    const scene = new Scene()
    let k = 0
    for (let i = 0; i <= n; i++) {
      for (let j = 0; j <= n; j++) {
        if (i < n && (i === 0 || keep[k++ % 60]))
          scene.street(`h${i}-${j}`, [
            [i * 100, j * 100],
            [(i + 1) * 100, j * 100],
          ])
        if (j < n && (j === 0 || keep[k++ % 60]))
          scene.street(`v${i}-${j}`, [
            [i * 100, j * 100],
            [i * 100, (j + 1) * 100],
          ])
      }
    }
    return { scene, from, to }
  })

test('a walk is as long back as there, and never shorter than the straight line', async () => {
  await fc.assert(
    fc.asyncProperty(randomNet, async ({ scene, from, to }) => {
      const there = await walkMetres(scene.project(), from, to)
      const back = await walkMetres(scene.project(), to, from)
      expect(there === null).toBe(back === null)
      if (there === null || back === null) return
      expect(Math.abs(there - back)).toBeLessThan(0.01)
      expect(there).toBeGreaterThanOrEqual(Math.hypot(from[0] - to[0], from[1] - to[1]) - 0.1)
    }),
    { numRuns: 60 },
  )
})

test('adding a street never lengthens a walk', async () => {
  const corner = fc.integer({ min: 0, max: 2 })
  let compared = 0
  await fc.assert(
    fc.asyncProperty(randomNet, corner, corner, corner, corner, async ({ scene }, a, b, i, j) => {
      // both ends are vertices that every random net has, so they snap to the same place before and after
      const from = [0, a * 100] as const
      const to = [b * 100, 0] as const
      const before = await walkMetres(scene.project(), from, to, { isPlain: true })
      scene.street('new', [from, [i * 100, j * 100]])
      const after = await walkMetres(scene.project(), from, to, { isPlain: true })
      if (before === null) return
      compared++
      expect(after).not.toBeNull()
      expect(after ?? Infinity).toBeLessThanOrEqual(before + 0.01)
    }),
    { numRuns: 60, seed: 3 },
  )
  expect(compared).toBeGreaterThan(30)
})

test('a band wider than the lookout for facilities is drawn whole', async () => {
  const scene = new Scene().street('long', [
    [-9000, 0],
    [0, 0],
    [9000, 0],
  ])
  const prepared = await prepare(scene.project(), null, {})
  for (const basis of ['distance', 'time'] as const) {
    const settings = { ...DISTANCE, basis, bandsBasis: 'distance' as const, bands: [1000, 5000] }
    const { bands } = catchmentFrom(prepared, { kind: 'point', at: at(0, 0) }, settings, 20)
    expect(bands[0].street_m).toBeCloseTo(2000, -1)
    expect(bands[1].street_m).toBeCloseTo(10_000, -1)
  }
})
