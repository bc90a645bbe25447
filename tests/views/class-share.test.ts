import { expect, test } from 'vitest'

import { isNothingKnown } from '../../src/views/assess/class-share'

const share = (served: number, unserved: number, unknown: number) =>
  ({ by: 'communities', served, unserved, unknown }) as const

test('only a class of which nothing at all is known is folded away', () => {
  expect(isNothingKnown(share(0, 0, 94), null)).toBe(true)
  expect(isNothingKnown(share(0, 0, 0), null)).toBe(true)
  expect(isNothingKnown(share(1, 0, 93), null)).toBe(false)
  expect(isNothingKnown(share(0, 1, 93), null)).toBe(false)
  // nobody not served is an answer, and so is the class's own group
  expect(isNothingKnown(share(94, 0, 0), null)).toBe(false)
  expect(
    isNothingKnown(share(0, 0, 94), { served: 0, unserved: 3, unknown: 0, communities_uncounted: 0 }),
  ).toBe(false)
  expect(
    isNothingKnown(share(0, 0, 94), { served: 0, unserved: 0, unknown: 9, communities_uncounted: 0 }),
  ).toBe(true)
})
