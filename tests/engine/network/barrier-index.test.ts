import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { BarrierIndex, indexBarriers } from '../../../src/engine/network/barrier-index'
import { collectCompounds } from '../../../src/engine/network/compounds'
import { LocalFrame } from '../../../src/engine/geometry/local-frame'
import { Scene } from '../../scene/scene'

const frame = new LocalFrame(120, 30)

function indexOf(scene: Scene): BarrierIndex {
  const project = scene.project()
  const index = indexBarriers(project.layers.barriers, collectCompounds(project, frame), frame)
  if (index === null) throw new Error('no barriers')
  return index
}

/** Walls given as [x1, y1, x2, y2]. */
function wallsOf(walls: readonly (readonly [number, number, number, number])[]): BarrierIndex {
  const flat = walls.flat()
  return new BarrierIndex(
    {
      count: walls.length,
      start: Int32Array.from({ length: walls.length + 1 }, (_, i) => 2 * i),
      x: Float64Array.from(flat.filter((_, i) => i % 2 === 0)),
      y: Float64Array.from(flat.filter((_, i) => i % 2 === 1)),
    },
    new Int32Array(walls.length),
    [{ kind: 'wall', zone: -1, water: null }],
  )
}

const LAKE = [
  [-50, -50],
  [50, -50],
  [50, 50],
  [-50, 50],
] as const

describe('the way from a place to a street', () => {
  test('is blocked by a wall across it, and free beside it', () => {
    const index = wallsOf([[-10, 5, 10, 5]])
    expect(index.blockerBetween(0, 0, 0, 10)).toBe('wall')
    expect(index.isFree(0, 0, 0, 4)).toBe(true)
    expect(index.isFree(11, 0, 11, 10)).toBe(true)
  })

  test('does not slip through where two pieces of a wall meet', () => {
    const index = indexOf(
      new Scene().barrier('w', 'wall', [
        [-10, 5],
        [0, 5],
        [10, 5],
      ]),
    )
    expect(index.isFree(0, 0, 0, 10)).toBe(false)
  })

  test('is told by the kind of the nearest barrier on it', () => {
    const index = indexOf(
      new Scene()
        .barrier('r', 'rail', [
          [-10, 20],
          [10, 20],
        ])
        .barrier('f', 'fence', [
          [-10, 8],
          [10, 8],
        ]),
    )
    expect(index.blockerBetween(0, 0, 0, 30)).toBe('fence')
    expect(index.blockerBetween(0, 30, 0, 0)).toBe('rail')
    expect(index.blockerBetween(0, 10, 0, 15)).toBe(null)
  })

  test('leaves the piece of wall it stands on, not the others', () => {
    const index = wallsOf([
      [-10, 0, 10, 0],
      [-10, 6, 10, 6],
    ])
    expect(index.isFree(0, -0.3, 0, 5)).toBe(true)
    expect(index.isFree(0, -0.3, 0, 7)).toBe(false)
    expect(index.isFree(0, -0.7, 0, 5)).toBe(false)
  })

  test('ends at a street drawn along a wall', () => {
    const index = wallsOf([[-10, 6, 10, 6]])
    expect(index.isFree(0, 0, 0, 6.3)).toBe(true)
    expect(index.isFree(0, 0, 0, 7)).toBe(false)
  })

  test('leaves the water it lies in, but no other', () => {
    const scene = new Scene().barrier('lake', 'water', LAKE).barrier('canal', 'water', [
      [-50, 60],
      [50, 60],
      [50, 70],
      [-50, 70],
    ])
    expect(indexOf(scene).isFree(0, 40, 0, 55)).toBe(true)
    expect(indexOf(scene).blockerBetween(0, 40, 0, 80)).toBe('water')
    expect(indexOf(scene).blockerBetween(0, 55, 0, 20)).toBe('water')
  })

  test('crosses no edge of a compound but its own', () => {
    const index = indexOf(new Scene().community('c', LAKE, { gated: true }))
    expect(index.blockerBetween(-60, 0, 60, 0)).toBe('compound')
    expect(index.isFree(0, 0, 60, 0, { zone: 0 })).toBe(true)
    expect(index.isFree(0, 0, 60, 0, { zone: 1 })).toBe(false)
  })

  test('ends at a gate although its wall is drawn before it', () => {
    const index = wallsOf([[-30, 50, 30, 50]])
    expect(index.isFree(0, 0, 0, 55, { endSlack_m: 12 })).toBe(true)
    expect(index.isFree(0, 0, 0, 65, { endSlack_m: 12 })).toBe(false)
  })
})

/** Where on a street 20 m north of the place, from x = −100 to 100, its nearest free point lies. */
function ask(index: BarrierIndex, reach = 150): number {
  return index.nearestFreePoint(0, 0, -100, 20, 100, 20, reach, {})
}

describe('the nearest free point of a street', () => {
  test('is the foot where nothing stands before it', () => {
    expect(ask(wallsOf([[50, 0, 60, 30]]))).toBe(0.5)
  })

  test('lies just past the nearer end of a wall', () => {
    // the end at (6, 10) throws its shadow to x = 12
    expect(-100 + 200 * ask(wallsOf([[-30, 10, 6, 10]]))).toBeCloseTo(12.2, 6)
    expect(-100 + 200 * ask(wallsOf([[-6, 10, 30, 10]]))).toBeCloseTo(-12.2, 6)
  })

  test('lies in the gap between two walls', () => {
    const x =
      -100 +
      200 *
        ask(
          wallsOf([
            [-300, 10, 20, 10],
            [22, 10, 300, 10],
          ]),
        )
    expect(x).toBeGreaterThan(40)
    expect(x).toBeLessThan(44)
  })

  test('does not exist behind a long wall, or beyond the reach', () => {
    expect(ask(wallsOf([[-300, 10, 300, 10]]))).toBe(-1)
    expect(ask(wallsOf([[-300, 10, 20, 10]]), 40)).toBe(-1)
  })
})

const place = fc.tuple(fc.integer({ min: -90, max: 90 }), fc.integer({ min: -90, max: 90 }))
const anyWalls = fc.array(
  fc.tuple(place, place).map(([a, b]) => [...a, ...b] as const),
  { minLength: 1, maxLength: 8 },
)

test('no sampled point of a street in view is nearer than the one found: 500 random walls', () => {
  let found = 0
  fc.assert(
    fc.property(anyWalls, place, place, place, (walls, at, a, b) => {
      const index = wallsOf(walls)
      const t = index.nearestFreePoint(...at, ...a, ...b, 300, {})
      const distanceAt = (s: number) =>
        Math.hypot(a[0] + s * (b[0] - a[0]) - at[0], a[1] + s * (b[1] - a[1]) - at[1])
      if (t >= 0) {
        found++
        expect(index.isFree(...at, a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]))).toBe(true)
      }
      // runs of free samples a metre long at least: what is narrower may be passed by
      const steps = Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) * 4))
      let run = 0
      for (let k = 0; k <= steps; k++) {
        const s = k / steps
        const isFree = index.isFree(...at, a[0] + s * (b[0] - a[0]), a[1] + s * (b[1] - a[1]))
        run = isFree ? run + 1 : 0
        if (run < 8) continue
        const middle = (k - 4) / steps
        expect(t).toBeGreaterThanOrEqual(0)
        expect(distanceAt(t)).toBeLessThan(distanceAt(middle) + 1.5)
      }
    }),
    { seed: 8, numRuns: 500 },
  )
  expect(found).toBeGreaterThan(150)
})
