import type { Position } from 'geojson'

import type { LocalFrame } from '../geometry/local-frame'
import { boundsOf, crossingFraction, ringsOf } from '../geometry/rings'
import { SegmentGrid } from '../geometry/segment-grid'
import type { LinkGround } from './link-state'

/** What is met this near to an end of a way belongs to the end, metres. */
const END_M = 0.5

/** Walls of buildings and lines of streets, metres of the frame, and where they lie. */
interface Obstacles {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly grid: SegmentGrid
}

type Layers = LinkGround['measured']['prepared']['project']['layers']

// layers and frames never change, and a plan of many communities asks about the same ones community by community
const known = new WeakMap<
  Layers['streets'],
  { readonly buildings: Layers['buildings']; readonly frame: LocalFrame; readonly obstacles: Obstacles }
>()

function obstaclesOf({ buildings, streets }: Layers, frame: LocalFrame): Obstacles {
  const before = known.get(streets)
  if (before?.buildings === buildings && before.frame === frame) return before.obstacles
  const obstacles = layObstacles({ buildings, streets }, frame)
  known.set(streets, { buildings, frame, obstacles })
  return obstacles
}

function layObstacles(
  { buildings, streets }: Pick<Layers, 'buildings' | 'streets'>,
  frame: LocalFrame,
): Obstacles {
  const lines: Float64Array[] = []
  for (const { geometry } of buildings) lines.push(...ringsOf(geometry, frame))
  for (const { geometry } of streets) {
    const line = new Float64Array(2 * geometry.coordinates.length)
    geometry.coordinates.forEach(([lon, lat]: Position, i) => line.set([frame.x(lon), frame.y(lat)], 2 * i))
    lines.push(line)
  }
  const start = new Int32Array(lines.length + 1)
  lines.forEach((line, i) => (start[i + 1] = start[i] + line.length / 2))
  const x = new Float64Array(start[lines.length])
  const y = new Float64Array(start[lines.length])
  lines.forEach((line, i) => {
    for (let v = 0; 2 * v < line.length; v++) {
      x[start[i] + v] = line[2 * v]
      y[start[i] + v] = line[2 * v + 1]
    }
  })
  return { x, y, grid: new SegmentGrid({ count: lines.length, start, x, y }) }
}

/**
 * Whether a straight path could be laid between two places of the streets: it crosses no barrier, no building, no
 * street between the two, and no edge of the compound it lies in.
 */
export class StraightWays {
  private readonly state: LinkGround
  private readonly x: Float64Array
  private readonly y: Float64Array
  private readonly grid: SegmentGrid

  constructor(state: LinkGround) {
    this.state = state
    const { network, project } = state.measured.prepared
    const { x, y, grid } = obstaclesOf(project.layers, network.frame)
    this.x = x
    this.y = y
    this.grid = grid
  }

  /** `zone`: the compound both ends lie in; −1: public ground. */
  isFree(ax: number, ay: number, bx: number, by: number, zone: number): boolean {
    const { barriers, compounds } = this.state.measured.prepared
    const length = Math.hypot(bx - ax, by - ay)
    const { x, y } = this
    const isCrossed = this.grid.some(
      Math.min(ax, bx),
      Math.min(ay, by),
      Math.max(ax, bx),
      Math.max(ay, by),
      (v) => {
        const t = crossingFraction(ax, ay, bx, by, x[v], y[v], x[v + 1], y[v + 1])
        return t !== null && t * length > END_M && (1 - t) * length > END_M
      },
    )
    if (isCrossed) return false
    if (barriers !== null && !barriers.isFree(ax, ay, bx, by, { zone })) return false
    return zone < 0 || !this.crossesRings(ax, ay, bx, by, compounds[zone].rings)
  }

  private crossesRings(
    ax: number,
    ay: number,
    bx: number,
    by: number,
    rings: readonly Float64Array[],
  ): boolean {
    const [minX, minY, maxX, maxY] = boundsOf(rings)
    if (Math.max(ax, bx) < minX || Math.min(ax, bx) > maxX) return false
    if (Math.max(ay, by) < minY || Math.min(ay, by) > maxY) return false
    return rings.some((ring) => {
      for (let i = 0; i + 3 < ring.length; i += 2)
        if (crossingFraction(ax, ay, bx, by, ring[i], ring[i + 1], ring[i + 2], ring[i + 3]) !== null)
          return true
      return false
    })
  }
}
