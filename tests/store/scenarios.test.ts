import { expect, test } from 'vitest'
import { Cancelled } from '../../src/engine/run'
import { knownOutcomes } from '../../src/model/known-outcomes'
import type { Gate } from '../../src/model/layers'
import type { Edit, Scenario } from '../../src/model/scenario'
import type { ScenarioChanges } from '../../src/model/scenario-outcome'
import type { AppStore } from '../../src/store/state'
import type { ScenarioLayers } from '../../src/worker/protocol'
import { type fakeEngine, openResult, settle, storeWithProject } from './fake-engine'

const open: Edit = { kind: 'open-gate', gate: 'g1', access: 'public' }
const close: Edit = { kind: 'close-facility', facility: 'f1' }
const again: Edit = { kind: 'close-facility', facility: 'f2' }
const changes: ScenarioChanges = { facilities: [], gates: [], paths: [], spaces: [] }

type Engine = ReturnType<typeof fakeEngine>

/** What one edit becomes where nothing is said of it. */
function outcome(made: string | null = null): ScenarioLayers['outcomes'][number] {
  return {
    refusal: null,
    cost: null,
    vote: { type: 'none', ground: 'outside-communities', communities: [] },
    made,
    line: [],
  }
}

const layersOf = (made: readonly (string | null)[]): ScenarioLayers => ({
  outcomes: made.map(outcome),
  changes,
  complexes: [],
  changed: { base: {} },
})

/** An analysis as far as the store looks at it. */
const analysis = (name: string) => ({ name, assessment: { communities: [] } })
const comparison = (served: number) => ({ classes: [{ served_after: served }], person_minutes: 0 })

async function storeWithScenario(): Promise<{ store: AppStore; engine: Engine }> {
  const { store, engine } = await storeWithProject()
  await engine.next('analyse').answer(analysis('base'))
  store.actions.createScenario('方案 1')
  await engine.next('setScenarios').answer(null)
  await engine.next('analyse').answer(analysis('empty'))
  expect(engine.asked).toEqual([])
  return { store, engine }
}

const scenarios = (store: AppStore): readonly Scenario[] => store.project.getState().summary?.scenarios ?? []
const edits = (store: AppStore): readonly Edit[] =>
  scenarios(store).find(({ id }) => id === store.view.getState().scenario)?.edits ?? []

/** The edits of the first scenario the worker is told. */
function movedTo({ params }: { readonly params: unknown }): readonly Edit[] {
  return (params as { scenarios: readonly Scenario[] }).scenarios[0].edits
}

/** Answers everything one edit makes the store ask. */
async function answerEdit(engine: Engine, made: readonly (string | null)[], served: number): Promise<void> {
  await engine.next('setScenarios').answer(null)
  await engine.next('analyse').answer(analysis(`served ${served}`))
  await engine.next('compare').answer([comparison(served)])
  await engine.next('scenarioLayers').answer(layersOf(made))
  expect(engine.asked).toEqual([])
}

test('a new scenario is shown, told to the worker, analysed by its id and unsaved', async () => {
  const { store, engine } = await storeWithProject()
  await engine.next('analyse').answer(analysis('base'))
  store.actions.createScenario('方案 1')
  expect(scenarios(store)).toEqual([{ id: 'v1', name: '方案 1', edits: [] }])
  expect(store.view.getState().scenario).toBe('v1')
  expect(store.project.getState().hasUnsavedChanges).toBe(true)
  expect(engine.next('setScenarios').params).toEqual({ scenarios: scenarios(store) })
  expect(engine.next('analyse').params).toMatchObject({ scenario: 'v1' })
})

