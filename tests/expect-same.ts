import { isDeepStrictEqual } from 'node:util'

import { expect } from 'vitest'

/** As `toEqual`, which takes seconds over columns and bytes, and is asked only for the difference. */
export function expectSame(actual: unknown, expected: unknown, about?: string): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual, about).toEqual(expected)
}
