import type { LonLat } from '../../model/units'
import { LocalFrame } from '../geometry/local-frame'
import { isInside, ringsOf } from '../geometry/rings'
import type { LayerDraft } from './layer-draft'

/** The first community that a place lies in; null: none. */
export function communityAt(draft: LayerDraft, [lon, lat]: LonLat): string | null {
  const frame = new LocalFrame(lon, lat)
  const around = draft.all('communities').find((each) => isInside(ringsOf(each.geometry, frame), 0, 0))
  return around?.id ?? null
}
