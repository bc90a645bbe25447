import { editNames } from '../../model/edit-name'
import type { Issue } from '../../model/issue'
import type { Project } from '../../model/project'
import type { Edit, EditKind, Scenario } from '../../model/scenario'
import { LayerDraft } from '../correction/layer-draft'
import type { ApplyEdit, Refusal } from './apply-edit'
import { addFacility } from './edits/add-facility'
import { addPath } from './edits/add-path'
import { closeFacility } from './edits/close-facility'
import { closeGate } from './edits/close-gate'
import { convertSpace } from './edits/convert-space'
import { moveFacility } from './edits/move-facility'
import { openGate } from './edits/open-gate'
import { openSharedWall } from './edits/open-shared-wall'
import { openWall } from './edits/open-wall'
import { removePath } from './edits/remove-path'
import { resizeFacility } from './edits/resize-facility'
import { shareFacility } from './edits/share-facility'
import { orderEdits } from './order-edits'

const APPLY: { readonly [K in EditKind]: ApplyEdit<K> } = {
  'open-gate': openGate,
  'close-gate': closeGate,
  'open-wall': openWall,
  'open-shared-wall': openSharedWall,
  'add-path': addPath,
  'remove-path': removePath,
  'convert-space': convertSpace,
  'add-facility': addFacility,
  'move-facility': moveFacility,
  'resize-facility': resizeFacility,
  'close-facility': closeFacility,
  'share-facility': shareFacility,
}

/**
 * The project as a scenario would leave it, edit by edit in their order. An edit that cannot work comes back as
 * an issue that says why, and the others stand. The base is untouched; what it says was surveyed stays so: a
 * class does not become unknown because its last facility closes, nor surveyed because a first one opens.
 */
export function applyScenario(
  project: Project,
  scenario: Scenario | null,
): { planned: Project; issues: readonly Issue[] } {
  if (scenario === null || scenario.edits.length === 0) return { planned: project, issues: [] }
  const draft = new LayerDraft(project.layers)
  const issues: Issue[] = []
  const names = editNames(scenario.edits)
  for (const place of orderEdits(scenario.edits)) {
    const edit = scenario.edits[place]
    const refusal = applyOne(draft, edit, names[place])
    if (refusal !== null)
      issues.push({
        severity: 'warning',
        code: 'edit-impossible',
        layer: refusal.layer,
        id: refusal.id,
        facts: { edit: place + 1, kind: edit.kind, reason: refusal.reason },
      })
  }
  const layers = draft.finish()
  return {
    planned: { ...project, layers, surveyed: keepSurveyed(project, layers) },
    issues: issues.sort(byEdit),
  }
}

function byEdit(a: Issue, b: Issue): number {
  return Number(a.facts?.['edit']) - Number(b.facts?.['edit'])
}

function applyOne(draft: LayerDraft, edit: Edit, name: string): Refusal | null {
  // the registry's entry of a kind takes edits of just that kind
  const apply = APPLY[edit.kind] as ApplyEdit<typeof edit.kind>
  return apply(draft, edit, name)
}

/** The user's word, and for classes whose number of records went from none to some or back, what stood before. */
function keepSurveyed({ surveyed, layers: before }: Project, after: Project['layers']): Project['surveyed'] {
  if (before.facilities === after.facilities) return surveyed
  const had = new Set(before.facilities.map((facility) => facility.class))
  const has = new Set(after.facilities.map((facility) => facility.class))
  const kept: Record<string, boolean> = { ...surveyed }
  for (const code of [...had, ...has])
    if (code !== undefined && had.has(code) !== has.has(code)) kept[code] ??= had.has(code)
  return kept
}
