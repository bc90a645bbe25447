import { squaredDistanceToSegment } from '../src/engine/geometry/rings'
import { BarrierIndex } from '../src/engine/network/barrier-index'
import { buildNetwork } from '../src/engine/network/build-network'
import { MAX_SNAP_M, SnapIndex } from '../src/engine/network/snap'
import type { WalkNetwork } from '../src/engine/network/walk-network'
import { assertEqual, beside, measure } from './measure'
import { seededRandom } from './street-grid'
import { growTown } from './town'

const POINTS = 10_000
/** points whose nearest street is also looked for among all pieces */
const CHECKED = 200
const HALF_M = 5500

/** Ten thousand points to their nearest streets, open and between walls; the index of a million junctions. */
export function run(print: (line: string) => void): void {
  const { network } = buildNetwork(growTown(7, 6000, 38), { isPlain: false })
  const index = new SnapIndex(network)
  const random = seededRandom(5)
  const points = Array.from({ length: POINTS }, () => [
    (random() - 0.5) * 2 * HALF_M,
    (random() - 0.5) * 2 * HALF_M,
  ])
  const options = { maxDistance_m: MAX_SNAP_M, zone: -1 }
  let found = 0
  const snapAll = (snaps: SnapIndex): void => {
    found = 0
    for (const [x, y] of points) if (snaps.nearest(x, y, options) !== null) found++
  }
  const open = measure(15, () => snapAll(index))
  assertEqual(found, POINTS, 'points snapped')
  print(`${POINTS} points, town of ${network.nodeCount} junctions: ${beside(open.median_ms, 20, 'ms')}`)

  const sample = points.slice(0, CHECKED)
  let off_mm = 0
  const plain = measure(1, () => {
    off_mm = 0
    for (const [x, y] of sample)
      off_mm += Math.abs(
        (index.nearest(x, y, { ...options, isPlain: true })?.distance_m ?? 0) - nearestOf(network, x, y),
      )
  })
  assertEqual(Math.round(off_mm * 1000), 0, 'millimetres between the index and all pieces')
  const ratio = plain.median_ms / CHECKED / (open.median_ms / POINTS)
  print(`against asking every piece: ${ratio.toFixed(0)} times as fast`)

  const walled = new SnapIndex(network, growWalls(3, 20_000))
  const walls = measure(5, () => snapAll(walled))
  print(`the same between 20,000 walls: ${walls.median_ms.toFixed(1)} ms, ${POINTS - found} points walled in`)

  const city = buildNetwork(growTown(11, 20_000, 40), { isPlain: false }).network
  const build = measure(3, () => new SnapIndex(city))
  const pieces = city.shapeX.length - city.homeEdgeCount
  print(`index of ${pieces} pieces: ${beside(build.median_ms, 400, 'ms', 0)}`)
}

/** Distance to the nearest of all streets. */
function nearestOf(
  { homeEdgeCount, shapeStart, shapeEnd, shapeX, shapeY }: WalkNetwork,
  x: number,
  y: number,
): number {
  let best = Infinity
  for (let e = 0; e < homeEdgeCount; e++)
    for (let v = shapeStart[e]; v + 1 < shapeEnd[e]; v++) {
      const d2 = squaredDistanceToSegment(x, y, shapeX[v], shapeY[v], shapeX[v + 1], shapeY[v + 1])
      if (d2 < best) best = d2
    }
  return Math.sqrt(best)
}

/** Straight walls of 30 m, anywhere in the town. */
function growWalls(seed: number, count: number): BarrierIndex {
  const random = seededRandom(seed)
  const x = new Float64Array(2 * count)
  const y = new Float64Array(2 * count)
  for (let i = 0; i < count; i++) {
    const angle = 2 * Math.PI * random()
    x[2 * i] = (random() - 0.5) * 2 * HALF_M
    y[2 * i] = (random() - 0.5) * 2 * HALF_M
    x[2 * i + 1] = x[2 * i] + 30 * Math.cos(angle)
    y[2 * i + 1] = y[2 * i] + 30 * Math.sin(angle)
  }
  const start = Int32Array.from({ length: count + 1 }, (_, i) => 2 * i)
  return new BarrierIndex({ count, start, x, y }, new Int32Array(count), [
    { kind: 'wall', zone: -1, water: null },
  ])
}
