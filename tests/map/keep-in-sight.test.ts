import { expect, test } from 'vitest'
import { pixelsUnderPanel } from '../../src/map/keep-in-sight'

const SIZE = { width: 1280, height: 720 }
const INSETS = { top: 0, right: 368, bottom: 0, left: 416 }

test('what lies under the panel that opens is brought beside it, with the usual margin; what is seen stays', () => {
  expect(pixelsUnderPanel({ left: 700, right: 820 }, SIZE, INSETS)).toBe(0)
  expect(pixelsUnderPanel({ left: 1100, right: 1200 }, SIZE, INSETS)).toBe(1200 - (1280 - 368 - 40))
  // wider than what is seen: from its left end on, and never to the right
  expect(pixelsUnderPanel({ left: 600, right: 1250 }, SIZE, INSETS)).toBe(600 - 456)
  expect(pixelsUnderPanel({ left: 300, right: 1250 }, SIZE, INSETS)).toBe(0)
})
