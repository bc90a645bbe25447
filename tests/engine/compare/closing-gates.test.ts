import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeDemo } from '../../../data/make-demo/make-demo'
import { compareJudged } from '../../../src/engine/compare/compare-judged'
import { judge, measure, prepare, replan } from '../../../src/engine/pipeline'
import type { Comparison } from '../../../src/model/comparison'
import { countGaps } from '../../../src/model/count-gaps'
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

const turnsOf = ({ gaps }: Comparison): string[] => gaps.turned.map(({ turn }) => turn)

/** What closing gates changes, and opening them again. */
async function close(gates: readonly string[]): Promise<{ change: Comparison; back: Comparison }> {
  const edits = gates.map((gate) => ({ kind: 'close-gate' as const, gate }))
  const planned = replan(base.measured.prepared, { id: 's', name: 's', edits }, null)
  const after = await judge(await measure(planned, { ...SETTINGS, scenario: 's' }, {}), {})
  return { change: compareJudged(base, after), back: compareJudged(after, base) }
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

test('a gap some of whose people are shut in has not shrunk, and people let out again are nothing new', async () => {
  const seen = { unclear: 0, less: 0, revealed: 0, more: 0 }
  await fc.assert(
    fc.asyncProperty(fc.subarray(open.map(({ id }) => id)), async (gates) => {
      const { change, back } = await close(gates)
      // nobody is served who was not, and nobody loses on the way back
      expect(turnsOf(change)).not.toContain('shrunk')
      expect(turnsOf(back)).not.toContain('grown')
      expect(back.gaps.fresh).toEqual([])
      const count = countGaps(back.gaps)
      expect(count.left + count.revealed + count.split - count.merged).toBe(count.after)
      expect([count.before, count.after]).toEqual([
        countGaps(change.gaps).after,
        countGaps(change.gaps).before,
      ])
      // who is not known any more is known again, gap by gap of the state that is
      const hidden = change.gaps.unknown.map(({ id, became_unknown: people }) => [id, people])
      const found = back.gaps.unknown.map(({ id, became_known: people }) => [id, people])
      expect(found.filter(([, people]) => people !== 0)).toEqual(hidden.filter(([, people]) => people !== 0))
      for (const id of change.gaps.unclear) expect(hidden.map(([of]) => of)).toContain(id)
      seen.unclear += change.gaps.unclear.length
      seen.less += turnsOf(change).filter((turn) => turn === 'less-known').length
      seen.revealed += back.gaps.revealed.length
      seen.more += turnsOf(back).filter((turn) => turn === 'more-known').length
    }),
    { numRuns: 12, seed: 3 },
  )
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(0)
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
