import type { Change, Correction } from '../../model/correction'
import type { Issue } from '../../model/issue'
import type { Project } from '../../model/project'
import { waitingSpaces } from '../../model/unplaced-space'
import { addGates } from './add-gates'
import { addLink } from './add-link'
import { addSpace } from './add-space'
import type { ApplyChange, Missing } from './apply-change'
import { dropSpace } from './drop-space'
import { dropStreet } from './drop-street'
import { enterFacility } from './enter-facility'
import { LayerDraft } from './layer-draft'
import { moveGate } from './move-gate'
import { placeSpace } from './place-space'
import { setGated } from './set-gated'
import { setMode } from './set-mode'
import { setSpace } from './set-space'
import { shareNode } from './share-node'
import { shiftLayer } from './shift-layer'

const APPLY: { readonly [K in Change['kind']]: ApplyChange<K> } = {
  'add-link': addLink,
  'share-node': shareNode,
  'drop-street': dropStreet,
  'enter-facility': enterFacility,
  'add-gates': addGates,
  'move-gate': moveGate,
  'shift-layer': shiftLayer,
  'set-mode': setMode,
  'set-gated': setGated,
  'add-space': addSpace,
  'set-space': setSpace,
  'place-space': placeSpace,
  'drop-space': dropSpace,
  ignore: () => null,
}

/**
 * The project with its corrections made in its layers, in their order, and none left to make. One that does
 * not find its record any more is left out and comes back as an issue. The given project is untouched;
 * without corrections it is returned as it is.
 */
export function applyCorrections(project: Project): {
  readonly project: Project
  readonly issues: readonly Issue[]
} {
  if (project.corrections.length === 0) return { project, issues: [] }
  const draft = new LayerDraft(project.layers, project.unplaced)
  const issues: Issue[] = []
  for (const correction of project.corrections) {
    const missing = applyOne(draft, correction)
    if (missing === null) continue
    const { id, kind } = correction
    issues.push({
      severity: 'warning',
      code: 'correction-stale',
      layer: missing.layer,
      ...(missing.id === '' ? {} : { id: missing.id }),
      facts: { correction: id, kind, record: missing.id },
    })
  }
  const unplaced = waitingSpaces(draft.unplaced, project.corrections)
  const waiting = project.unplaced === undefined ? {} : { unplaced }
  return { project: { ...project, ...waiting, layers: draft.finish(), corrections: [] }, issues }
}

function applyOne(draft: LayerDraft, correction: Correction): Missing | null {
  // the registry's entry of a kind takes corrections of just that kind
  const apply = APPLY[correction.kind] as ApplyChange<typeof correction.kind>
  return apply(draft, correction)
}
