import { expect, test } from 'vitest'
import { VERDICTS } from '../../src/model/assessment'
import type { ProfileComparison } from '../../src/model/profile-comparison'
import { createCommunityFill, listUnknown } from '../../src/map/layers/community-fill'
import { PALETTES } from '../../src/map/palette'

const CLASSES = 4
const [served, unserved] = [VERDICTS.indexOf('served'), VERDICTS.indexOf('unserved')]

/** Communities of which the elder loses so many of four classes against the adult. */
function comparison(lost: readonly number[]): ProfileComparison {
  const status = (of: (row: number, c: number) => number) =>
    Uint8Array.from({ length: lost.length * CLASSES }, (_, i) => of(Math.floor(i / CLASSES), i % CLASSES))
  return {
    communities: lost.map((_, row) => `c${row}`),
    classes: Array.from({ length: CLASSES }, (_, c) => ({ code: `K${c}`, required: true })),
    answers: [
      { profile: 'adult', status: status(() => served) },
      { profile: 'elder', status: status((row, c) => (c < lost[row] ? unserved : served)) },
    ],
  } as unknown as ProfileComparison
}

test('two halves of a map color what a profile loses by the same steps', () => {
  const [left, right] = [comparison([1, 1, 2, 3]), comparison([2, 3, 4, 4])]
  const input = {
    analysis: { assessment: { communities: [], classes: [] } } as never,
    baseAnalysis: null,
    theme: { kind: 'profiles', profile: 'elder', code: null },
    palette: PALETTES.light,
  } as const
  const onLeft = createCommunityFill({ ...input, comparison: left, sideComparison: null })
  const onRight = createCommunityFill({ ...input, comparison: right, sideComparison: left })
  const color = (fillOf: typeof onLeft, id: string) => fillOf({ id })?.color
  // two lost, three lost
  expect(color(onRight, 'c0')).toBe(color(onLeft, 'c2'))
  expect(color(onRight, 'c1')).toBe(color(onLeft, 'c3'))
  // more than anywhere on the left
  expect(color(onRight, 'c2')).toBe(PALETTES.light.missing.at(-1))
})

test('a community of which nothing is known is not one that misses nothing', () => {
  const classes = [{ required: true }, { required: true }, { required: false }] as never
  const communities = [
    { missing: 0, unknown: 2 },
    { missing: 0, unknown: 1 },
    { missing: 1, unknown: 1 },
    { missing: 0, unknown: 0 },
  ] as never
  expect(listUnknown({ classes, communities })).toEqual([true, false, false, false])
})
