import type { LayerName } from '../../model/layers'
import type { Edit, EditKind, EditRefusal } from '../../model/scenario'
import type { EditProblem } from '../../model/scenario-outcome'
import type { LayerDraft } from '../correction/layer-draft'

export { SCENARIO_SOURCE } from '../../model/scenario'

export type Refusal = EditProblem

/** Makes one edit in the draft, or says why it cannot and leaves the draft alone. `name`: what records it adds are named after. */
export type ApplyEdit<K extends EditKind> = (
  draft: LayerDraft,
  edit: Extract<Edit, { readonly kind: K }>,
  name: string,
) => Refusal | null

export function refuse(reason: EditRefusal, layer: LayerName, id: string): Refusal {
  return { reason, layer, id }
}
