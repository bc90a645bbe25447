import { expect, test } from 'vitest'

import { type ReachedPieces, serviceArea } from '../../../src/engine/catchment/service-area'
import { growStreets, type StreetGrid, walkFrom } from '../../../bench/street-grid'
import { seededRandom } from '../../oracle/seeded-random'
import { piecesOf, street, wallsOf } from './draw-pieces'
import { edgesOf, findFaults, isIn, isInAny, type Segment } from './service-area-truth'

const LIMITS = [100, 200, 300]
const HALF_M = 260
const TOWNS = 60
const STARTS = 24

/** What of a walk lies west of a line, cut there: the data ends. */
function endAt(pieces: ReachedPieces, border: number): ReachedPieces {
  const kept: [number, number, number, number, number, number][] = []
  for (let i = 0; i < pieces.count; i++) {
    const [ax, ay, bx, by] = pieces.xy.subarray(4 * i, 4 * i + 4)
    const [ca, cb] = pieces.cost.subarray(2 * i, 2 * i + 2)
    if (ax > border && bx > border) continue
    const t = (border - ax) / (bx - ax)
    const at = [border, ay + t * (by - ay), ca + t * (cb - ca)] as const
    if (ax > border) kept.push([...at, bx, by, cb])
    else if (bx > border) kept.push([ax, ay, ca, ...at])
    else kept.push([ax, ay, ca, bx, by, cb])
  }
  return piecesOf(kept)
}

/** Crooked lakes and canals anywhere in the town. */
function growWater(random: () => number): Float64Array[][] {
  return Array.from({ length: Math.floor(3 * random()) }, () => {
    const [x, y] = [(random() - 0.5) * 2 * HALF_M, (random() - 0.5) * 2 * HALF_M]
    const corners = 4 + Math.floor(8 * random())
    const flat = Array.from({ length: corners }, (_, i) => {
      const angle = (2 * Math.PI * i) / corners
      const r = 10 + 90 * random()
      return [x + r * Math.cos(angle), y + r * Math.sin(angle)]
    })
    return [Float64Array.from(flat.flat())]
  })
}

/** Compounds and single walls. */
function growWalls(random: () => number): Segment[] {
  const walls: Segment[] = []
  for (let i = Math.floor(8 * random()); i > 0; i--) {
    const [x, y] = [(random() - 0.5) * 2 * HALF_M, (random() - 0.5) * 2 * HALF_M]
    const [w, h] = [10 + 80 * random(), 10 + 80 * random()]
    if (random() < 0.5) walls.push([x, y, x + w, y + h])
    else walls.push([x, y, x + w, y], [x + w, y, x + w, y + h], [x + w, y + h, x, y + h], [x, y + h, x, y])
  }
  return walls
}

/** A walk of one kind from somewhere in a town, and where it starts. */
function walkIn(
  town: StreetGrid,
  random: () => number,
  water: readonly Float64Array[][],
  walls: readonly Segment[],
): { kind: string; pieces: ReachedPieces; origin: readonly [number, number] } {
  const node = Math.floor(random() * town.x.length)
  const origin = [town.x[node], town.y[node]] as const
  const pieces = walkFrom(town, node, LIMITS[2])
  const kind = random()
  if (kind < 0.1) return { kind: 'nothing', pieces: piecesOf([]), origin }
  if (kind < 0.2) {
    const points = [origin, [origin[0] + 300 * random(), origin[1]], [origin[0], origin[1] + 200]] as const
    return { kind: 'one street', pieces: piecesOf(street(0, ...points)), origin }
  }
  if (kind < 0.35) return { kind: 'edge of data', pieces: endAt(pieces, origin[0] + 60 * random()), origin }
  if (kind < 0.5 && water.length > 0) {
    const [x, y] = water[0][0]
    return { kind: 'in the water', pieces: random() < 0.5 ? piecesOf([]) : pieces, origin: [x, y] }
  }
  if (kind < 0.65 && walls.length > 0) {
    const [ax, ay, bx, by] = walls[0]
    const at = [(ax + bx) / 2, (ay + by) / 2] as const
    return { kind: 'on a wall', pieces: piecesOf(street(0, at, origin)), origin: at }
  }
  return { kind: 'town', pieces, origin }
}

test('catchments of random towns with water and walls are valid and nest', () => {
  const random = seededRandom(31)
  const kinds: Record<string, number> = {}
  let checked = 0
  let sampled = 0
  for (let t = 0; t < TOWNS; t++) {
    const town = growStreets(100 + t, HALF_M, 50 + 60 * random())
    const water = growWater(random)
    const segments = growWalls(random)
    const shores = water.flat().flatMap(edgesOf)
    const walls = segments.length === 0 ? null : wallsOf([...segments, ...shores])
    for (let i = 0; i < STARTS; i++) {
      const { kind, pieces, origin } = walkIn(town, random, water, segments)
      const cell_m = i % 3 === 0 ? 5 : 10
      const options = { cell_m, buffer_m: 25, simplify_m: 2, water, walls }
      const bands = serviceArea(pieces, LIMITS, options, origin)
      expect(findFaults(bands), `town ${t}, start ${i}, ${kind}`).toEqual([])
      for (let k = 0; k < 60; k++) {
        const x = origin[0] + (random() - 0.5) * 400
        const y = origin[1] + (random() - 0.5) * 400
        const isInBand = bands.map((band) => isIn(band.polygons.flat(), x, y))
        // 5 ⊂ 10 ⊂ 15, point by point
        for (let b = 1; b < isInBand.length; b++) expect(isInBand[b - 1] && !isInBand[b]).toBe(false)
        if (isInBand[2] && !isInAny(water, x, y)) sampled++
      }
      kinds[kind] = (kinds[kind] ?? 0) + 1
      checked++
    }
  }
  console.log(`${checked} catchments of ${TOWNS} towns checked: ${JSON.stringify(kinds)}`)
  expect(Object.keys(kinds)).toHaveLength(6)
  expect(sampled).toBeGreaterThan(1000)
})
