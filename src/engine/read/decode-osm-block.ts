import type { OsmMember, OsmRelation } from './osm-elements'
import { isOsmKey } from './osm-keys'
import type { MutableTags, OsmKey, Tags } from './osm-keys'
import { ProtobufCursor } from './protobuf-cursor'

const MEMBER_TYPES = ['node', 'way', 'relation'] as const

/** What the fields of a group hold: single nodes, packed nodes, ways, relations. */
const GROUP_KINDS: readonly (OsmMember['type'] | undefined)[] = [undefined, 'node', 'node', 'way', 'relation']

/** Nanodegrees in a unit of 1e-7 degree. */
const NANO = 100

/** What takes the elements of a block; where `wants` says no, that kind is passed over. */
export interface OsmSink {
  readonly wants: Readonly<Record<OsmMember['type'], boolean>>
  addNode(id: number, lon7: number, lat7: number, tags: Tags | null): void
  addWay(id: number, tags: Tags | null): void
  addWayNode(nodeId: number): void
  addRelation(relation: OsmRelation): void
}

/** What was in a block. */
export type BlockKinds = Record<OsmMember['type'], boolean>

/**
 * Reads one PrimitiveBlock of an OSM PBF (unpacked) into the sink. Strings are decoded only when a
 * wanted key asks for them.
 * Format: https://wiki.openstreetmap.org/wiki/PBF_Format
 */
export function decodeOsmBlock(bytes: Uint8Array, builder: OsmSink): BlockKinds {
  const block = new ProtobufCursor(bytes)
  let strings = new StringTable(bytes, [])
  const groups: ProtobufCursor[] = []
  let granularity = NANO
  let latOffset = 0
  let lonOffset = 0
  // granularity and offsets stand behind the groups they apply to
  while (block.nextField()) {
    if (block.field === 1) strings = readStringTable(block.readInside())
    else if (block.field === 2) groups.push(block.readInside())
    else if (block.field === 17) granularity = block.readVarint()
    else if (block.field === 19) latOffset = block.readInt64()
    else if (block.field === 20) lonOffset = block.readInt64()
    else block.skip()
  }
  const none = new ProtobufCursor(bytes, 0, 0)
  const isInUnits = granularity === NANO && latOffset === 0 && lonOffset === 0
  const toUnits = (value: number, offset: number): number =>
    isInUnits ? value : Math.round((offset + granularity * value) / NANO)
  const { wants } = builder
  const kinds: BlockKinds = { node: false, way: false, relation: false }
  for (const group of groups) {
    while (group.nextField()) {
      const kind = GROUP_KINDS[group.field]
      if (kind !== undefined) kinds[kind] = true
      if (kind === undefined || !wants[kind]) group.skip()
      else if (group.field === 1) decodeNode(group.readInside())
      else if (group.field === 2) decodeDenseNodes(group.readInside())
      else if (group.field === 3) decodeWay(group.readInside())
      else decodeRelation(group.readInside())
    }
  }
  return kinds

  function decodeNode(node: ProtobufCursor): void {
    let id = 0
    let lat = 0
    let lon = 0
    let keys: ProtobufCursor | null = null
    let values: ProtobufCursor | null = null
    while (node.nextField()) {
      if (node.field === 1) id = node.readZigzag()
      else if (node.field === 2) keys = node.readInside()
      else if (node.field === 3) values = node.readInside()
      else if (node.field === 8) lat = node.readZigzag()
      else if (node.field === 9) lon = node.readZigzag()
      else node.skip()
    }
    builder.addNode(id, toUnits(lon, lonOffset), toUnits(lat, latOffset), readTags(keys, values))
  }

  function decodeDenseNodes(dense: ProtobufCursor): void {
    let ids = none
    let lats = none
    let lons = none
    let keysValues = none
    while (dense.nextField()) {
      if (dense.field === 1) ids = dense.readInside()
      else if (dense.field === 8) lats = dense.readInside()
      else if (dense.field === 9) lons = dense.readInside()
      else if (dense.field === 10) keysValues = dense.readInside()
      else dense.skip()
    }
    let id = 0
    let lat = 0
    let lon = 0
    while (ids.at < ids.end) {
      id += ids.readZigzag()
      lat += lats.readZigzag()
      lon += lons.readZigzag()
      const tags = keysValues.at < keysValues.end ? readDenseTags(keysValues) : null
      builder.addNode(id, toUnits(lon, lonOffset), toUnits(lat, latOffset), tags)
    }
  }

  /** key, value, key, value, …, 0 for each node; nothing at all when no node of the group has tags */
  function readDenseTags(keysValues: ProtobufCursor): Tags | null {
    let tags: MutableTags | null = null
    while (keysValues.at < keysValues.end) {
      const k = keysValues.readVarint()
      if (k === 0) break
      const v = keysValues.readVarint()
      const key = strings.wantedKey(k)
      if (key !== null) (tags ??= {})[key] = strings.get(v)
    }
    return tags
  }

  function readTags(keys: ProtobufCursor | null, values: ProtobufCursor | null): Tags | null {
    if (keys === null || values === null) return null
    let tags: MutableTags | null = null
    while (keys.at < keys.end && values.at < values.end) {
      const key = strings.wantedKey(keys.readVarint())
      const v = values.readVarint()
      if (key !== null) (tags ??= {})[key] = strings.get(v)
    }
    return tags
  }

  function decodeWay(way: ProtobufCursor): void {
    let id = 0
    let keys: ProtobufCursor | null = null
    let values: ProtobufCursor | null = null
    let refs = none
    while (way.nextField()) {
      if (way.field === 1) id = way.readInt64()
      else if (way.field === 2) keys = way.readInside()
      else if (way.field === 3) values = way.readInside()
      else if (way.field === 8) refs = way.readInside()
      else way.skip()
    }
    builder.addWay(id, readTags(keys, values))
    let ref = 0
    while (refs.at < refs.end) {
      ref += refs.readZigzag()
      builder.addWayNode(ref)
    }
  }

  function decodeRelation(relation: ProtobufCursor): void {
    let id = 0
    let keys: ProtobufCursor | null = null
    let values: ProtobufCursor | null = null
    let roles = none
    let ids = none
    let types = none
    while (relation.nextField()) {
      if (relation.field === 1) id = relation.readInt64()
      else if (relation.field === 2) keys = relation.readInside()
      else if (relation.field === 3) values = relation.readInside()
      else if (relation.field === 8) roles = relation.readInside()
      else if (relation.field === 9) ids = relation.readInside()
      else if (relation.field === 10) types = relation.readInside()
      else relation.skip()
    }
    const members: OsmMember[] = []
    let member = 0
    while (ids.at < ids.end) {
      member += ids.readZigzag()
      const role = strings.get(roles.readVarint())
      members.push({ type: MEMBER_TYPES[types.readVarint()] ?? 'node', id: member, role })
    }
    builder.addRelation({ id, tags: readTags(keys, values) ?? {}, members })
  }
}

