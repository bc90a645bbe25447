import { expect, test } from 'vitest'

import { withFunding } from '../../src/model/edit-package'
import type { PackageAnswer } from '../../src/model/package-answer'
import { storeWithProject, settle } from './fake-engine'

const decided = { scenario: 'v1', funding: [{ source: 'bonds', yuan: 5 }], ballots: [], works: [] }

/** A store whose project has a scenario, which is shown, and somebody looks at its package. */
async function lookingAtPackage() {
  const { store, engine } = await storeWithProject()
  store.project.setState(({ summary }) => ({
    summary: summary && { ...summary, scenarios: [{ id: 'v1', name: '一', edits: [] }] },
  }))
  store.actions.setWantsPackage(true)
  expect(engine.asked.map(({ name }) => name)).not.toContain('describePackage')
  store.actions.showScenario('v1')
  return { store, engine }
}

const answerOf = (scenario: string): PackageAnswer => ({ scenario }) as PackageAnswer

test('a package is asked for where somebody looks at it, and once', async () => {
  const { store, engine } = await lookingAtPackage()
  const asked = engine.next('describePackage')
  expect(asked.params).toMatchObject({ scenario: 'v1', settings: { scenario: 'v1' } })
  await asked.answer(answerOf('v1'))
  expect(store.results.getState().packageAnswer).toEqual({ scenario: 'v1' })
  store.actions.setWantsPackage(false)
  store.actions.setWantsPackage(true)
  expect(engine.asked.map(({ name }) => name)).not.toContain('describePackage')
})

test('what is decided is there at once, told to the worker, and asked about anew', async () => {
  const { store, engine } = await lookingAtPackage()
  await engine.next('describePackage').answer(answerOf('v1'))
  store.actions.decide((before) => withFunding(before, 'bonds', { source: 'bonds', yuan: 5 }))
  expect(store.project.getState()).toMatchObject({
    hasUnsavedChanges: true,
    summary: { packages: [decided] },
  })
  // told before it is asked about
  const names = engine.asked.map(({ name }) => name)
  expect(names.indexOf('setPackages')).toBeLessThan(names.indexOf('describePackage'))
  expect(engine.next('setPackages').params).toEqual({ packages: [decided], prices: [] })
  // the old answer stays until the new one is there
  expect(store.results.getState().packageAnswer).toEqual({ scenario: 'v1' })
})

test('what the worker cannot take is taken back and told', async () => {
  const { store, engine } = await lookingAtPackage()
  store.actions.setPrices([{ code: 'C17', low_yuan: 1, default_yuan: 2, high_yuan: 3 }])
  await engine.next('setPackages').fail(new Error('no'))
  expect(store.project.getState().summary?.prices).toEqual([])
  expect(store.project.getState().notices).toHaveLength(1)
})

test('nothing is decided where no scenario is shown', async () => {
  const { store, engine } = await storeWithProject()
  store.actions.decide((before) => withFunding(before, 'bonds', { source: 'bonds', yuan: 5 }))
  expect(store.project.getState().summary?.packages).toEqual([])
  expect(engine.asked.map(({ name }) => name)).not.toContain('setPackages')
})

const told = (calls: readonly { readonly name: string }[]) => calls.map(({ name }) => name)

test('a copy of a scenario is paid for as the first one, and nobody has voted on it', async () => {
  const { store } = await lookingAtPackage()
  store.actions.decide((before) => ({
    ...withFunding(before, 'bonds', { source: 'bonds', yuan: 5 }),
    ballots: [{ community: 'c', heads: 90 }],
    affected: [{ space: 'flat', use: 'STORE', owners: 12, agreed: 12 }],
  }))
  store.actions.duplicateScenario('v1', '二')
  const { packages = [], scenarios = [] } = store.project.getState().summary ?? {}
  expect(scenarios.map(({ id }) => id)).toEqual(['v1', 'v2'])
  expect(packages[1]).toEqual({ ...decided, scenario: 'v2' })
})

test('a new scenario never takes the id of one that something was decided about', async () => {
  const { store } = await lookingAtPackage()
  store.actions.createScenario('二')
  store.actions.decide((before) => withFunding(before, 'bonds', { source: 'bonds', yuan: 5 }))
  store.actions.deleteScenario('v2')
  store.actions.createScenario('三')
  expect(store.project.getState().summary?.scenarios.map(({ id }) => id)).toEqual(['v1', 'v3'])
})

test('other prices are other costs of the edits', async () => {
  const { store, engine } = await lookingAtPackage()
  engine.next('analyse')
  await engine.next('analyse').answer({ assessment: { communities: [] } })
  store.project.setState(({ summary }) => ({
    summary: summary && {
      ...summary,
      scenarios: [{ id: 'v1', name: '一', edits: [{ kind: 'close-gate', gate: 'g' }] }],
    },
  }))
  store.actions.setPrices([{ code: 'C17', low_yuan: 1, default_yuan: 2, high_yuan: 3 }])
  await settle()
  expect(told(engine.asked)).toContain('scenarioLayers')
  engine.next('scenarioLayers')
  store.actions.decide((before) => withFunding(before, 'bonds', { source: 'bonds', yuan: 5 }))
  await settle()
  expect(told(engine.asked)).not.toContain('scenarioLayers')
})

test('money and works are taken back with the measures, in the order in which all of it was done', async () => {
  const { store, engine } = await lookingAtPackage()
  const price = { code: 'C17', low_yuan: 1, default_yuan: 2, high_yuan: 3 }
  store.actions.decide((before) => withFunding(before, 'bonds', { source: 'bonds', yuan: 5 }))
  store.actions.addEdit({ kind: 'close-facility', facility: 'f1' })
  store.actions.setPrices([price])
  const state = () => {
    const { scenarios = [], packages, prices } = store.project.getState().summary ?? {}
    return [packages?.length, scenarios[0].edits.length, prices?.length]
  }
  expect(state()).toEqual([1, 1, 1])
  engine.asked.length = 0
  store.actions.undo()
  expect(state()).toEqual([1, 1, 0])
  // the scenarios are as they were: only what is decided is told
  expect(told(engine.asked)).toContain('setPackages')
  expect(told(engine.asked)).not.toContain('setScenarios')
  store.actions.undo()
  store.actions.undo()
  expect(state()).toEqual([0, 0, 0])
  for (let i = 0; i < 3; i++) store.actions.redo()
  expect(state()).toEqual([1, 1, 1])
  expect(store.project.getState().planHistory.future).toEqual([])
})

test('a copy that is taken back leaves nothing that was decided about it', async () => {
  const { store } = await lookingAtPackage()
  store.actions.decide((before) => withFunding(before, 'bonds', { source: 'bonds', yuan: 5 }))
  store.actions.duplicateScenario('v1', '二')
  store.actions.undo()
  expect(store.project.getState().summary?.packages).toEqual([decided])
  store.actions.redo()
  expect(store.project.getState().summary?.packages).toHaveLength(2)
})
