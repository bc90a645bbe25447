import type { Change, Correction } from '../../model/correction'
import type { LayerName } from '../../model/layers'
import type { LayerDraft } from './layer-draft'

/** The record a correction no longer finds, or that is no longer where it was. */
export interface Missing {
  readonly layer: LayerName
  readonly id: string
}

/** Makes one change in the draft, or says what it did not find and leaves that alone. */
export type ApplyChange<K extends Change['kind']> = (
  draft: LayerDraft,
  correction: Extract<Correction, { readonly kind: K }>,
) => Missing | null
