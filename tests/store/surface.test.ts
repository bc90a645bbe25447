import { expect, test } from 'vitest'
import { Cancelled } from '../../src/engine/run'
import { settle, storeWithProject } from './fake-engine'

const gap = { id: 'p:MARKET:a', class: 'MARKET', places: ['a'] }
const ANALYSIS = { gaps: [gap] }

async function storeWithAnalysis() {
  const { store, engine } = await storeWithProject()
  await engine.next('analyse').answer(ANALYSIS)
  return { store, engine }
}

test('a surface is asked for when the map shows one, once, and follows theme and form', async () => {
  const { store, engine } = await storeWithAnalysis()
  expect(engine.asked).toEqual([])
  store.actions.setMapForm('cells')
  const first = engine.next('surface')
  expect(first.params).toMatchObject({ subject: { kind: 'missing' }, form: 'cells' })
  await first.answer('cells')
  expect(store.results.getState().surface).toBe('cells')
  store.actions.hover({ kind: 'community', id: 'a' })
  store.actions.setMapForm('cells')
  await settle()
  expect(engine.asked).toEqual([])
  store.actions.setMapTheme({ kind: 'class', code: 'MARKET' })
  const second = engine.next('surface')
  store.actions.setMapForm('hexagons')
  // the older one is stopped and its answer dropped
  expect(second.signal?.aborted).toBe(true)
  const third = engine.next('surface')
  expect(third.params).toMatchObject({ subject: { kind: 'class', code: 'MARKET' }, form: 'hexagons' })
  await third.answer('hexagons')
  await second.answer('late')
  expect(store.results.getState().surface).toBe('hexagons')
})

test('it waits for the analysis of the same inputs, and stopped by the user the map shows communities', async () => {
  const { store, engine } = await storeWithAnalysis()
  store.actions.setMapForm('cells')
  await engine.next('surface').answer('cells')
  store.actions.setProfile('elder')
  await settle()
  expect(engine.asked.map(({ name }) => name)).toEqual(['analyse'])
  await engine.next('analyse').answer(ANALYSIS)
  const surface = engine.next('surface')
  expect(surface.params).toMatchObject({ settings: { profile: 'elder' } })
  store.actions.cancel()
  expect(surface.signal?.aborted).toBe(true)
  await surface.fail(new Cancelled())
  expect(store.view.getState().mapForm).toBe('communities')
})

test('the parts of a selected gap come, and go with it', async () => {
  const { store, engine } = await storeWithAnalysis()
  store.actions.select({ kind: 'gap', id: gap.id })
  const call = engine.next('gapParts')
  expect(call.params).toMatchObject({ gap })
  store.actions.select(null)
  await call.answer('late')
  expect(store.results.getState().gapParts).toBeNull()
  store.actions.select({ kind: 'gap', id: gap.id })
  await engine.next('gapParts').answer('parts')
  expect(store.results.getState().gapParts).toBe('parts')
  store.actions.select({ kind: 'gap', id: 'closed meanwhile' })
  await settle()
  expect(engine.asked).toEqual([])
  expect(store.results.getState().gapParts).toBeNull()
})
