import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inflateSync } from 'node:zlib'

import { packProject } from '../src/engine/project/project-file'
import { mergeImports } from '../src/engine/project/merge-import'
import { bytesSource } from '../src/engine/read/byte-source'
import { readFile } from '../src/engine/read/read-file'
import { readOsmBounds } from '../src/engine/read/read-osm-bounds'
import { LAYER_NAMES, type Layers } from '../src/model/layers'
import { assertEqual, beside } from './measure'
import { tilePbf } from './tile-pbf'

const FILE = '../shared/data/hangzhou-westlake/westlake_10km.osm.pbf'
const WANTED_BYTES = 330e6
const COLUMNS = 10
/** Between copies, degrees: nothing in one is near anything in another. */
const APART = 0.05
/** Layers whose records depend on metres, and so a little on the latitude a copy stands at. */
const BY_METRES = new Set(['facilities', 'entrances'])

/**
 * A province: the clip of Xihu many times side by side, written to a temporary file; imported as a whole, and
 * one copy in the middle imported by its box. Each import is a process of its own, so that its memory is its
 * own. It is slow, so it runs only when it is asked for by name.
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
    const bytes = new Uint8Array(readFileSync(FILE))
    const clip = bytesSource('clip', bytes)
    const before = process.cpuUsage()
    const { project: district } = mergeImports(
      null,
      [await readFile(clip, { inflate: inflateSync }, {})],
      'clip',
    )
    packProject(district)
    const { user, system } = process.cpuUsage(before)
    const alone_s = (user + system) / 1e6

    const path = join(folder, 'large.osm.pbf')
    const copies = await writeCopies(path, bytes)
    const megabytes = statSync(path).size / 1e6
    print(`a file of ${megabytes.toFixed(0)} MB, ${copies.count} districts`)

    const whole = await importAlone(folder, path)
    for (const layer of LAYER_NAMES)
      assertCopies(layer, whole.layers[layer], copies.count * district.layers[layer].length)
    print(
      `all of it: ${whole.seconds.toFixed(0)} s, a project of ${(whole.bytes / 1e6).toFixed(0)} MB; peak of memory ${beside(whole.peak_mb, 2000, 'MB', 0)}`,
    )
    // by time of the processor, which other work on the machine does not lengthen
    const ratio = whole.cpu_s / megabytes / (alone_s / (bytes.length / 1e6))
    print(
      `${whole.cpu_s.toFixed(0)} s of the processor: per MB ${ratio.toFixed(2)} times what one district takes in memory (${alone_s.toFixed(1)} s)`,
    )

    const box = copies.boxOf(Math.floor(copies.count / 2))
    const part = await importAlone(folder, path, '--box', box.join(','))
    for (const layer of LAYER_NAMES) assertCopies(layer, part.layers[layer], district.layers[layer].length)
    print(
      `one district of it by its box: ${part.seconds.toFixed(0)} s; peak of memory ${beside(part.peak_mb, 2000, 'MB', 0)}`,
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function assertCopies(layer: keyof Layers, found: number, expected: number): void {
  if (!BY_METRES.has(layer)) return assertEqual(found, expected, layer)
  if (Math.abs(found - expected) > expected * 0.005) throw new Error(`${layer}: ${found}, about ${expected}`)
}

interface Answer {
  readonly layers: Readonly<Record<keyof Layers, number>>
  readonly seconds: number
  /** of the processor */
  readonly cpu_s: number
  readonly peak_mb: number
  readonly bytes: number
}

/** Tells at its end what the process used. */
const USAGE_TELLER =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('usage '+JSON.stringify(process.resourceUsage())))"

async function importAlone(folder: string, path: string, ...options: string[]): Promise<Answer> {
  const out = join(folder, 'out.lifecircle')
  const program = join(import.meta.dirname, 'lifecircle.mjs')
  const start = performance.now()
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--import', USAGE_TELLER, program, 'import', path, ...options, '-o', out, '--json'],
    { maxBuffer: 2 ** 30 },
  )
  const { layers } = JSON.parse(stdout) as Pick<Answer, 'layers'>
  const usage = JSON.parse(/usage (\{.*\})/.exec(stderr)?.[1] ?? '{}') as NodeJS.ResourceUsage
  return {
    layers,
    seconds: (performance.now() - start) / 1000,
    cpu_s: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
    peak_mb: usage.maxRSS / 1000,
    bytes: statSync(out).size,
  }
}

interface Copies {
  readonly count: number
  /** around one copy and nothing of another */
  readonly boxOf: (copy: number) => readonly [number, number, number, number]
}

async function writeCopies(path: string, bytes: Uint8Array): Promise<Copies> {
  const { bounds } = await readOsmBounds(bytesSource('clip', bytes), inflateSync, {})
  if (bounds === null) throw new Error('the clip has no nodes')
  const [west, south, east, north] = bounds
  const rows = Math.ceil(WANTED_BYTES / bytes.length / COLUMNS)
  // to a hundredth of a degree
  const lonStep = Math.ceil((east - west + APART) * 100) / 100
  const latStep = Math.ceil((north - south + APART) * 100) / 100
  const out = openSync(path, 'w')
  for await (const blob of tilePbf(bytesSource('clip', bytes), {
    columns: COLUMNS,
    rows,
    lonStep: Math.round(lonStep * 1e9),
    latStep: Math.round(latStep * 1e9),
  }))
    writeSync(out, blob)
  const boxOf: Copies['boxOf'] = (copy) => {
    const lon = (copy % COLUMNS) * lonStep
    const lat = Math.floor(copy / COLUMNS) * latStep
    return [west + lon, south + lat, east + lon, north + lat]
  }
  return { count: rows * COLUMNS, boxOf }
}
