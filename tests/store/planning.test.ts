import { expect, test } from 'vitest'

import type { Measure, Proposal } from '../../src/model/proposal'
import type { RenovationUnit } from '../../src/model/renovation-unit'
import { createAppStore } from '../../src/store/app-store'
import type { Params, UnitsAnswer } from '../../src/worker/protocol'
import { Cancelled } from '../../src/engine/run'
import { takeQuestion } from '../../src/worker/take-question'
import type { Solver } from '../../src/worker/solver-client'
import type { SolverNews, SolverOrder } from '../../src/worker/solver-protocol'
import { fakeEngine, mapLayers, openResult, settle, testSurroundings } from './fake-engine'

/** A solver whose tasks are answered by the test. */
function fakeSolver() {
  const tasks: { task: SolverOrder; tell: (news: SolverNews) => void; finish: () => Promise<void> }[] = []
  const solver: Solver = {
    start(task, tell) {
      let cancel: (() => void) | null = null
      let finish: (() => void) | null = null
      const done = new Promise<void>((resolve, reject) => {
        finish = resolve
        cancel = () => reject(new Cancelled())
      })
      tasks.push({
        task,
        tell,
        finish: async () => {
          finish?.()
          await settle()
        },
      })
      return { done, cancel: () => cancel?.() }
    },
  }
  return { solver, tasks }
}

async function openStore() {
  const engine = fakeEngine()
  const { solver, tasks } = fakeSolver()
  const store = createAppStore(engine.client, testSurroundings({ solver }))
  void store.actions.openDemo()
  await settle()
  await engine.next('open').answer(openResult('甲'))
  await engine.next('mapLayers').answer(mapLayers())
  // a plan in one step, unless a test is about the first one
  store.actions.setWishes({ opensWalls: false, opensSharedWalls: false, addsPaths: false })
  return { store, engine, tasks }
}

const unit: RenovationUnit = { id: 'unit:a', communities: ['a', 'b'] }
const units = {
  proposed: { units: [unit], alone: ['c'], with_unknown: [unit], links: [] },
  reports: [],
} as UnitsAnswer
/** what the page hears of a question, which goes to the solver without it */
const question = { classes: ['NURSERY'] }
const edit = { kind: 'open-gate', gate: 'g', access: 'public' } as const
const proposal = {
  options: { objective: 'most' },
  measures: [{ measure: { edit } }],
  people_served: 5,
  by_gap: [],
} as unknown as Proposal

test('a plan is shown as found at once, then as the best, then as measured; and is kept as a scenario', async () => {
  const { store, engine, tasks } = await openStore()
  store.actions.setWishes({ budget_yuan: 700_000 })
  const plan = () => store.planning.getState().plan
  void store.actions.propose()
  await settle()
  expect(plan()?.phase).toBe('asking')
  await engine.next('propose').answer(question)
  expect(plan()?.phase).toBe('solving')
  expect(tasks[0].task).toMatchObject({ kind: 'plan', budget_yuan: 700_000 })
  tasks[0].tell({ type: 'greedy', proposal })
  expect(plan()).toMatchObject({ proposal, isExact: false })
  tasks[0].tell({ type: 'progress', progress: { goal: 'most', value: 5, bound: 6, seconds: 1 } })
  tasks[0].tell({ type: 'plan', proposal })
  expect(plan()).toMatchObject({ isExact: true, progress: null })
  await tasks[0].finish()
  expect(plan()?.phase).toBe('checking')
  // what shares a site is told before anything is walked
  const complexes = engine.next('planComplexes')
  expect(complexes.params).toEqual({ edits: [edit], scenario: null })
  await complexes.answer([])
  expect(plan()?.complexes).toEqual([])
  const check = engine.next('checkPlan')
  expect(check.params).toMatchObject({ edits: [edit], classes: ['NURSERY'] })
  await check.answer({ people_served: 6, people_lost: 0, by_class: [] })
  expect(plan()).toMatchObject({ phase: 'done', measured: { people_served: 6 } })
  expect(store.planning.getState().wantedKey).toBe(plan()?.key)
  store.actions.adoptPlan('优化方案 1')
  expect(store.project.getState().summary?.scenarios).toMatchObject([{ name: '优化方案 1', edits: [edit] }])
})