test('an edit is analysed, compared with the base, and then drawn, and its last step is known', async () => {
  const { store, engine } = await storeWithScenario()
  store.actions.addEdit(open)
  // nothing is waited for on a page that may be drawing: the worker answers one after the other
  expect(engine.asked.map(({ name }) => name)).toEqual(['setScenarios', 'analyse', 'compare'])
  expect(store.results.getState().isMeasuringEffect).toBe(true)
  await engine.next('setScenarios').answer(null)
  await engine.next('analyse').answer(analysis('after'))
  expect(engine.asked.map(({ name }) => name)).toEqual(['compare', 'scenarioLayers'])
  const compare = engine.next('compare')
  expect(compare.params).toMatchObject({ pairs: [[null, 'v1']] })
  await compare.answer([comparison(10)])
  expect(store.results.getState().planEffect).toMatchObject({ comparison: comparison(10), before: null })
  expect(store.results.getState().isMeasuringEffect).toBe(false)
  await engine.next('scenarioLayers').answer(layersOf([null]))
  expect(store.results.getState().planned?.scenario).toBe('v1')

  store.actions.addEdit(close)
  await answerEdit(engine, [null, null], 7)
  expect(store.results.getState().planEffect).toMatchObject({
    comparison: comparison(7),
    before: comparison(10),
  })
})

test('an edit is drawn even when it cannot be analysed', async () => {
  const { store, engine } = await storeWithScenario()
  store.actions.addEdit(open)
  await engine.next('setScenarios').answer(null)
  await engine.next('analyse').fail(new Error('unforeseen'))
  await engine.next('scenarioLayers').answer(layersOf([null]))
  expect(store.results.getState().planned?.scenario).toBe('v1')
})

test('undo and redo go through whole lists, also over creating and deleting a scenario', async () => {
  const { store, engine } = await storeWithScenario()
  store.actions.addEdit(open)
  await answerEdit(engine, [null], 10)
  store.actions.deleteScenario('v1')
  expect(store.view.getState().scenario).toBeNull()
  store.actions.undo()
  expect(store.view.getState().scenario).toBe('v1')
  expect(edits(store)).toEqual([open])
  store.actions.undo()
  expect(edits(store)).toEqual([])
  store.actions.undo()
  expect(scenarios(store)).toEqual([])
  expect(store.view.getState().scenario).toBeNull()
  store.actions.undo()
  store.actions.redo()
  store.actions.redo()
  expect(edits(store)).toEqual([open])
  // a new step ends what could be taken again
  store.actions.renameScenario('v1', '方案甲')
  expect(store.project.getState().planHistory.future).toEqual([])
  store.actions.undo()
  expect(scenarios(store)[0].name).toBe('方案 1')
  const told = engine.asked.filter(({ name }) => name === 'setScenarios').at(-1)
  expect(told?.params).toEqual({ scenarios: scenarios(store) })
})

test('undoing the only edit shows the base layers and no effect', async () => {
  const { store, engine } = await storeWithScenario()
  store.actions.addEdit(open)
  await engine.next('setScenarios').answer(null)
  await engine.next('analyse').answer(analysis('opened'))
  await engine
    .next('scenarioLayers')
    .answer({ ...layersOf([null]), changed: { base: {}, gates: ['opened'] } })
  expect(store.project.getState().mapLayers?.gates).toEqual(['opened'])
  expect(store.project.getState().baseLayers?.gates).toEqual([])
  store.actions.undo()
  expect(store.project.getState().mapLayers).toBe(store.project.getState().baseLayers)
  expect(store.results.getState()).toMatchObject({ planned: null, planEffect: null })
})

test('edits that belong together are one step', async () => {
  const { store } = await storeWithScenario()
  store.actions.addEdit(open, { ...open, gate: 'g2' }, close)
  expect(edits(store)).toEqual([open, { ...open, gate: 'g2' }, close])
  store.actions.undo()
  expect(edits(store)).toEqual([])
})

