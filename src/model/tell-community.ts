import type { Landmark } from './landmark'

interface CommunityWords {
  readonly unnamed: string
  readonly street: (name: string) => string
  readonly number: (number: number) => string
  /** between a part that tells it apart and the number of it */
  readonly between: string
  readonly beside: (what: string) => string
}

const WORDS: Readonly<Record<'zh' | 'en', CommunityWords>> = {
  zh: {
    unnamed: '未命名小区',
    street: (name) => `近${name}`,
    number: (number) => `（${number}）`,
    between: ' ',
    beside: (what) => `（${what}）`,
  },
  en: {
    unnamed: 'Unnamed community',
    street: (name) => `near ${name}`,
    number: (number) => ` (${number})`,
    between: ', ',
    beside: (what) => ` (${what})`,
  },
}

/**
 * What a community is called wherever names are listed: its name, with what tells it apart from others of the same
 * name; without a name what is known of where it is.
 *
 * @param landmark absent: no other has its name
 */
export function tellCommunity(
  name: string | undefined,
  landmark: Landmark | undefined,
  locale: 'zh' | 'en',
): string {
  const words = WORDS[locale]
  const isNamed = name !== undefined && name.trim() !== ''
  if (landmark === undefined) return isNamed ? name : words.unnamed
  const { kind, number } = landmark
  const place = kind === 'none' ? '' : kind === 'street' ? words.street(landmark.name) : landmark.name
  if (!isNamed)
    return `${words.unnamed}${place === '' ? '' : ` · ${place}`}${number === null ? '' : words.number(number)}`
  const parts = [place, number === null ? '' : String(number)].filter((part) => part !== '')
  return parts.length === 0 ? name : `${name.trim()}${words.beside(parts.join(words.between))}`
}
