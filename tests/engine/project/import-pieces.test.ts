import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import type { Issue } from '../../../src/model/issue'
import { readPieces, writePieces } from '../../../src/engine/project/import-pieces'
import { mergeImports } from '../../../src/engine/project/merge-import'
import { projectToEntries } from '../../../src/engine/project/project-file'
import { readZip } from '../../../src/engine/project/zip-read'
import { bytesSource } from '../../../src/engine/read/byte-source'
import { inflateBytes } from '../../../src/engine/read/inflate'
import { readFile } from '../../../src/engine/read/read-file'
import { splitOsm } from '../../../src/engine/read/split-osm'
import { packWorld, randomWorld } from '../read/osm-world'
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
  for (let seed = 1; seed <= 20; seed++) {
    const bytes = packWorld(randomWorld(seed))
    const whole = await importWhole('world.osm.pbf', bytes)
    const own = await importInPieces('world.osm.pbf', bytes, 30 + (seed % 4) * 20)
    expectSame(own, whole, `seed ${seed}`)
    pieces += own.pieces
    for (const [path, content] of whole.entries) counts.set(path, (counts.get(path) ?? 0) + content.length)
  }
  expect(pieces).toBeGreaterThan(150)
  // all that OpenStreetMap gives is there
  expect(counts.size).toBe(13)
})
