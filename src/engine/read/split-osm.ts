import type { Run } from '../run'
import { assembleLayers } from './assemble-osm'
import type { OsmLayers } from './assemble-osm'
import { ByteWriter } from './byte-writer'
import type { ByteSource } from './byte-source'
import type { OsmSink } from './decode-osm-block'
import { ElementColumns } from './element-columns'
import { traitsOf } from './element-traits'
import { GrowingColumn } from './growing-column'
import type { Inflate } from './inflate'
import { NodeColumns } from './node-columns'
import { OsmBuilder } from './osm-elements'
import type { OsmRelation } from './osm-elements'
import type { Tags } from './osm-keys'
import { NoSink, PbfPasses } from './pbf-passes'
import { PieceReach } from './piece-reach'
import { readPiece, writeNode, writeRelation, writeWay } from './piece-records'
import { PieceTree } from './piece-tree'
import { type Scratch, ScratchStream } from './scratch'

/** A large OSM PBF in pieces small enough to be assembled one by one. */
export interface OsmPieces {
  readonly count: number
  /**
   * The layers of one piece, complete but for records that another piece owns: all pieces together have every
   * record once, just as it comes out of the whole file.
   */
  assemble(piece: number, run: Run): Promise<OsmLayers>
  /** extent and date, if the header has them */
  readonly header: Pick<OsmBuilder, 'extent' | 'dataDate'>
  /** nodes, ways and relations in the file */
  readonly features: number
}

/**
 * Distributes the elements of an OSM PBF over pieces of about so many nodes, through a scratch file. The file
 * is gone through four times: for the coordinates of all nodes (16 bytes each, by far the most that is in
 * memory), for the boxes of ways and relations, for these themselves, and for the tags of nodes.
 */
export async function splitOsm(
  source: ByteSource,
  inflate: Inflate,
  scratch: Scratch,
  nodesPerPiece: number,
  run: Run,
): Promise<OsmPieces> {
  const passes = new PbfPasses(source, inflate, run)
  const header = new OsmBuilder()
  const nodes = new NodeColumns(source.size)
  await passes.pass(nodes, { header })
  nodes.finish()
  const elements = new ElementColumns(nodes)
  await passes.pass(elements)
  elements.finish()

  const tree = new PieceTree(nodes.lon7, nodes.lat7, nodesPerPiece)
  const reach = new PieceReach(tree, elements)
  const streams = tree.boxes.map(() => new ScratchStream(scratch))
  const flush = async (isLast: boolean): Promise<void> => {
    for (const stream of streams) await stream.flush(isLast)
  }
  const afterBlock = (): Promise<void> => flush(false)
  const ways = new WayDistribution(nodes, elements, tree, reach, streams)
  await passes.pass(ways, { afterBlock })
  ways.finish()
  await passes.pass(new NodeDistribution(nodes, tree, reach, ways.strays, streams), { afterBlock })
  await flush(true)

  const { lon7, lat7 } = nodes
  return {
    count: streams.length,
    header,
    features: nodes.ids.length + elements.count,
    assemble: async (piece, pieceRun) => {
      const { elements: here, owned } = readPiece(await streams[piece].readAll(), lon7, lat7)
      return keepOwned(await assembleLayers(here, pieceRun), owned)
    },
  }
}

function keepOwned({ layers, issues }: OsmLayers, owned: ReadonlySet<string>): OsmLayers {
  // w123/link/1 belongs to w123
  const isOwned = ({ id = '' }: { readonly id?: string }): boolean => owned.has(id.split('/', 1)[0])
  const kept = Object.entries(layers).map(([layer, groups]) => [
    layer,
    groups.map((group) => group.filter(isOwned)),
  ])
  return {
    // each layer's groups were filtered, and stay of its type
    layers: Object.fromEntries(kept) as OsmLayers['layers'],
    issues: issues.map((group) => group.filter(isOwned)),
  }
}

/** A node's place and a piece as one number; pieces are fewer than this. */
const PIECES = 2 ** 20

/** Third pass: ways and relations to their pieces. */
class WayDistribution extends NoSink {
  override readonly wants = { node: false, way: true, relation: true }
  readonly #nodes: NodeColumns
  readonly #elements: ElementColumns
  readonly #tree: PieceTree
  readonly #reach: PieceReach
  readonly #streams: readonly ScratchStream[]
  /** pieces a way is in only because a relation of it is */
  readonly #more = new Map<number, Set<number>>()
  readonly #record = new ByteWriter()
  readonly #strays = GrowingColumn.float64()
  #nextWay = 0
  #open: { readonly id: number; readonly tags: Tags | null; readonly refs: number[] } | null = null
  /** nodes that are in a piece they do not lie in: place × PIECES + piece, ascending */
  strays = new Float64Array(0)

