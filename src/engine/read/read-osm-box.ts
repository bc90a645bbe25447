import { type DegreeBox, meetBoxes } from '../geometry/degree-box'
import type { Run } from '../run'
import type { ByteSource } from './byte-source'
import type { OsmSink } from './decode-osm-block'
import { GrowingColumn } from './growing-column'
import { IdIndex } from './id-index'
import type { Inflate } from './inflate'
import { NodeColumns } from './node-columns'
import { OsmBuilder } from './osm-elements'
import type { OsmContent, OsmRelation } from './osm-elements'
import type { Tags } from './osm-keys'
import { NoSink, PbfPasses } from './pbf-passes'

/** Units of OpenStreetMap coordinates in a degree. */
const UNITS = 1e7

/**
 * Reads of an OSM PBF what meets a box: every way and relation whose own box meets it, whole, and the tagged
 * points in it. So an area that lies all around the box comes in too. The file is gone through four times:
 * for the coordinates of all nodes (16 bytes each, the most that is ever in memory), for the boxes of ways
 * and relations, for the nodes of those wanted, and for their tags.
 *
 * What comes in is as in the whole file, but for one thing: a walked square that reaches beyond the box may
 * lack streets that meet it out there.
 */
export async function readOsmBox(
  source: ByteSource,
  inflate: Inflate,
  box: DegreeBox,
  run: Run,
): Promise<OsmContent> {
  const passes = new PbfPasses(source, inflate, run)
  const builder = new OsmBuilder()
  const nodes = new NodeColumns(source.size)
  await passes.pass(nodes, { header: builder })
  nodes.finish()
  // beyond the box nothing is complete: that is where the data end
  builder.extent = builder.extent === undefined ? box : meetBoxes(box, builder.extent)
  const chosen = new ElementChoice(nodes, box)
  await passes.pass(chosen)
  chosen.finish()
  const marker = new NodeMarker(nodes, chosen)
  await passes.pass(marker)
  marker.isNeeded.forEach((isNeeded, n) => {
    if (isNeeded === 1) builder.addNode(nodes.ids[n], nodes.lon7[n], nodes.lat7[n], null)
  })
  await passes.pass(new ChosenElements(nodes, marker, chosen, box, builder))
  return builder.finish()
}

/** Second pass: the box of every way, and which ways and relations meet the wanted box. */
class ElementChoice extends NoSink {
  override readonly wants = { node: false, way: true, relation: true }
  readonly #nodes: NodeColumns
  /** west, south, east, north in units */
  readonly #box: readonly number[]
  readonly #wayIds = GrowingColumn.float64()
  /** four per way */
  readonly #wayBoxes = GrowingColumn.int32()
  readonly #relations: OsmRelation[] = []
  #open: [number, number, number, number] | null = null
  readonly ways = new Set<number>()
  readonly relations = new Set<number>()

  constructor(nodes: NodeColumns, box: DegreeBox) {
    super()
    this.#nodes = nodes
    this.#box = box.map((degrees) => degrees * UNITS)
  }

  override addWay(id: number): void {
    this.#closeWay()
    this.#wayIds.push(id)
    this.#open = [0x7fffffff, 0x7fffffff, -0x80000000, -0x80000000]
  }

