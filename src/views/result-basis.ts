import type { AnalysisBasis } from '../model/assessment'
import type { RulePack } from '../model/rule-pack'
import type { ProjectState } from '../store/state'
import type { Language } from './app-context'
import { namePack, tellHour, tellJudging, tellScenario } from './basis-line'

type Summary = ProjectState['summary']
type Scenarios = NonNullable<Summary>['scenarios'] | undefined

/** What an answer rests on, part by part: the scenario if it is of one, basis, profile, hour, rule pack with its hash. */
export function basisParts(
  basis: AnalysisBasis,
  pack: RulePack,
  scenarios: Scenarios,
  language: Language,
): string[] {
  const { words } = language
  const scenario = tellScenario(basis.scenario, scenarios, language)
  return [
    ...(scenario === '' ? [] : [scenario]),
    words.basis[basis.basis],
    tellJudging({ ...basis, countsSmall: basis.counts_small }, language),
    words.profile[basis.profile],
    `${words.hour.label} ${tellHour(basis.hour, language)}`,
    nameJudgedBy(pack, basis.rule_pack_hash, language),
    words.tables.scope.judgedIn(basis.year),
  ]
}

/** Packs with their hashes; of several, also that of what they combine to. */
function nameJudgedBy(pack: RulePack, hash: string, language: Language): string {
  const name = namePack(pack, language)
  return name.includes(`#${hash}`) ? name : `${name} → #${hash}`
}

/** The same in one line. */
export function tellResultBasis(
  basis: AnalysisBasis,
  pack: RulePack,
  scenarios: Scenarios,
  language: Language,
): string {
  return basisParts(basis, pack, scenarios, language).join(' · ')
}

/** Dates of the layers of a project, from the first to the last; null: none is known. */
export function tellDataDates(summary: Summary): string | null {
  const found = new Set(Object.values(summary?.provenance ?? {}).flatMap(({ data_date }) => data_date ?? []))
  const dates = [...found].sort()
  if (dates.length === 0) return null
  return dates.length === 1 ? dates[0] : `${dates[0]} – ${dates[dates.length - 1]}`
}
