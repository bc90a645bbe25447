import type { Project } from '../../model/project'
import type { Scenario } from '../../model/scenario'
import type { ScenarioWeight } from '../../model/scenario-outcome'
import { applyScenario } from '../scenario/apply-scenario'
import { listOutcomes } from './list-outcomes'
import { packageInput } from './package-input'
import { sumWorks } from './sum-works'

/**
 * What becomes of the edits of a scenario, who votes on each, and what it costs with the works chosen for it, at the
 * project's prices. `project`: with its corrections made. `year`: in which eligibility is looked at.
 */
export function weighScenario(project: Project, scenario: Scenario, year: number): ScenarioWeight {
  const { planned, issues } = applyScenario(project, scenario)
  const works = sumWorks(packageInput(project, scenario, year))
  return { outcomes: listOutcomes(project, planned, scenario, issues), works }
}
