import { scenarioNamed } from './scenario-named'
import { type AnalysisSettings, DECAYS, JUDGINGS } from '../model/analysis'
import type { AnalysisBasis } from '../model/assessment'
import { PROFILE_IDS, type ProfileId } from '../model/profile'
import type { Project } from '../model/project'
import type { Options } from './args'
import { type OptionSpec } from './command'
import { namedRules, rulesFrom } from './rule-packs'

export const JSON_OPTION: OptionSpec = { name: '--json', help: 'one JSON value instead of a table' }

/** Options of every command that walks. */
export const WALK_OPTIONS: readonly OptionSpec[] = [
  {
    name: '--profile',
    value: 'WHO',
    help: `${PROFILE_IDS.join(', ')}; default adult`,
    check: profileFrom,
  },
  { name: '--basis', value: 'WHAT', help: 'distance or time; default distance', check: basisFrom },
  { name: '--scenario', value: 'NAME', help: 'a scenario of the project instead of its base' },
  {
    name: '--at',
    value: 'HH:MM',
    help: 'gates open or closed as at this time of day; default any time, all within their hours',
    check: hourFrom,
  },
]

export const OLD_AREA_OPTION: OptionSpec = {
  name: '--old-area',
  help: 'the share of green that is enough in old areas (70 %, GB 50180-2018)',
}

export const YEAR_OPTION: OptionSpec = {
  name: '--year',
  value: 'YYYY',
  help: 'year of judgement for eligibility; default this year',
  check: yearFrom,
}

export const RULES_OPTIONS: readonly OptionSpec[] = [
  {
    name: '--rules',
    value: 'A,B',
    isRepeatable: true,
    help: 'rule packs in their order, the later wins: ids of shipped ones (see rules list) or files; default those of the project, else gb50180-2018',
    check: namedRules,
  },
  OLD_AREA_OPTION,
  {
    name: '--judging',
    value: 'WHAT',
    help: `${JUDGINGS.join(', ')}: a facility in reach, enough for all who share it, or both; default access`,
    check: judgingFrom,
  },
  {
    name: '--decay',
    value: 'HOW',
    help: `how sharing thins out with the walk: ${DECAYS.join(', ')}; default none`,
    check: decayFrom,
  },
  { name: '--count-small', help: 'facilities below the least area of their rule serve all the same' },
  YEAR_OPTION,
]

export const PLAIN_OPTION: OptionSpec = {
  name: '--plain',
  help: 'pure network distance: no gates, zones or delays; connectors reported, not counted',
}

/** What decides the numbers, from the options. Bands are set by the commands that draw some. */
export async function settingsFrom(args: Options, project: Project): Promise<AnalysisSettings> {
  const scenario = args.text('--scenario') ?? null
  if (scenario !== null) scenarioNamed(project, scenario)
  return {
    profile: profileFrom(args),
    basis: basisFrom(args),
    rules: await rulesFrom(args, project),
    scenario,
    hour: hourFrom(args),
    judging: judgingFrom(args),
    decay: decayFrom(args),
    countsSmall: args.has('--count-small'),
    year: yearFrom(args),
    bandsBasis: 'distance',
    bands: [300, 500, 1000],
  }
}

/** What every number rests on, in one line. */
export function tellBasis({
  rule_packs,
  old_area_shares: shares,
  edited_figures: edited,
  profile,
  basis,
  hour,
  completeness,
  judging,
}: AnalysisBasis): string {
  const packs = rule_packs.map(({ id, version, hash }) => `${id} ${version} (${hash})`).join(' + ')
  const layers = Object.entries(completeness).map(([layer, level]) => `${layer} ${level}`)
  return [
    `judged by rule pack${rule_packs.length > 1 ? 's' : ''} ${packs}`,
    ...(edited === 0 ? [] : [`${edited} figure${edited > 1 ? 's' : ''} edited by a user`]),
    ...(shares.length === 0 ? [] : [`in old areas ${shares.map(tellShare).join('–')} of the supply`]),
    ...(judging === 'access' ? [] : [`by ${judging}`]),
    profile,
    `${basis} basis`,
    tellHour(hour),
    ...(layers.length === 0 ? [] : [`survey: ${layers.join(', ')}`]),
  ].join(', ')
}

function tellShare(share: number): string {
  return `${Math.round(share * 1000) / 10} %`
}

/** The time of day whose open gates count. */
export function tellHour(hour: number | null): string {
  return hour === null ? 'gates at any time of day' : `gates as at ${clockOf(hour)}`
}

/** Minutes since midnight as HH:MM. */
function clockOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

function profileFrom(args: Options): ProfileId {
  return args.oneOf('--profile', PROFILE_IDS) ?? 'adult'
}

function basisFrom(args: Options): AnalysisSettings['basis'] {
  return args.oneOf('--basis', ['distance', 'time']) ?? 'distance'
}

function hourFrom(args: Options): number | null {
  return args.minuteOfDay('--at') ?? null
}

function judgingFrom(args: Options): AnalysisSettings['judging'] {
  return args.oneOf('--judging', JUDGINGS) ?? 'access'
}

function decayFrom(args: Options): AnalysisSettings['decay'] {
  return args.oneOf('--decay', DECAYS) ?? 'none'
}

/** Year of judgement. */
export function yearFrom(args: Options): number {
  return args.wholeNumber('--year') ?? new Date().getFullYear()
}
