import { compareJudged } from '../../engine/compare/compare-judged'
import { judge, type Judged, measure, prepare } from '../../engine/pipeline'
import { findScenario } from '../../engine/scenario/find-scenario'
import type { Comparison, IndicatorChange } from '../../model/comparison'
import type { AnalysisSettings } from '../../model/analysis'
import type { Project } from '../../model/project'
import { type Command, NoAnswer } from '../command'
import { JSON_OPTION, RULES_OPTIONS, settingsFrom, tellBasis, WALK_OPTIONS } from '../settings'
import { loadSource } from '../source'
import { formatTable } from '../table'
import { tellWarnings } from '../warnings'

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
    const before = await judgeScenario(project, { ...settings, scenario: from })
    const after = to === from ? before : await judgeScenario(project, { ...settings, scenario: to })
    for (const { measured } of new Set([before, after])) tellWarnings(measured.prepared.scenarioIssues, io)
    const comparison = compareJudged(before, after)
    if (args.has('--json')) {
      io.out(`${JSON.stringify(describeComparison(comparison, a, b))}\n`)
      return
    }
    io.err(`${tellBasis(comparison.basis)}\n`)
    io.out(tabulate(comparison))
  },
}

/** Id of a scenario by its name or id; null: the base. */
function scenarioFrom(project: Project, name: string): string | null {
  const scenario = findScenario(project, name)
  if (scenario !== null) return scenario.id
  if (name === BASE) return null
  const names = [BASE, ...project.scenarios.map((each) => each.name)].join(', ')
  throw new NoAnswer(`there is no scenario "${name}"; the project has ${names}`)
}

async function judgeScenario(project: Project, settings: AnalysisSettings): Promise<Judged> {
  const prepared = await prepare(project, settings.scenario, {}, { hour: settings.hour })
  return judge(await measure(prepared, settings, {}), {})
}

function describeComparison(
  { basis, gaps, indicators, classes, communities, people, person_minutes }: Comparison,
  a: string,
  b: string,
): object {
  const { closed, remaining, fresh, gone, leftover } = gaps
  return {
    basis: { ...basis, scenario: undefined },
    before: a,
    after: b,
    people,
    person_minutes,
    closed,
    remaining,
    new: fresh,
    gone,
    leftover,
    indicators: Object.fromEntries(
      indicators.map(({ code, before, after }) => [
        code,
        { before: countsOf(before), after: countsOf(after) },
      ]),
    ),
    classes,
    communities,
  }
}

function countsOf({ judged, met, unmet, unknown, share, missing, value }: IndicatorChange['before']): object {
  return { judged, met, unmet, unknown, share, missing, value }
}

/** Classes where something changes, then the gaps and people in a line each. */
function tabulate({ classes, gaps, people, person_minutes }: Comparison): string {
  const changed = classes.filter(
    ({ gained, lost, nearer, farther, person_minutes: minutes }) =>
      gained + lost + nearer + farther > 0 || minutes !== 0,
  )
  const { gain, lose, both } = people
  return [
    `people who gain a required class: ${gain}; lose one: ${lose}; both: ${both}`,
    `walking saved to required classes: ${person_minutes} person-minutes`,
    `gaps: ${gaps.closed.length} closed, ${gaps.remaining.length} remaining, ${gaps.fresh.length} new (${gaps.leftover.length} of the new ones are what is left of closed ones)`,
    '',
    formatTable(
      ['class', 'served_before', 'served_after', 'gained', 'lost', 'nearer', 'farther', 'person_minutes'],
      changed.map((each) => [
        each.code,
        ...[each.served_before, each.served_after, each.gained, each.lost, each.nearer, each.farther].map(
          String,
        ),
        String(each.person_minutes),
      ]),
    ),
  ].join('\n')
}
