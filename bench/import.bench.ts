import {
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'

import { mergeImports } from '../src/engine/project/merge-import'
import { type ByteSource, bytesSource } from '../src/engine/read/byte-source'
import { readFile } from '../src/engine/read/read-file'
import { readOsmBounds } from '../src/engine/read/read-osm-bounds'
import { assertEqual, beside } from './measure'
import { tilePbf } from './tile-pbf'

const FILE = '../shared/data/hangzhou-westlake/westlake_10km.osm.pbf'
const WANTED_BYTES = 300e6
/** Middle of the clip, and how far apart copies stand, degrees. */
const STEP = 0.12

/**
 * A district out of 300 MB: the clip of Xihu many times side by side, written to a temporary file, and one
 * copy in the middle read back by its box. It is slow, so it runs only when it is asked for by name.
 */
export async function run(print: (line: string) => void): Promise<void> {
  if (!process.argv[2]?.startsWith('import')) {
    print('skipped: it takes minutes; npm run bench -- import')
    return
  }
  if (!existsSync(FILE)) {
    print(`skipped: ${FILE} is absent`)
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'lifecircle-bench-'))
  try {
    const path = join(folder, 'large.osm.pbf')
    await writeCopies(path)
    const size = statSync(path).size
    print(`a file of ${(size / 1e6).toFixed(0)} MB; memory before: ${peakMegabytes().toFixed(0)} MB at most`)
    const file = openSync(path, 'r')
    const source: ByteSource = {
      name: 'large.osm.pbf',
      size,
      read: async (start, end) => {
        const bytes = new Uint8Array(Math.min(end, size) - start)
        readSync(file, bytes, 0, bytes.length, start)
        return bytes
      },
    }
    const clip = bytesSource('clip', new Uint8Array(readFileSync(FILE)))
    const { bounds } = await readOsmBounds(clip, unpack, {})
    if (bounds === null) throw new Error('the clip has no nodes')
    const before = heldMegabytes()
    const { project: whole } = mergeImports(null, [await readFile(clip, { inflate: unpack }, {})], 'clip')
    const held = heldMegabytes() - before
    print(
      `the clip of ${(clip.size / 1e6).toFixed(1)} MB as a project: ${held.toFixed(0)} MB; all of the large file at once would be ${(((held / clip.size) * size) / 1e3).toFixed(1)} GB`,
    )
    const [column, row] = [4, 4]
    const start = performance.now()
    const box = [
      bounds[0] + column * STEP,
      bounds[1] + row * STEP,
      bounds[2] + column * STEP,
      bounds[3] + row * STEP,
    ] as const
    const { project } = mergeImports(null, [await readFile(source, { inflate: unpack, box }, {})], 'district')
    print(`one district of it by its box: ${((performance.now() - start) / 1000).toFixed(1)} s`)
    for (const layer of ['communities', 'buildings', 'facilities', 'streets'] as const) {
      const own = project.layers[layer].length
      // neighbors reach over the border here and there
      if (own < whole.layers[layer].length)
        throw new Error(`${layer}: only ${own} of ${whole.layers[layer].length}`)
    }
    assertEqual(statSync(path).size, size, 'bytes of the file')
    print(`peak of memory: ${beside(peakMegabytes(), 2000, 'MB', 0)}`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function writeCopies(path: string): Promise<void> {
  const bytes = new Uint8Array(readFileSync(FILE))
  const columns = 10
  const rows = Math.ceil(WANTED_BYTES / bytes.length / columns)
  const step = STEP * 1e9
  const out = openSync(path, 'w')
  for await (const blob of tilePbf(bytesSource('clip', bytes), {
    columns,
    rows,
    lonStep: step,
    latStep: step,
  }))
    writeSync(out, blob)
}

function unpack(packed: Uint8Array): Uint8Array {
  return inflateSync(packed)
}

/** Memory in use after what is not needed has been thrown away; `--expose-gc` makes it exact. */
function heldMegabytes(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}

function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1000
}
