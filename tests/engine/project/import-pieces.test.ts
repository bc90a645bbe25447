import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import type { Issue } from '../../../src/model/issue'
import type { LayerName } from '../../../src/model/layers'
import { readPieces, writePieces } from '../../../src/engine/project/import-pieces'
import { mergeImports } from '../../../src/engine/project/merge-import'
import { projectFromEntries, projectToEntries } from '../../../src/engine/project/project-file'
import { readZip } from '../../../src/engine/read/zip-read'
import { bytesSource } from '../../../src/engine/read/byte-source'
import { inflateBytes } from '../../../src/engine/read/inflate'
import { readFile } from '../../../src/engine/read/read-file'
import { splitOsm } from '../../../src/engine/read/split-osm'
import { packWorld, randomWorld, type World } from '../read/osm-world'
import { sharedPath, testWith } from '../../shared-data'
import { memoryOutput, memoryScratch } from './in-memory-ports'

interface Imported {
  readonly entries: ReadonlyMap<string, Uint8Array>
  readonly issues: readonly Issue[]
  readonly features: number
  readonly accepted: number
}

const CLASSES = new Set(['RETAIL', 'METRO'])

async function importWhole(name: string, bytes: Uint8Array): Promise<Imported> {
  const result = await readFile(bytesSource(name, bytes), {}, {})
  const { project, issues } = mergeImports(null, [result], 'whole', CLASSES)
  return {
    entries: projectToEntries(project),
    issues,
    features: result.features,
    accepted: result.accepted,
  }
}

async function importInPieces(
  name: string,
  bytes: Uint8Array,
  nodesPerPiece: number,
): Promise<Imported & { readonly pieces: number }> {
  const scratch = memoryScratch()
  const pieces = await splitOsm(bytesSource(name, bytes), inflateBytes, scratch, nodesPerPiece, {})
  const read = await readPieces(pieces, name, CLASSES, scratch, {})
  const output = memoryOutput()
  const issues = await writePieces(read, 'whole', output, {})
  const zip = readZip(output.bytes(), name, 1e9)
  expect(zip.issues).toEqual([])
  return {
    entries: zip.entries,
    issues,
    features: read.features,
    accepted: read.accepted,
    pieces: pieces.count,
  }
}

function expectSame(pieces: Imported, whole: Imported, about = ''): void {
  expect([...pieces.entries.keys()], about).toEqual([...whole.entries.keys()])
  for (const [path, bytes] of whole.entries) {
    const own = pieces.entries.get(path) ?? new Uint8Array(0)
    expect(Buffer.compare(own, bytes), `${path} ${about}`).toBe(0)
  }
  expect(pieces.issues, about).toEqual(whole.issues)
  expect([pieces.features, pieces.accepted]).toEqual([whole.features, whole.accepted])
}

const CLIP = 'hangzhou-westlake/westlake_10km.osm.pbf'

testWith(CLIP)('a district imported piece by piece is the district read at once, to the byte', async () => {
  const bytes = new Uint8Array(readFileSync(sharedPath(CLIP)))
  const whole = await importWhole('clip.osm.pbf', bytes)
  const pieces = await importInPieces('clip.osm.pbf', bytes, 30_000)
  expect(pieces.pieces).toBeGreaterThan(12)
  expectSame(pieces, whole)
})

test('crowded worlds cut into small pieces give the records of the whole, whatever crosses the borders', async () => {
  let pieces = 0
  const counts = new Map<string, number>()
  for (let seed = 1; seed <= 15; seed++) {
    const bytes = packWorld(randomWorld(seed))
    const whole = await importWhole('world.osm.pbf', bytes)
    const own = await importInPieces('world.osm.pbf', bytes, seed % 2 === 0 ? 2 : 30)
    expectSame(own, whole, `seed ${seed}`)
    pieces += own.pieces
    for (const [path, content] of whole.entries) counts.set(path, (counts.get(path) ?? 0) + content.length)
  }
  expect(pieces).toBeGreaterThan(150)
  // all that OpenStreetMap gives is there
  expect(counts.size).toBe(13)
})

type Ring = readonly (readonly [x: number, y: number])[]

/** Outlines as closed ways, lines as streets, and points; corners on one spot are one node. */
function drawWorld(draft: {
  readonly areas: readonly (readonly [tags: Readonly<Record<string, string>>, ring: Ring])[]
  readonly lines?: readonly Ring[]
  readonly points?: readonly (readonly [tags: Readonly<Record<string, string>>, x: number, y: number])[]
  readonly relations?: World['relations']
}): World {
  const nodes: World['nodes'][number][] = []
  const place = (x: number, y: number): number => {
    const there = nodes.find((node) => node.x === x && node.y === y)
    if (there !== undefined) return there.id
    const point = draft.points?.find(([, px, py]) => px === x && py === y)
    nodes.push({ id: nodes.length + 1, x, y, tags: point?.[0] ?? {} })
    return nodes.length
  }
  const areas = draft.areas.map(([tags, ring], i) => {
    const refs = ring.map(([x, y]) => place(x, y))
    return { id: 100 + i, refs: [...refs, refs[0]], tags }
  })
  const lines = (draft.lines ?? []).map((line, i) => ({
    id: 200 + i,
    refs: line.map(([x, y]) => place(x, y)),
    tags: { highway: 'service' },
  }))
  for (const [, x, y] of draft.points ?? []) place(x, y)
  return { nodes, ways: [...areas, ...lines], relations: draft.relations ?? [] }
}

