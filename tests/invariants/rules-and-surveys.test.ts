import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AnalysisSettings, type AnalysisView } from '../../src/model/analysis'
import { VERDICTS } from '../../src/model/assessment'
import {
  type Completeness,
  COMPLETENESS_LEVELS,
  type Project,
  SURVEYED_LAYERS,
} from '../../src/model/project'
import type { PackFile, RulePack } from '../../src/model/rule-pack'
import { combinePacks } from '../../src/model/rules/combine-packs'
import { editFigure, editParameter } from '../../src/model/rules/edit-pack'
import { DEFAULT_RULES, findShipped, SHIPPED_PACKS } from '../../src/model/rules/shipped-packs'
import { analyse, judge, measure, prepare, remeasure } from '../../src/engine/pipeline'
import { districts } from '../oracle/random-district'
import { Scene } from '../scene/scene'

const [SERVED, UNSERVED, UNKNOWN] = (['served', 'unserved', 'unknown'] as const).map((v) =>
  VERDICTS.indexOf(v),
)

const settings: AnalysisSettings = {
  profile: 'adult',
  basis: 'distance',
  rules: DEFAULT_RULES,
  scenario: null,
  year: 2026,
  bandsBasis: 'distance',
  bands: [300, 500, 1000],
}

async function assessmentOf(project: Project, asked = settings): Promise<AnalysisView['assessment']> {
  return (await analyse(await prepare(project, null, {}), asked, {})).assessment
}

const level = fc.option(fc.constantFrom(...COMPLETENESS_LEVELS), { nil: undefined })
const completeness = fc.record(
  Object.fromEntries(SURVEYED_LAYERS.map((layer) => [layer, level])),
) as fc.Arbitrary<Completeness>

/** From what is said to be all there to what was never looked at. */
const ORDER = ['complete', undefined, 'partial', 'none'] as const

test('said to be less complete: served stays served, not served becomes unknown or stays, unknown stays', async () => {
  let turned = 0
  await fc.assert(
    fc.asyncProperty(
      districts,
      completeness,
      fc.constantFrom(...SURVEYED_LAYERS),
      fc.constantFrom('distance' as const, 'time' as const),
      async (drawn, said, layer, basis) => {
        const district = drawn.project
        const from = Math.min(ORDER.indexOf(said[layer]), 2)
        const asked = { ...settings, basis }
        const before = await assessmentOf(
          { ...district, completeness: { ...said, [layer]: ORDER[from] } },
          asked,
        )
        const after = await assessmentOf(
          { ...district, completeness: { ...said, [layer]: ORDER[from + 1] } },
          asked,
        )
        for (let i = 0; i < before.status.length; i++) {
          if (before.status[i] === UNKNOWN) expect(after.status[i]).toBe(UNKNOWN)
          if (before.status[i] === UNSERVED) {
            expect(after.status[i]).not.toBe(SERVED)
            if (after.status[i] === UNKNOWN) turned++
          }
        }
        before.totals.forEach((total, c) => {
          // people who are served stay so, and nobody unknown is added to them
          expect(after.totals[c].people_served).toBe(total.people_served)
          expect(after.totals[c].people_unserved).toBeLessThanOrEqual(total.people_unserved)
          const { people_served, people_unserved, people_unknown } = after.totals[c]
          expect(people_served + people_unserved + people_unknown).toBe(
            total.people_served + total.people_unserved + total.people_unknown,
          )
        })
      },
    ),
    { numRuns: 24, seed: 3 },
  )
  expect(turned).toBeGreaterThan(10)
})

const park = fc.record({
  x: fc.integer({ min: -350, max: 650 }),
  y: fc.integer({ min: -350, max: 650 }),
  half: fc.integer({ min: 8, max: 60 }),
  kind: fc.constantFrom('park' as const, 'park' as const, 'court' as const),
})

