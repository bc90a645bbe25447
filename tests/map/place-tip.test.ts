import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeTip } from '../../src/map/place-tip'

const room = { left: 400, top: 48, right: 900, bottom: 700 }
const size = { width: 200, height: 40 }

test('right of the pointer and below it, as long as there is room', () => {
  expect(placeTip({ x: 500, y: 100 }, size, room)).toEqual({ x: 514, y: 114 })
  expect(placeTip({ x: 686, y: 646 }, size, room)).toEqual({ x: 700, y: 660 })
})

test('at the edge of a panel it stands on the other side of the pointer', () => {
  expect(placeTip({ x: 687, y: 100 }, size, room)).toEqual({ x: 473, y: 114 })
  expect(placeTip({ x: 500, y: 647 }, size, room)).toEqual({ x: 514, y: 593 })
})

test('a tip that fits into the room never leaves it, and one that does not begins at its edge', () => {
  fc.assert(
    fc.property(
      fc.record({ x: fc.integer({ min: 400, max: 900 }), y: fc.integer({ min: 48, max: 700 }) }),
      fc.record({ width: fc.integer({ min: 1, max: 700 }), height: fc.integer({ min: 1, max: 700 }) }),
      (pointer, { width, height }) => {
        const { x, y } = placeTip(pointer, { width, height }, room)
        expect(x).toBeGreaterThanOrEqual(room.left)
        expect(y).toBeGreaterThanOrEqual(room.top)
        if (width <= room.right - room.left) expect(x + width).toBeLessThanOrEqual(room.right)
        if (height <= room.bottom - room.top) expect(y + height).toBeLessThanOrEqual(room.bottom)
      },
    ),
    { seed: 2 },
  )
})
