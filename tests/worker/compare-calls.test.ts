import { afterAll, beforeAll, expect, test } from 'vitest'

import { STORIES } from '../../data/make-demo/stories'
import { compareJudged } from '../../src/engine/compare/compare-judged'
import { judge, measure, prepare } from '../../src/engine/pipeline'
import { packProject } from '../../src/engine/project/project-file'
import type { Edit, Scenario } from '../../src/model/scenario'
import { DISTANCE as WHOLE, RULES } from '../scenes/analyse-scene'
import { demoProject } from './demo-files'
import { overAChannel } from './over-a-channel'

const CLASSES = ['MARKET', 'KINDERGARTEN', 'EDU_PRIMARY']
const rules = RULES.rules.filter(({ code }) => [...CLASSES, STORIES.privateCourt.class].includes(code))
const DISTANCE = { ...WHOLE, rules: { ...RULES, rules } }
const { gate, community } = STORIES.lockedGate
const OPEN: Scenario = {
  id: 'open',
  name: '开门',
  edits: [{ kind: 'open-gate', gate, access: 'residents' }],
}
const project = { ...demoProject(), scenarios: [OPEN] }

const { client, close } = overAChannel()
beforeAll(async () => {
  const bytes = packProject(project)
  await client.call('open', { files: [{ name: 'demo.lifecircle', blob: new Blob([bytes]) }] })
})
afterAll(close)

test("the demo's locked gate, opened: its people gain the market, nobody loses anything", async () => {
  const [there, back, none] = await client.call('compare', {
    pairs: [
      [null, 'open'],
      ['open', null],
      ['open', 'open'],
    ],
    settings: DISTANCE,
  })
  const market = there.classes.find(({ code }) => code === 'MARKET')!
  const people = project.layers.communities.find(({ id }) => id === community)!.residents!
  expect(market.gained + market.nearer).toBeGreaterThan(people / 2)
  expect(there.classes.every(({ lost, farther }) => lost === 0 && farther === 0)).toBe(true)
  // neighbors walk in by the gate to what lies inside: they gain a little too
  const [most] = there.communities.toSorted((a, b) => (b.person_minutes ?? 0) - (a.person_minutes ?? 0))
  expect(most.id).toBe(community)
  expect(there.person_minutes).toBeGreaterThan(0)
  expect(back.person_minutes).toBeCloseTo(-there.person_minutes, 1)
  expect(none.places).toEqual([])
  expect(none.gaps.closed).toEqual([])

  const before = await judge(await measure(await prepare(project, null, {}), DISTANCE, {}), {})
  const settings = { ...DISTANCE, scenario: 'open' }
  const after = await judge(await measure(await prepare(project, 'open', {}), settings, {}), {})
  expect(there).toEqual(compareJudged(before, after))
})

test('a comparison asked again measures nothing, and a scenario that is not there is an error', async () => {
  const stages = new Set<string>()
  const asked = { pairs: [[null, 'open']] as const, settings: DISTANCE }
  await client.call('compare', asked, { onProgress: (stage) => stages.add(stage) })
  expect([...stages]).toEqual([])
  await expect(client.call('compare', { ...asked, pairs: [[null, 'gone']] })).rejects.toThrow(
    'no scenario gone',
  )
})

test('links are found through the worker: the locked gate of one community, on top of a scenario or not', async () => {
  const asked = { communities: [community], kinds: ['gate'], measured: 1 } as const
  const { candidates } = await client.call('findLinks', { ...asked, settings: DISTANCE })
  expect(candidates.map(({ gates, isMeasured }) => [gates, isMeasured])).toEqual([[[gate], true]])
  const opened = await client.call('findLinks', { ...asked, settings: { ...DISTANCE, scenario: 'open' } })
  expect(opened.candidates).toEqual([])
})

test('more edits come on top of a scenario that was made after the project was opened', async () => {
  const { client: fresh, close: closeFresh } = overAChannel()
  const blob = new Blob([packProject({ ...project, scenarios: [] })])
  await fresh.call('open', { files: [{ name: 'demo.lifecircle', blob }] })
  await fresh.call('analyse', DISTANCE)
  const { facility } = STORIES.privateCourt
  const more: Edit = { kind: 'share-facility', facility }
  const both = { ...OPEN, id: 'both', name: '两项', edits: [...OPEN.edits, more] }
  await fresh.call('setScenarios', { scenarios: [OPEN, both] })
  const tried = await fresh.call('tryEdits', { edits: [more], settings: { ...DISTANCE, scenario: 'open' } })
  const [told] = await fresh.call('compare', { pairs: [['open', 'both']], settings: DISTANCE })
  expect(told.people.gain).toBeGreaterThan(0)
  expect({ ...tried, basis: null }).toEqual({ ...told, basis: null })
  closeFresh()
})

test('what an edit changes is told before the analysis that it is asked behind', async () => {
  const { facility } = STORIES.privateCourt
  const later = {
    ...OPEN,
    id: 'later',
    edits: [...OPEN.edits, { kind: 'share-facility' as const, facility }],
  }
  await client.call('analyse', { ...DISTANCE, scenario: 'open' })
  const told: string[] = []
  const note =
    (name: string) =>
    <T>(answer: T): T => {
      told.push(name)
      return answer
    }
  await client.call('setScenarios', { scenarios: [OPEN, later] })
  const settings = { ...DISTANCE, scenario: 'later' }
  const [analysis, [comparison]] = await Promise.all([
    client.call('analyse', settings).then(note('analysis')),
    client.call('compare', { pairs: [[null, 'later']], settings }).then(note('comparison')),
  ])
  expect(told).toEqual(['comparison', 'analysis'])
  expect(comparison.gaps.remaining.length + comparison.gaps.fresh.length).toBeLessThanOrEqual(
    analysis.gaps.length,
  )
})

test('what is foreseen of an edit is what is told when it is made, and then nothing is measured', async () => {
  const { facility } = STORIES.privateCourt
  const edits: readonly Edit[] = [...OPEN.edits, { kind: 'close-facility', facility }]
  await client.call('setScenarios', { scenarios: [OPEN] })
  const stages = new Set<string>()
  const onProgress = (stage: string): void => void stages.add(stage)
  const settings = { ...DISTANCE, scenario: 'open' }
  await client.call('analyse', settings)
  const [foreseen] = await client.call('foresee', { edits, settings }, { onProgress })
  await client.call('setScenarios', { scenarios: [{ ...OPEN, edits }] })
  const [told] = await client.call('compare', { pairs: [[null, 'open']], settings }, { onProgress })
  expect(foreseen.people.lose).toBeGreaterThan(0)
  expect(told).toEqual(foreseen)
  expect([...stages]).toEqual([])
})
