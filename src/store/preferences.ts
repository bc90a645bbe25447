import { PROFILE_IDS } from '../model/profile'
import { isScopeRule } from '../model/scope'
import type { ViewState } from './state'

/**
 * What a browser remembers between visits: how somebody likes to look at things, never data. A query
 * string wins over what is stored; anything unreadable is ignored.
 */
export type Preferences = Partial<
  Pick<ViewState, 'locale' | 'appearance' | 'profile' | 'basis' | 'bandsBasis' | 'scope'>
>

export interface KeyValueStore {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
}

const KEY = 'lifecircle.preferences'

const ALLOWED = {
  locale: ['zh', 'en'],
  appearance: ['light', 'dark'],
  profile: PROFILE_IDS,
  basis: ['distance', 'time'],
  bandsBasis: ['distance', 'time'],
} as const satisfies Record<Exclude<keyof Preferences, 'scope'>, readonly string[]>

export function readPreferences(storage: KeyValueStore | null, query: string): Preferences {
  return { ...pick(parse(storage)), ...pick(Object.fromEntries(new URLSearchParams(query))) }
}

export function writePreferences(storage: KeyValueStore | null, view: Preferences): void {
  const { locale, appearance, profile, basis, bandsBasis, scope } = view
  try {
    storage?.setItem(KEY, JSON.stringify({ locale, appearance, profile, basis, bandsBasis, scope }))
  } catch {
    // storage full or forbidden: the preference lasts as long as the page
  }
}

function parse(storage: KeyValueStore | null): unknown {
  try {
    return JSON.parse(storage?.getItem(KEY) ?? '{}')
  } catch {
    return {}
  }
}

function pick(values: unknown): Preferences {
  if (typeof values !== 'object' || values === null) return {}
  const known = Object.entries(ALLOWED).flatMap(([key, allowed]) => {
    const value: unknown = (values as Record<string, unknown>)[key]
    return (allowed as readonly unknown[]).includes(value) ? [[key, value]] : []
  })
  const scope: unknown = (values as Record<string, unknown>)['scope']
  return { ...(Object.fromEntries(known) as Preferences), ...(isScopeRule(scope) ? { scope } : {}) }
}
