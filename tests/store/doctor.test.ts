import { expect, test } from 'vitest'
import type { Finding } from '../../src/model/finding'
import type { AppStore } from '../../src/store/state'
import { type fakeEngine, settle, storeWithProject } from './fake-engine'

const finding: Finding = {
  id: 'near-miss:a.0|b',
  kind: 'near-miss',
  severity: 'error',
  at: [120, 30],
  records: [{ layer: 'streets', id: 'a' }],
  lines: [],
  facts: { gap_m: 1.5 },
  repairs: [
    { change: { kind: 'drop-street', street: 'a' }, lines: [], places: [[120, 30]], facts: {} },
    { change: { kind: 'drop-street', street: 'b' }, lines: [], places: [], facts: {} },
  ],
}

/** A store whose data workspace shows one finding. */
async function storeWithFinding(): Promise<{ store: AppStore; engine: ReturnType<typeof fakeEngine> }> {
  const { store, engine } = await storeWithProject()
  await engine.next('analyse').answer('the analysis')
  expect(engine.asked).toEqual([])
  store.actions.setWorkspace('data')
  await engine.next('checkUp').answer({ findings: [finding], ignored: [] })
  return { store, engine }
}

test('the project is examined when somebody looks at the data, and once', async () => {
  const { store, engine } = await storeWithFinding()
  expect(store.results.getState().checkUp?.findings).toEqual([finding])
  store.actions.setWorkspace('assess')
  store.actions.setWorkspace('data')
  await settle()
  expect(engine.asked).toEqual([])
})

test('an open finding flies there and asks for the effect of its chosen repair; the latest answer counts', async () => {
  const { store, engine } = await storeWithFinding()
  store.actions.openFinding(finding.id)
  expect(store.view.getState().focusRequest?.target.kind).toBe('box')
  const first = engine.next('effect')
  expect(first.params).toMatchObject({ change: finding.repairs[0].change })
  store.actions.chooseRepair(1)
  expect(first.signal?.aborted).toBe(true)
  const second = engine.next('effect')
  expect(second.params).toMatchObject({ change: finding.repairs[1].change })
  await first.answer('late')
  expect(store.results.getState().effect).toBeNull()
  await second.answer('the effect')
  expect(store.results.getState().effect).toBe('the effect')
  store.actions.openFinding(null)
  expect(store.results.getState().effect).toBeNull()
})

test('a repair changes the corrections, the map layers that came back, and everything computed', async () => {
  const { store, engine } = await storeWithFinding()
  const before = store.project.getState().mapLayers
  void store.actions.repairFinding(finding.id, 1)
  const call = engine.next('setCorrections')
  const corrections = [{ ...finding.repairs[1].change, id: 'c1', finding: finding.id }]
  expect(call.params).toEqual({ corrections })
  await call.answer({ changed: { base: { streets: 'new' } } })
  expect(store.project.getState()).toMatchObject({
    summary: { corrections },
    mapLayers: { base: { streets: 'new' } },
    hasUnsavedChanges: true,
  })
  expect(store.project.getState().mapLayers?.gates).toBe(before?.gates)
  await engine.next('checkUp').answer({ findings: [], ignored: [] })
  await engine.next('analyse').answer('another analysis')

  void store.actions.undoCorrection('c1')
  expect(engine.next('setCorrections').params).toEqual({ corrections: [] })
})

test('a correction that fails is a notice, and what is shown stays', async () => {
  const { store, engine } = await storeWithFinding()
  void store.actions.ignoreFinding(finding.id)
  await engine.next('setCorrections').fail(new Error('unforeseen'))
  expect(store.project.getState().notices).toHaveLength(1)
  expect(store.project.getState().summary?.corrections).toEqual([])
  expect(store.results.getState().checkUp?.findings).toEqual([finding])
})

const ids = (store: AppStore): readonly string[] =>
  (store.project.getState().summary?.corrections ?? []).map((each) =>
    'space' in each ? each.space : each.kind,
  )

test('a correction is a step: undo takes it back at once, redo makes it again, and the worker is told in order', async () => {
  const { store, engine } = await storeWithFinding()
  const answer = async () => engine.next('setCorrections').answer({ changed: { base: {} } })
  void store.actions.dropSpace('s1')
  void store.actions.dropSpace('s2')
  expect(ids(store)).toEqual(['s1', 's2'])
  store.actions.undo()
  expect(ids(store)).toEqual(['s1'])
  store.actions.undo()
  expect(ids(store)).toEqual([])
  store.actions.redo()
  expect(ids(store)).toEqual(['s1'])
  const told: number[] = []
  for (let i = 0; i < 5; i++) {
    const [call] = engine.asked.filter(({ name }) => name === 'setCorrections')
    told.push((call.params as { corrections: readonly unknown[] }).corrections.length)
    await answer()
  }
  expect(told).toEqual([1, 2, 1, 0, 1])
  expect(engine.asked.some(({ name }) => name === 'setCorrections')).toBe(false)
  // a step of the plan leaves the corrections alone
  store.actions.createScenario('甲')
  store.actions.undo()
  expect(ids(store)).toEqual(['s1'])
})

test('of several corrections one that fails is taken back alone', async () => {
  const { store, engine } = await storeWithFinding()
  void store.actions.dropSpace('s1')
  await engine.next('setCorrections').answer({ changed: { base: {} } })
  void store.actions.dropSpace('s2')
  await engine.next('setCorrections').fail(new Error('unforeseen'))
  expect(ids(store)).toEqual(['s1'])
  // the first of them can still be taken back
  expect(store.project.getState().planHistory.past).toHaveLength(1)
})

test('another project is opened when the worker has been told of all corrections of this one', async () => {
  const { store, engine } = await storeWithFinding()
  void store.actions.ignoreFinding(finding.id)
  void store.actions.ignoreFinding('another')
  const opening = store.actions.openDemo()
  const changed = { changed: { base: {} } }
  await settle()
  await engine.next('setCorrections').answer(changed)
  expect(engine.asked.map(({ name }) => name)).not.toContain('open')
  await engine.next('setCorrections').answer(changed)
  await engine.next('open').fail(new Error('enough'))
  await opening
  expect(store.project.getState().summary?.corrections).toHaveLength(2)
})
