import { expect, test } from 'vitest'
import type { IndicatorEntry } from '../../src/model/indicator-entry'
import { settle, storeWithProject } from './fake-engine'

const entry: IndicatorEntry = {
  code: 'CK09',
  community: null,
  value: 'met',
  unit: '',
  date: '2024-05-01',
  source: '街道台账',
  note: '',
}

test('an entry is kept, told to the worker, counted anew, taken back and again', async () => {
  const { store, engine } = await storeWithProject()
  await engine.next('analyse').answer({ assessment: { communities: [] } })
  const entered = () => store.project.getState().summary?.entered
  store.view.setState(({ rules }) => ({
    isRulesOpen: true,
    rules: { ...rules, indicators: [{ code: 'CK09' }] as unknown as NonNullable<typeof rules.indicators> },
  }))
  await engine.next('analyse').answer({ assessment: { communities: [] } })
  await engine.next('indicators').answer({ indicators: [] })
  store.actions.enterIndicators([entry])
  expect(entered()).toEqual([entry])
  expect(engine.next('setEntered').params).toEqual({ entered: [entry] })
  await settle()
  await engine.next('indicators').answer({ indicators: ['anew'] })
  expect(store.results.getState().indicators).toEqual({ indicators: ['anew'] })
  expect(store.project.getState().hasUnsavedChanges).toBe(true)
  store.actions.undo()
  expect(entered()).toEqual([])
  await settle()
  engine.next('indicators')
  store.actions.redo()
  expect(entered()).toEqual([entry])
  store.actions.dropEntry(entry)
  expect(entered()).toEqual([])
})

test('what the worker cannot take is taken back', async () => {
  const { store, engine } = await storeWithProject()
  store.actions.enterIndicators([entry])
  await engine.next('setEntered').fail(new Error('no'))
  expect(store.project.getState().summary?.entered).toEqual([])
})
