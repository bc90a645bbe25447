import { isDeepStrictEqual } from 'node:util'

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnalysisSettings, AnalysisView } from '../../src/model/analysis'
import { Teller } from '../../src/worker/telling'
import { ANALYSIS } from '../../src/worker/told-analysis'
import { overAChannel, partialTable } from './over-a-channel'

/** Objects as they come over a port, which have a prototype. */
function record<T>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> {
  return fc.record(fields, { noNullPrototype: true })
}

/** Few values and few ids, so that things stay, move, change and come twice. */
const number = fc.constantFrom(0, -0, 1.5, 2, Number.NaN)
const row = record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  missing: number,
  at: fc.tuple(number, number),
  eligibility: record({ clauses: fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }) }),
})
const gap = record({
  id: fc.constantFrom('g', 'h', 'i', 'j', 'k'),
  places: fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
  severity: number,
})
const issue = fc.oneof(
  record({ code: fc.constantFrom('p', 'q') }),
  record({ code: fc.constant('p'), file: fc.constant('f') }),
)
const numbers = fc.array(number, { minLength: 3, maxLength: 4 })
const bytes = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 5 })

const view = record({
  assessment: record({
    basis: record({ rule_pack: fc.constantFrom('r', 's') }),
    communities: fc.array(row, { maxLength: 5 }),
    classes: fc.array(record({ code: fc.constantFrom('A', 'B'), limit: number }), { maxLength: 2 }),
    status: bytes.map((list) => Uint8Array.from(list)),
    reason: bytes.map((list) => Uint8Array.from(list)),
    nearest_m: numbers.map((list) => Float32Array.from(list)),
    nearest_s: numbers.map((list) => Float32Array.from(list)),
    facility: bytes.map((list) => Int32Array.from(list)),
    served_share: numbers.map((list) => Float32Array.from(list)),
    people_parts: numbers.map((list) => Float64Array.from(list)),
    facility_ids: fc.array(fc.constantFrom('m', 'n', 'o'), { maxLength: 4 }),
    totals: fc.array(record({ code: fc.constantFrom('A', 'B'), people_served: number }), {
      maxLength: 2,
    }),
  }),
  gaps: fc.array(gap, { maxLength: 6 }),
  issues: fc.array(issue, { maxLength: 3 }),
  network: record({ nodes: number }),
}).map((made) => made as unknown as AnalysisView)

/** A question for one of some analyses; the page may take it back, and may ask the next one before it is answered. */
const question = record({
  of: fc.nat({ max: 3 }),
  isCancelled: fc.boolean(),
  isAwaited: fc.boolean(),
})

test('told by differences, every analysis comes whole: in any order, several at once, some taken back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(view, { minLength: 4, maxLength: 4 }),
      fc.array(question, { maxLength: 12 }),
      async (views, questions) => {
        const { client, close } = overAChannel(
          partialTable({
            analyse: async ({ year }, run) => {
              await run.breathe?.()
              if (run.isCancelled?.()) throw new Error('taken back')
              return views[year]
            },
          }),
        )
        const answers = questions.map(() => Promise.resolve(true))
        for (const [i, { of, isCancelled, isAwaited }] of questions.entries()) {
          const controller = new AbortController()
          const answer = client.call('analyse', { year: of } as AnalysisSettings, {
            signal: controller.signal,
          })
          // one that was taken back in time has no answer; one that was not has the right one all the same
          answers[i] = answer.then(
            (heard) => isDeepStrictEqual(heard, views[of]),
            () => isCancelled,
          )
          if (isCancelled) controller.abort()
          if (isAwaited) await answers[i]
        }
        expect(await Promise.all(answers)).not.toContain(false)
        close()
      },
    ),
    { numRuns: 150, seed: 20261127 },
  )
})

test('what has not changed is told in no word, and is the same object', async () => {
  const [first] = fc.sample(view, { numRuns: 1, seed: 7 })
  const gaps = ['g', 'h', 'i', 'j', 'k'].map((id) => ({ id, severity: 1 })) as unknown as AnalysisView['gaps']
  const before = { ...first, gaps }
  // one gap goes, one changes, the last comes first
  const changed = { ...gaps[1], severity: 2 }
  const after = { ...structuredClone(before), gaps: structuredClone([gaps[4], gaps[0], changed, gaps[3]]) }
  const views = [before, after]
  const { client, close } = overAChannel(partialTable({ analyse: async ({ year }) => views[year] }))
  const heard = await client.call('analyse', { year: 0 } as AnalysisSettings)
  const next = await client.call('analyse', { year: 1 } as AnalysisSettings)
  close()
  expect(next).toEqual(after)
  expect(next.assessment.people_parts).toBe(heard.assessment.people_parts)
  expect(next.assessment.communities).toBe(heard.assessment.communities)
  expect(next.gaps.map((gap) => heard.gaps.indexOf(gap))).toEqual([4, 0, -1, 3])

  const teller = new Teller(ANALYSIS)
  const { serial } = teller.tell(before, null)
  expect(teller.tell(after, serial)).toEqual({
    serial: serial + 1,
    base: serial,
    values: {},
    lists: { gaps: { order: Int32Array.of(4, 0, -1, 3), fresh: [changed] } },
    columns: {},
  })
})

test('a worker that has forgotten what the page has tells all', () => {
  const [first] = fc.sample(view, { numRuns: 1, seed: 7 })
  const teller = new Teller(ANALYSIS)
  const { serial } = teller.tell(first, null)
  for (let i = 0; i < 3; i++) expect(teller.tell(first, serial + i).base).toBe(serial + i)
  const whole = teller.tell(first, serial)
  expect(whole.base).toBeNull()
  expect(whole.lists.gaps).toEqual({ order: null, fresh: first.gaps })
  expect(teller.tell(first, 99).base).toBeNull()
})
