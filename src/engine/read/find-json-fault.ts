/** One value that is no list and no object, one sign, or blanks. */
const TOKEN =
  /[ \t\r\n]+|"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y

/** What may come next: a value, one or the end of an empty list, a name, one or the end of an empty object, … */
type Expected = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'comma-or-end' | 'nothing'

/** Where a text stops being JSON. */
export interface JsonFault {
  /** from 1; columns are characters */
  readonly line: number
  readonly column: number
  /** the character there; '' at the end of the text */
  readonly found: string
  /** the text ends before it is whole, and nothing before its end is wrong */
  readonly isCut: boolean
}

/**
 * The place where a text stops being JSON (RFC 8259); null: it is JSON. Engines tell the place of some
 * faults only, and each in its own words; a missing or needless comma is what hands leave behind most.
 */
export function findJsonFault(text: string): JsonFault | null {
  const open: ('{' | '[')[] = []
  let expected: Expected = 'value'
  let at = 0
  while (at < text.length) {
    TOKEN.lastIndex = at
    const token = TOKEN.exec(text)?.[0]
    if (token === undefined) return faultAt(text, at, isHalf(text.slice(at).trimEnd()))
    if (token.trim() !== '') {
      const next = step(token, expected, open)
      if (next === null) return faultAt(text, at, false)
      expected = next
    }
    at += token.length
  }
  return expected === 'nothing' ? null : faultAt(text, text.trimEnd().length, true)
}

/** What may come after a token; null: the token may not stand here. Keeps `open`. */
function step(token: string, expected: Expected, open: ('{' | '[')[]): Expected | null {
  const isValue = expected === 'value' || expected === 'value-or-end'
  switch (token) {
    case '{':
    case '[':
      if (!isValue) return null
      open.push(token)
      return token === '{' ? 'name-or-end' : 'value-or-end'
    case '}':
    case ']':
      if (expected !== 'comma-or-end' && expected !== (token === '}' ? 'name-or-end' : 'value-or-end'))
        return null
      if (open.pop() !== (token === '}' ? '{' : '[')) return null
      return afterValue(open)
    case ',':
      if (expected !== 'comma-or-end') return null
      return open.at(-1) === '{' ? 'name' : 'value'
    case ':':
      return expected === 'colon' ? 'value' : null
    default:
      if (isValue) return afterValue(open)
      return token.startsWith('"') && (expected === 'name' || expected === 'name-or-end') ? 'colon' : null
  }
}

function afterValue(open: readonly string[]): Expected {
  return open.length === 0 ? 'nothing' : 'comma-or-end'
}

/** Whether the rest of a text is a string, a word or a number that has only begun. */
function isHalf(rest: string): boolean {
  return (
    /^"(?:[^"\\]|\\[^])*\\?$/.test(rest) ||
    /^-?\d*\.?\d*(?:e[+-]?)?$/i.test(rest) ||
    ['true', 'false', 'null'].some((word) => word.startsWith(rest))
  )
}

function faultAt(text: string, at: number, isCut: boolean): JsonFault {
  let line = 1
  let start = 0
  for (let i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) {
    line++
    start = i + 1
  }
  // both halves of a pair are one character
  const column = text.slice(start, at).replaceAll(/[\ud800-\udbff][\udc00-\udfff]/g, 'x').length + 1
  const code = text.codePointAt(at)
  return { line, column, found: code === undefined ? '' : String.fromCodePoint(code), isCut }
}
