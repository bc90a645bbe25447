import fc from 'fast-check'
import { expect, test } from 'vitest'

import { analyse, measure, prepare } from '../../../src/engine/pipeline'
import { askPlan, checkEdits } from '../../../src/engine/plan-pipeline'
import { proposeExactly, proposeGreedily } from '../../../src/engine/propose/answer-question'
import { narrowQuestion } from '../../../src/engine/propose/narrow-question'
import type { PlanQuestion } from '../../../src/engine/propose/plan-question'
import { groupDemand, isFeasible } from '../../../src/engine/siting/joint-plan'
import { servedBy } from '../../../src/engine/siting/joint-served'
import type { AnalysisSettings } from '../../../src/model/analysis'
import type { Community, Facility, Gate, Space } from '../../../src/model/layers'
import type { Project } from '../../../src/model/project'
import { DEFAULT_PROPOSAL, type ProposalOptions } from '../../../src/model/proposal'
import type { Edit } from '../../../src/model/scenario'
import { DISTRICT_CLASSES, districts, type District } from '../../oracle/random-district'
import { at } from '../../scene/scene'
import { DISTANCE, RULES, TIME } from '../../scenes/analyse-scene'
import { solveHere } from '../siting/highs'
import { towns } from './random-rows'

const PROVEN = { time_s: 20, gap: 0 }
const CLASSES = ['STORE', 'SPORT_S'] as const

const SHORT = {
  ...RULES,
  rules: RULES.rules
    .filter(({ code }) => (DISTRICT_CLASSES as readonly string[]).includes(code))
    .map((rule) => ({ ...rule, radius_m: 220 })),
}

/**
 * A district where everybody is counted and every class was surveyed, with three spaces and, unless its gates stay
 * as they are, one gate that is closed and others that are open.
 */
function withChoices({ project, places }: District, hasManyShut: boolean): Project {
  const { layers } = project
  const communities = layers.communities.map((community, i): Community => ({
    ...community,
    residents: 100 + 37 * i,
  }))
  const spaces = places.slice(0, 3).map((place, i): Space => ({
    id: `sp${i}`,
    kind: i === 0 ? 'idle_room' : 'vacant_land',
    community: communities[i % communities.length]?.id,
    area_m2: i === 0 ? 400 : 900,
    storey: 1,
    own_entrance: true,
    ownership: 'government',
    geometry: { type: 'Point', coordinates: [...at(...place)] },
  }))
  const gates = layers.gates.map((gate, i): Gate => {
    if (hasManyShut) return gate
    return { ...gate, access: i === 0 ? 'closed' : 'public' }
  })
  const facilities = layers.facilities.map((facility, i): Facility =>
    i === 0 && communities.length > 0
      ? { ...facility, class: 'STORE', access: 'residents', community: communities[0].id }
      : facility,
  )
  const surveyed = Object.fromEntries(DISTRICT_CLASSES.map((code) => [code, true]))
  // the data end nowhere near: nobody is unknown for it
  const extent = [...at(-9000, -9000), ...at(9000, 9000)] as unknown as Project['extent'] & {}
  return { ...project, extent, surveyed, layers: { ...layers, communities, spaces, gates, facilities } }
}

const options: ProposalOptions = {
  ...DEFAULT_PROPOSAL,
  classes: CLASSES,
  weighting: 'people',
  countsCapacity: false,
  opensWalls: false,
  opensSharedWalls: false,
  addsPaths: false,
}
const WITH_LINKS = { opensWalls: true, opensSharedWalls: true, addsPaths: true }

/** People served by the classes, each once for each, as the assessment says of the project with these edits. */
async function servedWith(
  project: Project,
  edits: readonly Edit[],
  settings: AnalysisSettings,
): Promise<number> {
  const planned = { ...project, scenarios: [{ id: 'plan', name: 'plan', edits }] }
  const asked = { ...settings, scenario: 'plan' }
  const { assessment, issues } = await analyse(await prepare(planned, 'plan', {}), asked, {})
  expect(issues.filter(({ code }) => code === 'edit-impossible')).toEqual([])
  return assessment.totals
    .filter(({ code }) => (CLASSES as readonly string[]).includes(code))
    .reduce((sum, total) => sum + total.people_parts.served, 0)
}

/** Plans that keep to their limits. */
function plansOf({ problem }: PlanQuestion): Set<number>[] {
  const plans: Set<number>[] = []
  for (let mask = 0; mask < 1 << problem.decisions.length; mask++) {
    const taken = new Set(problem.decisions.flatMap((_, d) => ((mask & (1 << d)) === 0 ? [] : [d])))
    if (isFeasible(problem, taken)) plans.push(taken)
  }
  return plans
}

const editsOf = ({ measures }: PlanQuestion, taken: Iterable<number>): Edit[] =>
  [...taken].map((d) => measures[d].edit)

async function ask(district: District, isByTime: boolean, hasManyShut: boolean, budget_yuan: number) {
  return askAbout(withChoices(district, hasManyShut), isByTime, { budget_yuan })
}