  constructor(
    nodes: NodeColumns,
    elements: ElementColumns,
    tree: PieceTree,
    reach: PieceReach,
    streams: readonly ScratchStream[],
  ) {
    super()
    this.#nodes = nodes
    this.#elements = elements
    this.#tree = tree
    this.#reach = reach
    this.#streams = streams
    for (const { relation, ways, box, traits, memberTraits } of elements.relations) {
      const pieces = reach.piecesOf(box, traits | memberTraits)
      const owner = reach.ownerOf(box)
      for (const piece of pieces) writeRelation(streams[piece].writer, relation, piece === owner)
      for (const way of ways) {
        // in a single piece there is nothing to add, as its ways are there too; but for one without nodes
        if (pieces.length === 1 && elements.boxOf(way)[0] <= elements.boxOf(way)[2]) continue
        const there = this.#more.get(way)
        if (there === undefined) this.#more.set(way, new Set(pieces))
        else for (const piece of pieces) there.add(piece)
      }
    }
  }

  override addWay(id: number, tags: Tags | null): void {
    this.#closeWay()
    this.#open = { id, tags, refs: [] }
  }

  override addWayNode(nodeId: number): void {
    this.#open?.refs.push(this.#nodes.index.find(nodeId))
  }

  #closeWay(): void {
    if (this.#open === null) return
    const { id, tags, refs } = this.#open
    this.#open = null
    const way = this.#nextWay++
    if (!this.#elements.isLastVersion(way)) return
    const box = this.#elements.boxOf(way)
    const pieces = new Set(this.#reach.piecesOf(box, this.#elements.traitsOf(way)))
    for (const piece of this.#more.get(way) ?? []) pieces.add(piece)
    const owner = this.#reach.ownerOf(box)
    for (const piece of pieces) {
      this.#record.clear()
      writeWay(this.#record, id, piece === owner, refs, tags)
      this.#streams[piece].writer.bytes(this.#record.peek())
    }
    if (pieces.size === 1) return
    for (const node of refs) {
      if (node === -1) continue
      const home = this.#tree.find(this.#nodes.lon7[node], this.#nodes.lat7[node])
      for (const piece of pieces) if (piece !== home) this.#strays.push(node * PIECES + piece)
    }
  }

  finish(): void {
    this.#closeWay()
    this.strays = this.#strays.view().slice().sort()
  }
}

/** Fourth pass: nodes with tags to the piece they lie in, to those that ask for them, and to their ways. */
class NodeDistribution implements OsmSink {
  readonly wants = { node: true, way: false, relation: false }
  readonly #nodes: NodeColumns
  readonly #tree: PieceTree
  readonly #reach: PieceReach
  readonly #strays: Float64Array
  readonly #streams: readonly ScratchStream[]

  constructor(
    nodes: NodeColumns,
    tree: PieceTree,
    reach: PieceReach,
    strays: Float64Array,
    streams: readonly ScratchStream[],
  ) {
    this.#nodes = nodes
    this.#tree = tree
    this.#reach = reach
    this.#strays = strays
    this.#streams = streams
  }

  addNode(id: number, _lon7: number, _lat7: number, tags: Tags | null): void {
    if (tags === null) return
    // of versions of one node the last one says where it is
    const index = this.#nodes.index.find(id)
    const lon = this.#nodes.lon7[index]
    const lat = this.#nodes.lat7[index]
    const home = this.#tree.find(lon, lat)
    const pieces = new Set(this.#reach.piecesOf([lon, lat, lon, lat], traitsOf(tags)))
    const from = index * PIECES
    for (let i = firstFrom(this.#strays, from); this.#strays[i] < from + PIECES; i++)
      pieces.add(this.#strays[i] - from)
    for (const piece of pieces) writeNode(this.#streams[piece].writer, id, piece === home, index, tags)
  }

  addWay(_id: number, _tags: Tags | null): void {}
  addWayNode(_nodeId: number): void {}
  addRelation(_relation: OsmRelation): void {}
}

/** The first place in a sorted list with a value of at least this. */
function firstFrom(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle] < value) low = middle + 1
    else high = middle
  }
  return low
}
