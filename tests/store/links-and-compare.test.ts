import { expect, test } from 'vitest'
import type { LinkSearch } from '../../src/model/links'
import { createSideStore } from '../../src/store/side-store'
import { mapLayers, openResult, settle, storeWithProject } from './fake-engine'

const analysis = (name: string) => ({ name, assessment: { communities: [] } })
const link = (id: string) => ({
  id,
  kind: 'gate',
  edits: [{ kind: 'open-gate', gate: id, access: 'public' }],
})
const search = (...ids: string[]) => ({ candidates: ids.map(link), hasPeople: true }) as unknown as LinkSearch

async function assessed() {
  const parts = await storeWithProject()
  await parts.engine.next('analyse').answer(analysis('base'))
  return parts
}

/** A store with two scenarios, the second shown; nothing is on its way. */
async function withScenarios() {
  const { store, engine } = await assessed()
  for (const name of ['方案 1', '方案 2']) {
    store.actions.createScenario(name)
    await engine.next('setScenarios').answer(null)
    await engine.next('analyse').answer(analysis(name))
  }
  expect(engine.asked).toEqual([])
  return { store, engine }
}

test('links are looked for while their list is open, and the open one is measured', async () => {
  const { store, engine } = await assessed()
  store.actions.setWorkspace('plan')
  await engine.next('rehearse').answer(null)
  const isAsked = (): boolean => engine.asked.some(({ name }) => name === 'findLinks')
  expect(isAsked()).toBe(false)
  store.actions.setLinkView({ isOpen: true })
  await settle()
  const asked = engine.next('findLinks')
  expect(asked.params).toMatchObject({ communities: null, measured: 0 })
  expect(store.results.getState().isFindingLinks).toBe(true)
  await asked.answer(search('a', 'b'))
  expect(store.results.getState()).toMatchObject({ isFindingLinks: false, links: search('a', 'b') })

  store.actions.setLinkView({ open: 'b' })
  await settle()
  const tried = engine.next('tryEdits')
  expect(tried.params).toMatchObject({ edits: link('b').edits })
  await tried.answer({ person_minutes: 7 })
  expect(store.results.getState().triedLink).toEqual({ id: 'b', comparison: { person_minutes: 7 } })
  // opened again it is known; another one takes its place, and which kinds are listed asks nothing
  store.actions.setLinkView({ open: null })
  store.actions.setLinkView({ open: 'b', kinds: ['gate'] })
  await settle()
  expect(engine.asked).toEqual([])
  store.actions.setLinkView({ open: 'a' })
  await settle()
  expect(store.results.getState().triedLink).toBeNull()
  await engine.next('tryEdits').answer({ person_minutes: 9 })
  expect(store.results.getState().triedLink?.id).toBe('a')
})

test('an edit asks for other links; a search that nobody looks at is stopped', async () => {
  const { store, engine } = await assessed()
  store.actions.setWorkspace('plan')
  store.actions.setLinkView({ isOpen: true })
  await settle()
  await engine.next('findLinks').answer(search('a'))
  store.actions.createScenario('方案 1')
  store.actions.addEdit({ kind: 'close-facility', facility: 'f' })
  await settle()
  expect(engine.asked.map(({ name }) => name)).not.toContain('findLinks')
  await engine.next('analyse').answer(analysis('empty'))
  await engine.next('analyse').answer(analysis('closed'))
  const again = engine.next('findLinks')
  expect(again.params).toMatchObject({ settings: { scenario: 'v1' } })
  store.actions.setLinkView({ isOpen: false })
  await settle()
  expect(again.signal?.aborted).toBe(true)
})

