import { expect, test } from 'vitest'
import type { Bookmark } from '../../src/model/bookmark'
import type { AppStore } from '../../src/store/state'
import { settle, storeWithProject } from './fake-engine'

const HERE = [120, 30, 120.1, 30.1] as const
const THERE = [121, 31, 121.1, 31.1] as const

/** communities are colored, nothing is told apart, and the numbers are those of a page just opened */
const PLAIN = {
  form: 'communities',
  sides: { onMap: 'off' },
  bands: 'time',
  terms: {
    profile: 'adult',
    basis: 'distance',
    hour: null,
    judging: 'access',
    decay: 'none',
    countsSmall: false,
  },
} as const

const talk = (store: AppStore): readonly Bookmark[] => store.project.getState().summary?.bookmarks ?? []

async function storeWithTalk() {
  const { store, engine } = await storeWithProject()
  await engine.next('analyse').answer({ assessment: { communities: [] } })
  store.actions.setSeen(HERE, 15)
  store.actions.keepBookmark('现状')
  await engine.next('setBookmarks').answer(null)
  store.actions.setSeen(THERE, 15)
  store.actions.setMapTheme({ kind: 'class', code: 'MARKET' })
  store.actions.keepBookmark('菜市场')
  await engine.next('setBookmarks').answer(null)
  return { store, engine }
}

test('a look keeps what is seen, its theme and scenario, and makes the project unsaved', async () => {
  const { store } = await storeWithTalk()
  expect(talk(store)).toEqual([
    { id: 'b1', caption: '现状', box: HERE, scenario: null, theme: 'missing', ...PLAIN },
    { id: 'b2', caption: '菜市场', box: THERE, scenario: null, theme: 'class:MARKET', ...PLAIN },
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
    ...PLAIN,
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

test('a look brings back what was selected, how its bands were measured, what carried the colors, and the swipe', async () => {
  const { store, engine } = await storeWithTalk()
  const { actions, view } = store
  for (const name of ['一', '二']) {
    actions.createScenario(name)
    await engine.next('setScenarios').answer(null)
  }
  actions.setComparing({ columns: ['v1', 'v2'], onMap: 'swipe', divider: 0.3 })
  actions.setMapForm('hexagons')
  actions.setBandsBasis('distance')
  actions.select({ kind: 'point', at: [120.05, 30.05] })
  actions.keepBookmark('前后')
  const shown = {
    scenario: 'v2',
    selection: { kind: 'point', at: [120.05, 30.05] },
    mapForm: 'hexagons',
    bandsBasis: 'distance',
    comparing: { columns: ['v1', 'v2'], onMap: 'swipe', divider: 0.3 },
  }
  expect(talk(store)[2]).toMatchObject({
    form: 'hexagons',
    sides: { onMap: 'swipe', from: 'v1', divider: 0.3 },
    selection: shown.selection,
    bands: 'distance',
  })
  // another look, and what somebody did with it
  actions.showBookmark('b1')
  expect(view.getState()).toMatchObject({
    selection: null,
    mapForm: 'communities',
    comparing: { onMap: 'off' },
  })
  actions.setBandsBasis('time')
  actions.setComparing({ columns: [null], divider: 0.5 })
  actions.showBookmark('b3')
  // the columns that were beside each other in the table stay there
  expect(view.getState()).toMatchObject({
    ...shown,
    comparing: { ...shown.comparing, columns: ['v1', 'v2', null] },
  })
})

test('a look brings back for whom, when and by what its numbers were judged', async () => {
  const { store } = await storeWithTalk()
  const { actions, view } = store
  const terms = {
    profile: 'child',
    basis: 'time',
    hour: 21 * 60,
    judging: 'both',
    decay: 'zones',
    countsSmall: true,
  } as const
  actions.setProfile(terms.profile)
  actions.setBasis(terms.basis)
  actions.setHour(terms.hour)
  actions.setJudging(terms.judging)
  actions.setDecay(terms.decay)
  actions.setCountsSmall(terms.countsSmall)
  actions.keepBookmark('孩子晚上能去哪')
  expect(talk(store)[2]).toMatchObject({ terms })
  actions.showBookmark('b1')
  expect(view.getState()).toMatchObject({ ...PLAIN.terms, bandsBasis: 'time' })
  actions.showBookmark('b3')
  expect(view.getState()).toMatchObject(terms)
})

test('what a look told apart is shown as one where either side is gone', async () => {
  const { store, engine } = await storeWithTalk()
  const { actions, view } = store
  for (const name of ['一', '二']) {
    actions.createScenario(name)
    await engine.next('setScenarios').answer(null)
  }
  actions.setComparing({ columns: ['v1', 'v2'], onMap: 'difference' })
  actions.keepBookmark('差异')
  actions.deleteScenario('v1')
  actions.showBookmark('b3')
  expect(view.getState()).toMatchObject({ scenario: 'v2', comparing: { onMap: 'off' } })
})

test('a community that other data have no more is not selected by a look', async () => {
  const { store } = await storeWithTalk()
  const { actions, view } = store
  actions.select({ kind: 'community', id: 'gone' })
  actions.keepBookmark('小区')
  actions.showBookmark('b3')
  expect(view.getState().selection).toBe(null)
})

test('a look of an older file says nothing of sides or of what numbers go by: both stay as they are', async () => {
  const { store, engine } = await storeWithTalk()
  const { actions, view, project } = store
  actions.createScenario('一')
  await engine.next('setScenarios').answer(null)
  const old: Bookmark = { id: 'b9', caption: '旧', box: HERE, scenario: 'v1' }
  project.setState(({ summary }) => ({ summary: summary && { ...summary, bookmarks: [old] } }))
  actions.swipeScenario()
  actions.setMapForm('cells')
  actions.setHour(1200)
  actions.showBookmark('b9')
  expect(view.getState()).toMatchObject({
    hour: 1200,
    scenario: 'v1',
    mapForm: 'cells',
    selection: null,
    comparing: { columns: [null, 'v1'], onMap: 'swipe' },
  })
})

test('after a meeting the page shows what it showed before, as far as that is still there', async () => {
  const { store, engine } = await storeWithTalk()
  const { actions, view } = store
  actions.createScenario('方案甲')
  await engine.next('setScenarios').answer(null)
  actions.setMapTheme({ kind: 'mode' })
  actions.select({ kind: 'point', at: [120, 30] })
  const { scenario } = view.getState()
  actions.setWorkspace('present')
  actions.showBookmark('b2')
  actions.setBasis('time')
  expect(view.getState()).toMatchObject({ scenario: null, selection: null, bookmark: 'b2' })
  actions.setWorkspace('assess')
  expect(view.getState()).toMatchObject({
    scenario,
    mapTheme: { kind: 'mode' },
    basis: 'distance',
    selection: { kind: 'point', at: [120, 30] },
    bookmark: null,
  })
  // from one workspace to another nothing changes
  actions.showBookmark('b2')
  actions.setWorkspace('gaps')
  expect(view.getState()).toMatchObject({ scenario: null, mapTheme: { kind: 'class', code: 'MARKET' } })

  actions.showScenario(scenario)
  actions.setWorkspace('present')
  actions.deleteScenario(scenario!)
  actions.setWorkspace('assess')
  expect(view.getState().scenario).toBeNull()
})
