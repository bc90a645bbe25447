import { compareJudged } from '../../engine/compare/compare-judged'
import { judge, type Judged, measure, prepare } from '../../engine/pipeline'
import { applyCorrections } from '../../engine/correction/apply-corrections'
import { weighScenario } from '../../engine/package/weigh-scenario'
import type { Run } from '../../engine/run'
import { findScenario } from '../../engine/scenario/find-scenario'
import type {
  AgeSum,
  Comparison,
  GapCount,
  IndicatorChange,
  UncountedCommunities,
} from '../../model/comparison'
import { countGaps } from '../../model/count-gaps'
import { hasChanged } from '../../model/has-changed'
import type { CostSum } from '../../model/cost'
import { sumCosts } from '../../model/cost-sum'
import type { ScenarioWeight } from '../../model/scenario-outcome'
import { countVotes, sumWeight } from '../../model/sum-weight'
import type { AnalysisSettings } from '../../model/analysis'
import type { Project } from '../../model/project'
import { type Command } from '../command'
import { JSON_OPTION, RULES_OPTIONS, settingsFrom, tellBasis, WALK_OPTIONS } from '../settings'
import { scenarioNamed } from '../scenario-named'
import { loadSource } from '../source'
import { formatTable } from '../table'
import { watchProgress } from '../progress'
import { tellScenario } from '../tell-scenario'

/** What the project is called without any scenario. */
const BASE = 'base'

export const compareCommand: Command = {
  name: 'compare',
  summary: 'what scenario B changes against scenario A; either may be base',
  positionals: ['SOURCE', 'A', 'B'],
  options: [...WALK_OPTIONS.filter(({ name }) => name !== '--scenario'), ...RULES_OPTIONS, JSON_OPTION],
  async run(args, io) {
    const [source, a, b] = args.positionals
    const project = await loadSource(source, io)
    const settings = await settingsFrom(args, project)
    const [from, to] = [scenarioFrom(project, a), scenarioFrom(project, b)]
    const progress = watchProgress(io)
    progress.at(a)
    const before = await judgeScenario(project, { ...settings, scenario: from }, progress.run)
    progress.at(b)
    const after =
      to === from ? before : await judgeScenario(project, { ...settings, scenario: to }, progress.run)
    progress.end()
    for (const { measured } of new Set([before, after])) tellScenario(measured.prepared, settings.year, io)
    const comparison = compareJudged(before, after, project.entered)
    const weights = [from, to].map((id) => weigh(project, id, settings.year))
    if (args.has('--json')) {
      io.out(`${JSON.stringify(describeComparison(comparison, weights, [a, b]))}\n`)
      return
    }
    io.err(`${tellBasis(comparison.basis)}\n`)
    io.out(tabulate(comparison, weights, [a, b]))
  },
}

/** Id of a scenario by its name or id; null: the base. */
function scenarioFrom(project: Project, name: string): string | null {
  const isNamed = project.scenarios.some((each) => each.id === name || each.name === name)
  return name === BASE && !isNamed ? null : scenarioNamed(project, name, [BASE]).id
}

async function judgeScenario(project: Project, settings: AnalysisSettings, run: Run): Promise<Judged> {
  const prepared = await prepare(project, settings.scenario, run, { hour: settings.hour })
  return judge(await measure(prepared, settings, run), run)
}

/** Cost and votes of a scenario; the base, null, has none. */
function weigh(project: Project, id: string | null, year: number): ScenarioWeight {
  const scenario = id === null ? null : findScenario(project, id)
  return scenario === null
    ? { outcomes: [], works: sumCosts([]) }
    : weighScenario(applyCorrections(project).project, scenario, year)
}

function describeComparison(
  { basis, gaps, indicators, classes, communities, people, uncounted, ages, person_minutes }: Comparison,
  weights: readonly ScenarioWeight[],
  [before, after]: readonly string[],
): object {
  const { closed, unclear, remaining, fresh, revealed, turned, unknown } = gaps
  const [weightBefore, weightAfter] = weights.map(describeWeight)
  return {
    basis: { ...basis, scenario: undefined },
    before,
    after,
    people,
    communities_uncounted: uncounted,
    ages,
    person_minutes,
    closed,
    unclear,
    remaining,
    new: fresh,
    revealed,
    turned,
    unknown,
    gaps: countGaps(gaps),
    cost: { before: weightBefore.cost, after: weightAfter.cost },
    votes: { before: weightBefore.votes, after: weightAfter.votes },
    indicators: Object.fromEntries(
      indicators.map(({ code, before: was, after: is }) => [
        code,
        { before: countsOf(was), after: countsOf(is) },
      ]),
    ),
    classes,
    communities,
  }
}

