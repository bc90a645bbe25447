import { hashText } from './hash-text'
import type { Edit, EditKind } from './scenario'

/** Kinds of edits that add records, which are named after them. */
const MAKERS: ReadonlySet<EditKind> = new Set([
  'open-wall',
  'open-shared-wall',
  'add-path',
  'convert-space',
  'add-facility',
])

/**
 * What the edits of a list are called in the ids of the records they add, in order: by their own names; where a file gives
 * none, by their places, from 1. No two are called the same, whatever a file says.
 */
export function editNames(edits: readonly Edit[]): readonly string[] {
  const names: (string | null)[] = edits.map(() => null)
  const taken = new Set<string>()
  const call = (index: number, wanted: string): void => {
    let name = wanted
    for (let n = 2; taken.has(name); n++) name = `${wanted}-${n}`
    taken.add(name)
    names[index] = name
  }
  edits.forEach(({ id }, i) => id !== undefined && call(i, id))
  edits.forEach(({ id }, i) => id === undefined && call(i, String(i + 1)))
  return names as string[]
}

/** The edits, each that adds a record with the name it has: it keeps it wherever it goes. The same list where all have one. */
export function nameEdits(edits: readonly Edit[]): readonly Edit[] {
  const names = editNames(edits)
  const isNamed = ({ kind, id }: Edit, i: number): boolean => !MAKERS.has(kind) || id === names[i]
  if (edits.every(isNamed)) return edits
  return edits.map((edit, i) => (isNamed(edit, i) ? edit : { ...edit, id: names[i] }))
}

/** The edits with one more at the end, under a name that none of them has, nor, but for the same edit, one that has gone. */
export function appendEdit(edits: readonly Edit[], edit: Edit): readonly Edit[] {
  if (!MAKERS.has(edit.kind)) return [...edits, edit]
  const { id: _id, ...plain } = edit
  return nameEdits([...nameEdits(edits), { ...edit, id: hashText(JSON.stringify(plain)).slice(0, 8) }])
}

/** Id of the path that an edit of this name adds. */
export function pathOfEdit(name: string): string {
  return `path~edit-${name}`
}
