import { expect, test } from 'vitest'
import { Cancelled } from '../../src/engine/run'
import { settle, storeWithProject } from './fake-engine'

test('who comes to plan has the worker rehearse, once for a project; whoever edits stops it', async () => {
  const { store, engine } = await storeWithProject()
  const rehearsals = () => engine.asked.filter(({ name }) => name === 'rehearse')
  store.actions.setWorkspace('plan')
  // the numbers first
  expect(rehearsals()).toEqual([])
  await engine.next('analyse').answer({ assessment: { communities: [] } })
  expect(rehearsals().length).toBe(1)

  store.actions.createScenario('方案 1', [{ kind: 'close-facility', facility: 'f1' }])
  await settle()
  const [rehearsal] = rehearsals()
  expect(rehearsal.signal?.aborted).toBe(true)
  await rehearsal.fail(new Cancelled())

  await engine.next('analyse').answer({ assessment: { communities: [] } })
  store.actions.setWorkspace('assess')
  store.actions.setWorkspace('plan')
  await settle()
  expect(rehearsals()).toEqual([rehearsal])
})