  override addWayNode(nodeId: number): void {
    const at = this.#nodes.index.find(nodeId)
    if (at === -1 || this.#open === null) return
    const lon = this.#nodes.lon7[at]
    const lat = this.#nodes.lat7[at]
    if (lon < this.#open[0]) this.#open[0] = lon
    if (lat < this.#open[1]) this.#open[1] = lat
    if (lon > this.#open[2]) this.#open[2] = lon
    if (lat > this.#open[3]) this.#open[3] = lat
  }

  #closeWay(): void {
    if (this.#open === null) return
    for (const side of this.#open) this.#wayBoxes.push(side)
    this.#open = null
  }

  override addRelation(relation: OsmRelation): void {
    const { type } = relation.tags
    if (type === 'multipolygon' || type === 'boundary') this.#relations.push(relation)
  }

  finish(): void {
    this.#closeWay()
    const ids = this.#wayIds.view()
    const boxes = this.#wayBoxes.view()
    const index = new IdIndex(ids, ids.length)
    for (let w = 0; w < ids.length; w++)
      if (this.#meets(boxes[4 * w], boxes[4 * w + 1], boxes[4 * w + 2], boxes[4 * w + 3]))
        this.ways.add(ids[w])
    for (const { id, members } of this.#relations) {
      let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
      for (const member of members) {
        const w = member.type === 'way' ? index.find(member.id) : -1
        if (w === -1) continue
        west = Math.min(west, boxes[4 * w])
        south = Math.min(south, boxes[4 * w + 1])
        east = Math.max(east, boxes[4 * w + 2])
        north = Math.max(north, boxes[4 * w + 3])
      }
      if (!this.#meets(west, south, east, north)) continue
      this.relations.add(id)
      for (const member of members) if (member.type === 'way') this.ways.add(member.id)
    }
    this.#relations.length = 0
  }

  #meets(west: number, south: number, east: number, north: number): boolean {
    const box = this.#box
    return west <= box[2] && east >= box[0] && south <= box[3] && north >= box[1]
  }
}

/** Third pass: the nodes of the wanted ways. */
class NodeMarker extends NoSink {
  override readonly wants = { node: false, way: true, relation: false }
  readonly #nodes: NodeColumns
  readonly #chosen: ElementChoice
  #isOpen = false
  /** 1: a vertex of something wanted. One per node */
  readonly isNeeded: Uint8Array

  constructor(nodes: NodeColumns, chosen: ElementChoice) {
    super()
    this.#nodes = nodes
    this.#chosen = chosen
    this.isNeeded = new Uint8Array(nodes.ids.length)
  }

  override addWay(id: number): void {
    this.#isOpen = this.#chosen.ways.has(id)
  }

  override addWayNode(nodeId: number): void {
    const at = this.#isOpen ? this.#nodes.index.find(nodeId) : -1
    if (at !== -1) this.isNeeded[at] = 1
  }
}

/** Fourth pass: the wanted elements with their tags. Nodes without any are there already. */
class ChosenElements implements OsmSink {
  readonly wants = { node: true, way: true, relation: true }
  readonly #nodes: NodeColumns
  readonly #marker: NodeMarker
  readonly #chosen: ElementChoice
  readonly #box: DegreeBox
  readonly #builder: OsmBuilder
  #isOpen = false

  constructor(
    nodes: NodeColumns,
    marker: NodeMarker,
    chosen: ElementChoice,
    box: DegreeBox,
    builder: OsmBuilder,
  ) {
    this.#nodes = nodes
    this.#marker = marker
    this.#chosen = chosen
    this.#box = box
    this.#builder = builder
  }

  addNode(id: number, lon7: number, lat7: number, tags: Tags | null): void {
    if (tags === null) return
    const [west, south, east, north] = this.#box
    const isInBox =
      lon7 >= west * UNITS && lon7 <= east * UNITS && lat7 >= south * UNITS && lat7 <= north * UNITS
    const at = this.#nodes.index.find(id)
    if (at !== -1 && this.#marker.isNeeded[at] === 1) this.#builder.addNodeTags(id, tags)
    else if (isInBox) this.#builder.addNode(id, lon7, lat7, tags)
  }

  addWay(id: number, tags: Tags | null): void {
    this.#isOpen = this.#chosen.ways.has(id)
    if (this.#isOpen) this.#builder.addWay(id, tags)
  }

  addWayNode(nodeId: number): void {
    if (this.#isOpen) this.#builder.addWayNode(nodeId)
  }

  addRelation(relation: OsmRelation): void {
    if (this.#chosen.relations.has(relation.id)) this.#builder.addRelation(relation)
  }
}
