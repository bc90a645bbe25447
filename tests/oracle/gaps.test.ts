import fc from 'fast-check'
import { expect, test } from 'vitest'

import { analyse } from '../../src/engine/pipeline'
import { DISTANCE, RULES, TIME } from '../scenes/analyse-scene'
import { prepareBoth } from './compare-engine'
import { DISTRICT_CLASSES, districts } from './random-district'
import { SlowAssessment, type SlowRow } from './slow-assessment'
import { findSlowGaps, walksBetween } from './slow-gaps'

/* Gaps of random districts held against the slow walk: who stands in them, and how many people. */

const CLASSES: readonly string[] = DISTRICT_CLASSES
const rules = { ...RULES, rules: RULES.rules.filter(({ code }) => CLASSES.includes(code)) }

test('gaps are those that walking between all pairs of people gives', async () => {
  let [compared, tossUps, several] = [0, 0, 0]
  await fc.assert(
    fc.asyncProperty(districts, fc.boolean(), async ({ project }, isByTime) => {
      const settings = { ...(isByTime ? TIME : DISTANCE), rules }
      const { prepared, town } = await prepareBoth(project)
      const { gaps } = await analyse(prepared, settings, {})
      const slow = new SlowAssessment(town, project, rules, settings)
      const rows = slow.demands.map((demand): SlowRow => ({
        demand,
        nearest: slow.nearestTo(demand.meeting, demand.community),
      }))
      const metres = walksBetween(town, slow.demands)
      rules.rules.forEach(({ code }, c) => {
        const theirs = findSlowGaps(project, slow, rows, metres, c)
        if (theirs === null) {
          tossUps++
          return
        }
        const ours = gaps
          .filter((gap) => gap.class === code)
          .map(({ places, people, people_unknown }) => ({ places, people, people_unknown }))
          .sort((a, b) => (a.places.join('+') < b.places.join('+') ? -1 : 1))
        expect(ours).toEqual(theirs)
        compared += theirs.length
        several += theirs.filter(({ places }) => places.length > 1).length
      })
    }),
    { numRuns: 40, seed: Number(process.env.ORACLE_SEED ?? 20261122) },
  )
  console.log(`${compared} gaps compared, ${several} of several communities; ${tossUps} classes tossed up`)
  expect(several).toBeGreaterThan(20)
}, 120_000)
