import { cleanText } from '../model/clean-text'
import { cleanValue } from '../model/clean-value'
import type { JsonValue } from '../model/layers'

/**
 * The actions as the page has them: no text it hands in has hidden characters, whichever field it was typed or pasted
 * into; nothing behind them looks for such characters. Lines stay in a bare text, for it may be a note; a field of one line
 * takes none. What is clean is handed on as it is.
 */
export function withCleanTexts<A extends object>(actions: A): A {
  const clean = Object.entries(actions).map(([name, act]: [string, unknown]) => [
    name,
    typeof act === 'function'
      ? (...given: unknown[]): unknown => act.apply(actions, given.map(cleanGiven))
      : act,
  ])
  return Object.fromEntries(clean) as A
}

/** Texts, and texts in plain values; a file, a box to draw in and the like are no texts. */
function cleanGiven(given: unknown): unknown {
  if (typeof given === 'string') return cleanText(given, 'note')
  return isPlain(given) ? cleanValue(given, 'name') : given
}

function isPlain(value: unknown): value is JsonValue {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value))
    return value.every((each) => typeof each !== 'object' || each === null || isPlain(each))
  return Object.getPrototypeOf(value) === Object.prototype
}
