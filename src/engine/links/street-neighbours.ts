import { clampedFoot } from '../geometry/rings'
import { SegmentGrid } from '../geometry/segment-grid'
import type { WalkNetwork } from '../network/walk-network'

/** A place on a street, metres in the frame. */
export interface StreetPlace {
  /** fraction along the edge */
  readonly at: number
  readonly x: number
  readonly y: number
}

/** The place of another street nearest to one, and how far it is. */
export interface StreetFoot extends StreetPlace {
  readonly edge: number
  readonly d: number
}

// a network never changes, and a plan of many communities asks about the same one community by community
const known = new WeakMap<WalkNetwork, StreetNeighbours>()

/** The streets of a network, to be asked which lie near each other; made once. */
export function streetNeighbours(network: WalkNetwork): StreetNeighbours {
  const before = known.get(network)
  if (before !== undefined) return before
  const neighbours = new StreetNeighbours(network)
  known.set(network, neighbours)
  return neighbours
}

/** Streets of the same ground that lie near each other. */
export class StreetNeighbours {
  private readonly network: WalkNetwork
  private readonly grid: SegmentGrid
  /** edge of each vertex, and metres from its edge's beginning */
  private readonly edgeOf: Int32Array
  private readonly along: Float64Array

  constructor(network: WalkNetwork) {
    this.network = network
    const { shapeStart, shapeEnd, shapeX, shapeY, homeEdgeCount: count } = network
    this.grid = new SegmentGrid({ count, start: shapeStart, end: shapeEnd, x: shapeX, y: shapeY })
    this.edgeOf = new Int32Array(shapeX.length)
    this.along = new Float64Array(shapeX.length)
    for (let e = 0; e < count; e++)
      for (let v = shapeStart[e]; v < shapeEnd[e]; v++) {
        this.edgeOf[v] = e
        if (v > shapeStart[e])
          this.along[v] = this.along[v - 1] + Math.hypot(shapeX[v] - shapeX[v - 1], shapeY[v] - shapeY[v - 1])
      }
  }

  /** Whether a path may begin on an edge: a street on the ground, no stairs, not the way to a gate. */
  canJoin(edge: number): boolean {
    const { edgeIsRaised, edgeStreet, edgeIsSteps, edgeState } = this.network
    if (edgeState !== null && edgeState[edge] !== 0) return false
    return edgeIsRaised[edge] === 0 && edgeStreet[edge] >= 0 && edgeIsSteps[edge] === 0
  }

  /** Marks, at 1, every edge of which a piece may lie within a box, metres of the frame. */
  markWithin(minX: number, minY: number, maxX: number, maxY: number, marks: Uint8Array): void {
    this.grid.some(minX, minY, maxX, maxY, (v) => {
      marks[this.edgeOf[v]] = 1
      return false
    })
  }

  /** Both ends of an edge, and places between them at most so far apart. */
  placesAlong(edge: number, step_m: number): StreetPlace[] {
    const { shapeStart, shapeEnd, shapeX, shapeY } = this.network
    const [first, last] = [shapeStart[edge], shapeEnd[edge] - 1]
    const length = this.along[last]
    if (length === 0) return []
    const steps = Math.max(1, Math.ceil(length / step_m))
    let v = first
    return Array.from({ length: steps + 1 }, (_, k) => {
      const walked = (length * k) / steps
      while (v + 1 < last && this.along[v + 1] <= walked) v++
      const piece = this.along[v + 1] - this.along[v]
      const t = piece === 0 ? 0 : Math.min(1, (walked - this.along[v]) / piece)
      return {
        at: k / steps,
        x: shapeX[v] + t * (shapeX[v + 1] - shapeX[v]),
        y: shapeY[v] + t * (shapeY[v + 1] - shapeY[v]),
      }
    })
  }

  /** Metres between places of two edges by a corner they share; Infinity: they share none, or one is one-way. */
  walkByCorner(edge: number, at: number, foot: StreetFoot): number {
    const { edgeFrom, edgeTo, edgeIsOneway } = this.network
    let best = Infinity
    if (edgeIsOneway[edge] + edgeIsOneway[foot.edge] > 0) return best
    const [length, other] = [this.lengthOf(edge), this.lengthOf(foot.edge)]
    for (const [corner, walked] of [
      [edgeFrom[edge], at * length],
      [edgeTo[edge], (1 - at) * length],
    ]) {
      if (edgeFrom[foot.edge] === corner) best = Math.min(best, walked + foot.at * other)
      if (edgeTo[foot.edge] === corner) best = Math.min(best, walked + (1 - foot.at) * other)
    }
    return best
  }

  private lengthOf(edge: number): number {
    return this.along[this.network.shapeEnd[edge] - 1]
  }

  /** The nearest place of every other edge of the same zone within a distance, in the order of edges. */
  nearestOnOthers(edge: number, x: number, y: number, reach_m: number): StreetFoot[] {
    const { shapeX, shapeY, edgeZone, shapeEnd } = this.network
    const best = new Map<number, StreetFoot & { readonly v: number }>()
    this.grid.some(x - reach_m, y - reach_m, x + reach_m, y + reach_m, (v) => {
      const other = this.edgeOf[v]
      if (other === edge || edgeZone[other] !== edgeZone[edge] || !this.canJoin(other)) return false
      const t = clampedFoot(x, y, shapeX[v], shapeY[v], shapeX[v + 1], shapeY[v + 1])
      const [px, py] = [
        shapeX[v] + t * (shapeX[v + 1] - shapeX[v]),
        shapeY[v] + t * (shapeY[v + 1] - shapeY[v]),
      ]
      const d = Math.hypot(px - x, py - y)
      const known = best.get(other)
      // of equally near pieces of an edge the first
      if (d > reach_m || (known !== undefined && (known.d < d || (known.d === d && known.v <= v))))
        return false
      const length = this.along[shapeEnd[other] - 1]
      const walked = this.along[v] + t * (this.along[v + 1] - this.along[v])
      best.set(other, { edge: other, at: length === 0 ? 0 : walked / length, x: px, y: py, d, v })
      return false
    })
    return [...best.values()].sort((p, q) => p.edge - q.edge)
  }
}
