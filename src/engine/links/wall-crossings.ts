import { distanceToRings } from '../geometry/rings'
import type { Compound } from '../network/compounds'
import type { ExplainContext } from '../explain/class-state'

/** Ways over a street that both walls cut are at most this long, metres: the walls' distance, at a slant. */
const OVER_M = 20
/** Streets are cut this near to the edge, metres. */
const EDGE_M = 1

/** A place where a wall cuts a street: a node inside, and what lies outside at the same place. */
interface Cut {
  readonly x: number
  readonly y: number
  readonly inside: number
  /** nodes of other zones at the place, public ones too */
  readonly outside: readonly number[]
}

/** A street that runs from one compound into another and is cut by the walls of both. */
export interface CutThrough {
  readonly a: Cut
  readonly b: Cut
  /** metres between the two cuts */
  readonly length_m: number
}

/** Places where the walls of compounds cut streets. */
export class WallCrossings {
  private readonly context: ExplainContext
  private readonly cuts = new Map<number, readonly Cut[]>()
  private readonly nodesAt = new Map<string, number[]>()
  private readonly met: ReadonlySet<number>

  constructor(context: ExplainContext) {
    this.context = context
    const { network, base } = context
    this.met = new Set(base.meetings.flatMap(({ a, b }) => [a, b]))
    const isSeveral = new Set<string>()
    for (let node = 0; node < network.homeNodeCount; node++) {
      const key = `${network.nodeX[node]} ${network.nodeY[node]}`
      const list = this.nodesAt.get(key)
      if (list === undefined) this.nodesAt.set(key, [node])
      else {
        list.push(node)
        isSeveral.add(key)
      }
    }
    for (const key of this.nodesAt.keys()) if (!isSeveral.has(key)) this.nodesAt.delete(key)
  }

  /** Where streets are cut by a compound's wall and no gate stands. */
  of({ zone, bounds, rings }: Compound): readonly Cut[] {
    let cuts = this.cuts.get(zone)
    if (cuts === undefined) {
      const { nodeX, nodeY, nodeZone } = this.context.network
      const [west, south, east, north] = bounds
      cuts = [...this.nodesAt.values()].flatMap((nodes): Cut[] => {
        const [x, y] = [nodeX[nodes[0]], nodeY[nodes[0]]]
        if (x < west - EDGE_M || x > east + EDGE_M || y < south - EDGE_M || y > north + EDGE_M) return []
        const inside = nodes.find((node) => nodeZone[node] === zone && !this.met.has(node))
        // where a compound lies in another one, streets are cut by the inner one's wall
        if (inside === undefined || distanceToRings(rings, x, y) > EDGE_M) return []
        return [{ x, y, inside, outside: nodes.filter((node) => nodeZone[node] !== zone) }]
      })
      this.cuts.set(zone, cuts)
    }
    return cuts
  }

  /** Streets that the walls of both of two compounds cut, one after the other. */
  between(a: Compound, b: Compound): CutThrough[] {
    const { network } = this.context
    const found: CutThrough[] = []
    const far = this.of(b)
    if (far.length === 0) return found
    for (const cut of this.of(a))
      for (const other of far) {
        if (Math.hypot(cut.x - other.x, cut.y - other.y) > OVER_M) continue
        if (cut.outside.includes(other.inside)) found.push({ a: cut, b: other, length_m: 0 })
        else {
          const edge = this.edgeBetween(cut.outside, other.outside)
          if (edge >= 0) found.push({ a: cut, b: other, length_m: network.edgeLength_mm[edge] / 1000 })
        }
      }
    return found
  }

  /** A public piece of street between nodes at two places; −1: none. */
  private edgeBetween(from: readonly number[], to: readonly number[]): number {
    const { edgeFrom, edgeTo, edgeZone, edgeState, edgeLength_mm, homeEdgeCount } = this.context.network
    for (let edge = 0; edge < homeEdgeCount; edge++) {
      if (edgeZone[edge] >= 0 || edgeLength_mm[edge] > OVER_M * 1000) continue
      if (edgeState !== null && edgeState[edge] !== 0) continue
      const [p, q] = [edgeFrom[edge], edgeTo[edge]]
      if ((from.includes(p) && to.includes(q)) || (from.includes(q) && to.includes(p))) return edge
    }
    return -1
  }
}
