import { expect, test } from 'vitest'
import { Cancelled } from '../../src/engine/run'
import type { AnalysisSettings } from '../../src/model/analysis'
import { NO_GAP_FILTER } from '../../src/model/gap-filter'
import { DataError } from '../../src/model/issue'
import { createAppStore } from '../../src/store/app-store'
import {
  fakeEngine,
  mapLayers,
  memoryStorage,
  openResult,
  settle,
  storeWithProject,
  testSurroundings,
} from './fake-engine'

const file = new File(['x'], 'a.geojson')

test('an opened project is shown before it is analysed', async () => {
  const { store, engine } = await storeWithProject()
  expect(store.project.getState()).toMatchObject({ phase: 'ready', summary: { name: '甲' }, progress: null })
  expect(store.results.getState()).toMatchObject({ isAnalysing: true, analysis: null })
  await engine.next('analyse').answer('the analysis')
  expect(store.results.getState()).toMatchObject({ isAnalysing: false, analysis: 'the analysis' })
})

test('a file that cannot be opened is a notice, and what was open stays', async () => {
  const { store, engine } = await storeWithProject()
  await engine.next('analyse').answer('the analysis')
  void store.actions.openFiles([file])
  await settle()
  await engine.next('open').fail(new DataError({ code: 'json-invalid', file: 'a.geojson' }))
  expect(store.project.getState()).toMatchObject({ phase: 'ready', summary: { name: '甲' }, progress: null })
  expect(store.project.getState().notices).toMatchObject([{ kind: 'error', issue: { code: 'json-invalid' } }])
  expect(store.results.getState().analysis).toBe('the analysis')
  expect(engine.asked).toEqual([])
})

test('the notice of a refused file goes with the next file, good or bad; other notices stay', async () => {
  const { store, engine } = await storeWithProject()
  await engine.next('analyse').fail(new Error('another matter'))
  const codes = () => store.project.getState().notices.map(({ issue }) => issue.code)
  for (const code of ['json-invalid', 'file-truncated'] as const) {
    void store.actions.addFiles([file])
    await settle()
    await engine.next('add').fail(new DataError({ code, file: 'a.geojson' }))
    expect(codes()).toEqual(['internal-error', code])
  }
  void store.actions.addFiles([file])
  await settle()
  await engine.next('add').answer(openResult('甲'))
  await engine.next('mapLayers').answer(mapLayers())
  expect(codes()).toEqual(['internal-error'])
})

test('a first file that fails leaves the store empty and says why', async () => {
  const engine = fakeEngine()
  const store = createAppStore(engine.client, testSurroundings())
  void store.actions.openFiles([file])
  await settle()
  expect(store.project.getState().phase).toBe('loading')
  await engine.next('open').fail(new Error('unforeseen'))
  expect(store.project.getState()).toMatchObject({ phase: 'empty', summary: null })
  expect(store.project.getState().notices[0].issue.code).toBe('internal-error')
})

test('a cancelled open is no news', async () => {
  const { store, engine } = await storeWithProject()
  void store.actions.openFiles([file])
  await settle()
  const opening = engine.next('open')
  store.actions.cancel()
  expect(opening.signal?.aborted).toBe(true)
  await opening.fail(new Cancelled())
  expect(store.project.getState()).toMatchObject({ phase: 'ready', summary: { name: '甲' }, notices: [] })
})

test('new settings supersede the analysis under way, and its late answer is ignored', async () => {
  const { store, engine } = await storeWithProject()
  const first = engine.next('analyse')
  store.actions.setProfile('elder')
  await settle()
  expect(first.signal?.aborted).toBe(true)
  const second = engine.next('analyse')
  expect((second.params as AnalysisSettings).profile).toBe('elder')
  await second.answer('of the elder')
  await first.answer('of the adult')
  expect(store.results.getState().analysis).toBe('of the elder')
})

test('settings that were already answered are not computed again', async () => {
  const { store, engine } = await storeWithProject()
  await engine.next('analyse').answer('by distance')
  store.actions.setProfile('adult')
  await settle()
  expect(engine.asked).toEqual([])
})

test('going back to the answered settings drops the run for the others', async () => {
  const { store, engine } = await storeWithProject()
  await engine.next('analyse').answer('by distance')
  store.actions.setBasis('time')
  const byTime = engine.next('analyse')
  store.actions.setBasis('distance')
  await settle()
  expect(byTime.signal?.aborted).toBe(true)
  expect(engine.asked).toEqual([])
  await byTime.answer('by time')
  expect(store.results.getState()).toMatchObject({ analysis: 'by distance', isAnalysing: false })
})

