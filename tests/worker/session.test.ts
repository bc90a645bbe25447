import { isDeepStrictEqual } from 'node:util'

import { expect, test } from 'vitest'

import { analyse, prepare } from '../../src/engine/pipeline'
import { rehearsalEdits } from '../../src/engine/scenario/rehearsal-edits'
import { Cancelled } from '../../src/engine/run'
import { applyScenario } from '../../src/engine/scenario/apply-scenario'
import type { AnalysisSettings } from '../../src/model/analysis'
import { emptyLayers } from '../../src/model/layers'
import type { Project } from '../../src/model/project'
import { DEFAULT_RULES } from '../../src/model/rules/shipped-packs'
import type { Edit } from '../../src/model/scenario'
import { nextTask } from '../../src/worker/rpc'
import { Session } from '../../src/worker/session'
import { demoProject } from './demo-files'

const demo = demoProject()
const [gate] = demo.layers.gates
const [clinic, market] = ['HEALTH_STATION', 'MARKET'].map((code) => {
  const facility = demo.layers.facilities.find((each) => each.class === code)
  if (facility === undefined) throw new Error(`the demo has a ${code}`)
  return facility
})

const closeClinic: Edit = { kind: 'close-facility', facility: clinic.id }
const closeMarket: Edit = { kind: 'close-facility', facility: market.id }
const openGate: Edit = { kind: 'open-gate', gate: gate.id, access: 'public' }
const dropStreet: Edit = { kind: 'remove-path', street: demo.layers.streets[40].id }

function settingsOf(scenario: string | null): AnalysisSettings {
  return {
    profile: 'adult',
    basis: 'distance',
    rules: DEFAULT_RULES,
    scenario,
    year: 2026,
    bandsBasis: 'distance',
    bands: [300, 500, 1000],
  }
}

function withEdits(project: Project, ...edits: Edit[]): Project {
  return { ...project, scenarios: [{ id: 'plan', name: '方案', edits }] }
}

/** What a session answers about its scenario is what is answered from nothing. */
async function expectWhole(session: Session): Promise<void> {
  const settings = settingsOf('plan')
  const view = await session.judge(settings, {})
  const whole = await analyse(await prepare(session.project, 'plan', {}), settings, {})
  if (!isDeepStrictEqual(view, whole)) expect(view).toEqual(whole)
}

test('edits of a scenario share the streets of the base, and undoing one finds the network that was', async () => {
  let session = new Session(demo)
  await session.judge(settingsOf(null), {})
  const base = await session.prepare({ scenario: null, hour: null }, {})
  const edit = (...edits: Edit[]): void => {
    session = session.withKept({ scenarios: withEdits(demo, ...edits).scenarios })
  }
  const prepared = () => session.prepare({ scenario: 'plan', hour: null }, {})

  edit(closeClinic)
  await expectWhole(session)
  const first = await prepared()
  expect(first.network).toBe(base.network)
  expect(first.people).toBe(base.people)

  edit(closeClinic, openGate)
  const second = await prepared()
  expect(second.base).toBe(base.base)
  // where nothing differs but gates, facilities are those of the state before
  expect(second.facilities).toBe(first.facilities)

  edit(closeClinic)
  expect(await prepared()).toBe(first)
  expect(await session.prepare({ scenario: null, hour: null }, {})).toBe(base)

  edit(closeClinic, dropStreet)
  await expectWhole(session)
  const without = await prepared()
  edit(closeClinic, dropStreet, closeMarket)
  await expectWhole(session)
  // taken over from the state before, though the base has another street
  expect((await prepared()).network).toBe(without.network)
})

test('answers about surveys and renovation reach the networks of scenarios without building them again', async () => {
  const scenarios = withEdits(demo, closeClinic, dropStreet).scenarios
  const before = new Session({ ...demo, scenarios })
  await before.judge(settingsOf('plan'), {})
  const { network } = await before.prepare({ scenario: 'plan', hour: null }, {})

  const surveyed = before.withSurveys({
    surveyed: { HEALTH_STATION: false },
    completeness: { gates: 'partial' },
  })
  await expectWhole(surveyed)
  const [community] = demo.layers.communities
  const decided = surveyed.withCorrections([
    { id: 'k1', finding: '', kind: 'set-mode', communities: [community.id], mode: 'rebuild', note: '' },
  ])
  await expectWhole(decided)
  const prepared = await decided.prepare({ scenario: 'plan', hour: null }, {})
  expect(prepared.network).toBe(network)
  expect(prepared.project.layers.communities[0].mode).toBe('rebuild')
})

