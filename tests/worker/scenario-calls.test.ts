import { afterAll, beforeAll, expect, test } from 'vitest'
import { STORIES } from '../../data/make-demo/stories'
import pack from '../../data/rules/gb50180-2018.json'
import { unpackProject } from '../../src/engine/project/project-file'
import { Cancelled } from '../../src/engine/run'
import type { AnalysisSettings } from '../../src/model/analysis'
import type { RulePack } from '../../src/model/rule-pack'
import type { Edit, Scenario } from '../../src/model/scenario'
import { demoFiles, demoProject } from './demo-files'
import { overAChannel } from './over-a-channel'

const settings: AnalysisSettings = {
  profile: 'adult',
  basis: 'distance',
  rules: pack as unknown as RulePack,
  scenario: null,
  year: 2026,
  bandsBasis: 'distance',
  bands: [300, 500, 1000],
}
const opened: Edit = { kind: 'open-gate', gate: STORIES.lockedGate.gate, access: 'public' }
const scenario = (edits: readonly Edit[], id = 'v1'): Scenario => ({ id, name: id, edits })

const { client, close } = overAChannel()
beforeAll(async () => {
  await client.call('open', { files: demoFiles() })
})
afterAll(close)

test('the locked gate opens: its people are newly served with a market, and the base stays as it was', async () => {
  const before = await client.call('analyse', settings)
  await client.call('setScenarios', { scenarios: [scenario([opened])] })
  const layers = await client.call('scenarioLayers', { scenario: 'v1' })
  expect(layers?.outcomes).toEqual([
    {
      refusal: null,
      cost: expect.objectContaining({ default_yuan: 0 }),
      vote: { type: 'simple', ground: 'shared-matter', communities: [STORIES.lockedGate.community] },
      made: null,
      line: [
        demoProject()
          .layers.gates.find(({ id }) => id === opened.gate)
          ?.geometry.coordinates.slice(0, 2),
      ],
    },
  ])
  expect(layers?.changes.gates).toMatchObject([
    { kind: 'changed', gate: { id: opened.gate, access: 'public' } },
  ])
  // gates alone are drawn differently: no blob is built again
  expect(layers?.changed).toMatchObject({ base: {} })
  expect(Object.keys(layers?.changed ?? {}).sort()).toEqual(['base', 'gates'])

  const planned = await client.call('analyse', { ...settings, scenario: 'v1' })
  const servedBy = (view: typeof planned) =>
    view.assessment.totals.find(({ code }) => code === STORIES.lockedGate.class)?.people_served ?? 0
  const [{ classes }] = await client.call('compare', { pairs: [[null, 'v1']], settings })
  const market = classes.find(({ code }) => code === STORIES.lockedGate.class)
  // all of the community, as the story says
  expect(market).toMatchObject({ gained: 2335, lost: 0 })
  expect(servedBy(planned) - servedBy(before)).toBe(2335)
  expect(await client.call('analyse', settings)).toEqual(before)
  expect(unpackProject(await client.call('save', {})).project.scenarios).toEqual([scenario([opened])])
})

test('every kind of edit is priced, voted on, placed and told apart on the map', async () => {
  const { boilerHouse, privateCourt, fullAndEmpty, acrossTheCanal } = STORIES
  const edits: readonly Edit[] = [
    { kind: 'convert-space', space: boilerHouse.space, use: 'ELDER_DAYCARE', class: boilerHouse.class },
    { kind: 'share-facility', facility: privateCourt.facility },
    { kind: 'close-facility', facility: fullAndEmpty.empty },
    { kind: 'move-facility', facility: acrossTheCanal.facility, to: [120.105, 30.276] },
    { kind: 'open-wall', community: 'c-qinghe-1', at: [0, 0], access: 'public' },
    { kind: 'add-facility', name: '新', class: 'MARKET', at: [120.105, 30.276] },
  ]
  await client.call('setScenarios', { scenarios: [scenario(edits)] })
  const { outcomes, changes, changed } = (await client.call('scenarioLayers', { scenario: 'v1' }))!
  expect(outcomes.map(({ refusal }) => refusal?.reason ?? null)).toEqual([
    null,
    null,
    null,
    null,
    'far-from-edge',
    null,
  ])
  expect(outcomes.map(({ vote }) => vote.type)).toEqual([
    'three-quarters',
    'three-quarters',
    'none',
    'none',
    'three-quarters',
    'none',
  ])
  expect(outcomes[0].cost).toMatchObject({ item: 'C03', unit: 'm2' })
  expect(outcomes[3].cost).toBeNull()
  expect(outcomes.map(({ made }) => made)).toEqual([
    'facility~edit-1',
    null,
    null,
    null,
    null,
    'facility~edit-6',
  ])
  expect(outcomes.map(({ line }) => line.length)).toEqual([1, 1, 1, 2, 1, 1])
  expect(Object.fromEntries(changes.facilities.map(({ kind, facility }) => [facility.id, kind]))).toEqual({
    [privateCourt.facility]: 'changed',
    [fullAndEmpty.empty]: 'closed',
    [acrossTheCanal.facility]: 'moved',
    'facility~edit-1': 'added',
    'facility~edit-6': 'added',
  })
  expect(changes.spaces).toEqual([boilerHouse.space])
  expect(changed.facilities?.map(({ id }) => id)).toContain('facility~edit-6')
  expect(changed.facilities?.map(({ id }) => id)).not.toContain(fullAndEmpty.empty)
  expect(Object.keys(changed.base)).toContain('labels')
  expect(Object.keys(changed.base)).not.toContain('streets')
})