test('what was surveyed changes the analysis', async () => {
  const { store, engine } = await storeWithProject()
  await engine.next('analyse').answer('before')
  void store.actions.setSurveyed('TOILET', true)
  await engine.next('setSurveyed').answer(null)
  expect(store.project.getState()).toMatchObject({
    summary: { surveyed: { TOILET: true } },
    hasUnsavedChanges: true,
  })
  await engine.next('analyse').answer('after')
  expect(store.results.getState().analysis).toBe('after')
})

test('while a point is dragged only the latest request waits', async () => {
  const { store, engine } = await storeWithProject()
  engine.next('analyse')
  store.actions.dragPoint([120, 30])
  store.actions.dragPoint([120.1, 30])
  store.actions.dragPoint([120.2, 30])
  expect(engine.asked).toHaveLength(1)
  await engine.next('catchment').answer('at 120')
  expect(store.results.getState().catchment).toBe('at 120')
  const last = engine.next('catchment')
  expect(last.params).toMatchObject({ origin: { kind: 'point', at: [120.2, 30] } })
  await last.answer('at 120.2')
  expect(store.results.getState().catchment).toBe('at 120.2')
  expect(engine.asked).toEqual([])
})

test('the catchment of a selection that is gone is dropped', async () => {
  const { store, engine } = await storeWithProject()
  engine.next('analyse')
  store.actions.select({ kind: 'community', id: 'a' })
  const late = engine.next('catchment')
  store.actions.select(null)
  await late.answer('of a')
  expect(store.results.getState().catchment).toBeNull()
})

test('a failed catchment is told and does not stop the next one', async () => {
  const { store, engine } = await storeWithProject()
  engine.next('analyse')
  store.actions.select({ kind: 'community', id: 'a' })
  await engine.next('catchment').fail(new Error('broken'))
  expect(store.project.getState().notices).toHaveLength(1)
  store.actions.select({ kind: 'community', id: 'b' })
  await engine.next('catchment').answer('of b')
  expect(store.results.getState().catchment).toBe('of b')
})

test('opening another project forgets selection and results of the old one', async () => {
  const { store, engine } = await storeWithProject()
  await engine.next('analyse').answer('old')
  store.actions.select({ kind: 'community', id: 'a' })
  await engine.next('catchment').answer('of a')
  void store.actions.openFiles([file])
  await settle()
  await engine.next('open').answer(openResult('乙'))
  await engine.next('mapLayers').answer(mapLayers())
  expect(store.view.getState().selection).toBeNull()
  expect(store.results.getState()).toMatchObject({ analysis: null, catchment: null, isAnalysing: true })
  expect(store.project.getState()).toMatchObject({ summary: { name: '乙' }, hasUnsavedChanges: true })
})

test('saving hands out the file under the name of the project, without what file systems forbid', async () => {
  const saved: string[] = []
  const engine = fakeEngine()
  const store = createAppStore(engine.client, testSurroundings({ download: (name) => saved.push(name) }))
  void store.actions.openFiles([file])
  await settle()
  await engine.next('open').answer(openResult('古荡/翠苑: 第1版?'))
  await engine.next('mapLayers').answer(mapLayers())
  void store.actions.save()
  await engine.next('setRules').answer(null)
  await engine.next('save').answer(new Uint8Array())
  expect(saved).toEqual(['古荡 翠苑  第1版.lifecircle'])
  expect(store.project.getState().hasUnsavedChanges).toBe(false)
})

test('preferences are remembered, the address wins, and nonsense is ignored', () => {
  const { client } = fakeEngine()
  const storage = memoryStorage()
  createAppStore(client, testSurroundings({ storage })).actions.setLocale('en')
  const again = createAppStore(client, testSurroundings({ storage }))
  expect(again.view.getState().locale).toBe('en')
  const byAddress = createAppStore(client, testSurroundings({ storage, query: '?locale=zh&profile=giant' }))
  expect(byAddress.view.getState()).toMatchObject({ locale: 'zh', profile: 'adult' })
  const broken = memoryStorage({ 'lifecircle.preferences': '{"locale":"en' })
  expect(createAppStore(client, testSurroundings({ storage: broken })).view.getState().locale).toBe('zh')
})

test('what the gaps of one project were narrowed to is forgotten with it: its sub-districts are not the next one’s', async () => {
  const { store, engine } = await storeWithProject()
  store.actions.setGapFilter({ ...NO_GAP_FILTER, subdistrict: '甲街道' })
  void store.actions.openFiles([file])
  await settle()
  await engine.next('open').answer(openResult('乙'))
  expect(store.view.getState().gapFilter).toEqual(NO_GAP_FILTER)
})
