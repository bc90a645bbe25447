import fc from 'fast-check'
import { expect, test } from 'vitest'

import { prepare, walkBetween } from '../../src/engine/pipeline'
import { at, Scene } from '../scene/scene'
import { DISTANCE, walkMetres } from '../scenes/analyse-scene'
import { isNearStreet, walkWithGates } from './gated-walk'
import { quarters } from './random-quarter'
import { PlainWalks } from './slow-walk'

const SEED = Number(process.env.ORACLE_SEED ?? 20261122)

test('walks past compounds and gates are those of the rules read literally', async () => {
  const seen = { walks: 0, none: 0, changedByGates: 0 }
  await fc.assert(
    fc.asyncProperty(quarters, async ({ scene, trips }) => {
      const project = scene.project()
      const prepared = await prepare(project, null, {})
      const plain = new PlainWalks(project)
      for (const trip of trips) {
        const [from, to] = trip.map((point) => at(...point))
        if (![from, to].every((point) => isNearStreet(project, point))) continue
        const metres = walkBetween(prepared, from, to, DISTANCE)?.distance_m ?? null
        const expected = walkWithGates(project, from, to)
        const told = `${JSON.stringify(trip)}: ${metres} m, by the rules ${expected} m`
        if (expected === null || metres === null) {
          expect(metres, told).toBe(expected)
          seen.none++
          continue
        }
        expect(Math.abs(metres - expected), told).toBeLessThan(0.1)
        seen.walks++
        if (Math.abs(metres - (plain.walk(from, to) ?? Infinity)) > 150) seen.changedByGates++
      }
    }),
    { numRuns: 200, seed: SEED },
  )
  // the scenes are worth the search: walks exist, some do not, and gates often make them longer
  expect(seen.walks).toBeGreaterThan(300)
  expect(seen.none).toBeGreaterThan(5)
  expect(seen.changedByGates).toBeGreaterThan(50)
  console.log('walks compared:', JSON.stringify(seen))
})

/*
 *  A compound of two halves without a way between them. From the street below, the residents' gate leads into
 *  the western half, whose public gate leads to a yard; from the yard a gate leads into the eastern half.
 */
function twoHalves(yardGate: 'public' | 'residents'): Scene {
  return new Scene()
    .street('street', [
      [-600, -100],
      [0, -100],
      [600, -100],
    ])
    .street('west', [
      [0, -100],
      [0, 100],
    ])
    .street('yard', [
      [0, 100],
      [200, 100],
    ])
    .street('east', [
      [200, 100],
      [200, -20],
    ])
    .community(
      'c',
      [
        [-50, -50],
        [250, -50],
        [250, 50],
        [-50, 50],
      ],
      { gated: true },
    )
    .gate('in', [0, -50], { access: 'residents', community: 'c' })
    .gate('out', [0, 50], { access: yardGate, community: 'c' })
    .gate('in again', [200, 50], { access: 'residents', community: 'c' })
}

test('a guest who came in by a residents’ gate does not leave again, not even by a public one', async () => {
  for (const yardGate of ['public', 'residents'] as const) {
    const project = twoHalves(yardGate).project()
    expect(walkWithGates(project, at(-100, -100), at(200, 0))).toBeNull()
    expect(await walkMetres(project, [-100, -100], [200, 0])).toBeNull()
  }
})

test('a resident comes home and leaves again by any open gate', async () => {
  const project = twoHalves('residents').project()
  expect(walkWithGates(project, at(200, 0), at(-100, -100))).toBeCloseTo(600, 0)
  expect(await walkMetres(project, [200, 0], [-100, -100])).toBeCloseTo(600, 0)
})

test('a place beside a gate goes to the way through the gate, not to a street farther off', async () => {
  const project = new Scene()
    .street('s', [
      [-500, 0],
      [0, 0],
      [1000, 0],
    ])
    .street('inner', [
      [10, 70],
      [90, 70],
    ])
    .community(
      'c',
      [
        [0, 20],
        [100, 20],
        [100, 180],
        [0, 180],
      ],
      { gated: true },
    )
    .gate('g', [50, 20], { access: 'public', community: 'c' })
    .project()
  // 2 m to the way from the inner street to the gate, 10 down it, 20 to the street outside: 32. By the inner
  // street alone, as the slow walk goes, it would be 40 up, 2 along, 50 down and 20 on: 112
  expect(walkWithGates(project, at(48, 30), at(50, 0))).toBeCloseTo(112, 0)
  expect(await walkMetres(project, [48, 30], [50, 0])).toBeCloseTo(32, 0)
})

test('a place more than 150 m from the inner streets of its compound is not connected', async () => {
  const project = new Scene()
    .street('s', [
      [500, -600],
      [500, 0],
      [500, 600],
    ])
    .street('inner', [
      [500, 0],
      [380, 0],
    ])
    .community(
      'c',
      [
        [0, -100],
        [400, -100],
        [400, 100],
        [0, 100],
      ],
      { gated: true },
    )
    .gate('g', [400, 0], { access: 'public', community: 'c' })
    .project()
  expect(walkWithGates(project, at(300, 0), at(500, 0))).toBeCloseTo(200, 0)
  expect(await walkMetres(project, [300, 0], [500, 0])).toBeCloseTo(200, 0)
  expect(walkWithGates(project, at(200, 0), at(500, 0))).toBeNull()
  expect(await walkMetres(project, [200, 0], [500, 0])).toBeNull()
})