test('a plan kept twice, or a point of a front after it, is not laid over the scenario that was kept before', async () => {
  const { store, engine, tasks } = await openStore()
  const kept = () => store.project.getState().summary?.scenarios.map(({ name, edits }) => [name, edits])
  void store.actions.propose()
  await settle()
  await engine.next('propose').answer(question)
  tasks[0].tell({ type: 'plan', proposal })
  void store.actions.askFront()
  await settle()
  await engine.next('propose').answer(question)
  const other = { kind: 'open-gate', gate: 'h', access: 'public' } as const
  const point = { budget_yuan: 1, cost_yuan: 1, people_served: 1, value: 1, bound: 1, keys: ['gate:h'] }
  const measures = [{ key: 'gate:h', edit: other }] as unknown as readonly Measure[]
  tasks[1].tell({ type: 'point', point, measures })
  store.actions.adoptPlan('甲')
  store.actions.adoptPlan('乙')
  store.actions.adoptPoint(0, '丙')
  expect(kept()).toEqual([
    ['甲', [edit]],
    ['乙', [edit]],
    ['丙', [other]],
  ])
})

test('a plan over a scenario holds what that did when it was asked for', async () => {
  const { store, engine, tasks } = await openStore()
  const first = { kind: 'close-gate', gate: 'a' } as const
  store.actions.createScenario('底', [first])
  const { scenario } = store.view.getState()
  void store.actions.propose()
  await settle()
  await engine.next('propose').answer(question)
  tasks[0].tell({ type: 'plan', proposal })
  store.actions.showScenario(null)
  store.actions.adoptPlan('甲')
  expect(store.project.getState().summary?.scenarios.at(-1)).toMatchObject({ edits: [first, edit] })
  expect(store.view.getState().scenario).not.toBe(scenario)
})

test('other money asks the same question again; other conditions make the plan one from before', async () => {
  const { store, engine, tasks } = await openStore()
  void store.actions.propose()
  await settle()
  const asked = engine.next('propose')
  const { key, to } = asked.params as Params<'propose'>
  await asked.answer(question)
  // its ends are with the engine and with the solver
  to.postMessage('question')
  await expect(takeQuestion(tasks[0].task.question)).resolves.toBe('question')
  store.actions.setWishes({ budget_yuan: 1 })
  expect(store.planning.getState().wantedKey).not.toBe(store.planning.getState().plan?.key)
  void store.actions.propose()
  await settle()
  const again = engine.next('propose')
  expect(again.params).toMatchObject({ key })
  await again.answer(question)
  expect(tasks[1].task.budget_yuan).toBe(1)
  store.actions.setWishes({ opensGates: false })
  void store.actions.propose()
  await settle()
  const other = engine.next('propose').params as Params<'propose'>
  expect(other).toMatchObject({ options: { opensGates: false } })
  expect(other.key).not.toBe(key)
})

test('a plan without walls and paths is there while these are measured, and stays where that is stopped', async () => {
  const { store, engine, tasks } = await openStore()
  const plan = () => store.planning.getState().plan
  store.actions.setWishes({ opensWalls: true, opensSharedWalls: true, addsPaths: true })
  void store.actions.propose()
  await settle()
  const first = engine.next('propose')
  expect(first.params).toMatchObject({
    options: { opensWalls: false, opensSharedWalls: false, addsPaths: false },
  })
  await first.answer(question)
  expect(tasks[0].task.kind).toBe('greedy')
  tasks[0].tell({ type: 'greedy', proposal })
  await tasks[0].finish()
  expect(plan()).toMatchObject({ phase: 'asking', isExact: false, classes: ['NURSERY'] })
  // with walls and paths more may be served, and more be reached
  expect(plan()?.proposal).toMatchObject({ people_served: 5, bound: Infinity, people_beyond: 0 })
  expect(engine.next('propose').params).toMatchObject({
    options: { opensWalls: true, opensSharedWalls: true, addsPaths: true },
  })
  store.actions.stopPlanning()
  await settle()
  expect(plan()).toMatchObject({ phase: 'stopped', stoppedWhile: 'asking', proposal: { people_served: 5 } })
  // what is pinned to a wall can only be asked with walls
  store.actions.setWishes({ must: ['wall:a'] })
  void store.actions.propose()
  await settle()
  expect(engine.next('propose').params).toMatchObject({ options: { opensWalls: true } })
})

test('a stop keeps the plan found by then', async () => {
  const { store, engine, tasks } = await openStore()
  void store.actions.propose()
  await settle()
  await engine.next('propose').answer(question)
  tasks[0].tell({ type: 'greedy', proposal })
  const progress = { goal: 'most', value: 5, bound: 6, seconds: 1 } as const
  tasks[0].tell({ type: 'progress', progress })
  store.actions.stopPlanning()
  await settle()
  // and what was proven of it by then
  const { plan } = store.planning.getState()
  expect(plan).toMatchObject({
    phase: 'stopped',
    stoppedWhile: 'solving',
    proposal,
    isExact: false,
    progress,
  })
  expect(store.project.getState().notices).toEqual([])
  void store.actions.measurePlan()
  await engine.next('planComplexes').answer([])
  await engine.next('checkPlan').answer({ people_served: 6, people_lost: 0, by_class: [] })
  // measured, it is still the plan of a search that was stopped
  expect(store.planning.getState().plan).toMatchObject({
    phase: 'stopped',
    stoppedWhile: 'solving',
    measured: { people_served: 6 },
  })
})

