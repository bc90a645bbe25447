import { expect, test } from 'vitest'
import { storeWithProject } from './fake-engine'

/** Turns round what stands behind it. */
const HIDDEN = '\u202e'

test('what is typed anywhere comes in without hidden characters', async () => {
  const { store, engine } = await storeWithProject()
  await engine.next('analyse').answer({ assessment: { communities: [] } })
  const { actions, project } = store
  actions.setSeen([120, 30, 120.1, 30.1], 15)
  actions.keepBookmark(`现状${HIDDEN}图`)
  expect(project.getState().summary?.bookmarks).toMatchObject([{ caption: '现状图' }])
  actions.captionBookmark('b1', `第一行\n第二行\u200b`)
  expect(project.getState().summary?.bookmarks).toMatchObject([{ caption: '第一行\n第二行' }])
  actions.createScenario(`方案${HIDDEN}`, [
    { kind: 'add-facility', name: `食堂${HIDDEN}\u0007`, class: 'CANTEEN', at: [120, 30] },
  ])
  expect(project.getState().summary?.scenarios).toMatchObject([{ name: '方案', edits: [{ name: '食堂' }] }])
})

test('what has nothing hidden is handed on as it is, the same object', async () => {
  const { store } = await storeWithProject()
  const seen = { kind: 'point', at: [120, 30] } as const
  store.actions.select(seen)
  expect(store.view.getState().selection).toBe(seen)
})
