import { createHash } from 'node:crypto'

import { makeDemo } from '../data/make-demo/make-demo'
import { compareJudged } from '../src/engine/compare/compare-judged'
import { judge, measure, prepare, remeasure, replan } from '../src/engine/pipeline'
import { rehearse } from '../src/engine/try-edits'
import type { AnalysisView } from '../src/model/analysis'
import type { Project } from '../src/model/project'
import type { Edit, EditKind, Scenario } from '../src/model/scenario'
import { drawEdit, drawShortPath, drawStreetAtGate, KEEPING_STREETS } from './draw-edits'
import { PAGE_SETTINGS, readDistrict } from './district'
import { beside } from './measure'
import { seededRandom } from './street-grid'
import { wallIn } from './wall-in'

/** So many edits of a kind, of which every fifth is compared with a full run. */
const EDITS = 60
const COMPARED = 5

type Draw = (project: Project, codes: readonly string[], random: () => number) => Edit | null

const byLot =
  (kinds: readonly EditKind[]): Draw =>
  (project, codes, random) =>
    drawEdit(project, codes, random, kinds)

const drawGate = byLot(['open-gate', 'close-gate'])
const drawFacility = byLot(KEEPING_STREETS.filter((kind) => !kind.endsWith('gate')))
const drawWall = byLot(['open-wall'])
const drawPath: Draw = (project, _codes, random) => drawShortPath(project, random)
const drawRemoval = byLot(['remove-path'])
const drawRemovalAtGate: Draw = (project, _codes, random) => drawStreetAtGate(project, random)

/** What is edited, and how often. */
const GROUPS: readonly { name: string; draw: Draw; edits: number }[] = [
  {
    name: 'all of the following but the last by lot, in one plan',
    draw: (project, codes, random) =>
      [drawGate, drawFacility, drawWall, drawPath, drawRemoval, drawRemovalAtGate][Math.floor(random() * 6)](
        project,
        codes,
        random,
      ),
    edits: 2 * EDITS,
  },
  { name: 'gates opened and closed', draw: drawGate, edits: EDITS },
  {
    name: 'facilities added, moved, resized, shared, closed, spaces used',
    draw: drawFacility,
    edits: EDITS,
  },
  { name: 'walls opened', draw: drawWall, edits: EDITS },
  {
    name: 'paths of up to 150 m added, one street removed for two of them',
    draw: (project, codes, random) =>
      random() < 2 / 3 ? drawPath(project, codes, random) : drawRemoval(project, codes, random),
    edits: EDITS,
  },
  { name: 'streets at gates removed', draw: drawRemovalAtGate, edits: 30 },
  // nobody draws such lines, but nothing keeps anybody from it
  {
    name: 'straight lines of any length added, streets removed',
    draw: byLot(['add-path', 'remove-path', 'add-path']),
    edits: 30,
  },
]

/**
 * What one edit costs while somebody designs, to the assessment, the gaps and what the plan changes: the demo, and Xihu District, every
 * third community walled by lot with gates where streets cross its edge.
 */
export async function run(print: (line: string) => void): Promise<void> {
  await edit('demo', makeDemo(20231220), 100, print)
  const district = await readDistrict(print)
  if (district === null) return
  await edit('Xihu', await wallIn(district), 250, print)
  print(`memory of the process: peak ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`)
}

async function edit(
  name: string,
  project: Project,
  target: number,
  print: (line: string) => void,
): Promise<void> {
  const { gates, communities, facilities } = project.layers
  print(
    `${name}: ${communities.filter(({ gated }) => gated).length} walled communities, ${gates.length} gates, ${facilities.length} facilities`,
  )
  const codes = PAGE_SETTINGS.rules.rules.map(({ code }) => code)
  for (const { name: kind, draw, edits: count } of GROUPS) {
    // beforehand: choosing among all streets leaves more behind than an edit does
    const random = seededRandom(5)
    const drawn = Array.from({ length: count }, () => draw(project, codes, random)).filter(
      (edit) => edit !== null,
    )
    let state = await judge(await measure(await prepare(project, null, {}), PAGE_SETTINGS, {}), {})
    // as the worker does when somebody comes to plan
    await rehearse(state, {})
    const untouched = state
    let edits: Edit[] = []
    const [laps, processor, fulls]: number[][] = [[], [], []]
    const answered: { readonly scenario: Scenario; readonly view: AnalysisView }[] = []
    let incremental = 0
    for (const [i, drawing] of drawn.entries()) {
      edits = [...edits, drawing]
      const scenario: Scenario = { id: 'v', name: 'v', edits }
      const start = performance.now()
      const used = process.cpuUsage()
      const prepared = replan(state.measured.prepared, scenario, null)
      const next = remeasure(state.measured, prepared, PAGE_SETTINGS)
      state = await judge(next ?? (await measure(prepared, PAGE_SETTINGS, {})), {}, state)
      compareJudged(untouched, state)
      const { user, system } = process.cpuUsage(used)
      laps.push(performance.now() - start)
      processor.push((user + system) / 1000)
      if (next !== null) incremental++
      if (i % COMPARED === 0) answered.push({ scenario, view: state.view })
    }
    // afterwards: what full runs leave behind is nothing that an edit has to clear away
    for (const { scenario, view } of answered) {
      const before = process.cpuUsage()
      const whole = await prepare({ ...project, scenarios: [scenario] }, 'v', {})
      const full = await judge(await measure(whole, PAGE_SETTINGS, {}), {})
      const spent = process.cpuUsage(before)
      fulls.push((spent.user + spent.system) / 1000)
      assertSameView(view, full.view)
    }
    for (const times of [laps, processor, fulls]) times.sort((a, b) => a - b)
    const [median, p95] = [0.5, 0.95].map((share) => processor[Math.floor(processor.length * share)])
    print(
      `  ${kind}: median ${laps[laps.length >> 1].toFixed(1)} ms, p95 ${beside(laps[Math.floor(laps.length * 0.95)], target, 'ms')}; processor time: median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, a full run ${(fulls[fulls.length >> 1] / median).toFixed(1)} times the median; ${incremental} of ${laps.length} without preparing or measuring everything`,
    )
  }
}

/** Every column, gap and issue of an answer is that of a full run. */
function assertSameView(view: AnalysisView, full: AnalysisView): void {
  const [text, whole] = [view, full].map((each) =>
    JSON.stringify(each, (_key, value: unknown) => (ArrayBuffer.isView(value) ? hashOf(value) : value)),
  )
  if (text !== whole) throw new Error('the answer after an edit is not that of a full run')
}

function hashOf({ buffer, byteOffset, byteLength }: ArrayBufferView): string {
  return createHash('sha256')
    .update(new Uint8Array(buffer, byteOffset, byteLength))
    .digest('hex')
}
