import type { RulePack } from '../model/rule-pack'
import { labelScenario } from '../model/label-scenario'
import type { Scenario } from '../model/scenario'
import { countEdited } from '../model/rules/edit-pack'
import { memberOf } from '../model/rules/hash-pack'
import { findOldAreaClauses } from '../model/rules/old-area'
import type { Language } from './app-context'
import { tellShare } from './rules/tell-figure'
import type { ViewState } from '../store/state'

/** The packs of a set of rules with version and hash, as printed beside results. */
export function namePack(pack: RulePack, language: Language): string {
  const { locale, words, format } = language
  const packs = (pack.members ?? [memberOf(pack)]).map(
    ({ name_zh, name_en, version, hash }) =>
      `${locale === 'zh' ? name_zh : name_en} ${words.topBar.version(version)} #${hash}`,
  )
  const edited = countEdited(pack)
  return [
    packs.join(' + '),
    ...(edited === 0 ? [] : [words.rules.editedCount(format.count(edited))]),
    ...(pack.old_area ? tellOldArea(pack, language) : []),
  ].join(' · ')
}

/** By how much less supply old areas are judged; nothing where no class has such a clause. */
export function tellOldArea(pack: RulePack, { words }: Language): string[] {
  const { shares, isGreenOnly } = findOldAreaClauses(pack)
  if (shares.length === 0) return []
  return [words.rules.oldArea(shares.map(tellShare).join(words.listSeparator), isGreenOnly)]
}

/** The time of day whose open gates count. */
export function tellHour(hour: number | null, { words, format }: Language): string {
  return hour === null ? words.hour.any : format.clock(hour)
}

/** What a verdict asks for, and what else decides it where it is not as usual. */
export function tellJudging(
  { judging, decay, countsSmall }: Pick<ViewState, 'judging' | 'decay' | 'countsSmall'>,
  { words: { supply } }: Language,
): string {
  return [
    `${supply.judging} ${supply.judgings[judging]}`,
    // without supply nothing is shared, near or far
    ...(judging === 'access' ? [] : [`${supply.decay} ${supply.decays[decay]}`]),
    ...(countsSmall ? [supply.countsSmall] : []),
  ].join(' · ')
}

/** Which scenario is shown, by its name; '': the project as it is, which needs no saying. */
export function tellScenario(
  scenario: string | null,
  scenarios: readonly Scenario[] | undefined,
  { words }: Language,
): string {
  const shown = scenarios?.find(({ id }) => id === scenario)
  return shown === undefined ? '' : words.scenario.basis(labelScenario(shown, scenarios ?? []))
}

/** What decides every number, in one line. `scenario`: see `tellScenario`. */
export function tellBasis(
  view: Pick<
    ViewState,
    'basis' | 'bandsBasis' | 'profile' | 'hour' | 'rules' | 'judging' | 'decay' | 'countsSmall'
  >,
  scenario: string,
  language: Language,
): string {
  const { words } = language
  const line = words.present.basisLine(
    `${words.basis[view.basis]} · ${tellJudging(view, language)}`,
    words.bandsBasis[view.bandsBasis],
    words.profile[view.profile],
    tellHour(view.hour, language),
    namePack(view.rules, language),
  )
  return scenario === '' ? line : `${scenario} · ${line}`
}

/** The same by id, for where there is little room. */
export function shortPacks(pack: RulePack): string {
  return (pack.members ?? [memberOf(pack)])
    .map(({ id, version, hash }) => `${id} ${version} #${hash}`)
    .join(' + ')
}
