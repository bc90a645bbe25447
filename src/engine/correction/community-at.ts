import type { LonLat } from '../../model/units'
import { smallestAt } from '../geometry/outlines-at'
import type { LayerDraft } from './layer-draft'

/** The community that a place lies in, of two one in the other the inner one; null: none. */
export function communityAt(draft: LayerDraft, at: LonLat): string | null {
  return smallestAt(draft.all('communities'), at)?.id ?? null
}
