import type { Walls } from '../src/engine/catchment/walls-on-grid'
import {
  type ReachedPieces,
  serviceArea,
  type ServiceAreaBand,
  type ServiceAreaOptions,
} from '../src/engine/catchment/service-area'
import { squaredDistanceToSegment } from '../src/engine/geometry/rings'
import { SegmentGrid } from '../src/engine/geometry/segment-grid'
import { beside, measure } from './measure'
import { growStreets, seededRandom, type StreetGrid, walkFrom } from './street-grid'

/** 5, 10 and 15 minutes of an adult, in metres. */
const LIMITS = [360, 720, 1080]
/** blocks of an old town; the last three give 2,000 to 4,000 pieces within 15 minutes */
const BLOCKS_M = [80, 60, 52, 45]
const ORIGINS_PER_TOWN = 6
/** everything lies within this of (0, 0) */
const HALF_M = 1300
const ROUNDS = 60
const COARSE: ServiceAreaOptions = { cell_m: 10, buffer_m: 25, simplify_m: 2 }
const FINE: ServiceAreaOptions = { ...COARSE, cell_m: 5 }

/**
 * Three bands around dense origins: time per call at 10 m and 5 m, area against the true buffer (counted on
 * squares of 1 m), and the time of the plain way, which asks every grid node for its distance to every
 * piece near it and draws nothing yet.
 */
export function run(print: (line: string) => void): void {
  const catchments = BLOCKS_M.flatMap((block, i) => {
    const town = growStreets(11 + i, HALF_M - 100, block)
    return middleCrossings(town, ORIGINS_PER_TOWN).map((start) => walkFrom(town, start, LIMITS[2]))
  })
  const dense = catchments.filter((pieces) => pieces.count >= 2000 && pieces.count <= 4000)
  const counts = dense.map((pieces) => pieces.count)
  print(`${dense.length} dense origins, ${Math.min(...counts)} to ${Math.max(...counts)} pieces, three bands`)

  const draw = (options: ServiceAreaOptions) =>
    measure(ROUNDS * dense.length, (i) => {
      serviceArea(dense[i % dense.length], LIMITS, options, [0, 0])
    })
  const coarse = draw(COARSE)
  const fine = draw(FINE)
  print(
    `10 m cells: mean ${beside(coarse.mean_ms, 1.5, 'ms', 2)}, p95 ${beside(coarse.p95_ms, 3, 'ms', 2)}, median ${coarse.median_ms.toFixed(2)} ms`,
  )
  print(` 5 m cells: mean ${fine.mean_ms.toFixed(2)} ms, p95 ${fine.p95_ms.toFixed(2)} ms`)
  const walls = growCompounds(BLOCKS_M[3])
  const walled = measure(ROUNDS * dense.length, (i) => {
    serviceArea(dense[i % dense.length], LIMITS, { ...COARSE, walls }, [0, 0])
  })
  print(
    `${walls.lines.count} compounds in it: mean ${walled.mean_ms.toFixed(2)} ms, ${(walled.mean_ms / coarse.mean_ms).toFixed(2)} × the time`,
  )
  const distance2 = new Float64Array(((2 * HALF_M) / COARSE.cell_m) ** 2)
  const plain = measure(5 * dense.length, (i) => measureEveryNode(dense[i % dense.length], distance2))
  print(
    `plain distances of every node at 10 m, nothing drawn: ${(plain.mean_ms / coarse.mean_ms).toFixed(1)} × the time`,
  )

  for (const [name, options, most] of [
    ['10 m', COARSE, 0.011],
    [' 5 m', FINE, 0.004],
  ] as const) {
    const errors = BLOCKS_M.flatMap((_, i) => errorsOf(catchments[i * ORIGINS_PER_TOWN], options))
    const worst = Math.max(...errors.map(Math.abs))
    const mean = errors.reduce((sum, error) => sum + Math.abs(error), 0) / errors.length
    print(`area at ${name} cells: ${percent(mean)} off on average, ${percent(worst)} at most`)
    if (worst > most) throw new Error(`area is ${percent(worst)} off at ${name}; at most ${percent(most)}`)
  }
}

