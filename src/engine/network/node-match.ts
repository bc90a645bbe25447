import type { Growth } from './growth'
import { legName, type NamedStreets, placeName } from './name-streets'

/** Which node of the growing network each node laid after is; new ones are added when first asked for. */
export class NodeMatch {
  private readonly growth: Growth
  private readonly before: NamedStreets
  private readonly lift: (edge: number) => number
  private readonly after: NamedStreets
  private readonly ids: Int32Array
  /** by crossroads laid after: 1 where it was not walked so before */
  private readonly isNewCrossroads: Uint8Array
  private loneNodes: ReadonlyMap<string, number> | null = null

  constructor(growth: Growth, before: NamedStreets, lift: (edge: number) => number, after: NamedStreets) {
    this.growth = growth
    this.before = before
    this.lift = lift
    this.after = after
    this.ids = new Int32Array(after.laid.home.nodeCount).fill(-2)
    this.isNewCrossroads = Uint8Array.from(after.crossroads, (name) =>
      before.crossroadsNames.has(name) ? 0 : 1,
    )
  }

  /** Whether a node belongs to a crossroads that was not walked so before. */
  isNew(node: number): boolean {
    const crossroads = this.after.crossroadsOf[node]
    return crossroads >= 0 && this.isNewCrossroads[crossroads] === 1
  }

  /** −1: it was there, and cannot be found. */
  idOf(node: number): number {
    if (this.ids[node] === -2) this.ids[node] = this.match(node)
    return this.ids[node]
  }

  private match(node: number): number {
    const { after, before } = this
    const { home } = after.laid
    if (this.isNew(node)) return this.addWithArrival(node)
    if (after.crossroadsOf[node] >= 0) {
      // an edge's own end is found by its street; where walks arrive, by the edge's end
      for (const end of after.endsAt[node]) {
        const street = home.edgeStreet[end >> 1]
        const leg = this.legOf(end, street)
        if (leg !== undefined) return this.liftNode(leg)
      }
      throw new Error(`node ${node} of a crossroads ends no street`)
    }
    const was = before.nodeAt.get(placeName(home, node))
    return was === undefined ? this.add(node, true) : this.liftNode(was)
  }

  private legOf(end: number, street: number): number | undefined {
    const { after, before } = this
    const id = after.idOfStreet(street)
    return before.legOf.get(legName(after.laid.home, end, id))
  }

  private addWithArrival(node: number): number {
    const { home } = this.after.laid
    const id = this.add(node, false)
    this.ids[node] = id
    const arrival = home.nodeArrival[node]
    if (arrival !== node) this.growth.setArrival(id, this.idOf(arrival))
    return id
  }

  private add(node: number, isJunction: boolean): number {
    const { nodeX, nodeY, nodeZone, nodeIsClip } = this.after.laid.home
    const [x, y, zone] = [nodeX[node], nodeY[node], nodeZone[node]]
    return this.growth.addNode({ x, y, zone, isClip: nodeIsClip[node], isJunction })
  }

  private liftNode(node: number): number {
    for (const end of this.before.endsAt[node]) {
      const edge = this.lift(end >> 1)
      if (edge >= 0) return this.growth.endOf(edge, (end & 1) === 0)
    }
    // the inner side of a gate behind which no street lies
    const { home } = this.growth
    this.loneNodes ??= new Map(Array.from(home.gateNodes, (each) => [placeName(home, each), each]))
    return this.loneNodes.get(placeName(this.before.laid.home, node)) ?? -1
  }
}
