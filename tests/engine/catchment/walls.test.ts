import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { serviceArea, type ServiceAreaOptions } from '../../../src/engine/catchment/service-area'
import { type Piece, piecesOf, street, wallsOf } from './draw-pieces'
import { distanceTo, edgesOf, findFaults, isIn, type Segment, walkedWithin } from './service-area-truth'

const FINE: ServiceAreaOptions = { cell_m: 5, buffer_m: 25, simplify_m: 0 }

/** Walls around a box. */
function boxOf(west: number, south: number, east: number, north: number): Segment[] {
  return [
    [west, south, east, south],
    [east, south, east, north],
    [east, north, west, north],
    [west, north, west, south],
  ]
}

const along = piecesOf(street(0, [0, 0], [300, 0]))

describe('a street along a wall', () => {
  test('paints its own side up to the wall, and nothing behind it', () => {
    const [band] = serviceArea(along, [300], { ...FINE, walls: wallsOf([[-100, 10, 400, 10]]) }, [0, 0])
    for (const ring of band.polygons.flat())
      for (const [, y] of edgesOf(ring)) expect(y).toBeLessThan(10 + 0.03)
    // 25 m to the south, 10 m to the north, and the cut round ends
    const half = Math.PI * 25 * 25
    expect(band.area_m2).toBeGreaterThan(300 * 35 + half / 2)
    expect(band.area_m2).toBeLessThan(300 * 35 + half)
  })

  test('paints round the end of the wall', () => {
    const [band] = serviceArea(along, [300], { ...FINE, walls: wallsOf([[-100, 10, 150, 10]]) }, [0, 0])
    expect(isIn(band.polygons.flat(), 140, 20)).toBe(false)
    expect(isIn(band.polygons.flat(), 160, 20)).toBe(true)
    expect(findFaults([band])).toEqual([])
  })

  test('that ends at the wall does not paint through it', () => {
    const [band] = serviceArea(along, [300], { ...FINE, walls: wallsOf([[300, -100, 300, 100]]) }, [0, 0])
    for (const [x] of band.polygons.flat().flatMap(edgesOf)) expect(x).toBeLessThan(300 + 0.03)
  })

  test('that goes on behind the wall paints both sides', () => {
    const walls = wallsOf([[150, -100, 150, 100]])
    const open = serviceArea(along, [300], FINE, [0, 0])
    const [band] = serviceArea(along, [300], { ...FINE, walls }, [0, 0])
    expect(band.area_m2 / open[0].area_m2).toBeCloseTo(1, 2)
  })

  test('in the middle of a wall paints both sides', () => {
    const [band] = serviceArea(along, [300], { ...FINE, walls: wallsOf([[-100, 0, 400, 0]]) }, [0, 0])
    expect(isIn(band.polygons.flat(), 150, 20)).toBe(true)
    expect(isIn(band.polygons.flat(), 150, -20)).toBe(true)
  })
})

test('a compound between two streets stays out of the picture', () => {
  const around = piecesOf(street(0, [-10, -10], [70, -10], [70, 40], [-10, 40], [-10, -10]))
  const [open] = serviceArea(around, [1000], FINE, [0, 0])
  const [band] = serviceArea(around, [1000], { ...FINE, walls: wallsOf(boxOf(0, 0, 60, 30)) }, [0, 0])
  expect(isIn(open.polygons.flat(), 5, 15)).toBe(true)
  expect(isIn(band.polygons.flat(), 5, 15)).toBe(false)
  expect(open.area_m2 - band.area_m2).toBeGreaterThan(0.97 * 60 * 30 - 350)
  expect(findFaults([band])).toEqual([])
})

test('a bank is seen from a quay drawn in the water, the far bank is not', () => {
  const shores = wallsOf(
    [
      [-100, 2, 400, 2],
      [-100, -12, 400, -12],
    ],
    true,
  )
  const [band] = serviceArea(along, [300], { ...FINE, walls: shores }, [0, 0])
  expect(isIn(band.polygons.flat(), 150, 15)).toBe(true)
  const [quay] = serviceArea(piecesOf(street(0, [0, 5], [300, 5])), [300], { ...FINE, walls: shores }, [0, 5])
  expect(isIn(quay.polygons.flat(), 150, -15)).toBe(false)
})