test('a stop keeps the best plan that the solver had found', async () => {
  const { store, tasks, engine } = await openStore()
  const plan = () => store.planning.getState().plan
  void store.actions.propose()
  await settle()
  await engine.next('propose').answer(question)
  tasks[0].tell({ type: 'greedy', proposal })
  tasks[0].tell({ type: 'better', taken: [1] })
  tasks[0].tell({ type: 'better', taken: [0, 2] })
  store.actions.stopPlanning()
  await settle()
  // the stop is obeyed at once, with what is there
  expect(plan()).toMatchObject({ phase: 'stopped', proposal, isBetter: false })
  await engine.next('propose').answer(question)
  expect(tasks[1].task).toMatchObject({ kind: 'better', taken: [0, 2] })
  const better = { ...proposal, people_served: 7 }
  tasks[1].tell({ type: 'plan', proposal: better })
  await tasks[1].finish()
  expect(plan()).toMatchObject({ phase: 'stopped', proposal: better, isBetter: true, isExact: false })
})

test('measuring a plan can be stopped, and asked for later', async () => {
  const { store, engine, tasks } = await openStore()
  const plan = () => store.planning.getState().plan
  void store.actions.propose()
  await settle()
  await engine.next('propose').answer(question)
  tasks[0].tell({ type: 'plan', proposal })
  await tasks[0].finish()
  await engine.next('planComplexes').answer([])
  const check = engine.next('checkPlan')
  store.actions.stopPlanning()
  expect(check.signal?.aborted).toBe(true)
  await check.fail(new Cancelled())
  expect(plan()).toMatchObject({ phase: 'stopped', stoppedWhile: 'checking', isExact: true, measured: null })
  // under other settings it would be measured on other walks
  store.actions.setWishes({ budget_yuan: 1 })
  await store.actions.measurePlan()
  expect(plan()?.phase).toBe('stopped')
  store.actions.setWishes({ budget_yuan: 5_000_000 })
  void store.actions.measurePlan()
  await engine.next('planComplexes').answer([])
  await engine.next('checkPlan').answer({ people_served: 5, people_lost: 0, by_class: [] })
  expect(plan()).toMatchObject({ phase: 'done', stoppedWhile: null, measured: { people_served: 5 } })
})

test('a stop of one computation leaves the others alone', async () => {
  const { store, engine, tasks } = await openStore()
  void store.actions.propose()
  await settle()
  await engine.next('propose').answer(question)
  void store.actions.askFront()
  void store.actions.askGain()
  for (const _ of ['front', 'gain']) await engine.next('propose').answer(question)
  expect(tasks.map(({ task }) => task.kind)).toEqual(['plan', 'front', 'gain'])
  store.actions.stopPlanning('front')
  await settle()
  expect(store.planning.getState()).toMatchObject({
    front: { isRunning: false, isStopped: true },
    gain: { isRunning: true, isStopped: false },
    plan: { phase: 'solving' },
  })
})

test('units are asked for when somebody looks, and become the user’s own when one is changed', async () => {
  const { store, engine } = await openStore()
  store.actions.setWantsUnits(true)
  expect(engine.asked.map(({ name }) => name)).not.toContain('units')
  // after the analysis, which rests on the same walks
  await engine.next('analyse').answer({ assessment: { communities: [] } })
  expect(engine.next('units').params).toMatchObject({ units: null })
  store.planning.setState({ units })
  store.actions.chooseUnit('unit:a')
  store.actions.drawUnit(['b', 'c'])
  await settle()
  const kept = engine.next('setUnits')
  expect(kept.params).toEqual({
    units: [
      { id: 'unit:a', communities: ['a'] },
      { id: 'unit:b', communities: ['b', 'c'] },
    ],
  })
  await kept.answer(null)
  expect(store.project.getState().summary?.units).toHaveLength(2)
  expect(store.project.getState().hasUnsavedChanges).toBe(true)
  // what changes nothing is not kept
  store.actions.mergeUnits(['unit:a', 'unit:x'])
  await settle()
  expect(engine.asked.map(({ name }) => name)).not.toContain('setUnits')
  // drawn units are taken back to those proposed, and drawn again
  store.actions.chooseUnit('unit:b')
  store.actions.undo()
  await settle()
  expect(engine.next('setUnits').params).toEqual({ units: null })
  expect(store.project.getState().summary?.units).toBe(null)
  store.actions.redo()
  await settle()
  const again = engine.next('setUnits')
  expect(again.params).toEqual(kept.params)
  await again.fail(new Error('no'))
  expect(store.project.getState()).toMatchObject({ summary: { units: null }, planHistory: { past: [] } })
})

