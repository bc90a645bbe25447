import { expect, test } from 'vitest'
import { packProject, unpackProject } from '../../src/engine/project/project-file'
import type { AnalysisSettings } from '../../src/model/analysis'
import { VERDICTS } from '../../src/model/assessment'
import type { PackFile } from '../../src/model/rule-pack'
import { combinePacks } from '../../src/model/rules/combine-packs'
import { DEFAULT_RULES, findShipped } from '../../src/model/rules/shipped-packs'
import { Scene } from '../scene/scene'
import { overAChannel } from './over-a-channel'

const settings: AnalysisSettings = {
  profile: 'adult',
  basis: 'distance',
  rules: DEFAULT_RULES,
  scenario: null,
  year: 2026,
  bandsBasis: 'distance',
  bands: [300, 500, 1000],
}

/** Two houses on one street: a by a nursery, b 800 m from it. Bays are known of a only. */
function town(): Scene {
  const scene = new Scene()
  scene.street('road', [
    [0, 0],
    [900, 0],
  ])
  for (const [id, x, facts] of [
    ['a', 50, { households: 100, parking_bays: 30 }],
    ['b', 850, { households: 100 }],
  ] as const) {
    const square = [
      [x, 5],
      [x + 10, 5],
      [x + 10, 15],
      [x, 15],
    ] as [number, number][]
    scene.community(id, square, { residents: 100, ...facts })
    scene.building(`house-${id}`, square, { community: id, residents: 100 })
  }
  scene.facility('nursery', 'NURSERY', [40, 4])
  return scene
}

async function opened() {
  const { client } = overAChannel()
  await client.call('open', {
    files: [{ name: 'town.lifecircle', blob: new Blob([packProject(town().project())]) }],
  })
  return client
}

const combined = (...ids: string[]) =>
  combinePacks({ packs: ids.map((id) => findShipped(id)!), old_area: false }).pack!

test('rules and completeness are kept in the saved project, and come back when it is opened', async () => {
  const client = await opened()
  const rules = { packs: [findShipped('gb50180-2018')!] as PackFile[], old_area: true }
  await client.call('setRules', { rules })
  await client.call('setCompleteness', { layer: 'facilities', level: 'partial' })
  await client.call('setCompleteness', { layer: 'gates', level: 'none' })
  await client.call('setCompleteness', { layer: 'gates', level: null })
  const saved = await client.call('save', {})
  expect(unpackProject(saved).project).toEqual({
    ...town().project(),
    rules,
    completeness: { facilities: 'partial' },
  })
  const { summary } = await client.call('open', {
    files: [{ name: 'a.lifecircle', blob: new Blob([saved]) }],
  })
  expect(summary).toMatchObject({ rules, completeness: { facilities: 'partial' } })
})

test('a partial layer of facilities makes what is not found unknown, and says so in the basis', async () => {
  const client = await opened()
  const verdicts = async (): Promise<string[]> => {
    const { assessment } = await client.call('analyse', settings)
    const c = assessment.classes.findIndex(({ code }) => code === 'NURSERY')
    return [0, 1].map((k) => VERDICTS[assessment.status[k * assessment.classes.length + c]])
  }
  expect(await verdicts()).toEqual(['served', 'unserved'])
  await client.call('setCompleteness', { layer: 'facilities', level: 'partial' })
  expect(await verdicts()).toEqual(['served', 'unknown'])
  expect((await client.call('analyse', settings)).assessment.basis.completeness).toEqual({
    facilities: 'partial',
  })
  // the class itself was surveyed, whatever else is missing in the layer
  await client.call('setSurveyed', { code: 'NURSERY', surveyed: true })
  expect(await verdicts()).toEqual(['served', 'unserved'])
  await client.call('setCompleteness', { layer: 'facilities', level: 'none' })
  expect(await verdicts()).toEqual(['served', 'unknown'])
})

test('streets and gates that may be missing put in doubt what is near as the crow flies only', async () => {
  const client = await opened()
  const reasons = async (): Promise<number> => {
    const { totals } = (await client.call('analyse', settings)).assessment
    return totals.find(({ code }) => code === 'NURSERY')!.people_unknown
  }
  // 800 m away, a nursery is not within 300 m by any path
  await client.call('setCompleteness', { layer: 'streets', level: 'partial' })
  expect(await reasons()).toBe(0)
  // nor from anywhere in the community, wherever its houses are
  await client.call('setCompleteness', { layer: 'buildings', level: 'none' })
  expect(await reasons()).toBe(0)
})

test('indicators are counted by the rules in use; what needs a survey stays unknown', async () => {
  const client = await opened()
  const rules = combined('gb50180-2018', 'complete-community', 'city-checkup')
  const { indicators } = await client.call('indicators', { ...settings, rules })
  const of = (code: string) => indicators.find((each) => each.code === code)
  expect(of('CK02')).toMatchObject({ met: 1, unmet: 1, unknown: 0, absent: [] })
  // 100 households × 0.6 − 30 bays; of b no bays are known
  expect(of('CK05')).toMatchObject({ met: 0, unmet: 1, unknown: 1, missing: 30 })
  expect(of('CK09')).toMatchObject({ met: 0, unmet: 0, unknown: 2 })
  expect(of('CC03')).toMatchObject({ met: 1, unmet: 1, unknown: 0 })
  // what the planner enters counts at once, and costs no walk
  const said = { code: 'CK09', community: 'a', unit: '', date: '2024-05-01', source: '街道台账', note: '' }
  await client.call('setEntered', { entered: [{ ...said, value: 'met' }] })
  const again = await client.call('indicators', { ...settings, rules })
  expect(again.indicators.find(({ code }) => code === 'CK09')).toMatchObject({ met: 1, unmet: 0, unknown: 1 })
  expect(again.indicators.filter(({ code }) => code !== 'CK09')).toEqual(
    indicators.filter(({ code }) => code !== 'CK09'),
  )
  const alone = await client.call('indicators', {
    ...settings,
    rules: combined('gb50180-2018', 'city-checkup'),
  })
  expect(alone.indicators.find(({ code }) => code === 'CK01')).toMatchObject({
    unknown: 2,
    absent: ['ELDER_STATION'],
  })
})

test('indicators are those of the scenario that is shown', async () => {
  const { client } = overAChannel()
  const grounds = town().facility('ground', 'FIT_OUTDOOR', [60, 4], { land_area_m2: 200 })
  const edits = [{ kind: 'close-facility', facility: 'ground' }]
  const scenarios = [{ id: 's', name: 's', edits }] as never
  await client.call('open', {
    files: [{ name: 't.lifecircle', blob: new Blob([packProject(grounds.project({ scenarios }))]) }],
  })
  const rules = combined('gb50180-2018', 'hangzhou')
  const land = async (scenario: string | null) => {
    const { indicators } = await client.call('indicators', { ...settings, rules, scenario })
    return indicators.find(({ code }) => code === 'IND_SPORT_HZ')?.value?.supply
  }
  expect([await land(null), await land('s')]).toEqual([200, 0])
})
