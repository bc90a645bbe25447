import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareGaps } from '../../../src/engine/compare/compare-gaps'
import { compareGapsOfChanged } from '../../../src/engine/compare/compare-gaps-of-changed'
import type { FoundGaps } from '../../../src/engine/gaps/find-gaps'
import type { Gap } from '../../../src/model/gap'

/** Gaps of three classes over six communities, each in one gap of a class at most, ranked by lot. */
const gaps = fc
  .tuple(fc.array(fc.nat({ max: 3 }), { minLength: 18, maxLength: 18 }), fc.integer())
  .map(([groups, order]): Gap[] => {
    const places = new Map<string, string[]>()
    groups.forEach((group, i) => {
      if (group === 0) return
      const key = `${Math.floor(i / 6)}:${group}`
      places.set(key, [...(places.get(key) ?? []), `p${i % 6}`])
    })
    return [...places]
      .map(([key, list]) => ({ class: key.split(':')[0], places: list, key }))
      .sort((a, b) => ((a.key.length * 31 + order) % 7) - ((b.key.length * 31 + order) % 7))
      .map((gap) => ({ ...gap, id: `r:${gap.class}:${gap.places.join()}` }) as unknown as Gap)
  })

/** As `findGaps` gives them: by class, in the order of their first places. */
function foundIn(ranked: readonly Gap[]): FoundGaps {
  const inOrder = ranked.toSorted((a, b) => (a.places[0] < b.places[0] ? -1 : 1))
  const codes = [...new Set(ranked.map((gap) => gap.class))]
  return {
    ranked,
    byClass: new Map(codes.map((code) => [code, inOrder.filter((gap) => gap.class === code)])),
  }
}

const isUnclear = ({ places }: Gap): boolean => places.includes('p2')

test('leaving out classes whose gaps stay changes nothing of the answer', () => {
  let kept = 0
  fc.assert(
    fc.property(gaps, gaps, fc.nat({ max: 7 }), (before, other, mixed) => {
      // some classes as before, the others otherwise
      const after = [...before, ...other].filter(
        (gap, i) => ((mixed >> Number(gap.class)) & 1) === (i < before.length ? 1 : 0),
      )
      if (mixed > 0) kept++
      const change = compareGaps(before, after, isUnclear)
      expect(compareGapsOfChanged(foundIn(before), foundIn(after), isUnclear)).toEqual(change)
      const pick = (ids: readonly string[]): Gap[] => before.filter(({ id }) => ids.includes(id))
      expect(pick(change.closed).filter(isUnclear)).toEqual([])
      expect(pick(change.unclear).every(isUnclear)).toBe(true)
    }),
    { numRuns: 300, seed: 20261127 },
  )
  expect(kept).toBeGreaterThan(100)
})
