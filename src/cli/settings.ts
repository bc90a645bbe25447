import { readFile } from 'node:fs/promises'

import type { AnalysisSettings } from '../model/analysis'
import type { AnalysisBasis } from '../model/assessment'
import { PROFILE_IDS } from '../model/profile'
import type { Project } from '../model/project'
import type { RulePack } from '../model/rule-pack'
import shipped from '../../data/rules/gb50180-2018.json'
import type { Options } from './args'
import { NoAnswer, type OptionSpec } from './command'

/** The rule pack that comes with the program. */
export const SHIPPED_RULES = shipped as unknown as RulePack

export const JSON_OPTION: OptionSpec = { name: '--json', help: 'one JSON value instead of a table' }

/** Options of every command that walks. */
export const WALK_OPTIONS: readonly OptionSpec[] = [
  { name: '--profile', value: 'WHO', help: `${PROFILE_IDS.join(', ')}; default adult` },
  { name: '--basis', value: 'WHAT', help: 'distance or time; default distance' },
  { name: '--scenario', value: 'NAME', help: 'a scenario of the project instead of its base' },
  {
    name: '--at',
    value: 'HH:MM',
    help: 'gates open or closed as at this time of day; default any time, all within their hours',
  },
]

export const RULES_OPTIONS: readonly OptionSpec[] = [
  { name: '--rules', value: 'PACK.json', help: 'a rule pack instead of the shipped GB 50180-2018' },
  { name: '--year', value: 'YYYY', help: 'year of judgement for eligibility; default this year' },
]

export const PLAIN_OPTION: OptionSpec = {
  name: '--plain',
  help: 'pure network distance: no gates, zones or delays; connectors reported, not counted',
}

/** What decides the numbers, from the options. Bands are set by the commands that draw some. */
export async function settingsFrom(args: Options, project: Project): Promise<AnalysisSettings> {
  // wrong usage is told before anything else
  const hour = args.minuteOfDay('--at') ?? null
  const scenario = args.text('--scenario') ?? null
  if (scenario !== null && !project.scenarios.some((s) => s.id === scenario || s.name === scenario)) {
    const names = project.scenarios.map((s) => s.name).join(', ')
    throw new NoAnswer(`there is no scenario "${scenario}"; the project has ${names === '' ? 'none' : names}`)
  }
  return {
    profile: args.oneOf('--profile', PROFILE_IDS) ?? 'adult',
    basis: args.oneOf('--basis', ['distance', 'time']) ?? 'distance',
    rules: await loadRules(args.text('--rules')),
    scenario,
    hour,
    year: yearFrom(args),
    bandsBasis: 'distance',
    bands: [300, 500, 1000],
  }
}

/** What every number rests on, in one line. */
export function tellBasis(basis: AnalysisBasis): string {
  const { rule_pack, rule_pack_version, rule_pack_hash, profile, basis: measure, hour } = basis
  return `judged by rule pack ${rule_pack} ${rule_pack_version} (${rule_pack_hash}), ${profile}, ${measure} basis, ${tellHour(hour)}`
}

/** The time of day whose open gates count. */
export function tellHour(hour: number | null): string {
  return hour === null ? 'gates at any time of day' : `gates as at ${clockOf(hour)}`
}

/** Minutes since midnight as HH:MM. */
function clockOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

function yearFrom(args: Options): number {
  const [year] = args.numbers('--year') ?? [new Date().getFullYear()]
  return Math.trunc(year)
}

async function loadRules(path: string | undefined): Promise<RulePack> {
  if (path === undefined) return SHIPPED_RULES
  let pack: unknown
  try {
    pack = JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw new NoAnswer(`${path} is not valid JSON: ${error.message}`)
    throw error
  }
  const problem = findPackProblem(pack)
  if (problem !== null) throw new NoAnswer(`${path} is not a rule pack: ${problem}`)
  return pack as RulePack
}

/** What keeps a value from being a rule pack, with the row; null: nothing. */
export function findPackProblem(pack: unknown): string | null {
  if (typeof pack !== 'object' || pack === null) return 'it is not an object'
  const { id, version, rules, tier_walk_m } = pack as Record<string, unknown>
  if (typeof id !== 'string' || typeof version !== 'string') return 'id and version are needed'
  if (typeof tier_walk_m !== 'object' || tier_walk_m === null) return 'tier_walk_m is needed'
  for (const tier of ['15', '10', '5', 'B'])
    if (typeof (tier_walk_m as Record<string, unknown>)[tier] !== 'number')
      return `tier_walk_m has no number for tier ${tier}`
  if (!Array.isArray(rules) || rules.length === 0) return 'it has no rules'
  const codes = new Set<string>()
  for (const [i, rule] of (rules as unknown[]).entries()) {
    const row = `rule ${i + 1}`
    if (typeof rule !== 'object' || rule === null) return `${row} is not an object`
    const { code, tiers, radius_m, status, required } = rule as Record<string, unknown>
    if (typeof code !== 'string' || code === '') return `${row} has no code`
    if (codes.has(code)) return `${row} repeats the code ${code}`
    codes.add(code)
    if (
      !Array.isArray(tiers) ||
      tiers.length === 0 ||
      !tiers.every((tier) => ['15', '10', '5', 'B'].includes(String(tier)))
    )
      return `${row} (${code}) needs tiers out of 15, 10, 5, B`
    if (radius_m !== null && !(typeof radius_m === 'number' && radius_m > 0))
      return `${row} (${code}) needs radius_m as a positive number or null`
    if (!['V', 'P', 'M', 'J', 'D'].includes(String(status)))
      return `${row} (${code}) needs a status out of V, P, M, J, D`
    if (typeof required !== 'boolean') return `${row} (${code}) needs required as true or false`
  }
  return null
}
