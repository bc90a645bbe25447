import type { RulePack } from '../model/rule-pack'
import type { Language } from './app-context'
import type { ViewState } from '../store/state'

/** A rule pack's name and version as printed beside results. */
export function namePack(pack: RulePack, { locale, words }: Language): string {
  return `${locale === 'zh' ? pack.name_zh : pack.name_en} ${words.topBar.version(pack.version)}`
}

/** The time of day whose open gates count. */
export function tellHour(hour: number | null, { words, format }: Language): string {
  return hour === null ? words.hour.any : format.clock(hour)
}

/** What decides every number, in one line. */
export function tellBasis(
  view: Pick<ViewState, 'basis' | 'bandsBasis' | 'profile' | 'hour' | 'rules'>,
  language: Language,
): string {
  const { words } = language
  return words.present.basisLine(
    words.basis[view.basis],
    words.bandsBasis[view.bandsBasis],
    words.profile[view.profile],
    tellHour(view.hour, language),
    namePack(view.rules, language),
  )
}
