import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Comparison } from '../../src/model/comparison'
import { Teller } from '../../src/worker/telling'
import { COMPARISONS } from '../../src/worker/told-comparisons'
import type { Params } from '../../src/worker/protocol'
import { overAChannel, partialTable } from './over-a-channel'

const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 })

function comparisonOf(remaining: readonly string[], closed: readonly string[] = []): Comparison {
  return { gaps: { closed, remaining, fresh: [], turned: [] } } as unknown as Comparison
}

test('comparisons come whole, whatever the answers before them were, one or many at a time', async () => {
  const answer = fc.array(fc.tuple(ids, ids), { minLength: 1, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 6 }), async (answers) => {
      const told = answers.map((pairs) => pairs.map(([remaining, closed]) => comparisonOf(remaining, closed)))
      let asked = 0
      const { client, close } = overAChannel(partialTable({ compare: async () => told[asked++] }))
      for (const each of told) expect(await client.call('compare', {} as Params<'compare'>)).toEqual(each)
      close()
    }),
    { numRuns: 60 },
  )
})

test('ids of gaps that remain are told once: after an edit only those that differ, or none', () => {
  const many = Array.from({ length: 2000 }, (_, i) => `gap-${i}`)
  const teller = new Teller(COMPARISONS)
  const first = teller.tell([comparisonOf(many)], null)
  expect(first.comparisons[0].gaps.remaining).toEqual({ order: null, fresh: many })
  const same = teller.tell([comparisonOf([...many])], first.serial)
  expect(same.comparisons[0].gaps.remaining).toBeNull()
  const fewer = many.filter((_, i) => i !== 700)
  const next = teller.tell([comparisonOf(fewer, ['gap-700'])], same.serial)
  expect(next.comparisons[0].gaps.remaining?.fresh).toEqual([])
  expect(next.comparisons[0].gaps.closed).toEqual(['gap-700'])
  expect(COMPARISONS.merge(next, [comparisonOf(many)])[0].gaps.remaining).toEqual(fewer)
  expect(COMPARISONS.moved(next)).toHaveLength(1)
})
