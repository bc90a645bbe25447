import { appendEdit, editNames, nameEdits, pathOfEdit } from './edit-name'
import type { Edit } from './scenario'

/**
 * The edits with one more. What it overtakes goes: a gate is left open or closed once, and keeps the hours that were
 * said of it while it is open; a facility stands where it was put last, is shared once, and of one that closes nothing
 * else is said. An edit of something that an earlier edit adds changes that edit instead, so that no edit rests on a
 * record of the scenario. `madeBy`: place of the edit that adds a record; null: it is of the base.
 */
export function withEdit(
  edits: readonly Edit[],
  edit: Edit,
  madeBy: (record: string) => number | null,
): readonly Edit[] {
  return put(nameEdits(edits), edit, madeBy)
}

function put(edits: readonly Edit[], edit: Edit, madeBy: (record: string) => number | null): readonly Edit[] {
  const record = recordOf(edit)
  const maker = record === null ? null : madeBy(record)
  if (maker !== null) return withMaker(edits, edit, maker)
  switch (edit.kind) {
    case 'open-gate': {
      const others = edits.filter((each) => !(each.kind === 'close-gate' && each.gate === edit.gate))
      return overtake(others, edit, (each) => each.kind === edit.kind && each.gate === edit.gate)
    }
    case 'close-gate':
      return [...edits.filter((each) => !isOfGate(each, edit.gate)), edit]
    case 'move-facility':
      return overtake(edits, edit, (each) => each.kind === edit.kind && each.facility === edit.facility)
    case 'resize-facility':
      return overtake(edits, edit, (each) => each.kind === edit.kind && each.facility === edit.facility)
    case 'share-facility':
      return overtake(edits, edit, (each) => each.kind === edit.kind && each.facility === edit.facility)
    case 'close-facility':
      return [...edits.filter((each) => !isOfFacility(each, edit.facility)), edit]
    default:
      return appendEdit(edits, edit)
  }
}

/** The edits without one; a path that joined the path of it ends where it does. */
export function withoutEdit(edits: readonly Edit[], index: number): readonly Edit[] {
  const path = pathOfEdit(editNames(edits)[index])
  const left = (street: string | null): string | null => (street === path ? null : street)
  return nameEdits(edits).flatMap((edit, i): Edit[] => {
    if (i === index) return []
    if (edit.kind !== 'add-path' || (edit.from !== path && edit.to !== path)) return [edit]
    return [{ ...edit, from: left(edit.from), to: left(edit.to) }]
  })
}

/** The edits with another in the place of one. */
export function withEditAt(edits: readonly Edit[], index: number, edit: Edit): readonly Edit[] {
  const named = nameEdits(edits)
  const { id } = named[index]
  return named.map((each, i) => (i !== index ? each : id === undefined ? edit : { ...edit, id }))
}

/** The edits with one of them at another place; a place beyond the ends is the end. */
export function withEditMoved(edits: readonly Edit[], from: number, to: number): readonly Edit[] {
  const named = nameEdits(edits)
  const others = named.filter((_edit, i) => i !== from)
  const at = Math.max(0, Math.min(others.length, to))
  return [...others.slice(0, at), named[from], ...others.slice(at)]
}

/** Where an edit of a list stands in a later one, be it as another value of its kind; null: nowhere any more. */
export function placeNow(before: readonly Edit[], index: number, now: readonly Edit[]): number | null {
  const same = now.indexOf(before[index])
  if (same >= 0) return same
  // what adds a record is known by its name
  const { id } = nameEdits(before)[index]
  if (id !== undefined) {
    const place = nameEdits(now).findIndex((edit) => edit.id === id)
    return place < 0 ? null : place
  }
  // an edit that is changed keeps its place behind those before it
  const known = before.slice(0, index).findLastIndex((edit) => now.includes(edit))
  const place = index - known + (known < 0 ? -1 : now.indexOf(before[known]))
  const found = now.at(place)
  return found !== undefined && found.kind === before[index].kind && !before.includes(found) ? place : null
}

/** The record of the base, or of an edit, that an edit is about; null: it brings its own, or a space. */
function recordOf(edit: Edit): string | null {
  switch (edit.kind) {
    case 'open-gate':
    case 'close-gate':
      return edit.gate
    case 'move-facility':
    case 'resize-facility':
    case 'close-facility':
    case 'share-facility':
      return edit.facility
    case 'remove-path':
      return edit.street
    default:
      return null
  }
}

/** The edit in the place of one like it, with what only that one says; at the end where there is none. */
function overtake(edits: readonly Edit[], edit: Edit, isLike: (each: Edit) => boolean): readonly Edit[] {
  const index = edits.findIndex(isLike)
  if (index < 0) return [...edits, edit]
  return withEditAt(edits, index, { ...edits[index], ...edit })
}

/** An edit of what the edit at `maker` adds: told in that one. */
function withMaker(edits: readonly Edit[], edit: Edit, maker: number): readonly Edit[] {
  const made = edits[maker]
  switch (edit.kind) {
    case 'close-gate':
    case 'close-facility':
    case 'remove-path':
      return withoutEdit(edits, maker)
    case 'open-gate':
      if (made.kind === 'open-wall') return withEditAt(edits, maker, { ...made, access: edit.access })
      if (made.kind === 'open-shared-wall')
        return withEditAt(edits, maker, { ...made, sides: [edit.access, edit.access] })
      return edits
    case 'move-facility':
      // what a space becomes stands where the space is
      return made.kind === 'add-facility' ? withEditAt(edits, maker, { ...made, at: edit.to }) : edits
    case 'share-facility':
      return made.kind === 'add-facility' || made.kind === 'convert-space'
        ? withEditAt(edits, maker, { ...made, access: 'public' })
        : edits
    case 'resize-facility': {
      const { floor_area_m2, land_area_m2, capacity } = edit
      const places = capacity === undefined ? {} : { capacity }
      if (made.kind === 'convert-space') {
        const area = floor_area_m2 ?? land_area_m2
        return withEditAt(edits, maker, {
          ...made,
          ...places,
          ...(area === undefined ? {} : { area_m2: area }),
        })
      }
      if (made.kind !== 'add-facility') return edits
      const size = {
        ...(floor_area_m2 === undefined ? {} : { floor_area_m2 }),
        ...(land_area_m2 === undefined ? {} : { land_area_m2 }),
      }
      return withEditAt(edits, maker, { ...made, ...size, ...places })
    }
    default:
      return edits
  }
}

function isOfGate(edit: Edit, gate: string): boolean {
  return (edit.kind === 'open-gate' || edit.kind === 'close-gate') && edit.gate === gate
}

function isOfFacility(edit: Edit, facility: string): boolean {
  return 'facility' in edit && edit.facility === facility
}
