import type { JsonValue } from '../../model/layers'
import { checkpoint } from '../run'
import type { Run } from '../run'
import { OsmBuilder } from './osm-elements'
import type { OsmContent, OsmMember } from './osm-elements'
import { isOsmKey } from './osm-keys'
import type { MutableTags, Tags } from './osm-keys'

const UNITS = 1e7
const CHUNK = 20_000

type JsonObject = { readonly [key: string]: JsonValue | undefined }

/** Whether a JSON value is an Overpass API answer ([out:json]) and not GeoJSON. */
export function isOverpass(value: JsonValue): value is { elements: JsonValue[]; [key: string]: JsonValue } {
  return isObject(value) && Array.isArray(value['elements']) && value['type'] === undefined
}

/**
 * Reads an Overpass answer: with nodes as elements (`out body; >; out skel`), or with the geometry inside
 * the ways and members (`out geom`). Where geometry comes without node ids, vertices on the same spot are
 * taken for the same node, which is what they are in OpenStreetMap but for rare exceptions.
 */
export async function readOverpass(
  value: {
    readonly elements: readonly JsonValue[]
    readonly [key: string]: JsonValue | readonly JsonValue[]
  },
  run: Run,
): Promise<OsmContent> {
  const builder = new OsmBuilder()
  const osm3s = value['osm3s'] as JsonValue | undefined
  const base = isObject(osm3s) ? osm3s['timestamp_osm_base'] : undefined
  if (typeof base === 'string' && /^\d{4}-\d{2}-\d{2}/.test(base)) builder.dataDate = base.slice(0, 10)
  // an answer cut short by time or memory looks whole but for this word
  if (typeof value['remark'] === 'string' && /error/i.test(value['remark'])) builder.remark = value['remark']
  const spots = new SpotNodes(builder, value.elements)
  for (let i = 0; i < value.elements.length; i++) {
    if (i % CHUNK === 0) await checkpoint(run, 'read', i, value.elements.length)
    const element = value.elements[i]
    if (!isObject(element) || !Number.isSafeInteger(element['id'])) continue
    const id = Number(element['id'])
    if (element['type'] === 'node') addNode(builder, id, element)
    else if (element['type'] === 'way') addWay(builder, spots, id, element)
    else if (element['type'] === 'relation') addRelation(builder, spots, id, element)
  }
  return builder.finish()
}

function isObject(value: JsonValue | undefined): value is { [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readTags(element: JsonObject): Tags | null {
  const all = element['tags']
  if (!isObject(all)) return null
  let tags: MutableTags | null = null
  for (const [key, value] of Object.entries(all))
    if (isOsmKey(key) && typeof value === 'string') (tags ??= {})[key] = value
  return tags
}

function readSpot(value: JsonValue | undefined): { x: number; y: number } | null {
  if (!isObject(value) || typeof value['lon'] !== 'number' || typeof value['lat'] !== 'number') return null
  return { x: Math.round(value['lon'] * UNITS), y: Math.round(value['lat'] * UNITS) }
}

function addNode(builder: OsmBuilder, id: number, element: { [key: string]: JsonValue }): void {
  const spot = readSpot(element)
  if (spot !== null) builder.addNode(id, spot.x, spot.y, readTags(element))
}

function addWay(builder: OsmBuilder, spots: SpotNodes, id: number, element: JsonObject): void {
  const { nodes, geometry } = element
  const refs = Array.isArray(nodes) ? nodes.map(Number) : []
  const places = Array.isArray(geometry) ? geometry : []
  builder.addWay(id, readTags(element))
  for (let i = 0; i < Math.max(refs.length, places.length); i++)
    builder.addWayNode(spots.findNode(refs[i], readSpot(places[i])))
}

function addRelation(builder: OsmBuilder, spots: SpotNodes, id: number, element: JsonObject): void {
  const members: OsmMember[] = []
  for (const member of Array.isArray(element['members']) ? element['members'] : []) {
    if (!isObject(member)) continue
    const { type, role, geometry } = member
    const ref = Number(member['ref'])
    if (type !== 'node' && type !== 'way' && type !== 'relation') continue
    members.push({ type, id: ref, role: typeof role === 'string' ? role : '' })
    if (type === 'way' && Array.isArray(geometry) && spots.isNewWay(ref)) {
      builder.addWay(ref, null)
      for (const place of geometry) builder.addWayNode(spots.findNode(undefined, readSpot(place)))
    }
  }
  builder.addRelation({ id, tags: readTags(element) ?? {}, members })
}

/** Nodes that exist only as places inside ways. They get ids below every id in use. */
class SpotNodes {
  readonly #builder: OsmBuilder
  readonly #ids = new Map<string, number>()
  readonly #known = new Set<number>()
  readonly #ways = new Set<number>()
  #next = -Number.MAX_SAFE_INTEGER

  constructor(builder: OsmBuilder, elements: readonly JsonValue[]) {
    this.#builder = builder
    for (const element of elements) {
      if (!isObject(element)) continue
      if (element['type'] === 'node') this.#known.add(Number(element['id']))
      if (element['type'] === 'way') this.#ways.add(Number(element['id']))
    }
  }

  /** True once for a way that is not an element of the answer itself. */
  isNewWay(id: number): boolean {
    if (this.#ways.has(id)) return false
    this.#ways.add(id)
    return true
  }

  /** The id of a vertex: its own when given, else that of its spot. The node is added when it is new. */
  findNode(ref: number | undefined, spot: { x: number; y: number } | null): number {
    if (ref !== undefined && Number.isSafeInteger(ref)) {
      if (spot !== null && !this.#known.has(ref)) {
        this.#known.add(ref)
        this.#builder.addNode(ref, spot.x, spot.y, null)
      }
      return ref
    }
    // outside the asked box Overpass gives null: the node is missing
    if (spot === null) return Number.NEGATIVE_INFINITY
    const key = `${spot.x},${spot.y}`
    let id = this.#ids.get(key)
    if (id === undefined) {
      id = this.#next++
      this.#ids.set(key, id)
      this.#builder.addNode(id, spot.x, spot.y, null)
    }
    return id
  }
}
