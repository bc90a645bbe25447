import { expect, test } from 'vitest'
import { settle, storeWithProject } from './fake-engine'

const MARKET = { who: { kind: 'community', id: 'c1' }, code: 'MARKET' } as const
const STORE = { ...MARKET, code: 'STORE' } as const

/** As much of an answer as the store looks at. */
function answerTo(code: string): unknown {
  return { class: code, start: [120, 30], walk: null, refused: null, crow: null, changes: [] }
}

test('a question is answered and flown to; a newer one stops it, and its late answer does not count', async () => {
  const { store, engine } = await storeWithProject()
  await engine.next('analyse').answer('the analysis')
  store.actions.explain(MARKET)
  const first = engine.next('explain')
  expect(first.params).toMatchObject({ ...MARKET, settings: { basis: 'distance' } })
  store.actions.explain(STORE)
  expect(first.signal?.aborted).toBe(true)
  const second = engine.next('explain')
  await first.answer(answerTo('MARKET'))
  expect(store.results.getState().explanation).toBeNull()
  await second.answer(answerTo('STORE'))
  expect(store.results.getState().explanation?.class).toBe('STORE')
  expect(store.view.getState().focusRequest?.target.kind).toBe('box')
})

test('it is asked again when what it rests on changes, without flying, and closed with the selection', async () => {
  const { store, engine } = await storeWithProject()
  await engine.next('analyse').answer('the analysis')
  store.actions.explain(MARKET)
  await engine.next('explain').answer(answerTo('MARKET'))
  const flown = store.view.getState().focusRequest
  store.actions.setBasis('time')
  await engine.next('analyse').answer('another analysis')
  const again = engine.next('explain')
  expect(again.params).toMatchObject({ settings: { basis: 'time' } })
  await again.answer(answerTo('MARKET'))
  expect(store.view.getState().focusRequest).toBe(flown)
  store.actions.select({ kind: 'facility', id: 'f' })
  await settle()
  expect(store.view.getState().asked).toBeNull()
  expect(store.results.getState().explanation).toBeNull()
})

test('a selected building is read; one that was let go meanwhile is not shown', async () => {
  const { store, engine } = await storeWithProject()
  await engine.next('analyse').answer('the analysis')
  store.actions.select({ kind: 'building', id: 'b1' })
  const call = engine.next('building')
  expect(call.params).toEqual({ id: 'b1' })
  store.actions.select(null)
  await call.answer({ id: 'b1' })
  expect(store.results.getState().building).toBeNull()
})
