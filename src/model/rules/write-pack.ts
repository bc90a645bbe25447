import type { PackFile } from '../rule-pack'

/** The text of a pack file: keys of the pack in the order of the shipped files, the rest in the alphabet's. */
export function writePack(pack: PackFile): string {
  const { format, schema, id, name_zh, name_en, version, date, ...rest } = pack
  const head = { format, schema, id, name_zh, name_en, version, date }
  return `${JSON.stringify({ ...head, ...(sortKeys(rest) as object) }, null, 1)}\n`
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sortKeys(part)]),
  )
}
