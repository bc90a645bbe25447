import { expect, test } from 'vitest'
import { Cancelled } from '../../src/engine/run'
import type { AppStore } from '../../src/store/state'
import { type fakeEngine, settle, storeWithProject } from './fake-engine'

/** A store whose first analysis has come. */
async function storeWithAnalysis(): Promise<{ store: AppStore; engine: ReturnType<typeof fakeEngine> }> {
  const { store, engine } = await storeWithProject()
  await engine.next('analyse').answer('the analysis')
  expect(engine.asked).toEqual([])
  return { store, engine }
}

test('a time of day is asked for, once, and any time again from what is known', async () => {
  const { store, engine } = await storeWithAnalysis()
  store.actions.setHour(1200)
  const night = engine.next('analyse')
  expect(night.params).toMatchObject({ hour: 1200 })
  await night.answer('at night')
  expect(store.results.getState().analysis).toBe('at night')
  store.actions.setHour(1200)
  await settle()
  expect(engine.asked).toEqual([])
  store.actions.setHour(null)
  expect(engine.next('analyse').params).toMatchObject({ hour: null })
})

test('a time of day redraws the catchment that is shown', async () => {
  const { store, engine } = await storeWithAnalysis()
  store.actions.select({ kind: 'point', at: [120, 30] })
  await engine.next('catchment').answer('the catchment')
  store.actions.setHour(1200)
  expect(engine.next('catchment').params).toMatchObject({ settings: { hour: 1200 } })
})

test('the range is asked for when wanted, not before', async () => {
  const { store, engine } = await storeWithAnalysis()
  store.actions.setWantsSensitivity(true)
  expect(store.results.getState().isMeasuringSensitivity).toBe(true)
  await engine.next('sensitivity').answer('the range')
  const { sensitivity, sensitivityKey, analysisKey, isMeasuringSensitivity } = store.results.getState()
  expect([sensitivity, isMeasuringSensitivity]).toEqual(['the range', false])
  expect(sensitivityKey).toBe(analysisKey)
  // put away and taken out again: nothing has changed
  store.actions.setWantsSensitivity(false)
  store.actions.setWantsSensitivity(true)
  await settle()
  expect(engine.asked).toEqual([])
})

test('once wanted it follows the analysis, after it, and is stale until then', async () => {
  const { store, engine } = await storeWithAnalysis()
  store.actions.setWantsSensitivity(true)
  await engine.next('sensitivity').answer('the range')
  store.actions.setBasis('time')
  await settle()
  expect(engine.asked.map(({ name }) => name)).toEqual(['analyse'])
  await engine.next('analyse').answer('by time')
  const { sensitivityKey, analysisKey } = store.results.getState()
  expect(sensitivityKey).not.toBe(analysisKey)
  const call = engine.next('sensitivity')
  expect(call.params).toMatchObject({ basis: 'time' })
  await call.answer('the range by time')
  expect(store.results.getState().sensitivity).toBe('the range by time')
  expect(store.results.getState().sensitivityKey).toBe(analysisKey)
})

test('a range of inputs that are gone is stopped, and its late answer dropped', async () => {
  const { store, engine } = await storeWithAnalysis()
  store.actions.setWantsSensitivity(true)
  const late = engine.next('sensitivity')
  store.actions.setProfile('elder')
  expect(late.signal?.aborted).toBe(true)
  await late.answer('of adults')
  expect(store.results.getState().sensitivity).toBeNull()
  await engine.next('analyse').answer('of elders')
  await engine.next('sensitivity').answer('the range of elders')
  expect(store.results.getState().sensitivity).toBe('the range of elders')
})

test('stopped by the user it is no longer wanted; the analysis stays', async () => {
  const { store, engine } = await storeWithAnalysis()
  store.actions.setWantsSensitivity(true)
  const call = engine.next('sensitivity')
  store.actions.cancel()
  expect(call.signal?.aborted).toBe(true)
  await call.fail(new Cancelled())
  expect(store.view.getState().wantsSensitivity).toBe(false)
  expect(store.results.getState()).toMatchObject({ analysis: 'the analysis', isMeasuringSensitivity: false })
  expect(store.project.getState().notices).toEqual([])
})

test('a failure is told, and asked for again the range is measured again', async () => {
  const { store, engine } = await storeWithAnalysis()
  store.actions.setWantsSensitivity(true)
  await engine.next('sensitivity').fail(new Error('broken'))
  expect(store.project.getState().notices).toHaveLength(1)
  store.actions.setWantsSensitivity(false)
  store.actions.setWantsSensitivity(true)
  await engine.next('sensitivity').answer('the range')
  expect(store.results.getState().sensitivity).toBe('the range')
})
