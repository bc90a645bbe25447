import fc from 'fast-check'
import { expect, test } from 'vitest'

import { makeDemo } from '../../data/make-demo/make-demo'
import { type MeasureHelper, measureShare } from '../../src/engine/catchment/share-measuring'
import {
  judge,
  type Judged,
  measure,
  type Measured,
  prepare,
  regate,
  remeasure,
} from '../../src/engine/pipeline'
import type { AnalysisSettings } from '../../src/model/analysis'
import type { Project } from '../../src/model/project'
import type { Edit, Scenario } from '../../src/model/scenario'
import { districts } from '../oracle/random-district'
import { DISTANCE, TIME } from '../scenes/analyse-scene'

/** What was measured incrementally, and from nothing, must be the same in every column. */
async function compare(incremental: Measured, full: Measured, before: Judged | null): Promise<Judged> {
  const { frame: _, ...network } = incremental.prepared.network
  expectSame(network, full.prepared.network, 'network')
  expectSame(incremental.reach, full.reach, 'reach')
  expectSame(incremental.neighbours, full.neighbours, 'neighbours')
  const view = await judge(incremental, {}, before)
  expectSame(view, await judge(full, {}), 'view')
  return { measured: incremental, ...view }
}

/** Deep equality, told by path; columns are compared as bytes, because `toEqual` takes seconds over them. */
function expectSame(a: unknown, b: unknown, path: string): void {
  if (ArrayBuffer.isView(a) && ArrayBuffer.isView(b)) {
    const [x, y] = [a, b].map((view) => Buffer.from(view.buffer, view.byteOffset, view.byteLength))
    if (!x.equals(y)) expect(a, path).toEqual(b)
  } else if (typeof a === 'object' && a !== null && typeof b === 'object' && b !== null) {
    for (const key of Object.keys(a)) expectSame(Reflect.get(a, key), Reflect.get(b, key), `${path}.${key}`)
  } else if (!Object.is(a, b)) expect(a, path).toBe(b)
}

interface Step {
  readonly edits: readonly Edit[]
  readonly hour: number | null
}

/** Walks through some scenarios one after the other; gives how many steps needed no full measuring. */
async function walkThrough(
  project: Project,
  steps: readonly Step[],
  settings: AnalysisSettings,
): Promise<number> {
  let measured = await measure(await prepare(project, null, {}), settings, {})
  let judged: Judged = { measured, ...(await judge(measured, {})) }
  let incremental = 0
  for (const { edits, hour } of steps) {
    const scenario: Scenario = { id: 'v', name: 'v', edits }
    const prepared = regate(measured.prepared, scenario, hour)
    if (prepared === null) throw new Error('gates can always be changed')
    const asked = { ...settings, scenario: 'v', hour }
    const next = remeasure(measured, prepared, asked)
    const full = await measure(
      await prepare({ ...project, scenarios: [scenario] }, 'v', {}, { hour }),
      asked,
      {},
    )
    if (next !== null) incremental++
    measured = next ?? (await measure(prepared, asked, {}))
    judged = await compare(measured, full, judged)
  }
  return incremental
}

function editsOf(project: Project, picks: readonly number[]): Edit[] {
  const { gates } = project.layers
  if (gates.length === 0) return []
  return picks.map((pick): Edit => {
    const gate = gates[Math.floor(pick / 3) % gates.length].id
    if (pick % 3 === 0) return { kind: 'close-gate', gate }
    return { kind: 'open-gate', gate, access: pick % 3 === 1 ? 'public' : 'residents' }
  })
}

const picks = fc.array(fc.nat({ max: 60 }), { maxLength: 3 })
const hour = fc.option(fc.integer({ min: 0, max: 1439 }), { freq: 3 })
const walks = fc.array(fc.record({ picks, hour }), { minLength: 1, maxLength: 4 })

test('after any edits of gates the incremental answer is that of a full run, to the byte', async () => {
  let incremental = 0
  let steps = 0
  await fc.assert(
    fc.asyncProperty(districts, walks, fc.boolean(), async ({ project }, walk, isByTime) => {
      steps += walk.length
      incremental += await walkThrough(
        project,
        walk.map((step) => ({ edits: editsOf(project, step.picks), hour: step.hour })),
        isByTime ? TIME : DISTANCE,
      )
    }),
    { numRuns: 60, seed: 20261122 },
  )
  console.log(`incremental: ${incremental} of ${steps} steps over random districts, all equal to a full run`)
  expect(incremental).toBeGreaterThan(steps / 3)
}, 120_000)

test('gate by gate on the demo the incremental answer is that of a full run', async () => {
  const project = makeDemo(20231220)
  const { gates } = project.layers
  const steps = Array.from({ length: 9 }, (_, i): Step => {
    const gate = gates[(i * 29) % gates.length].id
    const edit: Edit =
      i % 3 === 0
        ? { kind: 'close-gate', gate }
        : { kind: 'open-gate', gate, access: i % 3 === 1 ? 'public' : 'residents' }
    return { edits: [edit], hour: null }
  })
  const incremental = await walkThrough(project, steps, DISTANCE)
  console.log(`incremental: ${incremental} of ${steps.length} steps on the demo`)
  expect(incremental).toBeGreaterThan(steps.length / 2)
}, 120_000)

test('two threads measure what one measures', async () => {
  const helper: MeasureHelper = {
    fromSize: 0,
    // what a message to another thread would do
    measure: async (share, classes) => measureShare(structuredClone(share), classes),
  }
  await fc.assert(
    fc.asyncProperty(districts, fc.boolean(), async ({ project }, isByTime) => {
      const settings = isByTime ? TIME : DISTANCE
      const prepared = await prepare(project, null, {})
      const alone = await measure(prepared, settings, {})
      const together = await measure(prepared, settings, {}, helper)
      expectSame(together.reach, alone.reach, 'reach')
    }),
    { numRuns: 40, seed: 20261122 },
  )
})