test('a path of the plan is a street to join, in its own scenario only', async () => {
  const line: readonly [number, number][] = [
    [121, 31],
    [121.001, 31],
  ]
  await client.call('setScenarios', {
    scenarios: [scenario([{ kind: 'add-path', id: 'x', line, from: null, to: null }])],
  })
  const near = { at: [121.0005, 31.00001], within_m: 8 } as const
  expect(await client.call('nearestStreet', { ...near, scenario: null })).toBeNull()
  expect(await client.call('nearestStreet', { ...near, scenario: 'v1' })).toMatchObject({ id: 'path~edit-x' })
})

test('a path joins the street that is found for it; a removed street is told with its line', async () => {
  const [street] = demoProject().layers.streets
  const [lon, lat] = street.geometry.coordinates[0]
  const near = await client.call('nearestStreet', { at: [lon, lat + 0.00001], within_m: 8, scenario: null })
  expect(near).not.toBeNull()
  expect(await client.call('nearestStreet', { at: [0, 0], within_m: 8, scenario: null })).toBeNull()
  const line = [near!.at, [near!.at[0] + 0.0004, near!.at[1] + 0.0004]] as const
  await client.call('setScenarios', {
    scenarios: [
      scenario([
        { kind: 'add-path', line, from: near!.id, to: null },
        { kind: 'remove-path', street: street.id },
      ]),
    ],
  })
  const { outcomes, changes, changed } = (await client.call('scenarioLayers', { scenario: 'v1' }))!
  expect(outcomes.map(({ refusal }) => refusal)).toEqual([null, null])
  expect(outcomes[0]).toMatchObject({ made: 'path~edit-1', line })
  expect(changes.paths.map(({ kind, id }) => [kind, id])).toEqual([
    ['removed', street.id],
    ['added', 'path~edit-1'],
  ])
  // streets are not drawn again
  expect(changed).toEqual({ base: {} })
})

test('only the scenario whose edits have changed is measured again', async () => {
  const other = scenario([{ kind: 'close-facility', facility: STORIES.fullAndEmpty.full }], 'v2')
  await client.call('setScenarios', { scenarios: [scenario([opened]), other] })
  const one = await client.call('analyse', { ...settings, scenario: 'v1' })
  const two = await client.call('analyse', { ...settings, scenario: 'v2' })
  await client.call('setScenarios', { scenarios: [scenario([]), { ...other, name: '改名' }] })
  expect(await client.call('analyse', { ...settings, scenario: 'v2' })).toEqual(two)
  const emptied = await client.call('analyse', { ...settings, scenario: 'v1' })
  expect(emptied.assessment.totals).not.toEqual(one.assessment.totals)
  expect(await client.call('scenarioLayers', { scenario: 'v3' })).toBeNull()
})

test('a facility that the scenario closes has no catchment and no way to it, and is no error', async () => {
  const facility = STORIES.lockedGate.facility
  await client.call('setScenarios', { scenarios: [scenario([{ kind: 'close-facility', facility }])] })
  const planned = { ...settings, scenario: 'v1' }
  const origin = { kind: 'facility', id: facility } as const
  expect(await client.call('catchment', { origin, settings: planned, cell_m: 10 })).toBeNull()
  expect(await client.call('catchment', { origin, settings, cell_m: 10 })).not.toBeNull()
  const from = { kind: 'community', id: STORIES.lockedGate.community } as const
  expect(await client.call('route', { origin: from, facility, settings: planned })).toBeNull()
  expect(await client.call('route', { origin: from, facility, settings })).not.toBeNull()
})

test('edits are priced by the user’s own prices where there are some', async () => {
  const edit: Edit = {
    kind: 'convert-space',
    space: STORIES.boilerHouse.space,
    use: 'ELDER_DAYCARE',
    class: STORIES.boilerHouse.class,
    area_m2: 100,
  }
  await client.call('setScenarios', { scenarios: [scenario([edit])] })
  const prices = [{ code: 'C03', low_yuan: 1, default_yuan: 2, high_yuan: 3 }]
  await client.call('setPackages', { packages: [], prices })
  const layers = await client.call('scenarioLayers', { scenario: 'v1' })
  expect(layers?.outcomes[0].cost).toMatchObject({ low_yuan: 100, default_yuan: 200, high_yuan: 300 })
  await client.call('setPackages', { packages: [], prices: [] })
})

test('a rehearsal can be stopped, and one to its end changes no answer', async () => {
  const { assessment } = await client.call('analyse', settings)
  const controller = new AbortController()
  const stopped = client.call('rehearse', settings, { signal: controller.signal })
  controller.abort()
  await expect(stopped).rejects.toThrow(Cancelled)
  expect(await client.call('rehearse', settings)).toBeNull()
  const after = await client.call('analyse', settings)
  expect(after.assessment.totals).toEqual(assessment.totals)
})

test('a wall is not opened beside a gate, be it of the survey or of the plan', async () => {
  const gate = demoProject().layers.gates.find(({ id }) => id === 'gate-lanbei-2-2')!
  const [lon, lat] = gate.geometry.coordinates
  const ask = (at: readonly [number, number]) =>
    client.call('whyWallStays', { community: 'c-lanbei-2', at, scenario: 'v1' })
  await client.call('setScenarios', { scenarios: [scenario([])] })
  expect(await ask([lon + 0.00004, lat])).toEqual({ reason: 'gate-near', layer: 'gates', id: gate.id })
  const beyond = [lon + 0.0002, lat] as const
  expect(await ask(beyond)).not.toMatchObject({ reason: 'gate-near' })
  const opened: Edit = { kind: 'open-wall', community: 'c-lanbei-2', at: beyond, access: 'public' }
  await client.call('setScenarios', { scenarios: [scenario([opened])] })
  expect(await ask(beyond)).toMatchObject({ reason: 'gate-near' })
})