test('a copy stands beside its scenario, is shown, and is not locked', async () => {
  const { store } = await storeWithScenario()
  store.actions.addEdit(open)
  store.actions.noteScenario('v1', '先开门')
  store.actions.lockScenario('v1', true)
  store.actions.duplicateScenario('v1', '方案 1（副本）')
  expect(scenarios(store)).toEqual([
    { id: 'v1', name: '方案 1', note: '先开门', locked: true, edits: [open] },
    { id: 'v2', name: '方案 1（副本）', note: '先开门', edits: [open] },
  ])
  expect(store.view.getState().scenario).toBe('v2')
})

test('a copy has costs and votes of its own: the same edits of another scenario are asked for again', async () => {
  const { store, engine } = await storeWithScenario()
  store.actions.addEdit(open)
  await answerEdit(engine, [null], 10)
  store.actions.duplicateScenario('v1', '方案 1（副本）')
  await engine.next('setScenarios').answer(null)
  await engine.next('analyse').answer(analysis('copy'))
  await engine.next('compare').answer([comparison(10)])
  const layers = engine.next('scenarioLayers')
  expect(layers.params).toEqual({ scenario: 'v2' })
  await layers.answer(layersOf([null]))
  expect(store.results.getState().planned).toMatchObject({ scenario: 'v2', outcomes: [{ refusal: null }] })
})

test('a locked scenario takes no edit, no tool and no drag until it is unlocked', async () => {
  const { store } = await storeWithScenario()
  store.actions.addEdit(open)
  store.actions.lockScenario('v1', true)
  const before = scenarios(store)
  store.actions.addEdit(close)
  store.actions.openEdit(0)
  store.actions.deleteEdit(0)
  expect(store.view.getState().openEdit).toBe(0)
  store.actions.dragFacility('f1', [120, 30])
  store.actions.setTool({ kind: 'move-facility' })
  expect(scenarios(store)).toBe(before)
  expect(store.view.getState()).toMatchObject({ tool: null, dragged: null })
  store.actions.lockScenario('v1', false)
  store.actions.deleteEdit(0)
  expect(edits(store)).toEqual([])
})

test('of a locked scenario neither name nor note changes, and it is not deleted; a copy is free', async () => {
  const { store } = await storeWithScenario()
  store.actions.lockScenario('v1', true)
  store.actions.renameScenario('v1', '别的')
  store.actions.noteScenario('v1', '备注')
  store.actions.deleteScenario('v1')
  expect(scenarios(store)).toEqual([{ id: 'v1', name: '方案 1', edits: [], locked: true }])
  store.actions.duplicateScenario('v1', '副本')
  store.actions.renameScenario('v2', '乙')
  expect(scenarios(store)[1]).toEqual({ id: 'v2', name: '乙', edits: [] })
  store.actions.lockScenario('v1', false)
  store.actions.deleteScenario('v1')
  expect(scenarios(store).map(({ id }) => id)).toEqual(['v2'])
})

test('an edit of what another edit has added changes that one', async () => {
  const { store, engine } = await storeWithScenario()
  const added = { kind: 'add-facility', name: '新', class: 'MARKET', at: [120, 30] } as const
  store.actions.addEdit(added)
  await answerEdit(engine, ['facility~edit-1'], 5)
  store.actions.addEdit({ kind: 'move-facility', facility: 'facility~edit-1', to: [120.1, 30] })
  expect(edits(store)).toMatchObject([{ ...added, at: [120.1, 30] }])
  store.actions.addEdit({ kind: 'close-facility', facility: 'facility~edit-1' })
  expect(edits(store)).toEqual([])
})

test('before the worker has answered, what an edit adds is still known by its edit, wherever that stands by now', async () => {
  const { store, engine } = await storeWithScenario()
  const first = { kind: 'add-facility', name: '一', class: 'MARKET', at: [120, 30] } as const
  const second = { ...first, name: '二' }
  store.actions.addEdit(first)
  await answerEdit(engine, ['facility~edit-1'], 5)
  store.actions.addEdit(second)
  await answerEdit(engine, ['facility~edit-1', 'facility~edit-2'], 6)
  store.actions.addEdit(close)
  await answerEdit(engine, ['facility~edit-1', 'facility~edit-2', null], 6)
  store.actions.deleteEdit(0)
  // the map still shows the second as it was numbered
  store.actions.addEdit({ kind: 'close-facility', facility: 'facility~edit-2' })
  expect(edits(store)).toEqual([close])
})

