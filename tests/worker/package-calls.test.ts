import { afterAll, beforeAll, expect, test } from 'vitest'

import { STORIES } from '../../data/make-demo/stories'
import { packProject, unpackProject } from '../../src/engine/project/project-file'
import { emptyPackage } from '../../src/model/package'
import type { Scenario } from '../../src/model/scenario'
import { DISTANCE } from '../scenes/analyse-scene'
import { demoProject } from './demo-files'
import { overAChannel } from './over-a-channel'

const { gate, community } = STORIES.lockedGate
const OPEN: Scenario = {
  id: 'open',
  name: '开门',
  edits: [{ kind: 'open-gate', gate, access: 'residents', cost_yuan: 50_000 }],
}
const { client, close } = overAChannel()
beforeAll(async () => {
  const bytes = packProject({ ...demoProject(), scenarios: [OPEN] })
  await client.call('open', { files: [{ name: 'demo.lifecircle', blob: new Blob([bytes]) }] })
})
afterAll(close)

const ask = async () => {
  const answer = await client.call('describePackage', { scenario: 'open', settings: DISTANCE })
  if (answer === null) throw new Error('no such scenario')
  return answer
}

test("the demo's locked gate as a project: its vote, its money for each person, its residents' part", async () => {
  const answer = await ask()
  expect(answer.communities.map(({ id, vote }) => [id, vote])).toEqual([[community, 'simple']])
  expect(answer.isCarried).toBe(null)
  const [comparison] = await client.call('compare', { pairs: [[null, 'open']], settings: DISTANCE })
  expect(answer.perPerson?.people).toBe(comparison.people.gain)
  expect(answer.perPerson?.default_yuan).toBeCloseTo(50_000 / comparison.people.gain, 9)
  expect(answer.funding).toMatchObject({ funded_yuan: 0, remainder_yuan: 50_000 })
  // what the demo's survey says of its own services is what the works go by
  expect(answer.communities[0].works.map(({ need }) => need.verdict)).toContain('needed')

  const decided = {
    ...emptyPackage('open'),
    funding: [{ source: 'residents' as const, share: 1 }],
    works: [{ community, choices: [{ item: 'COVENANTS', choice: 'chosen' as const }] }],
  }
  await client.call('setPackages', { packages: [decided], prices: [] })
  const after = await ask()
  const told = after.sharing.shares.reduce((sum, { yuan }) => sum + (yuan ?? 0), 0)
  expect(told).toBe(50_000)
  expect(after.sharing.shares.map((share) => share.community)).toContain(community)
  expect(after.communities[0].items).toEqual(['COVENANTS'])
})

test('what is decided measures nothing again, and is saved', async () => {
  const stages: string[] = []
  const settings = DISTANCE
  await client.call('describePackage', { scenario: 'open', settings }, { onProgress: (s) => stages.push(s) })
  expect(stages).toEqual([])
  const { project } = unpackProject(await client.call('save', {}))
  expect(project.packages?.map(({ scenario }) => scenario)).toEqual(['open'])
  expect(await client.call('describePackage', { scenario: 'gone', settings })).toBe(null)
})
