import type { ByteWriter } from './byte-writer'
import { IdIndex } from './id-index'
import type { OsmElements, OsmMember, OsmRelation } from './osm-elements'
import { OSM_KEYS } from './osm-keys'
import type { MutableTags, OsmKey, Tags } from './osm-keys'

/** Elements of one piece on their way through the scratch file, one after the other, little-endian. */
const KIND = { node: 0, way: 1, relation: 2 } as const
const NO_NODE = 0xffffffff

const KEY_NUMBERS = new Map(OSM_KEYS.map((key, i) => [key, i]))

/** A node with tags; `index` its place among all nodes of the file. */
export function writeNode(out: ByteWriter, id: number, isOwned: boolean, index: number, tags: Tags): void {
  writeHead(out, KIND.node, id, isOwned, tags)
  out.u32(index)
}

/** @param nodes places among all nodes of the file; −1: the file does not have it */
export function writeWay(
  out: ByteWriter,
  id: number,
  isOwned: boolean,
  nodes: ArrayLike<number>,
  tags: Tags | null,
): void {
  writeHead(out, KIND.way, id, isOwned, tags ?? {})
  out.u32(nodes.length)
  for (let i = 0; i < nodes.length; i++) out.u32(nodes[i] === -1 ? NO_NODE : nodes[i])
}

/** Ways are all of its members that anybody asks for. */
export function writeRelation(out: ByteWriter, { id, tags, members }: OsmRelation, isOwned: boolean): void {
  writeHead(out, KIND.relation, id, isOwned, tags)
  const ways = members.filter(({ type }) => type === 'way')
  out.u32(ways.length)
  for (const way of ways) {
    out.f64(way.id)
    out.text(way.role)
  }
}

function writeHead(out: ByteWriter, kind: number, id: number, isOwned: boolean, tags: Tags): void {
  out.u8(kind)
  out.u8(isOwned ? 1 : 0)
  out.f64(id)
  const entries = Object.entries(tags) as [OsmKey, string][]
  out.u8(entries.length)
  for (const [key, value] of entries) {
    out.u8(KEY_NUMBERS.get(key) ?? 0)
    out.text(value)
  }
}

/** The elements of a piece, and which of them it owns. */
export interface PieceElements {
  readonly elements: OsmElements
  /** ids as in records: n123, w123, r123 */
  readonly owned: ReadonlySet<string>
}

/** @param lon7 @param lat7 of all nodes of the file */
export function readPiece(bytes: Uint8Array, lon7: Int32Array, lat7: Int32Array): PieceElements {
  const reader = new RecordReader(bytes)
  const owned = new Set<string>()
  const tagged = new Map<number, { index: number; tags: Tags }>()
  const ways: { readonly id: number; readonly tags: Tags | null; readonly nodes: Uint32Array }[] = []
  const relations: OsmRelation[] = []
  while (!reader.isAtEnd) {
    const kind = reader.u8()
    const isOwned = reader.u8() === 1
    const id = reader.f64()
    const tags = reader.tags()
    if (isOwned) owned.add(`${'nwr'[kind]}${id}`)
    // of versions of one node the last one counts
    if (kind === KIND.node) tagged.set(id, { index: reader.u32(), tags: tags ?? {} })
    else if (kind === KIND.way) ways.push({ id, tags, nodes: reader.u32s(reader.u32()) })
    else relations.push({ id, tags: tags ?? {}, members: reader.members(reader.u32()) })
  }
  ways.sort((a, b) => a.id - b.id)
  relations.sort((a, b) => a.id - b.id)

  const numbers = numberNodes(
    ways.map(({ nodes }) => nodes),
    [...tagged.values()].map(({ index }) => index),
  )
  const wayStart = new Int32Array(ways.length + 1)
  ways.forEach(({ nodes }, w) => (wayStart[w + 1] = wayStart[w] + nodes.length))
  const wayNodes = new Int32Array(wayStart[ways.length])
  ways.forEach(({ nodes }, w) => {
    for (let i = 0; i < nodes.length; i++)
      wayNodes[wayStart[w] + i] = nodes[i] === NO_NODE ? -1 : findIn(numbers, nodes[i])
  })
  const wayIds = Float64Array.from(ways, ({ id }) => id)
  return {
    owned,
    elements: {
      lon7: Int32Array.from(numbers, (n) => lon7[n]),
      lat7: Int32Array.from(numbers, (n) => lat7[n]),
      taggedNodes: [...tagged]
        .map(([id, { index, tags }]) => ({ id, index: findIn(numbers, index), tags }))
        .sort((a, b) => a.id - b.id),
      wayIds,
      wayStart,
      wayNodes,
      wayTags: ways.map(({ tags }) => tags),
      wayIndex: new IdIndex(wayIds, wayIds.length),
      relations,
    },
  }
}

/** All nodes in use, each once, in the order of the file. */
function numberNodes(lists: readonly Uint32Array[], more: readonly number[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, list) => sum + list.length, more.length))
  let filled = 0
  for (const list of lists) {
    all.set(list, filled)
    filled += list.length
  }
  all.set(more, filled)
  all.sort()
  let count = 0
  for (let i = 0; i < all.length; i++)
    if (all[i] !== NO_NODE && (count === 0 || all[i] !== all[count - 1])) all[count++] = all[i]
  return all.subarray(0, count)
}

/** Where a number stands in a sorted list that has it. */
function findIn(sorted: Uint32Array, number: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle] < number) low = middle + 1
    else high = middle
  }
  return low
}

/** Reads what the functions above wrote; nobody else writes it. */
class RecordReader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length
  }

  u8(): number {
    return this.#view.getUint8(this.#at++)
  }

  u32(): number {
    this.#at += 4
    return this.#view.getUint32(this.#at - 4, true)
  }

  f64(): number {
    this.#at += 8
    return this.#view.getFloat64(this.#at - 8, true)
  }

  u32s(count: number): Uint32Array {
    const values = new Uint32Array(count)
    for (let i = 0; i < count; i++) values[i] = this.u32()
    return values
  }

  text(): string {
    const length = this.u32()
    this.#at += length
    return this.#decoder.decode(this.#bytes.subarray(this.#at - length, this.#at))
  }

  /** null: none */
  tags(): Tags | null {
    const count = this.u8()
    if (count === 0) return null
    const tags: MutableTags = {}
    for (let i = 0; i < count; i++) {
      const key = OSM_KEYS[this.u8()]
      tags[key] = this.text()
    }
    return tags
  }

  members(count: number): OsmMember[] {
    return Array.from({ length: count }, () => ({ type: 'way', id: this.f64(), role: this.text() }))
  }
}
