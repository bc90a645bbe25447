import { isDeepStrictEqual } from 'node:util'

import { afterAll, beforeAll, expect, test } from 'vitest'
import { compareProfiles } from '../../src/engine/summary/compare-profiles'
import { prepare } from '../../src/engine/pipeline'
import { unpackProject } from '../../src/engine/project/project-file'
import { Cancelled } from '../../src/engine/run'
import { addCorrection } from '../../src/model/correction'
import { PLAN_SCOPE } from '../../src/model/scope'
import { TIME } from '../scenes/analyse-scene'
import { demoFiles, demoProject } from './demo-files'
import { overAChannel } from './over-a-channel'

const { client, close } = overAChannel()
beforeAll(async () => {
  await client.call('open', { files: demoFiles() })
})
afterAll(close)

test('profiles are compared through the worker as directly, and elders lose something in the demo', async () => {
  const profiles = ['adult', 'elder', 'child'] as const
  const answer = await client.call('compareProfiles', { settings: TIME, profiles })
  const direct = await compareProfiles(await prepare(demoProject(), null, {}), TIME, profiles, {})
  // `toEqual` takes seconds over columns
  expect(isDeepStrictEqual(answer, direct)).toBe(true)
  expect(answer.answers[1].differences.some(({ people_losing }) => people_losing > 0)).toBe(true)
})

test('comparing can be stopped, and the next one is whole', async () => {
  const controller = new AbortController()
  const asked = { settings: TIME, profiles: ['adult', 'elder75', 'wheelchair'] as const }
  const call = client.call('compareProfiles', asked, {
    signal: controller.signal,
    onProgress: () => controller.abort(),
  })
  await expect(call).rejects.toBeInstanceOf(Cancelled)
  expect((await client.call('compareProfiles', asked)).answers).toHaveLength(3)
})

test('a circle of elders and a distribution of walks cover everybody known', async () => {
  const { assessment } = await client.call('analyse', TIME)
  const elders = assessment.communities.reduce((sum, community) => sum + (community.elders ?? 0), 0)
  const circle = await client.call('elderCircle', TIME)
  expect(circle.elders!.complete + circle.elders!.incomplete + circle.elders!.unknown).toBe(elders)
  const walks = await client.call('walks', { settings: TIME, code: 'MARKET', communities: null })
  const inBins = walks!.bins.reduce((sum, bin) => sum + bin.people_served + bin.people_unserved, 0)
  expect(inBins + walks!.beyond.people + walks!.none.people + walks!.unknown.people).toBeCloseTo(
    walks!.people!,
    2,
  )
})

test('a decision about the mode keeps the network, reaches the map, the file and the next answer, and is undone', async () => {
  const before = await client.call('analyse', TIME)
  const { id } = before.assessment.communities[0]
  const corrections = addCorrection([], '', {
    kind: 'set-mode',
    communities: [id],
    mode: 'rebuild',
    note: '居民议事会',
  })
  const stages = new Set<string>()
  const { changed } = await client.call('setCorrections', { corrections })
  expect(unpackProject(await client.call('save', {})).project.corrections).toEqual(corrections)
  expect(changed.communities?.find((community) => community.id === id)?.mode).toBe('rebuild')
  const after = await client.call('analyse', TIME, { onProgress: (stage) => stages.add(stage) })
  expect(stages).not.toContain('network')
  expect(after.assessment.totals).toEqual(before.assessment.totals)
  expect(isDeepStrictEqual(after, before)).toBe(true)
  const undone = await client.call('setCorrections', { corrections: [] })
  const mode = demoProject().layers.communities.find((community) => community.id === id)?.mode
  expect(undone.changed.communities?.find((community) => community.id === id)?.mode).toBe(mode)
})

test('neighbors are so both ways', async () => {
  const ids = demoProject().layers.communities.map(({ id }) => id)
  const lists = new Map<string, readonly string[]>()
  for (const community of ids)
    lists.set(community, (await client.call('neighbours', { settings: TIME, community })).ids)
  expect([...lists.values()].some((list) => list.length > 0)).toBe(true)
  for (const [id, list] of lists) {
    expect(list).not.toContain(id)
    for (const other of list) expect(lists.get(other)).toContain(id)
  }
})

test('what speaks for a mode comes for every community', async () => {
  const facts = await client.call('modeFacts', { scope: PLAN_SCOPE })
  expect(facts.map(({ id }) => id)).toEqual(demoProject().layers.communities.map(({ id }) => id))
  expect(facts.every(({ area_m2 }) => area_m2 > 0)).toBe(true)
})