test('what became of edits is told of those it is of only: not of one that was changed, nor of those behind it', async () => {
  const { store, engine } = await storeWithScenario()
  store.actions.addEdit(open)
  await answerEdit(engine, [null], 5)
  store.actions.addEdit(close)
  await answerEdit(engine, [null, null], 6)
  const known = () =>
    knownOutcomes(store.results.getState().planned, edits(store)).map((each) => each !== null)
  expect(known()).toEqual([true, true])
  store.actions.addEdit(again)
  expect(known()).toEqual([true, true, false])
  store.actions.undo()
  store.actions.changeEdit(0, { ...open, cost_yuan: 1 })
  expect(known()).toEqual([false, false])
  store.actions.undo()
  store.actions.moveEdit(1, 0)
  expect(known()).toEqual([false, false])
})

test('numbers say which edits they are of: those of the edit before are known as such, also when the next never come', async () => {
  const { store, engine } = await storeWithScenario()
  store.actions.addEdit(open)
  await answerEdit(engine, [null], 5)
  expect(store.results.getState().planEffect?.edits).toBe(edits(store))
  store.actions.addEdit(close)
  expect(store.results.getState().planEffect?.edits).not.toBe(edits(store))
  await engine.next('setScenarios').answer(null)
  store.actions.cancel()
  await engine.next('analyse').fail(new Cancelled())
  await engine.next('compare').fail(new Cancelled())
  expect(store.results.getState().planEffect?.edits).not.toBe(edits(store))
})

test('an edit that says what is said already is no step', async () => {
  const { store } = await storeWithScenario()
  store.actions.addEdit(open)
  const { past } = store.project.getState().planHistory
  store.actions.addEdit({ ...open })
  store.actions.changeEdit(0, { ...open })
  store.actions.moveEdit(0, 0)
  expect(store.project.getState().planHistory.past).toBe(past)
})

test('while a facility is dragged one question is under way, the newest waits, and letting go keeps one step', async () => {
  const { store, engine } = await storeWithScenario()
  store.actions.dragFacility('f1', [120, 30])
  store.actions.dragFacility('f1', [120.1, 30])
  store.actions.dragFacility('f1', [120.2, 30])
  expect(engine.asked.map(({ name }) => name)).toEqual(['setScenarios', 'analyse', 'compare'])
  const first = engine.next('setScenarios')
  expect(movedTo(first)).toEqual([{ kind: 'move-facility', facility: 'f1', to: [120, 30] }])
  await first.answer(null)
  await engine.next('analyse').answer(analysis('on the way'))
  await engine.next('compare').answer([comparison(3)])
  expect(store.results.getState().planEffect?.comparison).toEqual(comparison(3))
  const second = engine.next('setScenarios')
  expect(movedTo(second)).toEqual([{ kind: 'move-facility', facility: 'f1', to: [120.2, 30] }])
  expect(scenarios(store)[0].edits).toEqual([])

  const onTheWay = store.results.getState().analysis
  store.actions.dropFacility()
  expect(edits(store)).toEqual([{ kind: 'move-facility', facility: 'f1', to: [120.2, 30] }])
  // the numbers stay until the next ones, instead of jumping back
  expect(store.results.getState().analysis).toBe(onTheWay)
  await second.answer(null)
  for (const name of ['analyse', 'compare'] as const) {
    const late = engine.next(name)
    expect(late.signal?.aborted).toBe(true)
    await late.fail(new Cancelled())
  }
  await answerEdit(engine, [null], 4)
  expect(store.results.getState().planEffect?.comparison).toEqual(comparison(4))
  store.actions.undo()
  expect(edits(store)).toEqual([])
})