test('a point in a yard too small to draw keeps its disc', () => {
  const bands = serviceArea(
    piecesOf([]),
    [300, 600],
    { ...FINE, walls: wallsOf(boxOf(1, 1, 4, 4)) },
    [2.5, 2.5],
  )
  for (const band of bands) expect(isIn(band.polygons.flat(), 2.5, 2.5)).toBe(true)
  expect(findFaults(bands)).toEqual([])
})

test('walls out of reach change nothing', () => {
  const far = wallsOf([
    [0, 60, 300, 60],
    [5000, 0, 5000, 100],
  ])
  expect(serviceArea(along, [100, 300], { ...FINE, walls: far }, [0, 0])).toEqual(
    serviceArea(along, [100, 300], FINE, [0, 0]),
  )
})

// --- random walls ---

const place = fc.tuple(fc.integer({ min: -150, max: 150 }), fc.integer({ min: -150, max: 150 }))
const anyStreet: fc.Arbitrary<Piece[]> = fc
  .tuple(fc.nat(300), fc.array(place, { minLength: 2, maxLength: 6 }))
  .map(([c, points]) => street(c, ...points))
const anyWall: fc.Arbitrary<Segment> = fc.tuple(place, place).map(([a, b]) => [...a, ...b])

/** On which side of p–q the point r lies. */
function side(px: number, py: number, qx: number, qy: number, rx: number, ry: number): number {
  return Math.sign((qx - px) * (ry - py) - (qy - py) * (rx - px))
}

/** Within `reach` of a piece and in view of its nearest point, or of none within `slack` more. */
function isSeen(
  walked: readonly Segment[],
  walls: readonly Segment[],
  x: number,
  y: number,
  reach: number,
): boolean {
  return walked.some((piece) => {
    const [ax, ay, bx, by] = piece
    const l2 = (bx - ax) ** 2 + (by - ay) ** 2
    const t = l2 === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / l2))
    const fx = ax + t * (bx - ax)
    const fy = ay + t * (by - ay)
    if (Math.hypot(fx - x, fy - y) > reach) return false
    return !walls.some(([cx, cy, dx, dy]) => {
      return (
        side(x, y, fx, fy, cx, cy) * side(x, y, fx, fy, dx, dy) < 0 &&
        side(cx, cy, dx, dy, x, y) * side(cx, cy, dx, dy, fx, fy) < 0
      )
    })
  })
}

test('what is drawn is what is seen from the streets, but for a margin: 600 random walls', () => {
  let seen = 0
  let hidden = 0
  fc.assert(
    fc.property(
      fc.array(anyStreet, { minLength: 1, maxLength: 4 }),
      fc.array(anyWall, { maxLength: 6 }),
      fc.array(place, { minLength: 40, maxLength: 40 }),
      (streets, walls, at) => {
        const pieces = piecesOf(streets.flat())
        const [band] = serviceArea(pieces, [400], { ...FINE, walls: wallsOf(walls) }, [0, 0])
        const walked = walkedWithin(pieces, 400)
        if (walked.length === 0) return
        const rings = band.polygons.flat()
        const outline = rings.flatMap(edgesOf)
        for (const [x, y] of at) {
          const distance = distanceTo(walked, x, y)
          // within a cell of a wall, a shadow's edge or the outline the grid may differ
          if (distance > 32 || distanceTo(outline, x, y) < 5 * Math.SQRT2 + 1) continue
          if (distanceTo(walls, x, y) < 5) continue
          const isDrawn = isIn(rings, x, y)
          const isTrue = isSeen(walked, walls, x, y, 25)
          if (isTrue === isDrawn) {
            if (isTrue) seen++
            else hidden++
            continue
          }
          // a shadow narrower than a cell, or a gap, lies between the nodes
          const around = [-5, 0, 5].flatMap((dx) =>
            [-5, 0, 5].map((dy) => isSeen(walked, walls, x + dx, y + dy, 25)),
          )
          expect(around.includes(isDrawn), `${x} ${y}`).toBe(true)
        }
      },
    ),
    { seed: 12, numRuns: 600 },
  )
  expect(seen).toBeGreaterThan(300)
  expect(hidden).toBeGreaterThan(100)
})
