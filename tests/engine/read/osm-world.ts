import { seededRandom } from '../../oracle/seeded-random'
import { blob, dataBlock, deltas, field, headerBlock, plain, varint, zigzag } from './make-pbf'

/*
 * Random worlds of OpenStreetMap elements a few kilometers across, in which all that bears on each other is
 * crowded: large grounds, schools in schools, stations and exits, squares with streets, relations that lend
 * their tags, ways with holes, and elements that are there in two versions.
 */

type Tags = Readonly<Record<string, string>>

export interface World {
  readonly nodes: readonly {
    readonly id: number
    readonly x: number
    readonly y: number
    readonly tags: Tags
  }[]
  readonly ways: readonly { readonly id: number; readonly refs: readonly number[]; readonly tags: Tags }[]
  readonly relations: readonly {
    readonly id: number
    readonly members: readonly (readonly [way: number, role: string])[]
    readonly tags: Tags
  }[]
}

const POINTS: readonly Tags[] = [
  { amenity: 'school', name: '文一小学' },
  { amenity: 'school', name: '文一街小学' },
  { amenity: 'school' },
  { amenity: 'kindergarten', name: '文一幼儿园' },
  { amenity: 'parking' },
  { amenity: 'toilets' },
  { leisure: 'pitch' },
  { highway: 'bus_stop', name: '文一路口' },
  { public_transport: 'platform', name: '文一路口' },
  { railway: 'station', station: 'subway', name: '古荡' },
  { railway: 'station', station: 'subway', name: '古荡' },
  { railway: 'subway_entrance', ref: 'A' },
  { railway: 'subway_entrance', amenity: 'toilets' },
  { barrier: 'gate', foot: 'private' },
  { highway: 'crossing', crossing: 'zebra' },
  { amenity: 'community_centre' },
]
const VERTICES: readonly Tags[] = [
  { barrier: 'gate' },
  { barrier: 'lift_gate', access: 'private' },
  { entrance: 'main' },
  { entrance: 'yes', wheelchair: 'yes' },
  { highway: 'crossing', crossing: 'traffic_signals' },
  { ele: '12' },
  { ele: '19.5' },
  { ele: '15 m' },
]
const AREAS: readonly Tags[] = [
  { landuse: 'residential', name: '翠苑一区' },
  { landuse: 'residential', residential: 'gated' },
  { building: 'apartments', 'building:levels': '6' },
  { building: 'yes', name: '文一幼儿园' },
  { building: 'yes', 'building:levels': '99999999999' },
  { amenity: 'school', name: '文一小学' },
  { amenity: 'school', name: '九年一贯制学校' },
  { amenity: 'university', name: '大学' },
  { landuse: 'military' },
  { leisure: 'pitch' },
  { leisure: 'sports_centre' },
  { amenity: 'parking' },
  { leisure: 'park', name: '公园' },
  { leisure: 'park', access: 'private' },
  { highway: 'pedestrian', area: 'yes' },
  { highway: 'pedestrian', place: 'square' },
  { highway: 'footway', leisure: 'garden' },
  { natural: 'water' },
  { natural: 'water', barrier: 'fence' },
  { public_transport: 'station', station: 'subway', name: '古荡' },
  { boundary: 'administrative', admin_level: '8', name: '古荡街道' },
  { place: 'square' },
  { historic: 'yes', heritage: '2', building: 'temple' },
]
const LINES: readonly Tags[] = [
  { highway: 'residential' },
  { highway: 'footway', footway: 'crossing' },
  { highway: 'steps' },
  { highway: 'pedestrian' },
  { highway: 'cycleway', conveying: 'backward' },
  { barrier: 'wall' },
  { waterway: 'river' },
  { public_transport: 'platform', name: '文一路口' },
  {},
]
const RELATIONS: readonly Tags[] = [
  {},
  {},
  { landuse: 'residential', name: '翠苑一区' },
  { leisure: 'park' },
  { amenity: 'school', name: '文一小学' },
  { amenity: 'university' },
  { highway: 'pedestrian' },
  { natural: 'wood' },
]

/** Meters across; some areas are nearly as large. */
const SIDE = 9000

