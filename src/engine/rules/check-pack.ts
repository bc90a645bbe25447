import * as v from 'valibot'
import { cleanValue } from '../../model/clean-value'
import type { JsonValue } from '../../model/layers'
import { PACK_FORMAT, type PackFile, TIERS } from '../../model/rule-pack'
import { findDocument } from '../../model/rules/figure'
import {
  EXPECTATIONS,
  type Expectation,
  PACK_LISTS,
  type PackList,
  type PackProblem,
} from '../../model/rules/pack-problem'
import { decodeText } from '../read/decode-text'
import { findJsonFault } from '../read/find-json-fault'
import { packSchema } from './pack-schema'

export type CheckedPack =
  | { readonly pack: PackFile; readonly problems: readonly [] }
  | { readonly pack: null; readonly problems: readonly PackProblem[] }

/** Most problems that are listed; a file with more is another file. */
const MOST_PROBLEMS = 200
/** Most characters shown of a wrong value. */
const LONGEST_FOUND = 60

/**
 * A pack out of any value, or all that is wrong with it, row by row. A pack with one problem is refused whole:
 * half a rule set would judge by what nobody chose. Never throws.
 */
export function checkPack(value: unknown): CheckedPack {
  const parsed = v.safeParse(packSchema, value)
  const problems = parsed.success
    ? findContradictions(parsed.output)
    : parsed.issues.map((issue) => describe(issue, value))
  // a list is told from its first row to its last
  problems.sort((a, b) => orderOf(a) - orderOf(b) || (a.row ?? 0) - (b.row ?? 0))
  return parsed.success && problems.length === 0
    ? { pack: parsed.output, problems: [] }
    : { pack: null, problems: problems.slice(0, MOST_PROBLEMS) }
}

/** A text that is no JSON, and the line where it stops being that. */
export interface NotJson {
  readonly pack: null
  readonly problems: 'json'
  readonly line: number
}

/** Bytes that are text in none of the encodings that offices use. */
export interface NotText {
  readonly pack: null
  readonly problems: 'encoding'
}

/** A pack as a file has it: texts without hidden characters. */
export type ReadPack = CheckedPack & {
  /** there were hidden characters in its texts */
  readonly isCleaned?: boolean
}

/** The same from the bytes of a file, in any encoding that survey files come in. */
export function readPackFile(bytes: Uint8Array): ReadPack | NotJson | NotText {
  const text = decodeText(bytes)
  return text === null ? { pack: null, problems: 'encoding' } : readPack(text)
}

/** The same from the text of a file. What is no rule pack by its format is told so, and nothing else of it. */
export function readPack(text: string): ReadPack | NotJson {
  const json = text.replace(/^\uFEFF/, '')
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { pack: null, problems: 'json', line: findJsonFault(json)?.line ?? 1 }
  }
  const format: unknown =
    typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined
  if (format !== PACK_FORMAT) return { pack: null, problems: [otherFormat(format)] }
  const clean = cleanValue(value as JsonValue, 'name')
  return { ...checkPack(clean), isCleaned: clean !== value }
}

function otherFormat(format: unknown): PackProblem {
  return {
    list: null,
    row: null,
    code: null,
    field: 'format',
    found: format === undefined ? 'nothing' : shorten(format),
    expected: 'one-of',
    options: [PACK_FORMAT],
  }
}

function orderOf({ list }: PackProblem): number {
  return list === null ? -1 : PACK_LISTS.indexOf(list)
}

function describe(issue: v.BaseIssue<unknown>, value: unknown): PackProblem {
  const keys = (issue.path ?? []).map((item) => item.key)
  const [list, row] = placeOf(keys)
  const field = keys.slice(row === null ? 0 : 2).join('.')
  const [word, ...options] = issue.message.split(/[ |]/)
  const isMissing = issue.input === undefined
  const expected = (EXPECTATIONS as readonly string[]).includes(word) ? (word as Expectation) : 'content'
  return {
    list,
    row: row === null ? null : row + 1,
    code: list === null || row === null ? null : codeOf(value, list, row),
    field,
    found: isMissing ? 'nothing' : shorten(issue.input),
    expected,
    ...(options.length === 0 ? {} : { options }),
  }
}

function placeOf(keys: readonly unknown[]): readonly [PackList | null, number | null] {
  const [first, second] = keys
  const list = PACK_LISTS.find((name) => name === first) ?? null
  return list !== null && typeof second === 'number' ? [list, second] : [null, null]
}

/** How a row calls itself, as far as it does. */
function codeOf(pack: unknown, list: PackList, row: number): string | null {
  const rows = (pack as Readonly<Record<string, unknown>>)[list]
  const item: unknown = Array.isArray(rows) ? rows[row] : null
  if (typeof item !== 'object' || item === null) return null
  const name: unknown = Reflect.get(item, list === 'documents' ? 'id' : 'code')
  return typeof name === 'string' && name !== '' ? name.slice(0, LONGEST_FOUND) : null
}

function shorten(value: unknown): string {
  let text: string | undefined
  try {
    text = typeof value === 'string' ? `"${value}"` : JSON.stringify(value)
  } catch {
    // a value that came from no file may refer to itself
    text = typeof value
  }
  text ??= typeof value
  return text.length > LONGEST_FOUND ? `${text.slice(0, LONGEST_FOUND - 1)}…` : text
}

/** What only several fields together can be wrong about. */
function findContradictions(pack: PackFile): PackProblem[] {
  const problems: PackProblem[] = []
  for (const list of PACK_LISTS) {
    const seen = new Set<string>()
    for (const [i, item] of (pack[list] ?? []).entries()) {
      const [field, name] = 'code' in item ? ['code', item.code] : ['id', item.id]
      if (seen.has(name))
        problems.push({ list, row: i + 1, code: name, field, found: `"${name}"`, expected: 'unique' })
      seen.add(name)
    }
  }
  for (const [i, rule] of pack.rules.entries())
    if (findDocument(pack.documents, rule.source) === undefined)
      problems.push({
        list: 'rules',
        row: i + 1,
        code: rule.code,
        field: 'source',
        found: shorten(rule.source),
        expected: 'known-document',
        options: pack.documents.map(({ id }) => id),
      })
  for (const tier of TIERS)
    if (pack.tier_walk_m[tier] !== undefined && pack.tier_status[tier] === undefined)
      problems.push({
        list: null,
        row: null,
        code: null,
        field: `tier_status.${tier}`,
        found: 'nothing',
        expected: 'status-of-walk',
      })
  const isEmpty = [pack.rules, pack.indicators ?? [], pack.parameters ?? []].every(
    (list) => list.length === 0,
  )
  if (isEmpty)
    problems.push({ list: null, row: null, code: null, field: 'rules', found: '[]', expected: 'content' })
  return problems
}
