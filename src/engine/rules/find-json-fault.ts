/** One value that is no list and no object, one sign, or blanks. */
const TOKEN =
  /[ \t\r\n]+|"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y

/** What may come next: a value, one or the end of an empty list, a name, one or the end of an empty object, … */
type Expected = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'comma-or-end' | 'nothing'

/**
 * The line, from 1, where a text stops being JSON (RFC 8259); null: it is JSON. Engines tell the place of some
 * faults only, and each in its own words; a missing or needless comma is what hands leave behind most.
 */
export function findJsonFault(text: string): number | null {
  const open: ('{' | '[')[] = []
  let expected: Expected = 'value'
  let at = 0
  while (at < text.length) {
    TOKEN.lastIndex = at
    const token = TOKEN.exec(text)?.[0]
    if (token === undefined) return lineOf(text, at)
    if (token.trim() !== '') {
      const next = step(token, expected, open)
      if (next === null) return lineOf(text, at)
      expected = next
    }
    at += token.length
  }
  return expected === 'nothing' ? null : lineOf(text, text.trimEnd().length)
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

function lineOf(text: string, at: number): number {
  let line = 1
  for (let i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) line++
  return line
}
