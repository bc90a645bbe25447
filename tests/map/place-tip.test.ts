import { expect, test } from 'vitest'

import { placeTip } from '../../src/map/place-tip'

test('a tip goes to the side of the pointer where no panel cuts it', () => {
  // 1280 × 672, the inspector covers 368 on the right: 912 are free
  const free = { width: 1280, height: 672, right: 368, bottom: 0 }
  expect(placeTip({ x: 632, y: 300 }, free)).toBe('map-tip')
  expect(placeTip({ x: 633, y: 300 }, free)).toBe('map-tip is-left')
  expect(placeTip({ x: 100, y: 592 }, free)).toBe('map-tip')
  expect(placeTip({ x: 100, y: 593 }, free)).toBe('map-tip is-above')
  expect(placeTip({ x: 900, y: 400 }, { ...free, bottom: 300 })).toBe('map-tip is-left is-above')
})
