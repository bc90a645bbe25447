import type { Layers } from '../../model/layers'
import type { EditKind } from '../../model/scenario'
import { SCENARIO_SOURCE } from './apply-edit'

/** The layer an edit adds a record to, and how its id begins; kinds that add none are not in it. */
const MADE: Partial<Record<EditKind, readonly ['facilities' | 'gates' | 'streets', string]>> = {
  'add-facility': ['facilities', 'facility'],
  'convert-space': ['facilities', 'facility'],
  'open-wall': ['gates', 'gate'],
  'add-path': ['streets', 'path'],
}

/** Id of the record that the edit at a place of its scenario has added to these layers; null: none. */
export function madeByEdit(kind: EditKind, order: number, layers: Layers): string | null {
  const made = MADE[kind]
  if (made === undefined) return null
  const [layer, what] = made
  // an id that was taken got a tail
  const id = `${what}~edit-${order + 1}`
  const records: readonly { readonly id: string; readonly source?: string }[] = layers[layer]
  const found = records.findLast(
    (record) => record.source === SCENARIO_SOURCE && record.id.replace(/~+$/, '') === id,
  )
  return found?.id ?? null
}
