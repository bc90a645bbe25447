import type { Finding } from '../../model/finding'
import type { Issue } from '../../model/issue'
import type { Street } from '../../model/layers'
import type { LonLat } from '../../model/units'
import { roundDegrees } from '../geometry/local-frame'
import { SegmentGrid } from '../geometry/segment-grid'
import { zoneAt } from '../network/compounds'
import { LocalWalks } from './local-walks'
import type { PlaceContext } from '../places/place-context'
import type { PlacedFacilities } from '../places/place-facilities'
import type { PlacedPeople } from '../places/place-people'

/** What is examined: a project on its network, with its people and facilities placed. */
export interface Examined extends PlaceContext {
  readonly people: PlacedPeople
  readonly facilities: PlacedFacilities
  readonly issues: readonly Issue[]
}

/** One kind of finding looked for; a new one is a file here and a line in `examine.ts`. */
export type Check = (patient: Patient) => readonly Finding[]

/** The examined project with what several checks ask of it. Made once for a check-up, never changed. */
export class Patient {
  readonly examined: Examined
  /** pieces of home edges by place */
  readonly grid: SegmentGrid
  /** edge of each vertex of the shape columns, home edges only */
  readonly edgeOf: Int32Array
  /** ends of home edges, passages and turns at each node, up to 255 */
  readonly degree: Uint8Array
  /** some home edge at each node: the only one where the degree is 1 */
  readonly edgeAt: Int32Array
  private localWalks: LocalWalks | null = null

  constructor(examined: Examined) {
    this.examined = examined
    const { network } = examined
    const { homeEdgeCount: count, shapeStart: start, shapeEnd: end, shapeX: x, shapeY: y } = network
    this.grid = new SegmentGrid({ count, start, end, x, y })
    this.edgeOf = new Int32Array(x.length)
    this.degree = new Uint8Array(network.nodeCount)
    this.edgeAt = new Int32Array(network.nodeCount).fill(-1)
    for (let e = 0; e < count; e++) {
      this.edgeOf.fill(e, start[e], end[e])
      for (const node of [network.edgeFrom[e], network.edgeTo[e]]) {
        this.meet(node)
        this.edgeAt[node] = e
      }
    }
    for (let p = 0; p < network.portalCount; p++) this.meet(network.portalFrom[p])
    for (let t = 0; t < network.turnCount; t++) this.meet(network.turnTo[t])
  }

  private meet(node: number): void {
    if (this.degree[node] < 255) this.degree[node]++
  }

  /** Short walks, to see whether a gap matters. */
  get walks(): LocalWalks {
    this.localWalks ??= new LocalWalks(this.examined.network)
    return this.localWalks
  }

  /** Metres from the start of an edge to a fraction of one of its pieces. */
  alongOf(edge: number, vertex: number, fraction: number): number {
    const { shapeStart, shapeX, shapeY } = this.examined.network
    let along = 0
    for (let v = shapeStart[edge]; v <= vertex; v++) {
      const length = Math.hypot(shapeX[v + 1] - shapeX[v], shapeY[v + 1] - shapeY[v])
      along += v === vertex ? fraction * length : length
    }
    return along
  }

  /** The street of an edge; undefined: a gate's connector. */
  streetOf(edge: number): Street | undefined {
    const street = this.examined.network.edgeStreet[edge]
    return street < 0 ? undefined : this.examined.project.layers.streets[street]
  }

  /** The connected part an edge belongs to, 0 the longest. */
  partOf(edge: number): number {
    const { nodeComponent, edgeFrom } = this.examined.network
    return nodeComponent[edgeFrom[edge]]
  }

  /** A place of the frame as a coordinate of the data, at seven decimals. */
  lonLat(x: number, y: number): LonLat {
    const { frame } = this.examined.network
    return [roundDegrees(frame.lon(x)), roundDegrees(frame.lat(y))]
  }

  /** The course of an edge. */
  lineOf(edge: number): LonLat[] {
    const { shapeStart, shapeEnd, shapeX, shapeY } = this.examined.network
    const line: LonLat[] = []
    for (let v = shapeStart[edge]; v < shapeEnd[edge]; v++) line.push(this.lonLat(shapeX[v], shapeY[v]))
    return line
  }

  /**
   * Whether no wall, water, railway, edge or inside of a compound lies between two places of one zone. Streets end
   * where a compound begins: between two of its edges no edge may be seen to be crossed.
   */
  isFree(ax: number, ay: number, bx: number, by: number, zone: number): boolean {
    const { barriers, compounds } = this.examined
    const between = zoneAt(compounds, (ax + bx) / 2, (ay + by) / 2)
    if (between >= 0 && between !== zone) return false
    return barriers === null || barriers.isFree(ax, ay, bx, by, { zone })
  }
}

/** A record as a finding names it. */
export function namedRecord(
  layer: Finding['records'][number]['layer'],
  { id, name }: { readonly id: string; readonly name?: string },
): Finding['records'][number] {
  return name === undefined || name === '' ? { layer, id } : { layer, id, name }
}