test('a drag that is given up leaves the numbers and the worker as they were', async () => {
  const { store, engine } = await storeWithScenario()
  const before = store.results.getState().analysis
  store.actions.dragFacility('f1', [120, 30])
  await engine.next('setScenarios').answer(null)
  await engine.next('analyse').answer(analysis('on the way'))
  expect(store.results.getState().analysis).not.toBe(before)
  store.actions.cancelDrag()
  expect(store.results.getState().analysis).toBe(before)
  expect(engine.next('setScenarios').params).toEqual({ scenarios: scenarios(store) })
  expect(store.view.getState().dragged).toBeNull()
})

test('a drag that is given up leaves what the plan changes as it was told before', async () => {
  const { store, engine } = await storeWithScenario()
  store.actions.addEdit(open)
  await answerEdit(engine, [null], 2)
  const before = store.results.getState().planEffect
  expect(before?.comparison).toEqual(comparison(2))
  store.actions.dragFacility('f1', [120, 30])
  await engine.next('setScenarios').answer(null)
  await engine.next('analyse').answer(analysis('on the way'))
  await engine.next('compare').answer([comparison(3)])
  expect(store.results.getState().planEffect?.comparison).toEqual(comparison(3))
  store.actions.cancelDrag()
  expect(store.results.getState().planEffect).toBe(before)
  expect(engine.next('setScenarios').params).toEqual({ scenarios: scenarios(store) })
  // it is known: nothing is asked again
  expect(engine.asked.map(({ name }) => name)).toEqual([])
})

const costs = (yuan: number) => ({ v1: { outcomes: [], works: { low_yuan: yuan } } })

test('in a meeting the cost follows what is dragged, and is again what it was when the drag is given up', async () => {
  const { store, engine } = await storeWithScenario()
  store.results.setState({ scenarioWeights: costs(1) as never })
  store.actions.setWorkspace('present')
  store.actions.dragFacility('f1', [120, 30])
  await engine.next('setScenarios').answer(null)
  await engine.next('analyse').answer(analysis('on the way'))
  await engine.next('compare').answer([comparison(3)])
  // asked last of all, after what the worker is told of the drag
  const asked = engine.asked.filter(({ name }) => name === 'weighScenarios')
  await asked.at(-1)!.answer(costs(2))
  expect(store.results.getState().scenarioWeights).toEqual(costs(2))
  store.actions.cancelDrag()
  expect(store.results.getState().scenarioWeights).toEqual(costs(1))
})

test('an analysis that fails or is stopped takes the comparison along, and is told of once', async () => {
  const { store, engine } = await storeWithScenario()
  store.actions.addEdit(open)
  const compare = engine.next('compare')
  await engine.next('analyse').fail(new Error('unforeseen'))
  expect(compare.signal?.aborted).toBe(true)
  await compare.fail(new Cancelled())
  expect(store.project.getState().notices).toHaveLength(1)
  expect(store.results.getState()).toMatchObject({ isAnalysing: false, isMeasuringEffect: false })

  store.actions.addEdit(close)
  store.actions.cancel()
  await engine.next('analyse').fail(new Cancelled())
  await engine.next('compare').fail(new Cancelled())
  expect(store.project.getState().notices).toHaveLength(1)
  expect(store.results.getState()).toMatchObject({ isAnalysing: false, isMeasuringEffect: false })
})

