import type { LonLat } from './units'

export const SELECTED_RECORDS = ['community', 'facility', 'space', 'building', 'gap', 'gate'] as const
type SelectedRecord = (typeof SELECTED_RECORDS)[number]

/** Something on the map that is looked at: a record or a gap by its id, or a point somebody set. */
export type Selection =
  | { readonly [K in SelectedRecord]: { readonly kind: K; readonly id: string } }[SelectedRecord]
  | { readonly kind: 'point'; readonly at: LonLat }