export function randomWorld(seed: number): World {
  const random = seededRandom(seed)
  const below = (n: number): number => Math.floor(random() * n)
  const oneOf = <T>(list: readonly T[]): T => list[below(list.length)]
  const nodes: { id: number; x: number; y: number; tags: Tags }[] = []
  const addNode = (x: number, y: number, tags: Tags = {}): number => {
    nodes.push({ id: nodes.length * 3 + 1, x, y, tags })
    return nodes[nodes.length - 1].id
  }
  const ways: { id: number; refs: number[]; tags: Tags }[] = []
  const relations: { id: number; members: [number, string][]; tags: Tags }[] = []
  // a few middles around which things crowd
  const middles = Array.from({ length: 4 }, () => [below(SIDE), below(SIDE)] as const)
  const place = (): [number, number] => {
    const [x, y] = oneOf(middles)
    return random() < 0.3 ? [below(SIDE), below(SIDE)] : [x + below(900) - 450, y + below(900) - 450]
  }
  const largeShare = [0, 0.03, 0.2][seed % 3]
  for (let i = 0; i < 50; i++) addNode(...place(), oneOf(POINTS))
  for (let i = 0; i < 30; i++) {
    const [x, y] = place()
    // most worlds have a large ground or two: one alone would pull all pieces together
    const size = random() < largeShare ? 400 + below(4000) : 10 + below(300)
    const [w, h] = [size, Math.ceil(size * (0.2 + random()))]
    const corners = [
      [x, y],
      [x + w, y],
      [x + w, y + h],
      [x, y + h],
    ].map(([px, py]) => addNode(px, py, random() < 0.25 ? oneOf(VERTICES) : {}))
    ways.push({ id: 1000 + ways.length, refs: [...corners, corners[0]], tags: oneOf(AREAS) })
  }
  for (let i = 0; i < 25; i++) {
    // streets meet the corners of areas
    const refs = Array.from({ length: 2 + below(4) }, () =>
      random() < 0.6 ? oneOf(oneOf(ways).refs) : addNode(...place(), random() < 0.3 ? oneOf(VERTICES) : {}),
    )
    if (random() < 0.1) refs.splice(1, 0, 1_000_000 + i)
    ways.push({ id: 1000 + ways.length, refs, tags: oneOf(LINES) })
  }
  ways.push({ id: 900, refs: [2_000_000, 2_000_001], tags: { highway: 'service' } })
  for (let i = 0; i < 8; i++) {
    const members = Array.from({ length: 1 + below(3) }, (_, m): [number, string] => [
      random() < 0.1 ? 77_777 : oneOf(ways).id,
      m === 0 || random() < 0.6 ? 'outer' : 'inner',
    ])
    const isBoundary = random() < 0.15
    const tags: Tags = isBoundary
      ? { type: 'boundary', boundary: 'administrative', admin_level: '8', name: '留下街道' }
      : { type: 'multipolygon', ...oneOf(RELATIONS) }
    relations.push({ id: 5000 + i, members, tags })
  }
  // newer versions of some: the last one counts
  for (let i = 0; i < 4; i++) nodes.push({ ...oneOf(nodes), x: below(SIDE), y: below(SIDE) })
  for (let i = 0; i < 3; i++) ways.push({ ...oneOf(ways), tags: oneOf(AREAS) })
  return { nodes, ways, relations }
}

/** Units of 1e-7 degree in a meter, about, both ways. */
const UNITS_PER_METER = 100

const unitsNorth = (y: number): number => 300_000_000 + y * UNITS_PER_METER
const unitsEast = (x: number): number => 1_200_000_000 + x * UNITS_PER_METER

/** A world as an OSM PBF, at about 30°N 120°E. */
export function packWorld({ nodes, ways, relations }: World): Uint8Array {
  const strings: string[] = []
  const number = (text: string): number => {
    if (!strings.includes(text)) strings.push(text)
    return strings.indexOf(text) + 1
  }
  const packTags = (tags: Tags): number[] => [
    ...field(
      2,
      Object.keys(tags).flatMap((key) => varint(number(key))),
    ),
    ...field(
      3,
      Object.values(tags).flatMap((value) => varint(number(value))),
    ),
  ]
  const groups = [
    nodes.flatMap(({ id, x, y, tags }) =>
      field(1, [
        ...plain(1, zigzag(id)),
        ...packTags(tags),
        ...plain(8, zigzag(unitsNorth(y))),
        ...plain(9, zigzag(unitsEast(x))),
      ]),
    ),
    ways.flatMap(({ id, refs, tags }) =>
      field(3, [...plain(1, varint(id)), ...packTags(tags), ...field(8, deltas(refs))]),
    ),
    relations.flatMap(({ id, members, tags }) =>
      field(4, [
        ...plain(1, varint(id)),
        ...packTags(tags),
        ...field(
          8,
          members.flatMap(([, role]) => varint(number(role))),
        ),
        ...field(9, deltas(members.map(([way]) => way))),
        ...field(
          10,
          members.map(() => 1),
        ),
      ]),
    ),
  ]
  const blocks = groups.map((group) => [group])
  const bytes = [
    ...blob('OSMHeader', headerBlock()),
    ...blocks.flatMap((block) => blob('OSMData', dataBlock(strings, block))),
  ]
  return Uint8Array.from(bytes)
}
