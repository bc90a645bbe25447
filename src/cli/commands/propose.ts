import { describeBasis } from '../../engine/assessment/describe-basis'
import { applyCorrections } from '../../engine/correction/apply-corrections'
import { complexesOf } from '../../engine/list-complexes'
import { askPlan, checkEdits, checkGain } from '../../engine/plan-pipeline'
import { judge, measure, type Measured, prepare } from '../../engine/pipeline'
import { packProject } from '../../engine/project/project-file'
import {
  findObstacles,
  findShortfall,
  proposeExactly,
  proposeGreedily,
} from '../../engine/propose/answer-question'
import { gainOfSharing } from '../../engine/propose/gain-of-sharing'
import type { PlanQuestion } from '../../engine/propose/plan-question'
import { traceFront } from '../../engine/propose/trace-front'
import type { Run } from '../../engine/run'
import type { JointLimits } from '../../engine/siting/joint-plan'
import { findScenario } from '../../engine/scenario/find-scenario'
import { countUncounted, type Uncounted } from '../../model/count-uncounted'
import type { FrontPoint, MeasuredPlan, Proposal, ProposalOptions, SharingGain } from '../../model/proposal'
import type { Project } from '../../model/project'
import type { Scenario } from '../../model/scenario'
import { type Command, type Io, NoAnswer } from '../command'
import { describeComplex, tellComplex } from '../complex-sentences'
import {
  describeGain,
  describePoint,
  describeProposal,
  inCommunities,
  tellObstacle,
  tellWorth,
} from '../plan-answer'
import { checkPlanOptions, PLAN_OPTIONS, planOptionsFrom } from '../plan-options'
import { JSON_OPTION, RULES_OPTIONS, settingsFrom, tellBasis, WALK_OPTIONS } from '../settings'
import { solveMip } from '../solve-mip'
import { watchProgress } from '../progress'
import { loadSource } from '../source'
import { formatTable } from '../table'
import { tellScenario } from '../tell-scenario'
import { unitsFor } from '../units-for'
import { writeOutput } from '../write-output'

/** Good enough: within half a percent of the best. */
const GAP = 0.005

export const proposeCommand: Command = {
  name: 'propose',
  summary: 'which spaces, uses, gates, wall openings and paths serve most within a budget, and why',
  positionals: ['SOURCE'],
  options: [
    ...PLAN_OPTIONS,
    { name: '--greedy', help: 'the plan that is found at once, without a bound' },
    { name: '--gain', help: 'also what each community could do for itself with the same money' },
    { name: '--front', value: 'N', help: 'also the plans of N budgets up to the dearest one' },
    { name: '--time-limit', value: 'S', help: 'seconds for each program the solver is given; default 10' },
    { name: '-o', value: 'OUT.lifecircle', help: 'write the project with the plan as a scenario' },
    ...WALK_OPTIONS,
    ...RULES_OPTIONS,
    JSON_OPTION,
  ],
  async run(args, io) {
    const output = args.text('-o')
    const count = args.wholeNumber('--front')
    const limits = { time_s: args.number('--time-limit') ?? 10, gap: GAP }
    checkPlanOptions(args)
    const project = await loadSource(args.positionals[0], io)
    const settings = await settingsFrom(args, project)
    const progress = watchProgress(io)
    const { run } = progress
    const prepared = await prepare(project, settings.scenario, run, { hour: settings.hour })
    const measured = await measure(prepared, settings, run)
    const units = args.text('--unit') === undefined ? [] : await unitsFor(project, measured)
    const gaps = args.list('--gap').length === 0 ? [] : (await judge(measured, run)).view.gaps
    const options = planOptionsFrom(args, project, settings.rules, { units, gaps })
    const question = await askPlan(measured, options, run)
    const obstacles = findObstacles(question)
    if (obstacles.length > 0) throw new NoAnswer(obstacles.map(tellObstacle).join('; '))
    const start = performance.now()
    progress.at('choosing')
    const proposal = args.has('--greedy')
      ? proposeGreedily(question)
      : await proposeExactly(question, solveMip, limits)
    const seconds = (performance.now() - start) / 1000
    const shortfall = findShortfall(proposal)
    if (shortfall !== null) throw new NoAnswer(tellObstacle(shortfall))
    progress.end()
    tellScenario(prepared, settings.year, io)
    if (proposal.measures.length === 0) io.err(`${tellNothing(measured, options)}\n`)
    else tellUncounted(measured, options, io)
    const edits = proposal.measures.map((each) => each.measure.edit)
    const checked =
      options.objective === 'nearest'
        ? null
        : await checkEdits(
            measured,
            edits,
            {
              classes: question.classes,
              communities: options.communities,
              gaps: options.gaps,
              counts: options.counts,
            },
            run,
          )
    const complexes = complexesOf(applyCorrections(project).project, [
      ...(findScenario(project, settings.scenario ?? '')?.edits ?? []),
      ...edits,
    ])
    progress.at('gain of sharing')
    const gain = args.has('--gain') ? await gainOf(measured, options, question, limits, run) : null
    progress.at('front')
    const front = count === undefined ? null : await frontOf(question, count, limits)
    progress.end()
    const planned = withPlan(project, settings.scenario, edits)
    const scenario = output === undefined ? null : planned.scenarios[planned.scenarios.length - 1].name
    if (output !== undefined) await writeOutput(output, packProject(planned))
    const basis = describeBasis(settings, project)
    if (args.has('--json')) {
      const answer = {
        basis,
        ...describeProposal(proposal, checked, seconds),
        ...(scenario === null ? {} : { scenario }),
        complexes: complexes.map(describeComplex),
        ...(gain === null ? {} : { gain: describeGain(gain) }),
        ...(front === null ? {} : { front: front.map(describePoint) }),
      }
      io.out(`${JSON.stringify(options.counts === 'communities' ? inCommunities(answer) : answer)}\n`)
      return
    }
    io.err(`${tellBasis(basis)}\n`)
    if (options.counts === 'communities')
      io.err('each community counts one, shared among its homes; people and capacities are not counted\n')
    printPlan(proposal, checked, io)
    for (const each of complexes) io.out(`\n${tellComplex(each)}\n`)
    if (output !== undefined && scenario !== null) io.err(`the plan is scenario "${scenario}" of ${output}\n`)
    if (gain !== null) {
      const { alone, together } = gain
      io.out(
        `\ntogether ${together.people_served} served for ${together.cost_yuan} yuan; each for itself ${alone.people_served} for ${alone.cost_yuan}\n`,
      )
    }
    if (front !== null)
      io.out(
        `\n${formatTable(
          ['budget_yuan', 'cost_yuan', `${options.counts}_served`],
          front.map((point) => [point.budget_yuan, point.cost_yuan, point.people_served].map(String)),
        )}`,
      )
  },
}

