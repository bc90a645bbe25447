import { afterAll, beforeAll, expect, test } from 'vitest'
import pack from '../../data/rules/gb50180-2018.json'
import { analyse, catchmentFrom, measure, prepare, sensitivityOf } from '../../src/engine/pipeline'
import { packProject } from '../../src/engine/project/project-file'
import { Cancelled } from '../../src/engine/run'
import type { AnalysisSettings, AnalysisView } from '../../src/model/analysis'
import { addCorrection } from '../../src/model/correction'
import type { Project } from '../../src/model/project'
import type { RulePack } from '../../src/model/rule-pack'
import type { InputFile } from '../../src/worker/protocol'
import { expectSame } from '../expect-same'
import { demoProject } from './demo-files'
import { overAChannel } from './over-a-channel'

const settings: AnalysisSettings = {
  profile: 'adult',
  basis: 'time',
  rules: pack as unknown as RulePack,
  scenario: null,
  hour: null,
  year: 2026,
  bandsBasis: 'time',
  bands: [5, 10, 15],
}

/** The demo with every other gate closed at night, and a scenario that opens one to everybody. */
function demoWithHours(): Project {
  const demo = demoProject()
  const gates = demo.layers.gates.map((gate, i) =>
    i % 2 === 0 ? { ...gate, open_from: '06:00', open_to: '22:00' } : gate,
  )
  const opened = { kind: 'open-gate' as const, gate: gates[0].id, access: 'public' as const }
  return {
    ...demo,
    layers: { ...demo.layers, gates },
    scenarios: [{ id: 'open', name: 'open', edits: [opened] }],
  }
}

const project = demoWithHours()
const { client, close } = overAChannel()

const packed = packProject(project)

function files(): InputFile[] {
  return [{ name: 'hours.lifecircle', blob: new Blob([packed]) }]
}

beforeAll(async () => {
  await client.call('open', { files: files() })
})
afterAll(close)

async function directly(asked: AnalysisSettings, of = project): Promise<AnalysisView> {
  return analyse(await prepare(of, asked.scenario, {}, { hour: asked.hour }), asked, {})
}

test('one time of day after the other, one scenario after the other, the answers are those of a full run', async () => {
  const answers = new Set<string>()
  const direct = new Map<string, AnalysisView>()
  for (const [hour, scenario] of [
    [null, null],
    [1410, null],
    [600, null],
    [1410, 'open'],
    [null, 'open'],
    [1410, null],
    [null, null],
  ] as const) {
    const asked = { ...settings, hour, scenario }
    const answer = await client.call('analyse', asked)
    const state = `${hour} ${scenario}`
    if (!direct.has(state)) direct.set(state, await directly(asked))
    expectSame(answer, direct.get(state))
    answers.add(JSON.stringify(answer.assessment.totals))
  }
  // otherwise the above would show nothing
  expect(answers.size).toBeGreaterThan(1)
})

test('another profile, basis, rule pack or answer about surveys is measured as it must be', async () => {
  const night = { ...settings, hour: 1410 }
  await client.call('analyse', night)
  for (const asked of [
    { ...night, profile: 'elder' as const },
    { ...night, basis: 'distance' as const },
    { ...night, rules: { ...settings.rules, rules: settings.rules.rules.slice(3, 9) } },
  ])
    expectSame(await client.call('analyse', asked), await directly(asked))

  const code = settings.rules.rules[0].code
  const surveyed = { ...project.surveyed, [code]: false }
  await client.call('setSurveyed', { code, surveyed: false })
  expectSame(await client.call('analyse', night), await directly(night, { ...project, surveyed }))
  await client.call('open', { files: files() })
})

test('a correction that changes streets is measured anew at night too', async () => {
  const night = { ...settings, hour: 1410 }
  await client.call('analyse', night)
  const corrections = addCorrection([], 'found', {
    kind: 'drop-street',
    street: project.layers.streets[0].id,
  })
  await client.call('setCorrections', { corrections })
  expectSame(await client.call('analyse', night), await directly(night, { ...project, corrections }))
  await client.call('setCorrections', { corrections: [] })
})

test('a catchment at night is that of the closed gates', async () => {
  const night = { ...settings, hour: 1410 }
  const origin = { kind: 'community', id: project.layers.communities[0].id } as const
  const prepared = await prepare(project, null, {}, { hour: 1410 })
  const answer = await client.call('catchment', { origin, settings: night, cell_m: 10 })
  expectSame(answer, catchmentFrom(prepared, origin, night, 10))
})

test('the range of people served comes through the worker as computed, at any time of day', async () => {
  for (const hour of [null, 1410]) {
    const asked = { ...settings, hour }
    const prepared = await prepare(project, null, {}, { hour })
    const direct = await sensitivityOf(await measure(prepared, asked, {}), {})
    expect(await client.call('sensitivity', asked)).toEqual(direct)
    expect(direct.classes.some((band) => band.people_served_least < band.people_served_most)).toBe(true)
  }
})

test('measuring the range can be canceled, tells how far it is, and the next one is whole', async () => {
  const asked = { ...settings, profile: 'school' as const }
  await client.call('analyse', asked)
  const controller = new AbortController()
  const seen: number[] = []
  const call = client.call('sensitivity', asked, {
    signal: controller.signal,
    onProgress: (_stage, done) => {
      seen.push(done)
      controller.abort()
    },
  })
  await expect(call).rejects.toBeInstanceOf(Cancelled)
  expect(seen.length).toBeGreaterThan(0)
  expect((await client.call('sensitivity', asked)).classes).toHaveLength(settings.rules.rules.length)
})

test('surfaces come as columns, and the parts of a gap are its people', async () => {
  const subject = { kind: 'class' as const, code: 'MARKET' }
  const surface = await client.call('surface', { subject, form: 'hexagons', settings })
  const { hexagons, cells, unit } = surface
  expect([cells, unit]).toEqual([null, 's'])
  const people = project.layers.communities.reduce((all, { residents }) => all + (residents ?? 0), 0)
  expect(hexagons?.people.reduce((all, count) => all + count, 0)).toBeCloseTo(people, 4)
  const missing = await client.call('surface', { subject: { kind: 'missing' }, form: 'cells', settings })
  expect(missing.cells?.values.some((value) => value > 0)).toBe(true)
  const { gaps } = await client.call('analyse', settings)
  const parts = await client.call('gapParts', { gap: gaps[0], settings })
  expect(parts.id).toBe(gaps[0].id)
  const all = parts.points.reduce((sum, point) => sum + (point.people ?? 0), 0)
  expect(Math.abs(all - (gaps[0].people ?? 0))).toBeLessThan(parts.points.length)
  expect(parts.houses.length).toBeGreaterThanOrEqual(parts.points.length)
})