/** `votes`: how many edits need which. */
function describeWeight(weight: ScenarioWeight): { readonly cost: object; readonly votes: object } {
  const votes = countVotes(weight.outcomes).map(({ type, count }) => [type, count] as const)
  return { cost: sumWeight(weight), votes: Object.fromEntries(votes) }
}

function countsOf({
  judged,
  met,
  unmet,
  unknown,
  share,
  missing,
  value,
  entered,
}: IndicatorChange['before']): object {
  return { judged, met, unmet, unknown, share, missing, value, entered }
}

/** the last two: communities that nobody counted */
const COLUMNS =
  'class served_before served_after gained lost nearer farther person_minutes uncounted_gained uncounted_lost'.split(
    ' ',
  )

/** People, gaps, cost and votes in a line each, then the classes where something changes, and people by age. */
function tabulate(
  { classes, gaps, people, uncounted, ages, person_minutes }: Comparison,
  weights: readonly ScenarioWeight[],
  names: readonly string[],
): string {
  const changed = classes.filter(hasChanged)
  const aged = ages.filter(({ gain, lose, both, uncounted }) => gain + lose + both + uncounted > 0)
  const { gain, lose, both } = people
  return [
    `people who gain a required class: ${gain}; lose one: ${lose}; both: ${both}`,
    `walking saved to required classes: ${person_minutes} person-minutes`,
    ...(uncounted.gain + uncounted.lose + uncounted.minutes === 0 ? [] : [tellUncounted(uncounted)]),
    tellGaps(countGaps(gaps)),
    ...weights.flatMap((weight, i) => (weight.outcomes.length === 0 ? [] : [tellWeight(names[i], weight)])),
    '',
    formatTable(
      COLUMNS,
      changed.map((each) => [
        each.code,
        ...[each.served_before, each.served_after, each.gained, each.lost, each.nearer, each.farther].map(
          String,
        ),
        String(each.person_minutes),
        String(each.uncounted.gained),
        String(each.uncounted.lost),
      ]),
    ),
    ...(aged.length === 0
      ? []
      : [formatTable(['age', 'gain', 'lose', 'both', 'communities_unknown'], aged.map(tellAge))]),
  ].join('\n')
}

/** Sums of people are least ones where communities are missing in them. */
function tellUncounted({ gain, lose, minutes, all, of }: UncountedCommunities): string {
  return (
    `not in these numbers, for nobody counted their people (${all} of ${of} communities): ` +
    `communities that gain: ${gain}; lose: ${lose}; with other walks: ${minutes}`
  )
}

function tellGaps(count: GapCount): string {
  const { before, closed, unclear, left, less_known, more_known, fresh, revealed, split, merged, after } =
    count
  const within = [
    ...(less_known > 0 ? [`${less_known} in part not known any more`] : []),
    ...(more_known > 0 ? [`of ${more_known} more is known now`] : []),
  ]
  const parts = [
    `${fresh} new`,
    ...(revealed > 0 ? [`${revealed} known now`] : []),
    ...(split > 0 ? [`${split} more by splitting`] : []),
    ...(merged > 0 ? [`${merged} fewer by merging`] : []),
  ]
  return `gaps: ${before}, of them ${closed} closed${unclear > 0 ? `, ${unclear} not known any more` : ''} and ${left} left${within.length > 0 ? ` (${within.join(', ')})` : ''}; ${parts.join(', ')}; now ${after}`
}

function tellAge({ group, gain, lose, both, uncounted }: AgeSum): string[] {
  // where the ages of some are not known the others are the least there are, and none of them is no zero
  const tell = (people: number): string =>
    uncounted === 0 ? String(people) : people === 0 ? 'unknown' : `>=${people}`
  return [group, tell(gain), tell(lose), tell(both), String(uncounted)]
}

/** Money and votes of one scenario. */
function tellWeight(name: string, weight: ScenarioWeight): string {
  const { edits, works, total } = sumWeight(weight)
  const votes = countVotes(weight.outcomes).map(({ type, count }) => `${type} ${count}`)
  return [
    `${name}: ${tellSum(total)} (edits ${tellSum(edits)}, works ${tellSum(works)}; unverified defaults)`,
    `votes: ${votes.join(', ') || 'none'}`,
  ].join('; ')
}

function tellSum({ low_yuan, default_yuan, high_yuan, unknown }: CostSum): string {
  const range = low_yuan === high_yuan ? '' : ` [${low_yuan} to ${high_yuan}]`
  return `${default_yuan} yuan${range}${unknown === 0 ? '' : ` and ${unknown} of unknown cost`}`
}
