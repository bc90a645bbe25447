import type { FigureValue } from '../model/rule-pack'
import type { CombineProblem } from '../model/rules/combine-packs'
import type { Expectation, PackProblem } from '../model/rules/pack-problem'

/** What is wrong with a pack, in one line: which row, which field, what was found, what is expected. */
export function tellPackProblem({ list, row, code, field, found, expected, options }: PackProblem): string {
  const rowName = row === null ? '' : `${list} row ${row}${code === null ? '' : ` (${code})`}`
  const place = [rowName, field].filter((part) => part !== '').join(', ')
  const words = options === undefined ? '' : `: ${options.join(', ')}`
  if (expected === 'needed') return `${place} is missing`
  return `${place}: ${found} is wrong, expected ${EXPECTED[expected]}${words}`
}

/** A new expectation does not compile until it has its words here. */
const EXPECTED: Readonly<Record<Expectation, string>> = {
  needed: 'a value, it is missing',
  text: 'text',
  object: 'an object of fields',
  list: 'a list',
  number: 'a number from 0 on',
  'positive-number': 'a number above 0',
  share: 'a share above 0 and up to 1',
  range: '[least, most] with one of them given and least not above most; null for none',
  'true-or-false': 'true or false',
  'one-of': 'one of',
  id: 'a short id of letters, digits, . _ - (codes in capitals)',
  date: 'a date YYYY-MM-DD',
  unique: 'a value that no other row has',
  'known-document': 'a source that begins with the id of a document of the pack',
  nothing: 'no such field',
  'status-of-walk': 'a status for the walk of this tier',
  content: 'a number, a range, true or false, a supply or a list of words',
  shorter: 'something shorter',
}

/** Why packs together are no rules to judge by. */
export function tellCombineProblem({ code, about }: CombineProblem): string {
  switch (code) {
    case 'no-classes':
      return 'no pack has a facility class; put gb50180-2018 first'
    case 'no-tiers':
      return `no pack says which tier ${about} belongs to; put gb50180-2018 first`
    case 'no-required':
      return `no pack says whether ${about} is required; put gb50180-2018 first`
    case 'no-walk':
      return `no pack says how far the ${about}-minute tier reaches; put gb50180-2018 first`
    case 'same-id':
      return `two packs have the id ${about}; a pack is given once`
    default:
      throw new Error(`unknown problem ${JSON.stringify(code satisfies never)}`)
  }
}

/** A figure as text. */
export function tellValue(value: FigureValue): string {
  if (value === null) return '-'
  if (typeof value === 'boolean') return value ? 'required' : 'as needed'
  if (typeof value === 'number') return String(value)
  if ('measure' in value) return `${value.measure} >= ${value.at_least} per ${value.per} ${value.group}`
  const [least, most] = value as readonly [unknown, unknown]
  const isRange = value.length === 2 && value.some((part) => typeof part !== 'string')
  return isRange ? `${tellBound(least)}–${tellBound(most)}` : value.join('+')
}

function tellBound(bound: unknown): string {
  return typeof bound === 'number' ? String(bound) : ''
}
