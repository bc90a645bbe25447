import type { Issue } from '../../model/issue'
import type { Gate } from '../../model/layers'
import type { Project } from '../../model/project'
import type { Edit, Scenario } from '../../model/scenario'

/**
 * The project as a scenario would leave it. All edits are resolved first; those that name something the
 * project does not have come back as issues and are left out. The base is untouched.
 */
export function applyScenario(
  project: Project,
  scenario: Scenario | null,
): { planned: Project; issues: readonly Issue[] } {
  if (scenario === null || scenario.edits.length === 0) return { planned: project, issues: [] }
  const issues: Issue[] = []
  const access = new Map<string, Gate['access']>()
  const known = new Set(project.layers.gates.map((gate) => gate.id))
  for (const edit of scenario.edits) {
    if (!known.has(edit.gate)) {
      issues.push({ severity: 'warning', code: 'reference-missing', layer: 'gates', id: edit.gate })
      continue
    }
    switch (edit.kind) {
      case 'open-gate':
        access.set(edit.gate, edit.access)
        break
      case 'close-gate':
        access.set(edit.gate, 'closed')
        break
      default:
        throw new Error(`unknown edit ${JSON.stringify(edit satisfies never)}`)
    }
  }
  const gates = project.layers.gates.map((gate) => {
    const changed = access.get(gate.id)
    return changed === undefined ? gate : { ...gate, access: changed }
  })
  return { planned: { ...project, layers: { ...project.layers, gates } }, issues }
}

/** Whether a scenario leaves everything but gates as it is. */
export function changesGatesOnly({ edits }: Scenario): boolean {
  return edits.every(({ kind }) => GATE_EDITS[kind])
}

// each new edit says so here, or it does not compile
const GATE_EDITS: Readonly<Record<Edit['kind'], boolean>> = { 'open-gate': true, 'close-gate': true }
