import fc from 'fast-check'
import type { Polygon } from 'geojson'
import { expect, test } from 'vitest'
import { freePlace } from '../../../src/engine/geometry/free-place'
import { LocalFrame } from '../../../src/engine/geometry/local-frame'
import { isInside, representativePoint, ringsOf } from '../../../src/engine/geometry/rings'
import type { LonLat } from '../../../src/model/units'

const FRAME = new LocalFrame(120, 30)
const outline = (corners: readonly (readonly [number, number])[]): Polygon => ({
  type: 'Polygon',
  coordinates: [[...corners, corners[0]].map(([x, y]) => [FRAME.lon(x), FRAME.lat(y)])],
})
const L_SHAPE = outline([
  [0, 0],
  [200, 0],
  [200, 60],
  [60, 60],
  [60, 200],
  [0, 200],
])

/** So many places, one after the other. */
function places(geometry: Polygon, count: number): LonLat[] {
  const taken: LonLat[] = []
  for (let i = 0; i < count; i++) taken.push(freePlace(geometry, taken))
  return taken
}

/** The least distance between two of them, metres. */
function closest(list: readonly LonLat[]): number {
  const pairs = list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b] as const))
  return Math.min(
    ...pairs.map(([a, b]) => Math.hypot(FRAME.x(a[0]) - FRAME.x(b[0]), FRAME.y(a[1]) - FRAME.y(b[1]))),
  )
}

test('the first place is the middle, others are free places inside, so far apart that each can be pressed', () => {
  const list = places(L_SHAPE, 6)
  const [lon, lat] = representativePoint(L_SHAPE)
  expect([Math.abs(list[0][0] - lon), Math.abs(list[0][1] - lat)].every((off) => off < 1e-7)).toBe(true)
  const rings = ringsOf(L_SHAPE, FRAME)
  expect(list.every(([x, y]) => isInside(rings, FRAME.x(x), FRAME.y(y)))).toBe(true)
  expect(closest(list)).toBeGreaterThan(18)
  // the same again, and those there were stay where they are
  expect(places(L_SHAPE, 9).slice(0, 6)).toEqual(list)
})

test('a place that was given up is given again', () => {
  const list = places(L_SHAPE, 5)
  expect(freePlace(L_SHAPE, list.toSpliced(2, 1))).toEqual(list[2])
})

test('in any outline places lie inside and apart; one too small for more keeps them in its middle', () => {
  fc.assert(
    fc.property(fc.integer({ min: 30, max: 400 }), fc.integer({ min: 30, max: 400 }), (width, depth) => {
      const block = outline([
        [0, 0],
        [width, 0],
        [width + 40, depth],
        [0, depth],
      ])
      const list = places(block, 12)
      const rings = ringsOf(block, FRAME)
      expect(list.every(([x, y]) => isInside(rings, FRAME.x(x), FRAME.y(y)))).toBe(true)
      expect(closest(list)).toBeGreaterThan(2)
    }),
    { numRuns: 60, seed: 3 },
  )
  const speck = outline([
    [0, 0],
    [2, 0],
    [2, 2],
    [0, 2],
  ])
  expect(new Set(places(speck, 3).map(String)).size).toBe(1)
})
