import { isAreaRelation, takesTags } from './collect-areas'
import { traitsOf, traitsOfSome } from './element-traits'
import { GrowingColumn } from './growing-column'
import { IdIndex } from './id-index'
import type { NodeColumns } from './node-columns'
import type { OsmRelation } from './osm-elements'
import type { Tags } from './osm-keys'
import { NoSink } from './pbf-passes'
import type { UnitBox } from './piece-tree'

/** The box of nothing: it meets no other. */
export const NO_BOX: UnitBox = [0x7fffffff, 0x7fffffff, -0x80000000, -0x80000000]

/** A relation that may be an area, with what its members say of it. */
export interface PlacedRelation {
  readonly relation: OsmRelation
  /** positions of its member ways that the file has */
  readonly ways: readonly number[]
  readonly box: UnitBox
  /** what it may turn out to be itself */
  readonly traits: number
  /** and its members, whose tags depend on it */
  readonly memberTraits: number
}

/** Second pass over a large file: where ways and relations lie, and what they may turn out to be. */
export class ElementColumns extends NoSink {
  override readonly wants = { node: false, way: true, relation: true }
  readonly #nodes: NodeColumns
  readonly #wayIds = GrowingColumn.float64()
  /** four per way */
  readonly #wayBoxes = GrowingColumn.int32()
  readonly #wayTraits = GrowingColumn.int32()
  readonly #relations = new Map<number, OsmRelation>()
  readonly #open = { west: 0, south: 0, east: 0, north: 0 }
  #isOpen = false
  /** of all kinds, in the file */
  count = 0
  wayCount = 0
  wayIndex = new IdIndex(new Float64Array(0), 0)
  relations: readonly PlacedRelation[] = []

  constructor(nodes: NodeColumns) {
    super()
    this.#nodes = nodes
  }

  override addWay(id: number, tags: Tags | null): void {
    this.count++
    this.#closeWay()
    this.#wayIds.push(id)
    this.#wayTraits.push(traitsOf(tags))
    ;[this.#open.west, this.#open.south, this.#open.east, this.#open.north] = NO_BOX
    this.#isOpen = true
  }

  override addWayNode(nodeId: number): void {
    const at = this.#nodes.index.find(nodeId)
    if (at === -1) return
    const lon = this.#nodes.lon7[at]
    const lat = this.#nodes.lat7[at]
    const open = this.#open
    if (lon < open.west) open.west = lon
    if (lat < open.south) open.south = lat
    if (lon > open.east) open.east = lon
    if (lat > open.north) open.north = lat
  }

  #closeWay(): void {
    if (!this.#isOpen) return
    const { west, south, east, north } = this.#open
    for (const side of [west, south, east, north]) this.#wayBoxes.push(side)
    this.#isOpen = false
  }

  override addRelation(relation: OsmRelation): void {
    this.count++
    // of versions of one relation the last one counts
    if (isAreaRelation(relation)) this.#relations.set(relation.id, relation)
    else this.#relations.delete(relation.id)
  }

  finish(): void {
    this.#closeWay()
    const ids = this.#wayIds.view()
    this.wayCount = ids.length
    this.wayIndex = new IdIndex(ids, ids.length)
    this.relations = [...this.#relations.values()].map((relation) => this.#place(relation))
    this.#relations.clear()
  }

  #place(relation: OsmRelation): PlacedRelation {
    const ways: number[] = []
    let box = NO_BOX
    let memberTraits = 0
    for (const member of relation.members) {
      const way = member.type === 'way' ? this.wayIndex.find(member.id) : -1
      if (way === -1) continue
      ways.push(way)
      // a way that repeats its relation's tags loses them
      this.#wayTraits.view()[way] = traitsOfSome(this.traitsOf(way))
      box = joinUnits(box, this.boxOf(way))
      memberTraits |= this.traitsOf(way)
    }
    const traits = takesTags(relation) ? memberTraits : traitsOf(relation.tags)
    return { relation, ways, box, traits, memberTraits }
  }

  boxOf(way: number): UnitBox {
    const boxes = this.#wayBoxes.view()
    return [boxes[4 * way], boxes[4 * way + 1], boxes[4 * way + 2], boxes[4 * way + 3]]
  }

  traitsOf(way: number): number {
    return this.#wayTraits.view()[way]
  }

  /** Of versions of one way the last one counts. */
  isLastVersion(way: number): boolean {
    return this.wayIndex.find(this.#wayIds.view()[way]) === way
  }
}

export function joinUnits(a: UnitBox, b: UnitBox): UnitBox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}