test('of two edits in a row only the last one’s answers are shown', async () => {
  const { store, engine } = await storeWithScenario()
  store.actions.addEdit(open)
  await engine.next('analyse').answer(analysis('first'))
  const [firstEffect, firstLayers] = [engine.next('compare'), engine.next('scenarioLayers')]
  store.actions.addEdit(close)
  expect(firstEffect.signal?.aborted).toBe(true)
  expect(firstLayers.signal?.aborted).toBe(true)
  const secondAnalysis = engine.next('analyse')
  store.actions.addEdit(again)
  expect(secondAnalysis.signal?.aborted).toBe(true)
  await secondAnalysis.answer(analysis('second'))
  expect(store.results.getState().analysis).toMatchObject({ name: 'first' })
  await engine.next('analyse').answer(analysis('third'))
  await engine.next('scenarioLayers').answer(layersOf([null, null, null]))
  await firstLayers.answer(layersOf([null]))
  expect(store.results.getState().planned?.outcomes).toHaveLength(3)
  expect(store.results.getState().analysis).toMatchObject({ name: 'third' })
})

test('scenarios the worker cannot take are taken back, with a notice', async () => {
  const { store, engine } = await storeWithScenario()
  store.actions.addEdit(open)
  await engine.next('setScenarios').fail(new Error('unforeseen'))
  await settle()
  expect(edits(store)).toEqual([])
  expect(store.project.getState().notices).toHaveLength(1)
})

test('steps before and behind what the worker cannot take can still be taken back and again', async () => {
  const { store, engine } = await storeWithScenario()
  store.actions.addEdit(open)
  await answerEdit(engine, [null], 10)
  store.actions.addEdit(close)
  await answerEdit(engine, [null, null], 11)
  store.actions.undo()
  await answerEdit(engine, [null], 10)
  const { planHistory } = store.project.getState()
  expect([planHistory.past.length, planHistory.future.length]).toEqual([2, 1])
  store.actions.addEdit(again)
  await engine.next('setScenarios').fail(new Error('unforeseen'))
  expect(edits(store)).toEqual([open])
  expect(store.project.getState().planHistory).toEqual(planHistory)
  // the worker is told what there is, once
  expect(movedTo(engine.next('setScenarios'))).toEqual([open])
  store.actions.redo()
  expect(edits(store)).toEqual([open, close])
  store.actions.undo()
  store.actions.undo()
  expect(edits(store)).toEqual([])
})

test('of two steps in a row that the worker cannot take neither stays, and nobody asks for ever', async () => {
  const { store, engine } = await storeWithScenario()
  store.actions.addEdit(open)
  await answerEdit(engine, [null], 10)
  store.actions.addEdit(close)
  store.actions.addEdit(again)
  await engine.next('setScenarios').fail(new Error('unforeseen'))
  expect(edits(store)).toEqual([open, close, again])
  await engine.next('setScenarios').fail(new Error('unforeseen'))
  expect(edits(store)).toEqual([open])
  await engine.next('setScenarios').fail(new Error('unforeseen'))
  expect(engine.asked.filter(({ name }) => name === 'setScenarios')).toEqual([])
  store.actions.undo()
  expect(edits(store)).toEqual([])
})

test('a look or a decision that the worker cannot take leaves the steps of the plan', async () => {
  const { store, engine } = await storeWithScenario()
  store.actions.addEdit(open)
  await answerEdit(engine, [null], 10)
  store.actions.setPrices([])
  const { planHistory } = store.project.getState()
  store.actions.decide((before) => ({ ...before, funding: [...before.funding] }))
  for (const call of engine.asked.filter(({ name }) => name === 'setPackages').reverse())
    await call.fail(new Error('unforeseen'))
  expect(planHistory.past.length).toBeGreaterThan(1)
  store.actions.undo()
  store.actions.undo()
  expect(edits(store)).toEqual([])
})

test('a tool whose program does not load is put down and said once; whoever takes it again is not told of the last time', async () => {
  const { store } = await storeWithScenario()
  const told = () => store.project.getState().notices.map(({ issue }) => issue.code)
  for (let i = 0; i < 2; i++) {
    store.actions.setTool({ kind: 'add-path' })
    expect(told()).toEqual([])
    store.actions.failTool()
    expect(told()).toEqual(['tool-not-loaded'])
    expect(store.view.getState().tool).toBeNull()
  }
})

