import { cleanText, type TextKind } from './clean-text'
import type { JsonValue } from './layers'

/** Fields with lines of their own; every other field of a record is a name or a word. */
const LINED = new Set(['note', 'caption', 'extra'])

/** How the texts of a field are cleaned. */
export function kindOfField(field: string): TextKind {
  return LINED.has(field) ? 'note' : 'name'
}

/** Any JSON without hidden characters, names of members included; the same value where there were none. */
export function cleanValue<T extends JsonValue | undefined>(value: T, kind: TextKind): T {
  return cleanAny(value, kind) as T
}

function cleanAny(value: JsonValue | undefined, kind: TextKind): JsonValue | undefined {
  if (typeof value === 'string') return cleanText(value, kind)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const list = value.map((each) => cleanValue(each, kind))
    return list.some((each, i) => each !== value[i]) ? list : value
  }
  const names = Object.keys(value)
  const members = names.map((name) => {
    const own = LINED.has(name) ? 'note' : kind
    return [cleanText(name), cleanValue(value[name], own)] as [string, JsonValue]
  })
  if (members.every(([name, each], i) => name === names[i] && each === value[name])) return value
  const taken = new Set(names)
  for (const [i, member] of members.entries()) {
    if (member[0] === names[i]) continue
    // what was two fields stays two
    const bare = member[0]
    for (let n = 2; taken.has(member[0]); n++) member[0] = `${bare}-${n}`
    taken.add(member[0])
  }
  return Object.fromEntries(members)
}