test('scenarios are compared with the first one, and weighed, while their table is looked at', async () => {
  const { store, engine } = await withScenarios()
  store.actions.setComparing({ columns: [null, 'v1', 'v2'] })
  await settle()
  expect(engine.asked).toEqual([])
  store.actions.showInDrawer('compare')
  await settle()
  const asked = engine.next('compare')
  expect((asked.params as { pairs: unknown }).pairs).toEqual([
    [null, null],
    [null, 'v1'],
    [null, 'v2'],
  ])
  await asked.answer(['x', 'y', 'z'])
  expect(engine.next('weighScenarios').params).toMatchObject({ scenarios: ['v1', 'v2'] })
  expect(store.results.getState().scenarioTable).toEqual({
    columns: [null, 'v1', 'v2'],
    comparisons: ['x', 'y', 'z'],
  })
  // one that is deleted is a column no more
  store.actions.deleteScenario('v1')
  await engine.next('setScenarios').answer(null)
  expect((engine.next('compare').params as { pairs: unknown }).pairs).toEqual([
    [null, null],
    [null, 'v2'],
  ])
})

test('another price or edit weighs the scenarios again, after the worker was told of it', async () => {
  const { store, engine } = await withScenarios()
  store.actions.setComparing({ columns: [null, 'v2'] })
  store.actions.showInDrawer('compare')
  await settle()
  await engine.next('compare').answer(['x', 'y'])
  await engine.next('weighScenarios').answer({ v2: [] })
  const names = () => engine.asked.map(({ name }) => name)
  store.actions.setPrices([{ code: 'GATE', low_yuan: 1, default_yuan: 2, high_yuan: 3 }])
  await settle()
  expect(names()).toEqual(['setPackages', 'weighScenarios'])
  for (const name of ['setPackages', 'weighScenarios'] as const) await engine.next(name).answer({})
  // what is decided about works is money too
  store.actions.decide((before) => ({ ...before, works: [{ community: 'c', choices: [] }] }))
  await settle()
  expect(names()).toEqual(['setPackages', 'weighScenarios'])
  for (const name of ['setPackages', 'weighScenarios'] as const) await engine.next(name).answer({})
  store.actions.addEdit({ kind: 'close-facility', facility: 'f' })
  await settle()
  expect(names().indexOf('setScenarios')).toBeLessThan(names().indexOf('weighScenarios'))
  expect(names()).toContain('weighScenarios')
})

test('the left half of the map shows the first scenario, whatever the right one does', async () => {
  const { store, engine } = await withScenarios()
  store.actions.setComparing({ columns: ['v1', 'v2'], onMap: 'swipe' })
  await settle()
  const asked = engine.next('analyse')
  expect(asked.params).toMatchObject({ scenario: 'v1' })
  await asked.answer(analysis('left'))
  const facilities = mapLayers().facilities
  await engine
    .next('scenarioLayers')
    .answer({ outcomes: [], changes: { facilities: [] }, changed: { facilities, base: {} } })
  expect(store.results.getState().mapSide).toMatchObject({ scenario: 'v1', analysis: analysis('left') })

  const side = createSideStore(store)
  expect(side.store.results.getState().analysis).toEqual(analysis('left'))
  expect(side.store.project.getState().mapLayers?.facilities).toBe(facilities)
  expect(side.store.view.getState()).toMatchObject({ scenario: 'v1', focusRequest: null })
  expect(store.results.getState().analysis).toEqual(analysis('方案 2'))
  store.actions.setAppearance('dark')
  expect(side.store.view.getState().appearance).toBe('dark')
  side.dispose()

  store.actions.setComparing({ onMap: 'off' })
  await settle()
  expect(store.results.getState().mapSide).toBeNull()
})

test('both halves of the map show the walks of what is selected, each in its scenario', async () => {
  const { store, engine } = await withScenarios()
  const { actions, results } = store
  actions.setComparing({ columns: ['v1', 'v2'], onMap: 'swipe' })
  await settle()
  await engine.next('analyse').answer(analysis('left'))
  await engine.next('scenarioLayers').answer({ outcomes: [], changes: {}, changed: { base: {} } })
  const at = [120, 30] as const
  actions.select({ kind: 'point', at })
  const [right, left] = [engine.next('catchment'), engine.next('catchment')]
  expect(right.params).toMatchObject({ origin: { at }, settings: { scenario: 'v2' } })
  expect(left.params).toMatchObject({ origin: { at }, settings: { scenario: 'v1' } })
  const side = createSideStore(store)
  const seenLeft = () => side.store.results.getState().catchment
  // the colors of communities give way on both sides at once
  await right.answer({ bands: ['right'], starts: [at] })
  expect(seenLeft()).toMatchObject({ bands: [], starts: [] })
  await left.answer({ bands: ['left'], starts: [at] })
  expect(seenLeft()).toMatchObject({ bands: ['left'] })
  expect(results.getState().catchment).toMatchObject({ bands: ['right'] })

  // from another scenario on the left
  actions.setComparing({ columns: [null, 'v2'] })
  const asIs = engine.next('catchment')
  expect(asIs.params).toMatchObject({ settings: { scenario: null } })
  await asIs.answer(null)
  expect(seenLeft()).toMatchObject({ bands: [] })
  actions.select(null)
  expect(seenLeft()).toBeNull()
  side.dispose()
})

