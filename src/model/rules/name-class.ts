import type { RulePack } from '../rule-pack'
import { SHIPPED_PACKS } from './shipped-packs'

interface Named {
  readonly name_zh: string
  readonly name_en: string
}

let shipped: ReadonlyMap<string, Named> | null = null

/**
 * Name of a facility class: that of the rules in force, else of the first shipped pack that knows it, for a survey has
 * classes that the rules in force ask nothing of; else its code.
 */
export function nameClass({ rules }: Pick<RulePack, 'rules'>, code: string, locale: 'zh' | 'en'): string {
  shipped ??= new Map(
    SHIPPED_PACKS.flatMap((pack) => pack.rules.map((rule) => [rule.code, rule] as const)).reverse(),
  )
  const known: Named | undefined = rules.find((rule) => rule.code === code) ?? shipped.get(code)
  return known === undefined ? code : locale === 'zh' ? known.name_zh : known.name_en
}
