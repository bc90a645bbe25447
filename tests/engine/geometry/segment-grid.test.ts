import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { type Polylines, SegmentGrid } from '../../../src/engine/geometry/segment-grid'

function linesOf(...drawn: readonly (readonly (readonly [number, number])[])[]): Polylines {
  const start = new Int32Array(drawn.length + 1)
  drawn.forEach((line, i) => (start[i + 1] = start[i] + line.length))
  const x = Float64Array.from(drawn.flat(), (point) => point[0])
  const y = Float64Array.from(drawn.flat(), (point) => point[1])
  return { count: drawn.length, start, x, y }
}

test('a level piece on the border of two rows is found from both', () => {
  const grid = new SegmentGrid(
    linesOf([
      [-600, 0],
      [600, 0],
    ]),
  )
  expect([...grid.within(-1, 0.5, 1, 1)]).toEqual([0])
  expect([...grid.within(-1, -1, 1, -0.5)]).toEqual([0])
})

test('without lines nothing is found', () => {
  const grid = new SegmentGrid(linesOf())
  expect([...grid.within(-1e9, -1e9, 1e9, 1e9)]).toEqual([])
  expect(grid.lastRow).toBeLessThan(grid.firstRow)
})

test('a stray line at the other end of the world does not make the grid larger', () => {
  const near = linesOf(
    ...Array.from(
      { length: 100 },
      (_, i) =>
        [
          [i, 0],
          [i, 30],
        ] as const,
    ),
  )
  const stray = linesOf(
    ...Array.from(
      { length: 100 },
      (_, i) =>
        [
          [i + (i === 0 ? 2e7 : 0), 0],
          [i + (i === 0 ? 2e7 : 0), 30],
        ] as const,
    ),
  )
  expect(new SegmentGrid(stray).start.length).toBeLessThanOrEqual(512)
  expect(new SegmentGrid(near).start.length).toBeLessThanOrEqual(512)
  expect(new SegmentGrid(stray).within(2e7 - 1, 0, 2e7 + 1, 5)).toContain(0)
})

const place = fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -1000, max: 1000 }))
const anyLines = fc.array(fc.array(place, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 12 })

test('every point of every piece finds its piece: 2000 random drawings', () => {
  fc.assert(
    fc.property(anyLines, fc.double({ min: 0, max: 1, noNaN: true }), (drawn, t) => {
      const lines = linesOf(...drawn)
      const grid = new SegmentGrid(lines)
      for (let line = 0; line < lines.count; line++)
        for (let v = lines.start[line]; v + 1 < lines.start[line + 1]; v++) {
          const x = lines.x[v] + t * (lines.x[v + 1] - lines.x[v])
          const y = lines.y[v] + t * (lines.y[v + 1] - lines.y[v])
          expect([...grid.within(x, y, x, y)]).toContain(v)
        }
    }),
    { seed: 1, numRuns: 2000 },
  )
})