test('what is known about a space reaches what a scenario makes of it, on the same streets', async () => {
  const [space] = demo.layers.spaces
  const { scenarios } = withEdits(demo, {
    kind: 'convert-space',
    space: space.id,
    use: 'GYM',
    class: 'GYM',
  })
  const before = new Session({ ...demo, scenarios })
  await before.judge(settingsOf('plan'), {})
  const { network } = await before.prepare({ scenario: 'plan', hour: null }, {})
  const smaller = before.withCorrections([
    { id: 'k1', finding: '', kind: 'set-space', space: space.id, facts: { area_m2: 21 } },
  ])
  await expectWhole(smaller)
  const prepared = await smaller.prepare({ scenario: 'plan', hour: null }, {})
  expect(prepared.network).toBe(network)
  const { facilities } = prepared.project.layers
  expect(facilities.some((each) => each.floor_area_m2 === 21 || each.land_area_m2 === 21)).toBe(true)
})

test('a session keeps the networks of its base and of two other states, whatever was edited', async () => {
  let session = new Session(demo)
  const base = await session.prepare({ scenario: null, hour: null }, {})
  const states = []
  for (const edit of [closeClinic, closeMarket, openGate]) {
    session = session.withKept({ scenarios: withEdits(demo, edit).scenarios })
    states.push(await session.prepare({ scenario: 'plan', hour: null }, {}))
  }
  const again = async (edit: Edit) => {
    session = session.withKept({ scenarios: withEdits(demo, edit).scenarios })
    return session.prepare({ scenario: 'plan', hour: null }, {})
  }
  expect(await session.prepare({ scenario: null, hour: null }, {})).toBe(base)
  expect(await again(openGate)).toBe(states[2])
  expect(await again(closeMarket)).toBe(states[1])
  expect(await again(closeClinic)).not.toBe(states[0])
})

/** The user's own pack, with this radius for stores. */
function ownRules(radius_m: number): AnalysisSettings['rules'] {
  const rules = DEFAULT_RULES.rules.map((rule) => (rule.code === 'STORE' ? { ...rule, radius_m } : rule))
  return { ...DEFAULT_RULES, id: 'own', rules }
}

// before, whoever changed rules twice had every answer after judged from the one before the first change
test('while rules are kept, the answer under way is what the next one is taken over from', async () => {
  let session = new Session(demo)
  await session.judge(settingsOf(null), {})
  const change = async (radius_m: number) => {
    // the page asks for both at once
    const answer = session.judge({ ...settingsOf(null), rules: ownRules(radius_m) }, {})
    session = session.withKept({})
    return answer
  }
  await change(310)
  const before = await change(320)
  const after = await change(330)
  const kept = new Set(before.gaps)
  const others = after.gaps.filter((gap) => gap.class !== 'STORE')
  expect(others.length).toBeGreaterThan(50)
  expect(others.filter((gap) => !kept.has(gap))).toEqual([])
})

test('who asks while the same is judged waits for it, also where the first one is stopped', async () => {
  const session = new Session(withEdits(demo, openGate))
  const settings = settingsOf('plan')
  const breathe = nextTask
  const [one, other] = await Promise.all([
    session.judgeState(settings, { breathe }),
    session.judgeState({ ...settings, bands: [300] }, { breathe }),
  ])
  expect(other).toBe(one)

  const changed = session.withKept({ scenarios: withEdits(demo, dropStreet).scenarios })
  let isStopped = false
  const stopped = changed.judgeState(settings, { breathe, isCancelled: () => isStopped })
  const waiting = changed.judgeState(settings, { breathe })
  isStopped = true
  await expect(stopped).rejects.toThrow(Cancelled)
  expect((await waiting).view.assessment.communities).toHaveLength(demo.layers.communities.length)
})

test('a rehearsal leaves all that is known as it was, stopped or not', async () => {
  const session = new Session(withEdits(demo, closeClinic))
  const settings = settingsOf('plan')
  const judged = await session.judgeState(settings, {})
  const prepared = await session.prepare({ scenario: 'plan', hour: null }, {})

  let steps = 0
  await session.rehearse(settings, {
    onProgress: (stage) => {
      if (stage === 'network') steps++
    },
  })
  expect(steps).toBe(rehearsalEdits(demo).length)
  let asked = 0
  await expect(session.rehearse(settings, { isCancelled: () => ++asked > 3 })).rejects.toThrow(Cancelled)

  expect(await session.judgeState(settings, {})).toBe(judged)
  expect(await session.prepare({ scenario: 'plan', hour: null }, {})).toBe(prepared)
  await expectWhole(session)
  await expectWhole(session.withKept({ scenarios: withEdits(demo, closeClinic, dropStreet).scenarios }))
})

