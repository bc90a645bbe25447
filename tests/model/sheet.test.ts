import { expect, test } from 'vitest'
import { enlargementToFill, pixelRatioOnPaper, SHEET_MM, sheetForm } from '../../src/model/sheet'

const WINDOWS = [
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 1080, height: 1920 },
]

test.each(WINDOWS)('a window of $width × $height fills the sheet in both directions', (window) => {
  const { width, height, scale } = sheetForm(window)
  const mm = (px: number): number => (px * scale * 25.4) / 96
  expect(width).toBeGreaterThanOrEqual(window.width)
  expect(height).toBeGreaterThanOrEqual(window.height)
  expect(mm(width)).toBeGreaterThan(SHEET_MM.width - 0.5)
  expect(mm(height)).toBeGreaterThan(SHEET_MM.height - 0.5)
  // no second page
  expect(mm(width)).toBeLessThan(SHEET_MM.width + 1e-6)
  expect(mm(height)).toBeLessThan(SHEET_MM.height + 1e-6)
})

test.each(WINDOWS)('a map in a window of $width × $height has 200 dots on an inch of paper', (window) => {
  const { width, scale } = sheetForm(window)
  const inches = (width * scale) / 96
  expect((width * pixelRatioOnPaper(scale)) / inches).toBeCloseTo(200, 6)
})

test('a picture that is too high is cut, not enlarged; one that is too low is enlarged', () => {
  expect(enlargementToFill({ width: 1440, height: 900 }, { width: 1440, height: 754 })).toBe(1)
  expect(enlargementToFill({ width: 2560, height: 1440 }, { width: 2560, height: 1526 })).toBeCloseTo(1.06, 3)
  expect(enlargementToFill({ width: 0, height: 0 }, { width: 100, height: 100 })).toBe(1)
})
