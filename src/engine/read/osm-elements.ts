import type { Extent } from '../../model/project'
import type { OsmSink } from './decode-osm-block'
import { GrowingColumn } from './growing-column'
import { IdIndex } from './id-index'
import type { Tags } from './osm-keys'

/** One member of a relation. */
export interface OsmMember {
  readonly type: 'node' | 'way' | 'relation'
  readonly id: number
  readonly role: string
}

export interface OsmRelation {
  readonly id: number
  readonly tags: Tags
  readonly members: readonly OsmMember[]
}

/**
 * Elements before anything is interpreted: columns, so that the hundreds of thousands of untagged nodes cost
 * no object. Coordinates are whole units of 1e-7 degree, as OpenStreetMap stores them.
 */
export interface OsmElements {
  /** per node */
  readonly lon7: Int32Array
  readonly lat7: Int32Array
  /** nodes that carry a wanted tag, sorted by id */
  readonly taggedNodes: readonly { readonly id: number; readonly index: number; readonly tags: Tags }[]
  /** per way, sorted by id */
  readonly wayIds: Float64Array
  /** per way and one more: its nodes are wayNodes[wayStart[w]] … wayNodes[wayStart[w + 1] − 1] */
  readonly wayStart: Int32Array
  /** index of a node; −1: the file does not have it */
  readonly wayNodes: Int32Array
  readonly wayTags: readonly (Tags | null)[]
  readonly wayIndex: IdIndex
  /** sorted by id */
  readonly relations: readonly OsmRelation[]
}

/** What every OpenStreetMap format is read into: a whole file. */
export interface OsmContent extends OsmElements {
  /** per node */
  readonly nodeIds: Float64Array
  /** nodes, ways and relations in the file */
  readonly count: number
  readonly extent?: Extent
  /** ISO date of the data, when the file says it */
  readonly dataDate?: string
  /** what the source itself says is missing: the remark of an Overpass query that ran out of time */
  readonly remark?: string
}

/** Collects the elements of a file in any order. */
export class OsmBuilder implements OsmSink {
  readonly wants = { node: true, way: true, relation: true }
  extent: Extent | undefined
  dataDate: string | undefined
  remark: string | undefined
  /** elements so far */
  count = 0
  #nodeCount = 0
  #nodeIds = new Float64Array(1024)
  #lon7 = new Int32Array(1024)
  #lat7 = new Int32Array(1024)
  readonly #taggedIds: number[] = []
  readonly #nodeTags: Tags[] = []
  readonly #wayIds = GrowingColumn.float64()
  readonly #wayStart = GrowingColumn.int32()
  readonly #wayRefs = GrowingColumn.float64()
  readonly #wayTags: (Tags | null)[] = []
  readonly #relations: OsmRelation[] = []

  /** A node in units of 1e-7 degree; `tags` null when none is wanted. */
  addNode(id: number, lon7: number, lat7: number, tags: Tags | null): void {
    this.count++
    const n = this.#nodeCount++
    if (n === this.#nodeIds.length) this.#growNodes()
    this.#nodeIds[n] = id
    this.#lon7[n] = lon7
    this.#lat7[n] = lat7
    if (tags !== null) this.addNodeTags(id, tags)
  }

  /** The tags of a node that is here, or comes, without any. */
  addNodeTags(id: number, tags: Tags): void {
    this.#taggedIds.push(id)
    this.#nodeTags.push(tags)
  }

  /** The three columns grow together: one check per node, not three. */
  #growNodes(): void {
    const size = this.#nodeCount * 2
    const ids = new Float64Array(size)
    const lon7 = new Int32Array(size)
    const lat7 = new Int32Array(size)
    ids.set(this.#nodeIds)
    lon7.set(this.#lon7)
    lat7.set(this.#lat7)
    this.#nodeIds = ids
    this.#lon7 = lon7
    this.#lat7 = lat7
  }

  /** A way starts; its nodes follow through `addWayNode`. */
  addWay(id: number, tags: Tags | null): void {
    this.count++
    this.#wayIds.push(id)
    this.#wayStart.push(this.#wayRefs.length)
    this.#wayTags.push(tags)
  }

  addWayNode(nodeId: number): void {
    this.#wayRefs.push(nodeId)
  }

  addRelation(relation: OsmRelation): void {
    this.count++
    this.#relations.push(relation)
  }

  /** All elements, ways and relations sorted by id, references resolved to positions. */
  finish(): OsmContent {
    const nodeIds = this.#nodeIds.subarray(0, this.#nodeCount)
    const nodeIndex = new IdIndex(nodeIds, nodeIds.length)
    // of versions of one element the last one counts
    const tagsById = new Map<number, Tags>()
    this.#taggedIds.forEach((id, i) => tagsById.set(id, this.#nodeTags[i]))
    const taggedNodes = [...tagsById]
      .map(([id, tags]) => ({ id, index: nodeIndex.find(id), tags }))
      .sort((a, b) => a.id - b.id)
    const relations = [...new Map(this.#relations.map((r) => [r.id, r])).values()].sort((a, b) => a.id - b.id)
    return {
      nodeIds,
      lon7: this.#lon7.subarray(0, this.#nodeCount),
      lat7: this.#lat7.subarray(0, this.#nodeCount),
      taggedNodes,
      ...this.#finishWays(nodeIds, nodeIndex),
      relations,
      count: this.count,
      ...(this.extent === undefined ? {} : { extent: this.extent }),
      ...(this.dataDate === undefined ? {} : { dataDate: this.dataDate }),
      ...(this.remark === undefined ? {} : { remark: this.remark }),
    }
  }

  #finishWays(
    nodeIds: Float64Array,
    nodeIndex: IdIndex,
  ): Pick<OsmElements, 'wayIds' | 'wayStart' | 'wayNodes' | 'wayTags' | 'wayIndex'> {
    const isUnique = nodeIndex.isAscending
    const ids = this.#wayIds.view()
    const starts = this.#wayStart.view()
    const refs = this.#wayRefs.view()
    const inFile = new IdIndex(ids, ids.length)
    const order: number[] = []
    let isSorted = true
    for (let w = 0; w < ids.length; w++) {
      if (w > 0 && ids[w] <= ids[w - 1]) isSorted = false
      if (inFile.find(ids[w]) === w) order.push(w)
    }
    // files of whole regions come sorted
    if (!isSorted) order.sort((a, b) => ids[a] - ids[b])

    const wayIds = new Float64Array(order.length)
    for (let i = 0; i < order.length; i++) wayIds[i] = ids[order[i]]
    const wayStart = new Int32Array(order.length + 1)
    const wayNodes = new Int32Array(refs.length)
    let filled = 0
    let node = -1
    order.forEach((w, i) => {
      wayStart[i] = filled
      const end = w + 1 < ids.length ? starts[w + 1] : refs.length
      for (let r = starts[w]; r < end; r++) {
        // nodes drawn in one go stand one after the other
        node = nodeIds[node + 1] === refs[r] && isUnique ? node + 1 : nodeIndex.find(refs[r])
        wayNodes[filled++] = node
      }
    })
    wayStart[order.length] = filled
    return {
      wayIds,
      wayStart,
      wayNodes: wayNodes.subarray(0, filled),
      wayTags: order.map((w) => this.#wayTags[w]),
      wayIndex: isSorted ? inFile : new IdIndex(wayIds, wayIds.length),
    }
  }
}