test('a gate put back to how it was surveyed is no edit', async () => {
  const { store } = await storeWithScenario()
  const layers = store.project.getState().baseLayers!
  const gate: Gate = { id: 'g1', access: 'closed', geometry: { type: 'Point', coordinates: [120, 30] } }
  store.project.setState({ baseLayers: { ...layers, gates: [gate] } })
  store.actions.addEdit(open)
  expect(edits(store)).toEqual([open])
  store.actions.addEdit({ kind: 'close-gate', gate: 'g1' })
  expect(edits(store)).toEqual([])
})

test('so it is with its hours: other hours are an edit, those it has are none', async () => {
  const { store } = await storeWithScenario()
  const gate: Gate = {
    id: 'g1',
    access: 'public',
    open_from: '06:00',
    open_to: '22:00',
    geometry: { type: 'Point', coordinates: [120, 30] },
  }
  const layers = store.project.getState().baseLayers!
  store.project.setState({ baseLayers: { ...layers, gates: [gate] } })
  const timed: Edit = { ...open, access: 'public', hours: { from: '07:00', to: '19:00' } }
  store.actions.addEdit(timed)
  expect(edits(store)).toEqual([timed])
  // the same people, at the hours that were said
  store.actions.addEdit(open)
  expect(edits(store)).toEqual([timed])
  store.actions.addEdit({ ...timed, hours: { from: '06:00', to: '22:00' } })
  expect(edits(store)).toEqual([])
})

test('another project begins without a scenario and without steps to take back', async () => {
  const { store, engine } = await storeWithScenario()
  void store.actions.openDemo()
  await settle()
  await engine.next('open').answer(openResult('乙'))
  expect(store.view.getState().scenario).toBeNull()
  expect(store.project.getState().planHistory.past).toEqual([])
})

test('a scenario that was deleted gives its id to no other: what was decided of it would go along', async () => {
  const { store } = await storeWithScenario()
  store.actions.deleteScenario('v1')
  store.actions.createScenario('方案乙')
  expect(scenarios(store).map(({ id }) => id)).toEqual(['v2'])
})

test('after a change of the user’s prices the edits are priced again, and nothing is analysed again', async () => {
  const { store, engine } = await storeWithScenario()
  store.actions.addEdit(open)
  await answerEdit(engine, [null], 5)
  store.actions.setPrices([{ code: 'C03', low_yuan: 1, default_yuan: 2, high_yuan: 3 }])
  await settle()
  // the worker is told first, or it would answer by the old prices
  expect(engine.asked.map(({ name }) => name)).toEqual(['setPackages', 'scenarioLayers'])
})

test('a wall of one community is opened by hand where nothing stands in the way, else it is said what does', async () => {
  const { store, engine } = await storeWithScenario()
  const wall = { community: 'c', at: [120, 30] as const }
  void store.actions.openWallAt(wall, null)
  const asked = engine.next('whyWallStays')
  // openings of the plan count as well
  expect(asked.params).toEqual({ ...wall, scenario: 'v1' })
  await asked.answer({ reason: 'wall-locked', layer: 'barriers', id: 'w' })
  expect(edits(store)).toEqual([])
  expect(store.project.getState().notices.at(-1)?.issue).toMatchObject({
    code: 'wall-stays',
    facts: { reason: 'wall-locked', walls: 'one' },
  })
  void store.actions.openWallAt(wall, null)
  await engine.next('whyWallStays').answer(null)
  expect(edits(store)).toMatchObject([{ kind: 'open-wall', ...wall, access: 'public' }])
})

test('where no street is near there is none to take away, and that is said', async () => {
  const { store, engine } = await storeWithScenario()
  void store.actions.removePathAt([120, 30], 10)
  await engine.next('nearestStreet').answer(null)
  expect(edits(store)).toEqual([])
  expect(store.project.getState().notices.at(-1)?.issue).toMatchObject({ code: 'no-street-here' })
})

