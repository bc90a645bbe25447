import { hashText } from '../hash-text'
import type { PackMember } from '../rule-pack'
import type { AnyPack } from './figure'

/** Not part of what a pack says: how its file is marked, and where it came from. */
const NOT_CONTENT: ReadonlySet<string> = new Set(['format', 'schema', 'members', 'made_from'])

const hashes = new WeakMap<AnyPack, string>()

/**
 * Twelve hex digits of everything a pack says, whatever the order of keys in its file. Packs never change, so
 * it is worked out once for each.
 */
export function hashPack(pack: AnyPack): string {
  let hash = hashes.get(pack)
  if (hash === undefined) {
    const content = Object.fromEntries(Object.entries(pack).filter(([key]) => !NOT_CONTENT.has(key)))
    hashes.set(pack, (hash = hashText(canonicalJson(content))))
  }
  return hash
}

/** What is kept and printed of a pack. */
export function memberOf(pack: AnyPack): PackMember {
  const { id, version, name_zh, name_en } = pack
  return { id, version, hash: hashPack(pack), name_zh, name_en }
}

/** JSON with the keys of every object in order, and without those that are undefined. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : part,
  )
}