test('both halves of the map show the surface that is asked for', async () => {
  const { store, engine } = await withScenarios()
  const { actions } = store
  actions.setMapForm('cells')
  await engine.next('surface').answer({ subject: { kind: 'missing' }, of: 'right' })
  actions.setComparing({ columns: ['v1', 'v2'], onMap: 'swipe' })
  await settle()
  await engine.next('analyse').answer(analysis('left'))
  await engine.next('scenarioLayers').answer({ outcomes: [], changes: {}, changed: { base: {} } })
  const asked = engine.next('surface')
  expect(asked.params).toMatchObject({ form: 'cells', settings: { scenario: 'v1' } })
  const surface = { subject: { kind: 'missing' }, of: 'left' }
  await asked.answer(surface)
  const side = createSideStore(store)
  expect(side.store.results.getState().surface).toEqual(surface)
  expect(side.store.view.getState().mapForm).toBe('cells')
  expect(store.results.getState().surface).toMatchObject({ of: 'right' })
  side.dispose()
  actions.setComparing({ onMap: 'off' })
  await settle()
  expect(store.results.getState().sideSurface).toBeNull()
})

test('both halves of the map compare profiles, each in its scenario', async () => {
  const { store, engine } = await withScenarios()
  const { actions } = store
  actions.setCompared(['adult', 'elder'])
  actions.setMapTheme({ kind: 'profiles', profile: 'elder', code: null })
  await settle()
  await engine.next('compareProfiles').answer({ of: 'right' })
  actions.setComparing({ columns: ['v1', 'v2'], onMap: 'swipe' })
  await settle()
  await engine.next('analyse').answer(analysis('left'))
  const side = createSideStore(store)
  const seenLeft = () => side.store.results.getState().summaries.comparison
  // what is so on the right is not told of the left meanwhile
  expect(seenLeft()).toBeNull()
  await engine.next('scenarioLayers').answer({ outcomes: [], changes: {}, changed: { base: {} } })
  const asked = engine.next('compareProfiles')
  expect(asked.params).toMatchObject({ settings: { scenario: 'v1' }, profiles: ['adult', 'elder'] })
  await asked.answer({ of: 'left' })
  expect(seenLeft()).toEqual({ of: 'left' })
  expect(store.results.getState().summaries.comparison).toEqual({ of: 'right' })
  // nothing that changed: the left half has nothing to draw anew
  const before = side.store.results.getState().summaries
  actions.setComparing({ divider: 0.3 })
  expect(side.store.results.getState().summaries).toBe(before)

  actions.setCompared(['adult', 'child'])
  expect(seenLeft()).toBeNull()
  await settle()
  const anew = [engine.next('compareProfiles'), engine.next('compareProfiles')]
  expect(anew.map(({ params }) => params)).toMatchObject([
    { settings: { scenario: 'v2' }, profiles: ['adult', 'child'] },
    { settings: { scenario: 'v1' }, profiles: ['adult', 'child'] },
  ])
  side.dispose()
  actions.setComparing({ onMap: 'off' })
  await settle()
  expect(store.results.getState().sideComparison).toBeNull()
})

test('another project forgets what was compared', async () => {
  const { store, engine } = await withScenarios()
  store.actions.setComparing({ columns: [null, 'v1'], onMap: 'difference' })
  void store.actions.openDemo()
  await settle()
  await engine.next('open').answer(openResult('乙'))
  expect(store.view.getState().comparing).toEqual({ columns: [null], onMap: 'off', divider: 0.5 })
})
