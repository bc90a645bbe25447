import type { Landmark } from '../model/landmark'
import type { Locale } from '../store/state'

interface UnnamedWords {
  readonly community: string
  readonly street: (name: string) => string
  readonly subdistrict: (name: string) => string
  readonly none: () => string
  readonly number: (number: number) => string
}

const WORDS: Readonly<Record<Locale, UnnamedWords>> = {
  zh: {
    community: '未命名小区',
    street: (name) => ` · 近${name}`,
    subdistrict: (name) => ` · ${name}`,
    none: () => '',
    number: (number) => `（${number}）`,
  },
  en: {
    community: 'Unnamed community',
    street: (name) => ` · near ${name}`,
    subdistrict: (name) => ` · ${name}`,
    none: () => '',
    number: (number) => ` (${number})`,
  },
}

/** What a community without a name is called wherever names are shown; undefined: nothing is known of where it is. */
export function tellUnnamed(landmark: Landmark | undefined, locale: Locale): string {
  const words = WORDS[locale]
  if (landmark === undefined) return words.community
  const { kind, name, number } = landmark
  return `${words.community}${words[kind](name)}${number === null ? '' : words.number(number)}`
}
