import { expect, test } from 'vitest'
import { emptyLayers } from '../../src/model/layers'
import { openResult, settle, storeWithProject } from './fake-engine'

const VIEW = { assessment: { communities: [], classes: [] }, gaps: [], issues: [] }

async function assessed() {
  const parts = await storeWithProject()
  await parts.engine.next('analyse').answer(VIEW)
  return parts
}

test('profiles are compared only while somebody looks, and forgotten when the inputs change', async () => {
  const { store, engine } = await assessed()
  expect(engine.asked.some(({ name }) => name === 'compareProfiles')).toBe(false)

  store.actions.showInDrawer('profiles')
  await settle()
  const asked = engine.next('compareProfiles')
  expect((asked.params as { profiles: string[] }).profiles).toEqual(['adult', 'elder', 'child'])
  await asked.answer({ answers: [] })
  expect(store.results.getState().summaries.comparison).toEqual({ answers: [] })

  store.actions.setBasis('time')
  await settle()
  // the old answer stays beside the old analysis, and goes with it
  expect(store.results.getState().summaries.comparison).not.toBeNull()
  await engine.next('analyse').answer(VIEW)
  expect(store.results.getState().summaries.comparison).toBeNull()
  expect(engine.asked.map(({ name }) => name)).toContain('compareProfiles')
})

test('another choice of profiles stops the run under way; one profile alone is not compared', async () => {
  const { store, engine } = await assessed()
  store.actions.showInDrawer('profiles')
  await settle()
  const first = engine.next('compareProfiles')
  store.actions.setCompared(['adult', 'wheelchair'])
  await settle()
  expect(first.signal?.aborted).toBe(true)
  await first.answer({ answers: ['old'] })
  expect(store.results.getState().summaries.comparison).toBeNull()
  await engine.next('compareProfiles').answer({ answers: ['new'] })
  expect(store.results.getState().summaries.comparison).toEqual({ answers: ['new'] })
  store.actions.setCompared(['adult'])
  await settle()
  expect(engine.asked.some(({ name }) => name === 'compareProfiles')).toBe(false)
})

test('a decision about modes is one correction with its note, and can be undone', async () => {
  const { store, engine } = await assessed()
  void store.actions.setMode(['a', 'b'], 'rebuild', ' 街道会议 ')
  await settle()
  const asked = engine.next('setCorrections')
  const corrections = [
    { kind: 'set-mode', communities: ['a', 'b'], mode: 'rebuild', note: '街道会议', id: 'c1', finding: '' },
  ]
  expect(asked.params).toEqual({ corrections })
  const { communities } = emptyLayers()
  await asked.answer({
    summary: { ...openResult('甲').summary, corrections },
    changed: { communities, base: {} },
  })
  expect(store.project.getState().hasUnsavedChanges).toBe(true)
  void store.actions.undoCorrection('c1')
  await settle()
  expect(engine.next('setCorrections').params).toEqual({ corrections: [] })
})

test('other numbers of the clause on scope ask for another analysis and are remembered', async () => {
  const { store, engine } = await assessed()
  store.actions.setScope({ built_by_year: 2004, renovated_within_years: 5, strong_will: 0.5 })
  await settle()
  expect(engine.next('analyse').params).toMatchObject({ scope: { built_by_year: 2004 } })
})
