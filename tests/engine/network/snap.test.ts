import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { BarrierIndex } from '../../../src/engine/network/barrier-index'
import { buildNetwork } from '../../../src/engine/network/build-network'
import { ISLAND_M, SnapIndex } from '../../../src/engine/network/snap'
import type { WalkNetwork } from '../../../src/engine/network/walk-network'
import { Scene } from '../../scene/scene'

const place = fc.tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 }))
const anyStreets = fc.array(fc.array(place, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 10 })

function networkOf(streets: readonly (readonly (readonly [number, number])[])[]): WalkNetwork {
  const scene = new Scene()
  streets.forEach((points, i) => scene.street(`s${i}`, points))
  // long enough to be no island
  scene.street('main', [
    [-800, -100],
    [800, 100],
  ])
  return buildNetwork(scene.project(), { isPlain: false }).network
}

/** Distance to the nearest of some streets, by asking each piece. */
function nearestAmong(
  network: WalkNetwork,
  x: number,
  y: number,
  isWanted: (edge: number) => boolean,
): number {
  const { shapeStart, shapeEnd, shapeX, shapeY } = network
  let best = Infinity
  for (let e = 0; e < network.homeEdgeCount; e++) {
    if (!isWanted(e)) continue
    for (let v = shapeStart[e]; v + 1 < shapeEnd[e]; v++) {
      const dx = shapeX[v + 1] - shapeX[v]
      const dy = shapeY[v + 1] - shapeY[v]
      const l2 = dx * dx + dy * dy
      const t = l2 === 0 ? 0 : Math.min(1, Math.max(0, ((x - shapeX[v]) * dx + (y - shapeY[v]) * dy) / l2))
      best = Math.min(best, Math.hypot(shapeX[v] + t * dx - x, shapeY[v] + t * dy - y))
    }
  }
  return best
}

test('the nearest street is that of asking every one, islands last: 600 random drawings', () => {
  let islands = 0
  fc.assert(
    fc.property(anyStreets, fc.array(place, { minLength: 5, maxLength: 5 }), (streets, places) => {
      const network = networkOf(streets)
      const index = new SnapIndex(network)
      const isMain = (edge: number) =>
        network.componentLength_m[network.nodeComponent[network.edgeFrom[edge]]] >= ISLAND_M
      for (const [x, y] of places) {
        const any = nearestAmong(network, x, y, () => true)
        const main = nearestAmong(network, x, y, isMain)
        const chosen = main <= any + 30 ? main : any
        if (chosen !== any) islands++
        expect(index.nearest(x, y, { maxDistance_m: 5000, isPlain: true })?.distance_m).toBeCloseTo(any, 6)
        expect(index.nearest(x, y, { maxDistance_m: 5000 })?.distance_m).toBeCloseTo(chosen, 6)
        const near = index.nearest(x, y, { maxDistance_m: 150 })
        if (any > 150) expect(near).toBe(null)
        else if (main <= 150 || main > any + 30) expect(near?.distance_m).toBeCloseTo(chosen, 6)
      }
    }),
    { seed: 4, numRuns: 600 },
  )
  expect(islands).toBeGreaterThan(20)
})

test('no connector crosses a wall, and none is given up that a sample finds: 300 random drawings', () => {
  let blocked = 0
  const anyWalls = fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(
      anyStreets,
      anyWalls,
      fc.array(place, { minLength: 4, maxLength: 4 }),
      (streets, walls, places) => {
        const network = networkOf(streets)
        const x = Float64Array.from(walls.flat(), (p) => p[0])
        const y = Float64Array.from(walls.flat(), (p) => p[1])
        const start = Int32Array.from({ length: walls.length + 1 }, (_, i) => 2 * i)
        const owners = [{ kind: 'wall' as const, zone: -1, water: null }]
        const barriers = new BarrierIndex(
          { count: walls.length, start, x, y },
          new Int32Array(walls.length),
          owners,
        )
        const index = new SnapIndex(network, barriers)
        const open = new SnapIndex(network)
        for (const [px, py] of places) {
          const { snap, refused } = index.look(px, py, { maxDistance_m: 150 })
          const free = open.nearest(px, py, { maxDistance_m: 150 })
          if (snap !== null) expect(barriers.isFree(px, py, snap.x, snap.y)).toBe(true)
          if (refused === null) expect(snap).toEqual(free)
          else {
            blocked++
            expect(refused).toEqual({ distance_m: free?.distance_m, kind: 'wall' })
            // every free vertex of a street is at least as far, but for the preference of 30 m
            for (let v = 0; v < network.shapeX.length; v++) {
              const way = Math.hypot(network.shapeX[v] - px, network.shapeY[v] - py)
              if (way > 149 || !barriers.isFree(px, py, network.shapeX[v], network.shapeY[v])) continue
              expect(snap?.distance_m).toBeLessThan(way + 30.001)
            }
          }
        }
      },
    ),
    { seed: 9, numRuns: 300 },
  )
  expect(blocked).toBeGreaterThan(50)
})

/*
 *        2   1
 *         \ /
 *    3 ────·──── 0       streets that end or begin in one corner, drawn from either end
 *          ×             whoever is at the corner, or on its empty side, is on the one that stands first,
 *      ── wall ──        also where a nearer street is not in view
 *   ──────behind──────
 */
test('of streets that meet in the nearest corner the first is met, however they are drawn', () => {
  const anyCorner = fc.record({
    x: fc.integer({ min: -300_000, max: 300_000 }),
    y: fc.integer({ min: -300_000, max: 300_000 }),
    angles: fc.uniqueArray(fc.integer({ min: 10, max: 170 }), { minLength: 3, maxLength: 5 }),
    isToward: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  })
  fc.assert(
    fc.property(anyCorner, fc.boolean(), ({ x, y, angles, isToward }, hasBehind) => {
      const corner = [x / 1000, y / 1000] as const
      const scene = new Scene()
      angles.forEach((degrees, i) => {
        const turn = (degrees * Math.PI) / 180
        const tip = [corner[0] + 700 * Math.cos(turn), corner[1] + 700 * Math.sin(turn)] as const
        scene.street(`s${i}`, isToward[i] ? [tip, corner] : [corner, tip])
      })
      if (hasBehind)
        scene.street('behind', [
          [corner[0] - 700, corner[1] - 12],
          [corner[0] + 700, corner[1] - 12],
        ])
      const { network } = buildNetwork(scene.project(), { isPlain: false })
      const v = isToward[0] ? network.shapeStart[1] - 1 : 0
      const [cx, cy] = [network.shapeX[v], network.shapeY[v]]
      const wall = { x: [cx - 200, cx + 200], y: [cy - 10, cy - 10] }
      const barriers = new BarrierIndex(
        {
          count: 1,
          start: Int32Array.of(0, 2),
          x: Float64Array.from(wall.x),
          y: Float64Array.from(wall.y),
        },
        Int32Array.of(0),
        [{ kind: 'wall', zone: -1, water: null }],
      )
      for (const by of [0, 0.3, 7]) {
        const snap = new SnapIndex(network, barriers).nearest(cx + by / 7, cy - by, { maxDistance_m: 150 })
        expect(network.edgeStreet[snap?.edge ?? -1], `${by} m from the corner`).toBe(0)
      }
    }),
    { seed: 3, numRuns: 100 },
  )
})
