import { expect, test } from 'vitest'
import type { Bookmark } from '../../src/model/bookmark'
import type { AppStore } from '../../src/store/state'
import { settle, storeWithProject } from './fake-engine'

const HERE = [120, 30, 120.1, 30.1] as const
const THERE = [121, 31, 121.1, 31.1] as const

const talk = (store: AppStore): readonly Bookmark[] => store.project.getState().summary?.bookmarks ?? []

async function storeWithTalk() {
  const { store, engine } = await storeWithProject()
  await engine.next('analyse').answer({ assessment: { communities: [] } })
  store.actions.setSeen(HERE)
  store.actions.keepBookmark('现状')
  await engine.next('setBookmarks').answer(null)
  store.actions.setSeen(THERE)
  store.actions.setMapTheme({ kind: 'class', code: 'MARKET' })
  store.actions.keepBookmark('菜市场')
  await engine.next('setBookmarks').answer(null)
  return { store, engine }
}

test('a look keeps what is seen, its theme and scenario, and makes the project unsaved', async () => {
  const { store } = await storeWithTalk()
  expect(talk(store)).toEqual([
    { id: 'b1', caption: '现状', box: HERE, scenario: null, theme: 'missing' },
    { id: 'b2', caption: '菜市场', box: THERE, scenario: null, theme: 'class:MARKET' },
  ])
  expect(store.view.getState().bookmark).toBe('b2')
  expect(store.project.getState().hasUnsavedChanges).toBe(true)
})

test('the talk goes on and back, and stops at its ends', async () => {
  const { store } = await storeWithTalk()
  const { actions, view } = store
  actions.stepBookmark(1)
  expect(view.getState().bookmark).toBe('b2')
  actions.stepBookmark(-1)
  expect(view.getState()).toMatchObject({
    bookmark: 'b1',
    mapTheme: { kind: 'missing' },
    focusRequest: { target: { kind: 'box', box: HERE } },
  })
  actions.stepBookmark(-1)
  expect(view.getState().bookmark).toBe('b1')
  actions.showBookmark(null)
  actions.stepBookmark(1)
  expect(view.getState().bookmark).toBe('b1')
})

test('looks are put in order, said anew, taken anew and deleted; ids are not given twice', async () => {
  const { store, engine } = await storeWithTalk()
  const { actions } = store
  actions.moveBookmark('b2', -1)
  await engine.next('setBookmarks').answer(null)
  expect(talk(store).map(({ id }) => id)).toEqual(['b2', 'b1'])
  actions.captionBookmark('b1', '改造前')
  await engine.next('setBookmarks').answer(null)
  actions.retakeBookmark('b1')
  await engine.next('setBookmarks').answer(null)
  expect(talk(store)[1]).toEqual({
    id: 'b1',
    caption: '改造前',
    box: THERE,
    scenario: null,
    theme: 'class:MARKET',
  })
  actions.deleteBookmark('b1')
  await engine.next('setBookmarks').answer(null)
  actions.keepBookmark('又一页')
  await engine.next('setBookmarks').answer(null)
  expect(new Set(talk(store).map(({ id }) => id)).size).toBe(2)
})

test('what the worker cannot keep is taken back', async () => {
  const { store, engine } = await storeWithTalk()
  store.actions.deleteBookmark('b1')
  await engine.next('setBookmarks').fail(new Error('no'))
  expect(talk(store)).toHaveLength(2)
})

test('before and after: B goes to the project as it is and back; a deleted scenario is shown as it is', async () => {
  const { store, engine } = await storeWithTalk()
  const { actions, view } = store
  actions.flipScenario()
  expect(view.getState().scenario).toBeNull()
  actions.createScenario('方案 1')
  await engine.next('setScenarios').answer(null)
  const { scenario } = view.getState()
  expect(scenario).not.toBeNull()
  actions.keepBookmark('方案')
  actions.flipScenario()
  expect(view.getState().scenario).toBeNull()
  actions.flipScenario()
  expect(view.getState().scenario).toBe(scenario)
  actions.deleteScenario(scenario!)
  await settle()
  actions.showBookmark('b3')
  expect(view.getState()).toMatchObject({ bookmark: 'b3', scenario: null })
})

test('S lays the project as it is over the scenario shown last, and ends where nothing is to be told apart', async () => {
  const { store, engine } = await storeWithTalk()
  const { actions, view } = store
  const onMap = () => view.getState().comparing.onMap
  // no scenario: nothing to swipe to
  actions.swipeScenario()
  expect(onMap()).toBe('off')
  for (const name of ['一', '二']) {
    actions.createScenario(name)
    await engine.next('setScenarios').answer(null)
  }
  actions.showScenario('v1')
  actions.flipScenario()
  actions.setComparing({ columns: ['v2', 'v1'] })
  actions.swipeScenario()
  expect(view.getState()).toMatchObject({
    scenario: 'v1',
    comparing: { columns: [null, 'v1', 'v2'], onMap: 'swipe' },
  })
  actions.flipScenario()
  expect(onMap()).toBe('off')
  actions.flipScenario()
  actions.swipeScenario()
  // the first look is of the project as it is
  actions.showBookmark('b1')
  expect(onMap()).toBe('off')
  actions.swipeScenario()
  actions.swipeScenario()
  expect(view.getState()).toMatchObject({ scenario: 'v1', comparing: { onMap: 'off' } })
})

test('looks and captions are taken back and again, with the measures between them', async () => {
  const { store, engine } = await storeWithTalk()
  const { actions } = store
  actions.captionBookmark('b1', '改造前')
  actions.createScenario('一')
  actions.deleteBookmark('b2')
  actions.undo()
  expect(talk(store).map(({ caption }) => caption)).toEqual(['改造前', '菜市场'])
  actions.undo()
  // a step of the scenarios alone tells nothing about the talk
  const told = engine.asked.filter(({ name }) => name === 'setBookmarks').length
  actions.undo()
  expect(engine.asked.filter(({ name }) => name === 'setBookmarks')).toHaveLength(told + 1)
  expect(talk(store).map(({ caption }) => caption)).toEqual(['现状', '菜市场'])
  expect(store.project.getState().summary?.scenarios).toEqual([])
  actions.showBookmark('b2')
  actions.undo()
  // what is shown no more is not said to be shown
  expect(talk(store).map(({ id }) => id)).toEqual(['b1'])
  expect(store.view.getState().bookmark).toBe(null)
  for (let i = 0; i < 4; i++) actions.redo()
  expect(talk(store)).toMatchObject([{ id: 'b1', caption: '改造前' }])
  expect(store.project.getState().summary?.scenarios).toMatchObject([{ name: '一' }])
})