test('of what a partial survey calls not served, nobody is served by what it did not find', async () => {
  // short limits, so that much is out of sight
  const codes = new Set(['GREEN_5', 'POCKET_PARK', 'MARKET', 'STORE', 'SPORT_S'])
  const rules = DEFAULT_RULES.rules
    .filter(({ code }) => codes.has(code))
    .map((rule) => ({ ...rule, radius_m: 150 }))
  const asked = { ...settings, rules: { ...DEFAULT_RULES, rules } }
  let [certain, doubtful] = [0, 0]
  await fc.assert(
    fc.asyncProperty(
      districts,
      fc.array(park, { minLength: 2, maxLength: 5 }),
      fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
      fc.constantFrom('distance' as const, 'time' as const),
      async ({ project }, parks, isFound, basis) => {
        const scene = new Scene()
        parks.forEach(({ x, y, half, kind }, i) => {
          const ring = [[x, y] as const, [x + 2 * half, y] as const, [x + 2 * half, y + 2 * half] as const]
          scene.green(`g${i}`, [...ring, [x, y + 2 * half]], { kind })
        })
        const layers = { ...project.layers, greens: scene.project().layers.greens }
        const surveyed = Object.fromEntries(rules.map(({ code }) => [code, true]))
        const found: Project = {
          ...project,
          surveyed,
          completeness: { streets: 'partial', gates: 'partial' },
          layers: {
            ...layers,
            streets: layers.streets.filter((_, i) => isFound[i % 60]),
            gates: layers.gates.filter((_, i) => isFound[(i + 30) % 60]),
          },
        }
        const [told, all] = [
          await assessmentOf(found, { ...asked, basis }),
          await assessmentOf({ ...project, surveyed, layers }, { ...asked, basis }),
        ]
        told.communities.forEach(({ people }, k) => {
          if (people === null) return
          rules.forEach((_, c) => {
            const at = (k * rules.length + c) * VERDICTS.length
            expect(told.people_parts[at + UNSERVED]).toBeLessThanOrEqual(
              all.people_parts[at + UNSERVED] + all.people_parts[at + UNKNOWN] + 1,
            )
            certain += told.people_parts[at + UNSERVED]
            doubtful += told.people_parts[at + UNKNOWN]
          })
        })
      },
    ),
    { numRuns: 40, seed: 11 },
  )
  expect(certain).toBeGreaterThan(doubtful / 10)
  expect(doubtful).toBeGreaterThan(certain / 10)
})

function rulesOf(packs: readonly PackFile[], old_area = false): RulePack {
  const { pack } = combinePacks({ packs, old_area })
  return pack!
}

test('after other rules the answer from what was measured is that of a full run', async () => {
  const gb = findShipped('gb50180-2018')!
  const longer = editFigure(editFigure(gb, 'STORE', 'radius_m', 900), 'MARKET', 'required', false)
  const others = [
    rulesOf([longer]),
    rulesOf([gb, ...SHIPPED_PACKS.slice(1)], true),
    { ...DEFAULT_RULES, rules: [...DEFAULT_RULES.rules].reverse().slice(5) },
    // the same classes, and another year in the clause on scope
    rulesOf([gb, editParameter(findShipped('xihu-2023')!, 'BUILT_BY_YEAR', 1985)]),
  ]
  await fc.assert(
    fc.asyncProperty(districts, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 1 }), async (drawn, steps) => {
      const prepared = await prepare(drawn.project, null, {})
      let measured = await measure(prepared, settings, {})
      let judged = await judge(measured, {})
      for (const step of steps) {
        const asked = { ...settings, rules: others[step] }
        const next = remeasure(measured, prepared, asked)
        expect(next).not.toBeNull()
        measured = next!
        judged = await judge(measured, {}, judged)
        const whole = await judge(await measure(prepared, asked, {}), {})
        expect(judged.view).toEqual(whole.view)
      }
    }),
    { numRuns: 12, seed: 5 },
  )
})
