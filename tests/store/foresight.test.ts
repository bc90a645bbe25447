import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Edit } from '../../src/model/scenario'
import type { AppStore } from '../../src/store/state'
import { type fakeEngine, storeWithProject } from './fake-engine'

type Engine = ReturnType<typeof fakeEngine>

const comparison = (served: number) => ({ classes: [{ served_after: served }], person_minutes: 0 })
const analysis = (name: string) => ({ name, assessment: { communities: [] } })
const removal = (lon: number) => ({ kind: 'removal', at: [lon, 30], within_m: 10 }) as const
const street = (id: string) => ({ id, at: [120, 30] })

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true }))
afterEach(() => void vi.useRealTimers())

/** A scenario without edits is shown, and everything asked about it is answered. */
async function storeWithScenario(): Promise<{ store: AppStore; engine: Engine }> {
  const { store, engine } = await storeWithProject()
  await engine.next('analyse').answer(analysis('base'))
  store.actions.createScenario('方案 1')
  await engine.next('setScenarios').answer(null)
  await engine.next('analyse').answer(analysis('empty'))
  expect(engine.asked).toEqual([])
  return { store, engine }
}

const rest = () => vi.advanceTimersByTimeAsync(200)
const namesOf = ({ asked }: Engine) => asked.map(({ name }) => name)
const effectOf = (store: AppStore) => store.results.getState().planEffect?.comparison

test('where the pointer rests the answer is on its way before the press, and there with it', async () => {
  const { store, engine } = await storeWithScenario()
  store.actions.foresee(removal(120))
  expect(namesOf(engine)).toEqual([])
  await rest()
  await engine.next('nearestStreet').answer(street('s1'))
  const edits: readonly Edit[] = [{ kind: 'remove-path', street: 's1' }]
  const asked = engine.next('foresee')
  expect(asked.params).toMatchObject({ edits, settings: { scenario: 'v1' } })
  await asked.answer([comparison(7)])
  // it is told what a press would change, and nothing has been done yet
  const [{ edits: now }] = store.project.getState().summary?.scenarios ?? []
  expect(store.results.getState().foreseen).toEqual({ edits: now, comparison: comparison(7) })
  expect(store.results.getState().planEffect).toBe(null)
  expect(store.project.getState().summary?.scenarios[0].edits).toEqual([])

  await store.actions.removePathAt([120, 30], 10)
  expect(store.project.getState().summary?.scenarios[0].edits).toEqual(edits)
  expect(effectOf(store)).toEqual(comparison(7))
  expect(store.results.getState().isMeasuringEffect).toBe(false)
  // the street is known, and what it changes
  expect(namesOf(engine)).toEqual(['setScenarios', 'analyse'])

  // what comes next is of another list
  await engine.next('setScenarios').answer(null)
  await engine.next('analyse').answer(analysis('one'))
  store.actions.addEdit({ kind: 'close-facility', facility: 'f1' })
  await vi.advanceTimersByTimeAsync(0)
  expect(namesOf(engine)).toContain('compare')
})

test('a pointer that moves on asks nothing, and a press asks at once', async () => {
  const { store, engine } = await storeWithScenario()
  for (let i = 0; i < 20; i++) {
    store.actions.foresee(removal(120 + i / 1000))
    await vi.advanceTimersByTimeAsync(20)
  }
  store.actions.foresee(null)
  await rest()
  expect(namesOf(engine)).toEqual([])
  expect(store.results.getState().foreseen).toBe(null)
  store.actions.foresee(removal(121))
  store.actions.foresee(removal(121), true)
  expect(namesOf(engine)).toEqual(['nearestStreet'])
  await rest()
  expect(namesOf(engine)).toEqual(['nearestStreet'])
})

test('another place stops what was foreseen of the one before, the same street does not', async () => {
  const { store, engine } = await storeWithScenario()
  store.actions.foresee(removal(120), true)
  await engine.next('nearestStreet').answer(street('s1'))
  const first = engine.next('foresee')
  store.actions.foresee(removal(120.001), true)
  await engine.next('nearestStreet').answer(street('s1'))
  expect(first.signal?.aborted).toBe(false)
  expect(namesOf(engine)).toEqual([])
  store.actions.foresee(removal(120.002), true)
  await engine.next('nearestStreet').answer(street('s2'))
  expect(first.signal?.aborted).toBe(true)
  const second = engine.next('foresee')
  await first.answer([comparison(1)])
  expect(store.results.getState().foreseen).toBe(null)
  await second.answer([comparison(2)])
  expect(store.results.getState().foreseen).toMatchObject({ comparison: comparison(2) })
  // where the pointer rests no more nothing is foreseen, but what was is known
  store.actions.foresee(null)
  expect(store.results.getState().foreseen).toBe(null)
  await store.actions.removePathAt([120.002, 30], 10)
  expect(effectOf(store)).toEqual(comparison(2))
})

test('what was foreseen is not taken under other settings, for another scenario, or of other data', async () => {
  const { store, engine } = await storeWithScenario()
  const foreseeIt = async () => {
    store.actions.foresee(removal(120), true)
    await engine.next('nearestStreet').answer(street('s1'))
    await engine.next('foresee').answer([comparison(7)])
  }
  await foreseeIt()
  store.actions.setProfile('elder')
  await engine.next('analyse').answer(analysis('later'))
  void store.actions.removePathAt([120, 30], 10)
  await vi.advanceTimersByTimeAsync(0)
  expect(store.results.getState().planEffect).toBe(null)
  expect(namesOf(engine)).toContain('compare')
})

test('a locked scenario, a place without a street and a failure foresee nothing, and nobody is told', async () => {
  const { store, engine } = await storeWithScenario()
  const { length } = store.project.getState().notices
  store.actions.foresee(removal(120), true)
  await engine.next('nearestStreet').answer(null)
  store.actions.foresee(removal(120.1), true)
  await engine.next('nearestStreet').fail(new Error('gone'))
  store.actions.foresee(removal(120.2), true)
  await engine.next('nearestStreet').answer(street('s1'))
  await engine.next('foresee').fail(new Error('gone'))
  store.actions.lockScenario('v1', true)
  await engine.next('setScenarios').answer(null)
  store.actions.foresee(removal(120.3), true)
  await engine.next('nearestStreet').answer(street('s1'))
  expect(namesOf(engine)).toEqual([])
  expect(store.project.getState().notices.length).toBe(length)
})

test('of a wall that cannot be opened it is told before the press why, and not of a place without a street', async () => {
  const { store, engine } = await storeWithScenario()
  const [{ edits }] = store.project.getState().summary?.scenarios ?? []
  store.actions.foresee({ kind: 'wall', community: 'c1', at: [120, 30], neighbour: null }, true)
  await engine.next('whyWallStays').answer({ reason: 'wall-locked', layer: 'barriers', id: 'w' })
  expect(store.results.getState().foreseen).toMatchObject({ edits, refusal: { code: 'wall-stays' } })
  store.actions.foresee(removal(120), true)
  expect(store.results.getState().foreseen).toBe(null)
  await engine.next('nearestStreet').answer(null)
  expect(store.results.getState().foreseen).toBe(null)
  expect(namesOf(engine)).toEqual([])
})
