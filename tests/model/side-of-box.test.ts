import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SIDES, sideOfBox } from '../../src/model/side-of-box'

const BOX = [120, 30, 120.004, 30.001] as const

/** In eighths of a turn from north, seen from the middle of a square around it. */
function eighthsAt(lon: number, lat: number): number {
  return SIDES.indexOf(sideOfBox([-1, -1, 1, 1], [lon, lat]) ?? 'north')
}

describe('the side of a box', () => {
  test.each([
    ['north', 120.002, 30.001],
    ['northeast', 120.004, 30.001],
    ['east', 120.004, 30.0005],
    ['southeast', 120.0038, 30.0001],
    ['south', 120.0021, 30],
    ['southwest', 120, 30],
    ['west', 120, 30.0004],
    ['northwest', 120.0001, 30.001],
  ])('is the %s', (side, lon, lat) => {
    expect(sideOfBox(BOX, [lon, lat])).toBe(side)
  })

  test('is none in the middle, nor where the box is a point', () => {
    expect(sideOfBox([0, 0, 2, 2], [1, 1])).toBeNull()
    expect(sideOfBox([1, 1, 1, 1], [1, 1])).toBeNull()
  })

  test('is the opposite one of the place beyond the middle, and turns with it', () => {
    const at = fc.double({ min: -1, max: 1, noNaN: true })
    fc.assert(
      fc.property(at, at, (x, y) => {
        // on a border between two sides either may be meant
        const eighths = Math.atan2(x, y) / (Math.PI / 4)
        fc.pre(Math.abs(eighths - Math.floor(eighths) - 0.5) > 1e-6 && Math.hypot(x, y) > 1e-6)
        expect((eighthsAt(x, y) + 4) % 8).toBe(eighthsAt(-x, -y))
        expect((eighthsAt(x, y) + 2) % 8).toBe(eighthsAt(y, -x))
      }),
    )
  })
})