test('each edit of a rehearsal works, and there is one of each kind that changes walks', () => {
  const edits = rehearsalEdits(demo)
  expect(applyScenario(demo, { id: '', name: '', edits }).issues).toEqual([])
  expect(new Set(edits.map(({ kind }) => kind))).toEqual(
    new Set(['add-path', 'open-wall', 'remove-path', 'close-gate', 'open-gate', 'move-facility']),
  )
  expect(rehearsalEdits({ ...demo, layers: emptyLayers() })).toEqual([])
})

test('what was foreseen is what is answered when it is asked for, without measuring again, and edits go on from it', async () => {
  let session = new Session(withEdits(demo, closeClinic))
  const settings = settingsOf('plan')
  const base = await session.judgeState(settingsOf(null), {})
  const judged = await session.judgeState(settings, {})
  const foreseen = await session.foresee(settings, [closeClinic, dropStreet], {})
  // nothing has happened yet
  expect(await session.judgeState(settings, {})).toBe(judged)
  expect(await session.judgeState(settingsOf(null), {})).toBe(base)

  session = session.withKept({ scenarios: withEdits(demo, closeClinic, dropStreet).scenarios })
  const stages: string[] = []
  expect(await session.judgeState(settings, { onProgress: (stage) => stages.push(stage) })).toBe(foreseen)
  expect(stages).toEqual([])
  await expectWhole(session)
  session = session.withKept({
    scenarios: withEdits(demo, closeClinic, dropStreet, openGate).scenarios,
  })
  await expectWhole(session)
})

test('what was foreseen and not done, or stopped, leaves no trace', async () => {
  let session = new Session(withEdits(demo, closeClinic))
  const settings = settingsOf('plan')
  await session.judgeState(settings, {})
  await session.foresee(settings, [closeClinic, dropStreet], {})
  let steps = 0
  const isCancelled = () => ++steps > 2
  await expect(session.foresee(settings, [closeClinic, openGate], { isCancelled })).rejects.toThrow(Cancelled)
  session = session.withKept({ scenarios: withEdits(demo, closeClinic, closeMarket).scenarios })
  await expectWhole(session)
  session = session.withKept({ scenarios: withEdits(demo, closeClinic, openGate).scenarios })
  await expectWhole(session)
})

test('who edits while just that is foreseen takes what comes of it, and judges it where that is stopped', async () => {
  const breathe = nextTask
  const settings = settingsOf('plan')
  const first = new Session(withEdits(demo, closeClinic))
  await first.judgeState(settings, {})
  const foreseen = first.foresee(settings, [closeClinic, dropStreet], { breathe })
  await nextTask()
  const next = first.withKept({ scenarios: withEdits(demo, closeClinic, dropStreet).scenarios })
  expect(await next.judgeState(settings, { breathe })).toBe(await foreseen)

  let isStopped = false
  const run = { breathe, isCancelled: () => isStopped }
  const stopped = next.foresee(settings, [closeClinic, dropStreet, openGate], run)
  await nextTask()
  const last = next.withKept({ scenarios: withEdits(demo, closeClinic, dropStreet, openGate).scenarios })
  const waiting = last.judgeState(settings, { breathe })
  isStopped = true
  await expect(stopped).rejects.toThrow(Cancelled)
  await waiting
  await expectWhole(last)
})

test('who edits before what is shown is judged, and so before that is foreseen, has it judged once', async () => {
  const breathe = nextTask
  const settings = settingsOf('plan')
  const first = new Session(withEdits(demo, closeClinic))
  await first.judgeState(settingsOf(null), {})
  const shown = first.judgeState(settings, { breathe })
  const foreseen = first.foresee(settings, [closeClinic, dropStreet], { breathe })
  const next = first.withKept({ scenarios: withEdits(demo, closeClinic, dropStreet).scenarios })
  const waiting = next.judgeState(settings, { breathe })
  await expect(foreseen).rejects.toThrow(Cancelled)
  await Promise.all([shown, waiting])
  await expectWhole(next)
})

test('what was foreseen of other surveys or corrections is not taken for what is asked', async () => {
  const session = new Session(withEdits(demo, closeClinic))
  const settings = settingsOf('plan')
  await session.judgeState(settings, {})
  const foreseen = await session.foresee(settings, [closeClinic, closeMarket], {})
  const edited = { scenarios: withEdits(demo, closeClinic, closeMarket).scenarios }
  const unknown = { surveyed: { MARKET: false } }
  const [one, other] = [
    session.withSurveys(unknown).withKept(edited),
    session.withKept(edited).withSurveys(unknown),
  ]
  expect((await one.judgeState(settings, {})).view).not.toEqual(foreseen.view)
  await expectWhole(one)
  await expectWhole(other)
})