function readStringTable(table: ProtobufCursor): StringTable {
  const places: number[] = []
  while (table.nextField()) {
    if (table.field === 1) places.push(table.readSpan(), table.at)
    else table.skip()
  }
  return new StringTable(table.bytes, places)
}

/** The strings of a block, decoded when first asked for. */
class StringTable {
  readonly #bytes: Uint8Array
  /** begin and end of each string in the bytes: a cursor each would be too many */
  readonly #places: readonly number[]
  readonly #decoded: (string | undefined)[]
  /** per string used as a key: undefined not looked at, null not wanted */
  readonly #keys: (OsmKey | null | undefined)[]
  readonly #decoder = new TextDecoder('utf-8')

  constructor(bytes: Uint8Array, places: readonly number[]) {
    this.#bytes = bytes
    this.#places = places
    this.#decoded = Array.from({ length: places.length / 2 })
    this.#keys = Array.from({ length: places.length / 2 })
  }

  /** The string at an index; "" outside the table. */
  get(index: number): string {
    const known = this.#decoded[index]
    if (known !== undefined) return known
    if (index >= this.#decoded.length) return ''
    const text = this.#decoder.decode(
      this.#bytes.subarray(this.#places[2 * index], this.#places[2 * index + 1]),
    )
    this.#decoded[index] = text
    return text
  }

  wantedKey(index: number): OsmKey | null {
    const known = this.#keys[index]
    if (known !== undefined) return known
    const key = this.get(index)
    const wanted = isOsmKey(key) ? key : null
    this.#keys[index] = wanted
    return wanted
  }
}
