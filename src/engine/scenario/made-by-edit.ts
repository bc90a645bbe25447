import type { Layers } from '../../model/layers'
import type { EditKind } from '../../model/scenario'
import { SCENARIO_SOURCE } from './apply-edit'

/** A layer an edit adds records to, how their ids begin, and how many of them there are at most. */
type Made = readonly [layer: 'facilities' | 'gates' | 'streets', what: string, most: number]

/** Kinds that add nothing are not in it. */
const MADE: Partial<Record<EditKind, readonly Made[]>> = {
  'add-facility': [['facilities', 'facility', 1]],
  'convert-space': [['facilities', 'facility', 1]],
  'open-wall': [['gates', 'gate', 1]],
  'open-shared-wall': [
    ['gates', 'gate', 2],
    ['streets', 'path', 1],
  ],
  'add-path': [['streets', 'path', 1]],
}

/** Ids of the records that an edit of this kind and name has added to these layers; empty: none. */
export function madeByEdit(kind: EditKind, name: string, layers: Layers): readonly string[] {
  return (MADE[kind] ?? []).flatMap(([layer, what, most]) => {
    // an id that was taken got a tail
    const id = `${what}~edit-${name}`
    return recordsOfPlan(layers[layer])
      .filter((record) => record.id.replace(/~+$/, '') === id)
      .slice(-most)
      .map((record) => record.id)
  })
}

type Records = readonly { readonly id: string; readonly source?: string }[]

// asked for each edit of a plan, about the same layers
const known = new WeakMap<Records, Records>()

function recordsOfPlan(records: Records): Records {
  let own = known.get(records)
  if (own === undefined)
    known.set(records, (own = records.filter(({ source }) => source === SCENARIO_SOURCE)))
  return own
}