test('who looks at a unit goes on with what becomes of it, back to those proposed as well', async () => {
  const { store } = await openStore()
  store.planning.setState({ units })
  const looked = () => store.planning.getState().unit
  store.actions.drawUnit(['b', 'c'])
  store.actions.chooseUnit('unit:b')
  store.actions.undo()
  // b is one of unit:a again
  expect(looked()).toBe('unit:a')
  store.actions.redo()
  expect(looked()).toBe('unit:a')
  store.actions.chooseUnit('unit:b')
  store.actions.dropFromUnits(['b', 'c'])
  expect(looked()).toBe(null)
})

test('a unit that is proposed no more is looked at and planned for no more', async () => {
  const { store, engine } = await openStore()
  store.actions.setWantsUnits(true)
  await engine.next('analyse').answer({ assessment: { communities: [] } })
  await engine.next('units').answer(units)
  store.actions.chooseUnit('unit:a')
  store.actions.setBasis('time')
  await settle()
  await engine.next('analyse').answer({ assessment: { communities: [] } })
  const none = { ...units, proposed: { ...units.proposed, units: [] } }
  await engine.next('units').answer(none)
  expect(store.planning.getState().unit).toBe(null)
})

test('a gap leads to the cheapest plan that closes it; gaps that are not there any more are not asked for', async () => {
  const { store, engine } = await openStore()
  const gap = { id: 'p:NURSERY:a', class: 'NURSERY', places: ['a'] }
  await engine.next('analyse').answer({ assessment: { communities: [] }, gaps: [gap] })
  store.actions.chooseUnit('unit:a')
  store.actions.planForGap(gap.id)
  expect(store.view.getState().workspace).toBe('plan')
  expect(store.planning.getState()).toMatchObject({ part: 'propose', unit: null })
  const { gaps } = store.planning.getState().wishes
  store.actions.setWishes({ gaps: [...gaps, 'p:NURSERY:gone'] })
  void store.actions.propose()
  await settle()
  expect(engine.next('propose').params).toMatchObject({
    options: { objective: 'cheapest', budget_yuan: null, classes: null, gaps: [gap] },
  })
})

const side = (people_served: number, keys: readonly string[]) => ({
  people_served,
  people_at_most: people_served,
  cost_yuan: 1,
  keys,
})

test('both sides of the gain become scenarios side by side; each for itself serves its own alone', async () => {
  const { store, engine, tasks } = await openStore()
  const convert = { kind: 'convert-space', space: 's', use: 'GYM', class: 'GYM' } as const
  const measures = [
    { key: 'space:s', edit: convert },
    { key: 'gate:g', edit },
  ] as unknown as readonly Measure[]
  void store.actions.askGain()
  await settle()
  await engine.next('propose').answer(question)
  const gain = {
    budget_yuan: null,
    alone: side(3, ['space:s']),
    together: side(5, ['space:s', 'gate:g']),
    communities: [],
  }
  const promised = { ...gain, together: side(4, ['space:s', 'gate:g']) }
  tasks[0].tell({ type: 'gain', gain: promised, measures })
  await tasks[0].finish()
  // told is what both sides measure, not what their measures promise
  expect(store.planning.getState().gain).toMatchObject({ isRunning: true, gain: null })
  const check = engine.next('checkGain')
  expect(check.params).toMatchObject({ gain: promised, options: { objective: 'most' } })
  await check.answer(gain)
  expect(store.planning.getState().gain).toMatchObject({ isRunning: false, gain })
  store.actions.compareGain({ alone: '单独', together: '联动' })
  const { scenarios = [] } = store.project.getState().summary ?? {}
  expect(scenarios).toMatchObject([
    { name: '单独', edits: [{ ...convert, access: 'residents' }] },
    { name: '联动', edits: [convert, edit] },
  ])
  expect(store.view.getState()).toMatchObject({
    isTableOpen: true,
    drawerTab: 'compare',
    comparing: { columns: [null, ...scenarios.map(({ id }) => id)] },
  })
})
