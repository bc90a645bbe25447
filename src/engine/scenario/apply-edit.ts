import type { LayerName } from '../../model/layers'
import type { Edit, EditKind, EditRefusal } from '../../model/scenario'
import type { EditProblem } from '../../model/scenario-outcome'
import type { LayerDraft } from '../correction/layer-draft'

export { SCENARIO_SOURCE } from '../../model/scenario'

export type Refusal = EditProblem

/** Makes one edit in the draft, or says why it cannot and leaves the draft alone. `order`: its place in the scenario. */
export type ApplyEdit<K extends EditKind> = (
  draft: LayerDraft,
  edit: Extract<Edit, { readonly kind: K }>,
  order: number,
) => Refusal | null

export function refuse(reason: EditRefusal, layer: LayerName, id: string): Refusal {
  return { reason, layer, id }
}
