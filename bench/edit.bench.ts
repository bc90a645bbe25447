import { existsSync, readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'

import pack from '../data/rules/gb50180-2018.json'
import {
  catchmentFrom,
  judge,
  measure,
  type Measured,
  prepare,
  regate,
  remeasure,
} from '../src/engine/pipeline'
import { mergeImports } from '../src/engine/project/merge-import'
import { bytesSource } from '../src/engine/read/byte-source'
import { readFile } from '../src/engine/read/read-file'
import type { AnalysisSettings } from '../src/model/analysis'
import type { Gate } from '../src/model/layers'
import type { RulePack } from '../src/model/rule-pack'
import type { Edit } from '../src/model/scenario'
import { assertEqual, beside } from './measure'
import { seededRandom } from './street-grid'
import { wallIn } from './wall-in'

const FILE = '../shared/data/hangzhou-westlake/westlake_10km.osm.pbf'
const EDITS = 60
const DRAGS = 400

const SETTINGS: AnalysisSettings = {
  profile: 'adult',
  basis: 'distance',
  rules: pack as unknown as RulePack,
  scenario: null,
  year: 2026,
  bandsBasis: 'time',
  bands: [5, 10, 15],
}

/**
 * What one edit costs while somebody designs: Xihu District, every third community walled by lot with gates
 * where streets cross its edge; gates opened and closed one after the other. And what a dragged point costs.
 */
export async function run(print: (line: string) => void): Promise<void> {
  if (!existsSync(FILE)) {
    print(`skipped: ${FILE} is absent`)
    return
  }
  const bytes = new Uint8Array(readFileSync(FILE))
  const file = await readFile(
    bytesSource('westlake', bytes),
    { inflate: (packed) => inflateSync(packed) },
    {},
  )
  const project = await wallIn(mergeImports(null, [file], 'Xihu').project)
  const prepared = await prepare(project, null, {})
  let measured = await measure(prepared, SETTINGS, {})
  let judged = await judge(measured, {})
  const { gates } = project.layers
  print(
    `${project.layers.communities.filter(({ gated }) => gated).length} walled communities, ${gates.length} gates`,
  )

  const random = seededRandom(5)
  const laps: number[] = []
  const fulls: number[] = []
  let incremental = 0
  const edits: Edit[] = []
  for (let i = 0; i < EDITS; i++) {
    edits.push(randomEdit(gates, random))
    const start = performance.now()
    const next = step(measured, edits)
    const then = next ?? (await measure(regated(measured, edits), SETTINGS, {}))
    judged = await judge(then, {}, judged)
    laps.push(performance.now() - start)
    if (next !== null) incremental++
    if (i % 10 === 0) {
      const full = performance.now()
      const { view: again } = await judge(await measure(regated(measured, edits), SETTINGS, {}), {})
      fulls.push(performance.now() - full)
      const { view } = judged
      assertEqual(
        checksum(view.assessment.status),
        checksum(again.assessment.status),
        'verdicts after an edit',
      )
      assertEqual(
        checksum(view.assessment.nearest_m),
        checksum(again.assessment.nearest_m),
        'walks after an edit',
      )
      assertEqual(view.gaps.length, again.gaps.length, 'gaps after an edit')
    }
    measured = then
  }
  laps.sort((a, b) => a - b)
  fulls.sort((a, b) => a - b)
  const median = laps[EDITS >> 1]
  print(
    `one edit → assessed again: median ${median.toFixed(1)} ms, p95 ${beside(laps[Math.floor(EDITS * 0.95)], 40, 'ms')}; ${incremental} of ${EDITS} without measuring everything, ${(fulls[fulls.length >> 1] / median).toFixed(1)} times as fast as a full run`,
  )

  const { network } = prepared
  const drags: number[] = []
  let x = 0
  let y = 0
  for (let i = 0; i < DRAGS; i++) {
    // a hand moves some metres between frames, and now and then jumps
    const reach = i % 20 === 0 ? 8000 : 40
    x = Math.max(-4000, Math.min(4000, x + (random() - 0.5) * reach))
    y = Math.max(-4000, Math.min(4000, y + (random() - 0.5) * reach))
    const at = [network.frame.lon(x), network.frame.lat(y)] as const
    const start = performance.now()
    catchmentFrom(prepared, { kind: 'point', at }, SETTINGS, 10)
    drags.push(performance.now() - start)
  }
  drags.sort((a, b) => a - b)
  print(
    `a dragged point → three bands and the nearest of every class: median ${drags[DRAGS >> 1].toFixed(1)} ms, p95 ${beside(drags[Math.floor(DRAGS * 0.95)], 5, 'ms')}`,
  )
}

function regated(measured: Measured, edits: readonly Edit[]): Measured['prepared'] {
  const prepared = regate(measured.prepared, { id: 'v', name: 'v', edits }, null)
  if (prepared === null) throw new Error('gates can always be changed')
  return prepared
}

function step(measured: Measured, edits: readonly Edit[]): Measured | null {
  return remeasure(measured, regated(measured, edits), SETTINGS)
}

function randomEdit(gates: readonly Gate[], random: () => number): Edit {
  const gate = gates[Math.floor(random() * gates.length)].id
  const pick = random()
  if (pick < 0.4) return { kind: 'close-gate', gate }
  return { kind: 'open-gate', gate, access: pick < 0.7 ? 'public' : 'residents' }
}

function checksum(column: Uint8Array | Float32Array): number {
  let sum = 0
  for (let i = 0; i < column.length; i++)
    sum = (sum * 31 + Math.round((column[i] || 0) * 1000)) % 1_000_000_007
  return sum
}