/** The crossings nearest to the middle of the town. */
function middleCrossings(town: StreetGrid, count: number): number[] {
  const byDistance = Array.from(town.x, (x, i) => ({ i, distance: Math.hypot(x, town.y[i]) }))
  byDistance.sort((a, b) => a.distance - b.distance)
  return byDistance.slice(0, count).map(({ i }) => i)
}

/** A walled compound in every fourth block or so. */
function growCompounds(block_m: number): Walls {
  const random = seededRandom(21)
  const x: number[] = []
  const y: number[] = []
  const start = [0]
  for (let south = -HALF_M; south < HALF_M; south += block_m)
    for (let west = -HALF_M; west < HALF_M; west += block_m) {
      if (random() > 0.25) continue
      const size = block_m * (0.4 + 0.4 * random())
      for (const [dx, dy] of [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
        [0, 0],
      ]) {
        x.push(west + dx * size)
        y.push(south + dy * size)
      }
      start.push(x.length)
    }
  const lines = {
    count: start.length - 1,
    start: Int32Array.from(start),
    x: Float64Array.from(x),
    y: Float64Array.from(y),
  }
  return { lines, grid: new SegmentGrid(lines), isShore: new Uint8Array(x.length) }
}

/** Gives every node within reach its distance, one band, nothing drawn. */
function measureEveryNode({ count, xy }: ReachedPieces, distance2: Float64Array): void {
  const { cell_m, buffer_m } = COARSE
  const side = (2 * HALF_M) / cell_m
  const toNode = (value: number) => Math.round((value + HALF_M) / cell_m)
  distance2.fill(Infinity)
  for (let i = 0; i < count; i++) {
    const [ax, ay, bx, by] = xy.subarray(4 * i, 4 * i + 4)
    const reach = buffer_m + cell_m
    const east = toNode(Math.max(ax, bx) + reach)
    const north = toNode(Math.max(ay, by) + reach)
    for (let row = toNode(Math.min(ay, by) - reach); row <= north; row++)
      for (let column = toNode(Math.min(ax, bx) - reach); column <= east; column++) {
        const x = column * cell_m - HALF_M
        const y = row * cell_m - HALF_M
        const d2 = squaredDistanceToSegment(x, y, ax, ay, bx, by)
        if (d2 < distance2[row * side + column]) distance2[row * side + column] = d2
      }
  }
}

function errorsOf(pieces: ReachedPieces, options: ServiceAreaOptions): number[] {
  const bands = serviceArea(pieces, LIMITS, options, [0, 0])
  return bands.map((band) => band.area_m2 / trueArea(pieces, band) - 1)
}

/** Squares of 1 m whose middle is within the buffer of what is walked within the band's limit. */
function trueArea({ count, xy, cost }: ReachedPieces, { limit }: ServiceAreaBand): number {
  const half = HALF_M
  const side = 2 * half
  const isCovered = new Uint8Array(side * side)
  for (let i = 0; i < count; i++) {
    const near = cost[2 * i] <= cost[2 * i + 1] ? 0 : 2
    const from = Math.min(cost[2 * i], cost[2 * i + 1])
    const to = Math.max(cost[2 * i], cost[2 * i + 1])
    if (from > limit) continue
    const share = to <= limit ? 1 : (limit - from) / (to - from)
    const ax = xy[4 * i + near] + half
    const ay = xy[4 * i + near + 1] + half
    const bx = ax + share * (xy[4 * i + 2 - near] + half - ax)
    const by = ay + share * (xy[4 * i + 3 - near] + half - ay)
    const r = COARSE.buffer_m
    for (let y = Math.floor(Math.min(ay, by) - r); y <= Math.max(ay, by) + r; y++)
      for (let x = Math.floor(Math.min(ax, bx) - r); x <= Math.max(ax, bx) + r; x++)
        if (isCovered[y * side + x] === 0)
          if (squaredDistanceToSegment(x + 0.5, y + 0.5, ax, ay, bx, by) <= r * r) isCovered[y * side + x] = 1
  }
  return isCovered.reduce((sum, covered) => sum + covered, 0)
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`
}
