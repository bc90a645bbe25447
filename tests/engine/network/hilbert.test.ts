import { expect, test } from 'vitest'

import { hilbertIndex } from '../../../src/engine/geometry/hilbert'

test('the curve starts in the lower left corner and ends in the lower right', () => {
  expect(hilbertIndex(0, 0)).toBe(0)
  expect(hilbertIndex(65535, 0)).toBe(2 ** 32 - 1)
})

test('the curve visits every cell of a block once, each next to the one before', () => {
  const cells: [number, number][] = []
  for (let x = 0; x < 64; x++) for (let y = 0; y < 64; y++) cells.push([x, y])
  const sorted = cells.map((cell) => [hilbertIndex(...cell), ...cell]).sort((a, b) => a[0] - b[0])
  sorted.forEach(([index, x, y], i) => {
    expect(index).toBe(i)
    if (i > 0) expect(Math.abs(x - sorted[i - 1][1]) + Math.abs(y - sorted[i - 1][2])).toBe(1)
  })
})
