import { expect, test } from 'vitest'

import { withFunding } from '../../src/model/edit-package'
import type { PackageAnswer } from '../../src/model/package-answer'
import { storeWithProject } from './fake-engine'

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
