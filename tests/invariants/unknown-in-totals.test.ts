import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { tallyDataOf, tallyIndicators } from '../../src/engine/assessment/tally-indicators'
import { compareJudged } from '../../src/engine/compare/compare-judged'
import { type Judged, judge, measure, prepare } from '../../src/engine/pipeline'
import { reportOf } from '../../src/engine/plan-pipeline'
import { compareProfiles } from '../../src/engine/summary/compare-profiles'
import { distributeWalks } from '../../src/engine/summary/distribute-walks'
import { drawElderCircle } from '../../src/engine/summary/elder-circle'
import type { AnalysisSettings } from '../../src/model/analysis'
import type { Project } from '../../src/model/project'
import { combinePacks } from '../../src/model/rules/combine-packs'
import { SHIPPED_PACKS } from '../../src/model/rules/shipped-packs'
import { totalOfRows } from '../../src/model/sum-rows'
import { scoreTiers } from '../../src/model/tier-score'
import { listItems } from '../../src/views/table/matrix-items'
import { matrixSheets } from '../../src/views/table/matrix-sheets'
import { wordsZh } from '../../src/views/words.zh'
import { districts } from '../oracle/random-district'
import { DISTANCE } from '../scenes/analyse-scene'

const { pack } = combinePacks({ packs: SHIPPED_PACKS, old_area: false })
const ASKED = new Set([
  'STORE',
  'MARKET',
  'KINDERGARTEN',
  'NURSERY',
  'ELDER_DAYCARE',
  'GREEN_5',
  'FIT_OUTDOOR',
])
const rules = { ...pack!, rules: pack!.rules.filter(({ code }) => ASKED.has(code)) }
const settings: AnalysisSettings = { ...DISTANCE, rules }

/** What a total says of a verdict, wherever it is told; the same places in the same order for every project. */
interface Told {
  readonly served: readonly number[]
  readonly unserved: readonly number[]
  readonly unknown: readonly number[]
}

/** Every total that is shown or exported, by verdict. */
async function tellTotals(project: Project): Promise<Readonly<Record<string, Told>>> {
  const prepared = await prepare(project, null, {})
  const measured = await measure(prepared, settings, {})
  const judged: Judged = await judge(measured, {})
  const { assessment } = judged.view
  const rows = assessment.communities.map((_, k) => k)
  const total = {
    served: assessment.totals.map(({ people_served }) => people_served),
    unserved: assessment.totals.map(({ people_unserved }) => people_unserved),
    unknown: assessment.totals.map(({ people_unknown }) => people_unknown),
  }
  const halves = [0, 1].flatMap((half) =>
    assessment.classes.map((_, c) =>
      totalOfRows(
        assessment,
        rows.filter((k) => k % 2 === half),
        c,
      ),
    ),
  )
  const tiers = scoreTiers(assessment, rules, rows)
  const { indicators } = tallyIndicators(tallyDataOf(judged, []))
  const reached = indicators.filter(({ method }) => method === 'reach-any' || method === 'reach-all')
  const walks = assessment.classes.map(({ code }) =>
    distributeWalks(prepared.project, prepared.people, measured.reach, settings, code, null)!,
  )
  const profiles = await compareProfiles(prepared, settings, ['adult', 'wheelchair'], {})
  const circle = await drawElderCircle(prepared, settings, {})
  const comparison = compareJudged(judged, judged)
  const unit = { id: 'u', communities: assessment.communities.map(({ id }) => id) }
  const [report] = await reportOf(measured, assessment, [unit], {})
  const deficits = assessment.classes.map(({ code }) => report.deficits.find((each) => each.class === code))
  return {
    totals: total,
    communities: {
      served: assessment.totals.map(({ communities_served }) => communities_served),
      unserved: assessment.totals.map(({ communities_unserved }) => communities_unserved),
      unknown: assessment.totals.map(({ communities_unknown }) => communities_unknown),
    },
    groups: {
      served: halves.map(({ people_served }) => people_served),
      unserved: halves.map(({ people_unserved }) => people_unserved),
      unknown: halves.map(({ people_unknown }) => people_unknown),
    },
    tiers: {
      served: tiers.map(({ served }) => served),
      unserved: tiers.map(({ unserved }) => unserved),
      unknown: tiers.map(({ unknown }) => unknown),
    },
    indicators: {
      served: reached.map(({ met }) => met),
      unserved: reached.map(({ unmet }) => unmet),
      unknown: reached.map(({ unknown }) => unknown),
    },
    profiles: {
      served: profiles.answers.flatMap(({ totals }) => totals.map(({ people_served }) => people_served)),
      unserved: profiles.answers.flatMap(({ totals }) =>
        totals.map(({ people_unserved }) => people_unserved),
      ),
      unknown: profiles.answers.flatMap(({ totals }) => totals.map(({ people_unknown }) => people_unknown)),
    },
    circle: {
      served: circle.totals.map(({ people_served }) => people_served),
      unserved: circle.totals.map(({ people_unserved }) => people_unserved),
      unknown: circle.totals.map(({ people_unknown }) => people_unknown),
    },
    walks: {
      served: walks.map(({ bins }) => Math.round(bins.reduce((sum, bin) => sum + bin.people_served, 0))),
      unserved: total.unserved,
      unknown: walks.map(({ unknown }) => Math.round(unknown.people)),
    },
    compared: { ...total, served: comparison.classes.map(({ served_after }) => served_after) },
    unit: { ...total, unserved: deficits.map((deficit) => deficit?.people_unserved ?? 0) },
    workbook: readWorkbook(),
  }

  /** Cells of the matrix as it is exported, counted by the words in them, class by class. */
  function readWorkbook(): Told {
    const words = wordsZh
    const columns = assessment.classes.map((_, c) => c)
    const [{ rows: cells }] = matrixSheets({
      assessment,
      rows,
      columns,
      items: listItems(assessment, rows, true, () => 0),
      classOf: (code) => code,
      modeOf: () => null,
      nameOf: (id) => id,
      words,
      basis: [],
    })
    const count = (word: string) =>
      columns.map((c) => cells.slice(1).filter((row) => row[8 + 2 * c] === word).length)
    return {
      served: count(words.verdict.served),
      unserved: count(words.verdict.unserved),
      unknown: count(words.verdict.unknown),
    }
  }
}

test('what nobody surveyed is served in no total: it moves from not served to unknown, and nowhere else', async () => {
  const moved: Record<string, number> = {}
  await fc.assert(
    fc.asyncProperty(districts, async ({ project }) => {
      const surveyed = await tellTotals({
        ...project,
        completeness: {},
        surveyed: Object.fromEntries([...ASKED].map((code) => [code, true])),
      })
      const unsurveyed = await tellTotals({
        ...project,
        surveyed: {},
        completeness: { facilities: 'none', greens: 'none' },
      })
      for (const [where, known] of Object.entries(surveyed)) {
        const told = unsurveyed[where]
        expect(told.served, where).toEqual(known.served)
        known.served.forEach((_served, i) => {
          expect(told.unserved[i], where).toBeLessThanOrEqual(known.unserved[i])
          if (where !== 'unit')
            expect(told.unserved[i] + told.unknown[i], where).toBe(known.unserved[i] + known.unknown[i])
          moved[where] = (moved[where] ?? 0) + known.unserved[i] - told.unserved[i]
        })
      }
    }),
    { numRuns: 8, seed: 31 },
  )
  // every total had something to move
  expect(Object.entries(moved).filter(([, people]) => people === 0)).toEqual([])
})
