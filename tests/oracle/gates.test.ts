import fc from 'fast-check'
import { expect, test } from 'vitest'

import { prepare, walkBetween } from '../../src/engine/pipeline'
import { at } from '../scene/scene'
import { DISTANCE } from '../scenes/analyse-scene'
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