test('what was drawn for a scenario goes into that one, though another one is shown when the streets near it are known', async () => {
  const { store, engine } = await storeWithScenario()
  void store.actions.removePathAt([120, 30], 10)
  store.actions.createScenario('方案乙')
  await engine.next('nearestStreet').answer({ id: 's1', at: [120, 30] })
  expect(scenarios(store).map((each) => each.edits)).toEqual([[{ kind: 'remove-path', street: 's1' }], []])
  // a locked one stays as it is
  store.actions.showScenario('v1')
  void store.actions.removePathAt([120.1, 30], 10)
  store.actions.lockScenario('v1', true)
  store.actions.showScenario('v2')
  await engine.next('nearestStreet').answer({ id: 's2', at: [120.1, 30] })
  expect(scenarios(store).map((each) => each.edits.length)).toEqual([1, 0])
})

test('costs, votes and refusals of a list of edits are not those of another one of the same length', async () => {
  const { store, engine } = await storeWithScenario()
  store.actions.addEdit(close)
  await answerEdit(engine, [null], 10)
  const known = () =>
    knownOutcomes(store.results.getState().planned, edits(store)).map((each) => each !== null)
  expect(known()).toEqual([true])
  store.actions.changeEdit(0, again)
  expect(known()).toEqual([false])
  await answerEdit(engine, [null], 12)
  expect(known()).toEqual([true])
  store.actions.undo()
  expect(known()).toEqual([false])
  // a name is no edit
  await answerEdit(engine, [null], 10)
  store.actions.renameScenario('v1', '方案甲')
  expect(known()).toEqual([true])
})

test('a facility of the scenario is found by its edit, also when edits before it were just taken away', async () => {
  const { store, engine } = await storeWithScenario()
  const add: Edit = { kind: 'add-facility', name: '菜场', class: 'MARKET', at: [120, 30] }
  store.actions.addEdit(open)
  await answerEdit(engine, [null], 10)
  store.actions.addEdit(add)
  await answerEdit(engine, [null, 'facility~edit-2'], 12)
  store.actions.deleteEdit(0)
  store.actions.addEdit({ kind: 'move-facility', facility: 'facility~edit-2', to: [121, 31] })
  expect(edits(store)).toMatchObject([{ ...add, at: [121, 31] }])
})

test('after a press that did nothing the tool is still in the hand, unless one has gone elsewhere', async () => {
  const { store, engine } = await storeWithScenario()
  const tool = () => store.view.getState().tool
  const press = () => {
    void store.actions.removePathAt([120, 30], 5)
    store.actions.setTool(null)
  }
  press()
  await engine.next('nearestStreet').answer(null)
  expect(tool()).toEqual({ kind: 'remove-path' })
  // what it did nothing for is no longer told while the next press is looked at
  press()
  expect(store.project.getState().notices).toEqual([])
  await engine.next('nearestStreet').answer({ id: 's1', at: [120, 30] })
  expect(tool()).toBe(null)
  press()
  store.actions.showScenario(null)
  await engine.next('nearestStreet').answer(null)
  expect(tool()).toBe(null)
  expect(store.project.getState().notices).toMatchObject([{ issue: { code: 'no-street-here' } }])
})

test('why a press did nothing is told once, and no more when somebody tries again', async () => {
  const { store, engine } = await storeWithScenario()
  const press = async () => {
    const pressed = store.actions.removePathAt([120, 30], 5)
    await engine.next('nearestStreet').answer(null)
    await pressed
  }
  const told = () => store.project.getState().notices.map(({ issue }) => issue.code)
  await press()
  await press()
  expect(told()).toEqual(['no-street-here'])
  store.actions.setTool(null)
  expect(told()).toEqual(['no-street-here'])
  store.actions.setTool({ kind: 'remove-path' })
  expect(told()).toEqual([])
})