async function askAbout(project: Project, isByTime: boolean, wishes: Partial<ProposalOptions>) {
  const settings = { ...(isByTime ? TIME : DISTANCE), rules: SHORT }
  const measured = await measure(await prepare(project, null, {}), settings, {})
  const question = await askPlan(measured, { ...options, ...wishes }, {})
  const groups = groupDemand(question.problem)
  const before = await servedWith(project, [], settings)
  const promisedBy = (taken: ReadonlySet<number>): number => servedBy(question.problem, groups, taken)
  const measuredWith = async (taken: ReadonlySet<number>): Promise<number> =>
    ((await servedWith(project, editsOf(question, taken), settings)) - before) / 1e6
  return { measured, question, promisedBy, measuredWith }
}

const keysOf = ({ measures }: PlanQuestion): string[] => measures.map(({ key }) => key).sort()

const budgets = fc.integer({ min: 0, max: 800_000 })

test('every plan serves, carried out and assessed anew, just whom it promised; the best is the best of all', async () => {
  const seen = { plans: 0, gates: 0, shares: 0, gains: 0 }
  await fc.assert(
    fc.asyncProperty(districts, fc.boolean(), budgets, async (district, isByTime, budget_yuan) => {
      const asked = await ask(district, isByTime, false, budget_yuan)
      const { question, measured } = asked
      let best = 0
      for (const taken of plansOf(question)) {
        const served = await asked.measuredWith(taken)
        expect(served).toBeCloseTo(asked.promisedBy(taken), 3)
        best = Math.max(best, served)
        seen.plans++
      }
      const proposal = await proposeExactly(question, solveHere, PROVEN)
      expect(proposal.value).toBeCloseTo(best, 3)
      expect(proposeGreedily(question).value).toBeLessThanOrEqual(best + 1e-3)
      const edits = proposal.measures.map(({ measure: { edit } }) => edit)
      const kept = await checkEdits(measured, edits, { classes: question.classes, communities: null }, {})
      expect(kept.people_served).toBeGreaterThanOrEqual(proposal.people_served)
      expect(kept.people_lost).toBe(0)
      if (best > 0) seen.gains++
      seen.gates += question.measures.filter(({ edit }) => edit.kind === 'open-gate').length
      seen.shares += question.measures.filter(({ edit }) => edit.kind === 'share-facility').length
    }),
    { numRuns: 60, seed: 1062 },
  )
  // the districts ask something
  expect(seen.plans).toBeGreaterThan(300)
  expect(Math.min(seen.gates, seen.shares, seen.gains)).toBeGreaterThan(5)
})

test('with many gates a plan never serves fewer than it promised', async () => {
  let gates = 0
  await fc.assert(
    fc.asyncProperty(districts, fc.boolean(), fc.nat(), async (district, isByTime, seed) => {
      const asked = await ask(district, isByTime, true, Infinity)
      const plans = plansOf(asked.question)
      for (const taken of [plans[seed % plans.length], plans[plans.length - 1]])
        expect(await asked.measuredWith(taken)).toBeGreaterThanOrEqual(asked.promisedBy(taken) - 1e-3)
      gates += asked.question.measures.filter(({ edit }) => edit.kind === 'open-gate').length
    }),
    { numRuns: 60, seed: 278 },
  )
  expect(gates).toBeGreaterThan(5)
})

/** Decisions of some kind. */
const countOf = ({ measures }: PlanQuestion, kind: Edit['kind']): number =>
  measures.filter(({ edit }) => edit.kind === kind).length

/** A plan within its limits, of as many measures as a number's digits say. */
function someOf({ problem }: PlanQuestion, digits: number): Set<number> {
  const taken = new Set<number>()
  problem.decisions.forEach((_, d) => {
    if (((digits >> (d % 24)) & 1) === 0) return
    taken.add(d)
    if (!isFeasible({ ...problem, required: [] }, taken)) taken.delete(d)
  })
  return taken
}

test('with gates in walls and paths a plan never serves fewer than it promised', async () => {
  const seen = { walls: 0, paths: 0, used: 0, more: 0 }
  await fc.assert(
    fc.asyncProperty(
      towns,
      fc.boolean(),
      fc.nat(0xffffff),
      budgets,
      async (town, isByTime, digits, budget_yuan) => {
        const asked = await askAbout(town, isByTime, { ...WITH_LINKS, budget_yuan })
        const { question, measured } = asked
        const unlimited = { ...question, problem: { ...question.problem, budget: Infinity } }
        for (const taken of [someOf(unlimited, digits), someOf(unlimited, 0xffffff)]) {
          const served = await asked.measuredWith(taken)
          expect(served).toBeGreaterThanOrEqual(asked.promisedBy(taken) - 1e-3)
          if (served > asked.promisedBy(taken) + 1) seen.more++
        }
        const proposal = await proposeExactly(question, solveHere, PROVEN)
        expect(proposeGreedily(question).value).toBeLessThanOrEqual(proposal.value + 1e-6)
        const edits = proposal.measures.map(({ measure: { edit } }) => edit)
        const kept = await checkEdits(measured, edits, { classes: question.classes, communities: null }, {})
        expect(kept.people_served).toBeGreaterThanOrEqual(proposal.people_served)
        expect(kept.people_lost).toBe(0)
        seen.walls += countOf(question, 'open-wall')
        seen.paths += countOf(question, 'add-path')
        if (edits.some(({ kind }) => kind === 'open-wall' || kind === 'add-path')) seen.used++
      },
    ),
    { numRuns: 60, seed: 711 },
  )
  expect(Math.min(seen.walls, seen.paths, seen.used, seen.more)).toBeGreaterThan(5)
})

