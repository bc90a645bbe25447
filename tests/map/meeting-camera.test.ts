import { expect, test } from 'vitest'
import { openPart, zoomToSeeAgain } from '../../src/map/meeting-camera'

const NONE = { top: 0, right: 0, bottom: 0, left: 0 }

test('the open part of a map lies between its panels, with a margin all around', () => {
  expect(openPart({ width: 1440, height: 852 }, { ...NONE, left: 416 })).toEqual({
    x: 928,
    y: 426,
    width: 944,
    height: 772,
  })
  expect(openPart({ width: 1440, height: 900 }, { ...NONE, top: 120, bottom: 120 })).toEqual({
    x: 720,
    y: 450,
    width: 1360,
    height: 580,
  })
})

test('what was seen is seen again from as far as needed, and never from nearer', () => {
  expect(zoomToSeeAgain({ width: 800, height: 600 }, { width: 1600, height: 300 })).toBe(-1)
  expect(zoomToSeeAgain({ width: 800, height: 600 }, { width: 400, height: 1200 })).toBe(-1)
  expect(zoomToSeeAgain({ width: 400, height: 300 }, { width: 1600, height: 900 })).toBe(0)
})
