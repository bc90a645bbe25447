import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeDemo } from '../../../data/make-demo/make-demo'
import { compareJudged } from '../../../src/engine/compare/compare-judged'
import { judge, type Judged, measure, prepare, replan } from '../../../src/engine/pipeline'
import type { Comparison } from '../../../src/model/comparison'
import { DISTANCE, RULES } from '../../scenes/analyse-scene'

const CLASSES = ['MARKET', 'KINDERGARTEN', 'EDU_PRIMARY']
const SETTINGS = {
  ...DISTANCE,
  rules: { ...RULES, rules: RULES.rules.filter(({ code }) => CLASSES.includes(code)) },
}
const demo = makeDemo(20231220)
const open = demo.layers.gates.filter(
  ({ access, community }) => access !== 'closed' && community !== undefined,
)
const base = await judge(await measure(await prepare(demo, null, {}), SETTINGS, {}), {})

async function close(gates: readonly string[]): Promise<{ after: Judged; change: Comparison }> {
  const edits = gates.map((gate) => ({ kind: 'close-gate' as const, gate }))
  const planned = replan(base.measured.prepared, { id: 's', name: 's', edits }, null)
  const after = await judge(await measure(planned, { ...SETTINGS, scenario: 's' }, {}), {})
  return { after, change: compareJudged(base, after) }
}

test('people shut in are not served: their gaps are not closed, nobody knows of them any more', async () => {
  const alone = open.filter(
    ({ community }) => open.filter((gate) => gate.community === community).length === 1,
  )
  expect(alone.length).toBeGreaterThan(0)
  const { change } = await close(alone.map(({ id }) => id))
  expect(change.people.gain).toBe(0)
  expect(change.people.lose).toBeGreaterThan(0)
  expect(change.gaps.closed).toEqual([])
  expect(change.gaps.unclear.length).toBeGreaterThan(0)
})

test('closing gates closes no gap, whichever they are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.subarray(open.map(({ id }) => id)), async (gates) => {
      const { change } = await close(gates)
      expect(change.gaps.closed).toEqual([])
    }),
    { numRuns: 12, seed: 3 },
  )
})