test('each wall opening and path by itself serves just whom it promised', async () => {
  let opened = 0
  await fc.assert(
    fc.asyncProperty(towns, fc.boolean(), async (town, isByTime) => {
      const asked = await askAbout(town, isByTime, { ...WITH_LINKS, opensGates: false })
      const { decisions } = asked.question.problem
      for (const [d, { edit }] of asked.question.measures.entries()) {
        if (edit.kind !== 'open-wall' && edit.kind !== 'add-path') continue
        // and with each space at the end of it
        const others = [...decisions.keys()].filter((e) => decisions[e].site >= 0).slice(0, 2)
        for (const taken of [[d], ...others.map((e) => [d, e])]) {
          const plan = new Set(taken)
          expect(await asked.measuredWith(plan)).toBeCloseTo(asked.promisedBy(plan), 3)
        }
        opened++
      }
    }),
    { numRuns: 25, seed: 5 },
  )
  expect(opened).toBeGreaterThan(20)
})

test('a plan with gates in walls and paths is the best of all, keeps to must and never, and is no worse for them', async () => {
  const seen = { brute: 0, pinned: 0, better: 0 }
  await fc.assert(
    fc.asyncProperty(towns, fc.boolean(), budgets, fc.nat(), async (town, isByTime, budget_yuan, pick) => {
      const asked = await askAbout(town, isByTime, { ...WITH_LINKS, budget_yuan })
      const { question, measured } = asked
      const best = await proposeExactly(question, solveHere, PROVEN)
      if (question.problem.decisions.length <= 12) {
        const most = Math.max(...plansOf(question).map((taken) => asked.promisedBy(taken)))
        expect(best.value).toBeCloseTo(most, 3)
        seen.brute++
      }
      for (const kind of ['opensWalls', 'addsPaths'] as const) {
        const wishes = { ...options, ...WITH_LINKS, [kind]: false, budget_yuan }
        const without = await proposeExactly(await askPlan(measured, wishes, {}), solveHere, PROVEN)
        expect(without.value).toBeLessThanOrEqual(best.value + 1e-6)
        if (without.value < best.value - 1e-6) seen.better++
      }
      const links = question.measures.filter(
        ({ edit: { kind } }) => kind === 'open-wall' || kind === 'add-path',
      )
      if (links.length === 0) return
      const { key } = links[pick % links.length]
      const keysIn = async (wishes: Partial<ProposalOptions>): Promise<string[]> => {
        const rich = { ...options, ...WITH_LINKS, budget_yuan: 10_000_000, ...wishes }
        const { measures } = await proposeExactly(await askPlan(measured, rich, {}), solveHere, PROVEN)
        return measures.map(({ measure }) => measure.key)
      }
      expect(await keysIn({ must: [key] })).toContain(key)
      expect(await keysIn({ never: [key] })).not.toContain(key)
      expect(
        (await keysIn({ never: ['wall', 'path'] })).filter((each) => /^(wall|path):/.test(each)),
      ).toEqual([])
      seen.pinned++
    }),
    { numRuns: 40, seed: 93 },
  )
  expect(Math.min(seen.brute, seen.pinned, seen.better)).toBeGreaterThan(5)
})

test('a part of a question is the question of that part', async () => {
  await fc.assert(
    fc.asyncProperty(districts, fc.boolean(), budgets, async (district, isByTime, budget_yuan) => {
      const { measured, question } = await ask(district, isByTime, true, budget_yuan)
      const communities = question.communities.filter((_, k) => k % 2 === 0)
      const part = narrowQuestion(question, { communities, budget_yuan })
      const asked = await askPlan(measured, { ...options, communities, budget_yuan }, {})
      expect(keysOf(part)).toEqual(keysOf(asked))
      const [a, b] = await Promise.all([part, asked].map((each) => proposeExactly(each, solveHere, PROVEN)))
      expect(a.value).toBeCloseTo(b.value, 6)
      expect([a.people_served, a.people_unserved, a.people_beyond]).toEqual([
        b.people_served,
        b.people_unserved,
        b.people_beyond,
      ])
    }),
    { numRuns: 40, seed: 4 },
  )
})
