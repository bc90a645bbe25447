import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareGaps } from '../../../src/engine/compare/compare-gaps'
import { compareGapsOfChanged } from '../../../src/engine/compare/compare-gaps-of-changed'
import type { UnknownByClass } from '../../../src/engine/compare/unknown-of-gaps'
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

/** Of every class: people of p2 became unknown, those of p3 and p4 known; somebody in p4 was served. */
const unknown: UnknownByClass = new Map(
  ['0', '1', '2'].map((code) => [
    code,
    {
      became: new Map([['p2', 7e6]]),
      ended: new Map([
        ['p3', 5e6],
        ['p4', NaN],
      ]),
      lost: new Set(['p4']),
    },
  ]),
)
const isUnclear = ({ places }: Gap): boolean => places.includes('p2')
const isIn = (list: readonly Gap[], { id }: Gap): boolean => list.some((each) => each.id === id)
const isRevealed = ({ places }: Gap): boolean => places.join() === 'p3'

test('leaving out classes whose gaps stay changes nothing of the answer', () => {
  let kept = 0
  fc.assert(
    fc.property(gaps, gaps, fc.nat({ max: 7 }), (before, other, mixed) => {
      // some classes as before, the others otherwise
      const after = [...before, ...other].filter(
        (gap, i) => ((mixed >> Number(gap.class)) & 1) === (i < before.length ? 1 : 0),
      )
      if (mixed > 0) kept++
      const change = compareGaps(before, after, unknown)
      expect(compareGapsOfChanged(foundIn(before), foundIn(after), unknown)).toEqual(change)
      const pick = (ids: readonly string[]): Gap[] => before.filter(({ id }) => ids.includes(id))
      expect(pick(change.closed).filter(isUnclear)).toEqual([])
      expect(pick(change.unclear).every(isUnclear)).toBe(true)
      const pickNew = (ids: readonly string[]): Gap[] => after.filter(({ id }) => ids.includes(id))
      expect(pickNew(change.fresh).filter(isRevealed)).toEqual([])
      expect(pickNew(change.revealed).every(isRevealed)).toBe(true)
      for (const gap of [...before, ...after]) {
        const told = change.unknown.find(({ id }) => id === gap.id)
        expect(told?.became_unknown ?? 0).toBe(isIn(before, gap) && isUnclear(gap) ? 7 : 0)
        const known = gap.places.includes('p4') ? null : gap.places.includes('p3') ? 5 : 0
        expect(told?.became_known === undefined ? 0 : told.became_known).toBe(isIn(after, gap) ? known : 0)
      }
    }),
    { numRuns: 300, seed: 20261127 },
  )
  expect(kept).toBeGreaterThan(100)
})