function rectangle(west: number, south: number, east: number, north: number): Ring {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]
}

/** Many junctions around a place: the pieces there are small. */
function crowd(x: number, y: number): Ring[] {
  return Array.from({ length: 6 }, (_, i) => [
    [x - 60 + 23 * i, y - 50],
    [x - 55 + 23 * i, y + 50],
  ])
}

const KINDERGARTEN = { amenity: 'kindergarten' }
const TEMPLE = { amenity: 'place_of_worship' }
const LONG = rectangle(0, 0, 3000, 200)
const MAIN = [{ entrance: 'main' }, 0, 0] as const
const SUBDISTRICT = { type: 'boundary', boundary: 'administrative', admin_level: '8' }

/** What is far away and decides all the same; each is known by the record that tells. */
const FAR: readonly (readonly [title: string, world: World, layer: LayerName, count: number])[] = [
  [
    'a door of grounds that lie in larger ones, which stand a kilometer from the door',
    drawWorld({
      areas: [
        [KINDERGARTEN, LONG],
        [KINDERGARTEN, rectangle(1200, -1500, 1800, 1500)],
      ],
      lines: crowd(0, 0),
      points: [MAIN],
    }),
    'entrances',
    0,
  ],
  [
    'the same where only a relation makes the larger ones what they are',
    drawWorld({
      areas: [
        [KINDERGARTEN, LONG],
        [{ ...TEMPLE, building: 'yes', name: '文一幼儿园' }, rectangle(1200, -1500, 1800, 1500)],
      ],
      lines: crowd(0, 0),
      points: [MAIN],
      relations: [{ id: 300, members: [[101, 'outer']], tags: { type: 'multipolygon', ...TEMPLE } }],
    }),
    'entrances',
    0,
  ],
  [
    'the same where the larger ones count for nothing, as their own middle is on military ground',
    drawWorld({
      areas: [
        [{ leisure: 'pitch' }, LONG],
        [{ leisure: 'pitch' }, rectangle(1400, -200, 1600, 5800)],
        [{ landuse: 'military' }, rectangle(1300, 2600, 1700, 3000)],
      ],
      lines: crowd(0, 0),
      points: [MAIN],
    }),
    'entrances',
    1,
  ],
  [
    'the subdistrict of housing whose middle is far from the middle of its box',
    drawWorld({
      areas: [
        [
          { landuse: 'residential' },
          [
            [0, 0],
            [4000, 0],
            [4000, 100],
            [100, 100],
            [100, 4000],
            [0, 4000],
          ],
        ],
        [{}, rectangle(-200, -200, 900, 900)],
        [{}, rectangle(900, -200, 4200, 200)],
        [{}, rectangle(-200, 900, 200, 4200)],
      ],
      lines: crowd(2000, 2000),
      relations: ['古荡街道', '文新街道', '翠苑街道'].map((name, i) => ({
        id: 300 + i,
        members: [[101 + i, 'outer']],
        tags: { ...SUBDISTRICT, name },
      })),
    }),
    'subdistricts',
    3,
  ],
  [
    'ways over a square between streets that meet at its corners only',
    drawWorld({
      areas: [[{ highway: 'pedestrian', area: 'yes' }, rectangle(0, 0, 3000, 3000)]],
      lines: [
        ...crowd(1500, 1500),
        [
          [-300, -300],
          [0, 0],
        ],
        [
          [3300, 3300],
          [3000, 3000],
        ],
      ],
    }),
    'streets',
    10,
  ],
  [
    'the station of an exit half a kilometer off, mapped twice',
    drawWorld({
      areas: [],
      lines: crowd(0, 0),
      points: [
        [{ railway: 'subway_entrance' }, 0, 0],
        [{ railway: 'station', station: 'subway', name: '古荡' }, 840, 0],
        [{ railway: 'station', station: 'subway', name: '古荡' }, 450, 0],
      ],
    }),
    'entrances',
    0,
  ],
]

test.each(FAR)('%s', async (_, world, layer, count) => {
  const bytes = packWorld(world)
  const whole = await importWhole('world.osm.pbf', bytes)
  const { project } = projectFromEntries(whole.entries)
  expect(project.layers[layer]).toHaveLength(count)
  const own = await importInPieces('world.osm.pbf', bytes, 2)
  expect(own.pieces).toBeGreaterThan(5)
  expectSame(own, whole)
})