/** Why no measure is chosen, as far as the data can tell: nobody served is not the same as nobody counted. */
function tellNothing(measured: Measured, options: ProposalOptions): string {
  const { spaces } = measured.prepared.project.layers
  const { uncounted, all } = uncountedOf(measured, options)
  return [
    options.counts === 'communities'
      ? 'no measure is chosen: none serves any home and can be paid'
      : 'no measure is chosen: none serves anybody who is counted and can be paid',
    `there are ${spaces.length} candidate spaces`,
    ...(uncounted === 0
      ? []
      : [
          `the people of ${uncounted} of ${all} communities asked for are not known; --by-communities counts each community as one`,
        ]),
  ].join('; ')
}

/** Whose people are in none of the numbers. */
function tellUncounted(measured: Measured, options: ProposalOptions, io: Io): void {
  const { uncounted, estimated, all } = uncountedOf(measured, options)
  if (estimated > 0)
    io.err(
      `the people of ${estimated} of ${all} communities are estimates, to be checked; compare counts no estimates\n`,
    )
  if (uncounted > 0)
    io.err(
      `not in these numbers: ${uncounted} of ${all} communities, whose people are not known; --by-communities counts each community as one\n`,
    )
}

/** Communities asked for that a plan leaves out because nothing tells how many people they have, and those estimated. */
function uncountedOf(
  { prepared: { project, people } }: Measured,
  { communities: asked, counts }: ProposalOptions,
): Uncounted {
  const rows = project.layers.communities.map(({ id }, row) => ({
    id,
    people: people.people[row],
    people_estimated: people.estimates[row].people,
  }))
  const counted = countUncounted(rows, asked)
  return counts === 'communities' ? { ...counted, uncounted: 0, estimated: 0 } : counted
}

/** What sharing gains, measured; it is of people served, whatever the plan itself makes best. */
async function gainOf(
  measured: Measured,
  options: ProposalOptions,
  asked: PlanQuestion,
  limits: JointLimits,
  run: Run,
): Promise<SharingGain> {
  const question =
    options.objective === 'nearest' ? await askPlan(measured, { ...options, objective: 'most' }, run) : asked
  return checkGain(measured, question, await gainOfSharing(question, solveMip, limits), run)
}

async function frontOf(
  question: PlanQuestion,
  count: number,
  limits: { readonly time_s: number; readonly gap: number },
): Promise<FrontPoint[]> {
  const points: FrontPoint[] = []
  for await (const point of traceFront(question, count, solveMip, limits)) points.push(point)
  return points
}

/** The project with the plan as one more scenario, over the edits of the one it was made for. */
function withPlan(project: Project, base: string | null, edits: Scenario['edits']): Project {
  const before = project.scenarios.find(({ id, name }) => id === base || name === base)
  let id = 'proposal'
  while (project.scenarios.some((each) => each.id === id)) id += '~'
  const scenario = { id, name: id, edits: [...(before?.edits ?? []), ...edits] }
  return { ...project, scenarios: [...project.scenarios, scenario] }
}

function printPlan(proposal: Proposal, checked: MeasuredPlan | null, io: Io): void {
  const { measures, by_gap, people_served, people_unserved, people_beyond, cost_yuan, options } = proposal
  const digits = options.counts === 'communities' ? 1 : 0
  io.out(
    formatTable(
      ['measure', 'yuan', 'vote', 'serves', 'without', 'second best', 'lost'],
      measures.map(({ measure, alone, marginal, otherPlace }) => [
        measure.key,
        String(Math.round(measure.cost.default_yuan)),
        measure.vote.type,
        alone.people.toFixed(digits),
        marginal.people.toFixed(digits),
        otherPlace?.measure.key ?? '',
        otherPlace?.lost.people.toFixed(digits) ?? '',
      ]),
    ),
  )
  for (const { measure, alone, partners } of measures)
    if (partners.length > 0)
      io.out(
        `\n${measure.key} makes ${alone.people > 0 ? 'more ways' : 'a way only'} together with ${partners.map(({ key }) => key).join(', ')}`,
      )
  for (const { id, people, people_served: served, people_beyond: beyond } of by_gap)
    io.out(`\ngap ${id}: ${served} of ${people} served${beyond > 0 ? `, ${beyond} beyond any measure` : ''}`)
  if (by_gap.length > 0) io.out('\n')
  const served =
    checked === null
      ? ''
      : `${people_served}${options.counts === 'communities' ? ' communities' : ''} newly served of ${people_unserved} (each once for each class; ${people_beyond} beyond any measure), measured ${checked.people_served}; `
  io.out(`\n${served}${cost_yuan} yuan (unverified prices); ${tellWorth(proposal)}\n`)
}
