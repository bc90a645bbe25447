import type { Project } from '../../../src/model/project'
import { blob, dataBlock, deltas, field, headerBlock, plain, varint } from '../read/make-pbf'

const FACILITIES = [
  ['amenity', 'toilets'],
  ['amenity', 'pharmacy'],
  ['amenity', 'bank'],
  ['amenity', 'restaurant'],
  ['shop', 'convenience'],
  ['leisure', 'playground'],
] as const

/** Who may pass a gate, as its tag says it. */
const FOOT = { public: 'yes', residents: 'private', closed: 'no' } as const

/** Elements of one block stay below what real files have. */
const PER_BLOCK = 4000

type Tags = readonly (readonly [key: string, value: string])[]

interface NodeDraft {
  readonly lon7: number
  readonly lat7: number
  readonly tags: Tags
}

/**
 * A drawn city as an OSM PBF without a word on its extent: streets, communities as residential areas with
 * walls, gates, and facilities of a few kinds. Buildings are left out, nobody maps who lives in them.
 */
export function writeCityPbf({ layers }: Project): Uint8Array {
  const nodes: NodeDraft[] = []
  const known = new Map<string, number>()
  const place = ([lon, lat]: readonly number[], tags: Tags = []): number => {
    const key = `${lon},${lat}`
    const there = known.get(key)
    if (there !== undefined && tags.length === 0) return there
    nodes.push({ lon7: Math.round(lon * 1e7), lat7: Math.round(lat * 1e7), tags })
    known.set(key, nodes.length)
    return nodes.length
  }
  const ways: { readonly refs: readonly number[]; readonly tags: Tags }[] = []
  for (const { geometry } of layers.streets)
    ways.push({ refs: geometry.coordinates.map((at) => place(at)), tags: [['highway', 'residential']] })
  for (const { name = '', gated, geometry } of layers.communities) {
    if (geometry.type !== 'Polygon') continue
    const walls: Tags = gated === true ? [['barrier', 'wall']] : []
    const refs = geometry.coordinates[0].map((at) => place(at))
    ways.push({ refs, tags: [['landuse', 'residential'], ['name', name], ...walls] })
  }
  for (const { access, geometry } of layers.gates) {
    const foot: Tags = access === undefined ? [] : [['foot', FOOT[access]]]
    place(geometry.coordinates, [['barrier', 'gate'], ...foot])
  }
  layers.facilities.forEach(({ geometry }, i) => {
    if (geometry.type === 'Point') place(geometry.coordinates, [FACILITIES[i % FACILITIES.length]])
  })
  const blocks = [
    ...portions(nodes).map(({ items, from }) => packNodes(items, from)),
    ...portions(ways).map(({ items, from }) => packWays(items, from)),
  ]
  const bytes = [blob('OSMHeader', headerBlock()), ...blocks.map((block) => blob('OSMData', block))]
  return Uint8Array.from(bytes.flat())
}

function portions<T>(all: readonly T[]): { items: readonly T[]; from: number }[] {
  const count = Math.ceil(all.length / PER_BLOCK)
  return Array.from({ length: count }, (_, i) => ({
    items: all.slice(i * PER_BLOCK, (i + 1) * PER_BLOCK),
    from: i * PER_BLOCK,
  }))
}

/** Strings of one block, numbered from 1. */
class Strings {
  readonly list: string[] = []
  readonly #numbers = new Map<string, number>()

  number(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    this.list.push(text)
    this.#numbers.set(text, this.list.length)
    return this.list.length
  }
}

function packNodes(nodes: readonly NodeDraft[], from: number): number[] {
  const strings = new Strings()
  const keysValues = nodes.flatMap(({ tags }) => [
    ...tags.flatMap(([key, value]) => [...varint(strings.number(key)), ...varint(strings.number(value))]),
    0,
  ])
  const dense = [
    ...field(1, deltas(nodes.map((_, i) => from + i + 1))),
    ...field(8, deltas(nodes.map(({ lat7 }) => lat7))),
    ...field(9, deltas(nodes.map(({ lon7 }) => lon7))),
    ...field(10, keysValues),
  ]
  return dataBlock(strings.list, [field(2, dense)])
}

function packWays(
  ways: readonly { readonly refs: readonly number[]; readonly tags: Tags }[],
  from: number,
): number[] {
  const strings = new Strings()
  const group = ways.flatMap(({ refs, tags }, i) =>
    field(3, [
      ...plain(1, varint(from + i + 1)),
      ...field(
        2,
        tags.flatMap(([key]) => varint(strings.number(key))),
      ),
      ...field(
        3,
        tags.flatMap(([, value]) => varint(strings.number(value))),
      ),
      ...field(8, deltas(refs)),
    ]),
  )
  return dataBlock(strings.list, [group])
}
