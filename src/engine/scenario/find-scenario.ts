import type { Project } from '../../model/project'
import type { Scenario } from '../../model/scenario'

/** A scenario of a project by id, else by name; null: none of that name, or none asked for. */
export function findScenario(project: Project, scenario: string | null): Scenario | null {
  const { scenarios } = project
  // a name may be another's id
  return (
    scenarios.find(({ id }) => id === scenario) ?? scenarios.find(({ name }) => name === scenario) ?? null
  )
}
