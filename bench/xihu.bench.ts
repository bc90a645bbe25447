import { existsSync, readFileSync } from 'node:fs'
import { inflate } from 'node:zlib'

import {
  analyse,
  catchmentFrom,
  judge,
  measure as measureAll,
  prepare,
  type Prepared,
  remeasure,
} from '../src/engine/pipeline'
import { mergeImports } from '../src/engine/project/merge-import'
import { bytesSource } from '../src/engine/read/byte-source'
import { readFile } from '../src/engine/read/read-file'
import type { AnalysisSettings } from '../src/model/analysis'
import type { RulePack } from '../src/model/rule-pack'
import pack from '../data/rules/gb50180-2018.json'
import { assertEqual, beside } from './measure'

const FILE = '../shared/data/hangzhou-westlake/westlake_10km.osm.pbf'

/** The real case: import, network, assessment and catchments of Xihu District. */
export async function run(print: (line: string) => void): Promise<void> {
  if (!existsSync(FILE)) {
    print(`skipped: ${FILE} is absent`)
    return
  }
  const start = performance.now()
  const bytes = new Uint8Array(readFileSync(FILE))
  const { project } = mergeImports(
    null,
    [await readFile(bytesSource('westlake', bytes), { inflate: unpack }, {})],
    'Xihu',
  )
  const read = performance.now()
  const prepared = await prepare(project, null, {})
  const built = performance.now()
  assertEqual(project.layers.communities.length, 1225, 'communities')
  const rules = pack as unknown as RulePack
  const settings = {
    profile: 'adult',
    basis: 'distance',
    rules,
    scenario: null,
    year: 2026,
    bandsBasis: 'distance',
    bands: [300, 500, 1000],
  } as const
  print(
    `read ${(read - start).toFixed(0)} ms, network and places ${(built - read).toFixed(0)} ms: ${beside((built - start) / 1000, 1.2, 's', 2)} cold, peak of memory ${beside(process.resourceUsage().maxRSS / 1000, 350, 'MB', 0)}`,
  )
  const times: number[] = []
  let gaps = 0
  // V8 needs some runs to compile all of it
  for (let i = 0; i < 12; i++) {
    const t = performance.now()
    const view = await analyse(prepared, settings, {})
    times.push(performance.now() - t)
    if (i > 0) assertEqual(view.gaps.length, gaps, 'gaps of the same project')
    gaps = view.gaps.length
  }
  print(
    `assessment and gaps, ${project.layers.communities.length} communities × ${rules.rules.length} classes: first ${times[0].toFixed(0)} ms, then ${beside(Math.min(...times), 300, 'ms', 0)}`,
  )

  await changeRadii(prepared, settings, print)

  const laps: number[] = []
  for (let i = 0; i < 200; i++) {
    const { id } = project.layers.communities[(i * 37) % 1225]
    const t = performance.now()
    catchmentFrom(prepared, { kind: 'community', id }, settings, 10)
    laps.push(performance.now() - t)
  }
  laps.sort((a, b) => a - b)
  print(
    `click → three bands and the nearest of every class: median ${laps[100].toFixed(1)} ms, p95 ${laps[190].toFixed(1)} ms`,
  )
  print(
    `memory of the process: ${Math.round(process.memoryUsage().rss / 1e6)} MB now, peak ${beside((process.resourceUsage().maxRSS * 1024) / 1e6, 500, 'MB', 0)}`,
  )
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  print(
    `of it in use after a collection: ${Math.round(heapUsed / 1e6)} MB of objects, ${Math.round(arrayBuffers / 1e6)} MB of columns`,
  )
}

/** One radius after the other is changed by a fifth; each answer is that of judging everything anew. */
async function changeRadii(
  prepared: Prepared,
  settings: AnalysisSettings,
  print: (line: string) => void,
): Promise<void> {
  const { rules } = settings
  let judged = await judge(await measureAll(prepared, settings, {}), {})
  const times: number[] = []
  const worked: number[] = []
  for (let i = 0; i < 12; i++) {
    const changed = rules.rules.map((rule, k) =>
      k === (i * 5) % rules.rules.length ? { ...rule, radius_m: (rule.radius_m ?? 500) * 1.2 } : rule,
    )
    const next = { ...settings, rules: { ...rules, rules: changed } }
    const before = process.cpuUsage()
    const t = performance.now()
    const measured = remeasure(judged.measured, prepared, next)
    if (measured === null) throw new Error('a changed radius is measured again from the last answer')
    judged = await judge(measured, {}, judged)
    times.push(performance.now() - t)
    const { user, system } = process.cpuUsage(before)
    worked.push((user + system) / 1000)
    if (i % 4 === 0) {
      const anew = await analyse(prepared, next, {})
      assertEqual(anew.gaps.length, judged.view.gaps.length, 'gaps after a radius changed')
      const served = ({ assessment: { status } }: typeof anew): number =>
        status.filter((verdict) => verdict === 0).length
      assertEqual(served(anew), served(judged.view), 'verdicts after a radius changed')
    }
  }
  times.sort((a, b) => a - b)
  worked.sort((a, b) => a - b)
  print(
    `one radius changed → assessed again: median ${times[6].toFixed(0)} ms, worst ${beside(times[11], 500, 'ms', 0)}; processor time median ${worked[6].toFixed(0)} ms`,
  )
}

/** As the command line does it: beside the reader. */
function unpack(packed: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) =>
    inflate(packed, (error, bytes) => (error === null ? resolve(bytes) : reject(error))),
  )
}
