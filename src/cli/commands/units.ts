import { askPlan, checkGain, layingOver, layInRounds, reportOf, unitsOf } from '../../engine/plan-pipeline'
import { judge, measure, prepare } from '../../engine/pipeline'
import { gainOfSharing } from '../../engine/propose/gain-of-sharing'
import type { LayAll } from '../../engine/propose/lay-apart'
import { narrowQuestion } from '../../engine/propose/narrow-question'
import { DEFAULT_PROPOSAL, type ProposalOptions, type SharingGain } from '../../model/proposal'
import type { Assessment } from '../../model/assessment'
import type { UnitReport } from '../../model/unit-report'
import type { Command } from '../command'
import { describeGain, inCommunities, type Uncounted } from '../plan-answer'
import { JSON_OPTION, RULES_OPTIONS, settingsFrom, tellBasis, WALK_OPTIONS } from '../settings'
import { solveMip } from '../solve-mip'
import { nameCommunities } from '../name-communities'
import { watchProgress } from '../progress'
import { loadSource } from '../source'
import { formatTable } from '../table'
import { tellScenario } from '../tell-scenario'

const GAP = 0.005
/** Units whose openings are laid together where they are far apart. */
const AT_A_TIME = 64

export const unitsCommand: Command = {
  name: 'units',
  summary: 'renovation units: who belongs together, what they have and miss, what sharing gains',
  positionals: ['SOURCE'],
  options: [
    {
      name: '--budget',
      value: 'YUAN',
      help: 'money of each unit for the gain of sharing; default as much as helps',
    },
    { name: '--time-limit', value: 'S', help: 'seconds for each program the solver is given; default 10' },
    { name: '--no-walls', help: 'the gain without openings in walls' },
    { name: '--no-shared-walls', help: 'the gain without openings in walls that two communities share' },
    { name: '--no-paths', help: 'the gain without new paths; without all three it is there much sooner' },
    {
      name: '--by-communities',
      help: 'the gain with each community as one, whether its people are counted or not; without capacities',
    },
    { name: '--proposed', help: 'as proposed, whatever units the project has' },
    {
      name: '--unknown-too',
      help: 'as proposed if all communities may be renovated of which it is not known',
    },
    ...WALK_OPTIONS,
    ...RULES_OPTIONS,
    JSON_OPTION,
  ],
  async run(args, io) {
    const budget_yuan = args.number('--budget') ?? null
    const time_s = args.number('--time-limit') ?? 10
    const project = await loadSource(args.positionals[0], io)
    const settings = await settingsFrom(args, project)
    const progress = watchProgress(io)
    const { run } = progress
    const prepared = await prepare(project, settings.scenario, run, { hour: settings.hour })
    const measured = await measure(prepared, settings, run)
    const { assessment } = (await judge(measured, run)).view
    const proposed = unitsOf(measured, assessment)
    const units = args.has('--unknown-too')
      ? proposed.with_unknown
      : args.has('--proposed')
        ? proposed.units
        : (project.units ?? proposed.units)
    const reports = await reportOf(measured, assessment, units, run)
    const options = {
      ...DEFAULT_PROPOSAL,
      budget_yuan,
      counts: args.has('--by-communities') ? ('communities' as const) : ('people' as const),
      opensWalls: !args.has('--no-walls'),
      opensSharedWalls: !args.has('--no-shared-walls'),
      addsPaths: !args.has('--no-paths'),
    }
    const hasLinks = options.opensWalls || options.opensSharedWalls || options.addsPaths
    // which walls and paths are thought of depends on where a plan is for; the rest is one question for all units
    const all = hasLinks || units.length === 0 ? null : await askPlan(measured, options, run)
    const gains: SharingGain[] = []
    for (let from = 0; from < units.length; from += AT_A_TIME) {
      const asks = units.slice(from, from + AT_A_TIME).map(({ communities }, k) => {
        return async (layAll: LayAll): Promise<SharingGain> => {
          progress.at(`unit ${from + k + 1} of ${units.length}`)
          const own =
            all === null
              ? await askPlan(measured, { ...options, communities }, run, { layAll })
              : narrowQuestion(all, { communities, budget_yuan })
          const promised = await gainOfSharing(own, solveMip, { time_s, gap: GAP })
          return checkGain(measured, own, promised, run, layAll)
        }
      })
      gains.push(...(await layInRounds(asks, layingOver(measured, run))))
    }
    progress.end()
    tellScenario(prepared, settings.year, io)
    if (units.length === 0) io.err(`${tellNone(assessment)}\n`)
    if (args.has('--json')) {
      const rows = reports.map(({ unit, ...report }, i) => ({
        ...unit,
        ...report,
        gain: args.has('--by-communities')
          ? inCommunities(describeGain(gains[i]))
          : describeGain(gains[i], uncountedOf(report)),
      }))
      io.out(
        `${JSON.stringify({ basis: assessment.basis, units: rows, alone: proposed.alone, links: proposed.links })}\n`,
      )
      return
    }
    io.err(`${tellBasis(assessment.basis)}\n`)
    if (units.length > 0) io.err(`${tellGains(options)}\n`)
    const { labelWithId } = nameCommunities(prepared.project.layers)
    io.out(
      formatTable(
        ['unit', 'people', 'spaces_m2', 'missing', 'alone', 'together', 'communities'],
        reports.map((report, i) => rowOf(report, gains[i], options.counts, labelWithId)),
      ),
    )
  },
}

function uncountedOf({ people, estimated, uncounted }: Omit<UnitReport, 'unit'>): Uncounted {
  if (people === null && estimated === 0) return 'all'
  return uncounted > 0 ? 'some' : 'none'
}

/** What the two last figures of a unit are. */
function tellGains({ counts, budget_yuan }: ProposalOptions): string {
  const money = budget_yuan === null ? 'as much money as helps' : `${budget_yuan} yuan`
  return `alone, together: ${counts} newly served, once for each class, if each community of a unit acts for itself or all of them together, with ${money} (unverified prices)`
}

/** Why there is no unit, as far as the data can tell. */
function tellNone({ communities }: Assessment): string {
  const open = communities.filter(({ eligibility }) => eligibility.verdict !== 'not-eligible')
  const undecided = open.filter(({ eligibility }) => eligibility.verdict === 'data-missing')
  const fields = [...new Set(undecided.flatMap(({ eligibility }) => eligibility.missing))].join(', ')
  return undecided.length === 0
    ? `no renovation unit: no two of the ${open.length} communities that may be renovated are neighbors`
    : `no renovation unit: whether they may be renovated is not known of ${undecided.length} of ${communities.length} communities; enter ${fields}, or propose with --unknown-too`
}

function rowOf(
  { unit, people, people_estimated, estimated, uncounted, available_m2, deficits }: UnitReport,
  { alone, together }: SharingGain,
  counts: ProposalOptions['counts'],
  nameOf: (id: string) => string,
): string[] {
  const isAnyKnown = people !== null || estimated > 0
  // where nothing tells how many live somewhere, a plan serves them all the same: sums over the others are the least there are
  const least = (number: number): string => (isAnyKnown ? `${uncounted > 0 ? '>=' : ''}${number}` : 'unknown')
  const served = (number: number): string => (counts === 'communities' ? String(number) : least(number))
  const ofThem = estimated > 0 ? ` (${people_estimated} estimated)` : ''
  return [
    unit.id,
    `${least((people ?? 0) + people_estimated)}${ofThem}`,
    available_m2.toFixed(0),
    String(deficits.length),
    served(alone.people_served),
    served(together.people_served),
    unit.communities.map(nameOf).join('; '),
  ]
}
