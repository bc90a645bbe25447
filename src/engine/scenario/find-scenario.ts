import type { Project } from '../../model/project'
import type { Scenario } from '../../model/scenario'

/** A scenario of a project by name or id; null: none of that name, or none asked for. */
export function findScenario(project: Project, scenario: string | null): Scenario | null {
  return project.scenarios.find((s) => s.id === scenario || s.name === scenario) ?? null
}
