import type { Issue } from '../../model/issue'
import type { JsonValue } from '../../model/layers'
import { cleanText } from '../../model/clean-text'
import { cleanValue, kindOfField } from '../../model/clean-value'

/** Records without hidden characters, and what to tell of it; the same list where there were none. */
export interface CleanRecords<R> {
  readonly records: readonly R[]
  readonly issues: readonly Issue[]
}

/**
 * Takes hidden characters (`cleanText`) out of every text of the records: fields, ids, and names and values of
 * unknown fields. This is where texts of files come in; nothing behind it looks for such characters. A text
 * of nothing else is absent. One issue tells how many records it was, with the first as example, as it is now.
 */
export function cleanRecords<R extends { readonly id: string }>(
  records: readonly R[],
  about: Pick<Issue, 'file' | 'layer'>,
): CleanRecords<R> {
  let rows = 0
  let example: { readonly id: string; readonly field: string; readonly text: string } | null = null
  let taken: Set<string> | null = null
  // what was two records stays two
  const unlike = (id: unknown, before: string): string => {
    const bare = String(id)
    if (bare === before) return bare
    taken ??= new Set(records.map((record) => record.id))
    let free = bare
    for (let n = 2; taken.has(free); n++) free = `${bare}-${n}`
    taken.add(free)
    return free
  }
  const cleaned = records.map((record, i): R => {
    const changed: [field: string, value: JsonValue][] = []
    // a loop over names: pairs of every record of a city would be millions of small lists
    for (const field in record) {
      if (field === 'geometry') continue
      const value = record[field] as JsonValue
      const clean = cleanValue(value, kindOfField(field))
      if (clean !== value) changed.push([field, clean])
    }
    if (changed.length === 0) return record
    rows++
    const copy: Record<string, unknown> = { ...record, ...Object.fromEntries(changed) }
    for (const [field, value] of changed) if (value === '') delete copy[field]
    copy['id'] = unlike(copy['id'] ?? `f${i + 1}`, record.id)
    const [field, value] = changed.find(([name]) => name === 'name') ?? changed[0]
    example ??= { id: String(copy['id']), field, text: typeof value === 'string' ? value.slice(0, 60) : '' }
    return copy as R
  })
  if (example === null) return { records, issues: [] }
  const { id, field, text } = example as { id: string; field: string; text: string }
  const facts = { rows, field, ...(text === '' ? {} : { example: text }) }
  return { records: cleaned, issues: [{ severity: 'warning', code: 'text-cleaned', ...about, id, facts }] }
}

/** A problem whose facts quote the file: what is quoted is clean as well. */
export function cleanIssue<I extends Omit<Issue, 'severity'>>(issue: I): I {
  const { file, id, facts } = issue
  return {
    ...issue,
    ...(file === undefined ? {} : { file: cleanText(file) }),
    ...(id === undefined ? {} : { id: cleanText(id) }),
    ...(facts === undefined ? {} : { facts: cleanValue(facts as Record<string, string | number>, 'name') }),
  }
}
