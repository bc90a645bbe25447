import { COST_PACK } from '../../model/cost-pack'
import { HOSTING_PACK } from '../../model/hosting-pack'
import { emptyPackage } from '../../model/package'
import type { Project } from '../../model/project'
import type { Scenario } from '../../model/scenario'
import type { ScenarioWeight } from '../../model/scenario-outcome'
import { WORKS_PACK } from '../../model/works-pack'
import { withPrices } from '../cost/with-prices'
import { frameOf } from '../network/street-lines'
import { applyScenario } from '../scenario/apply-scenario'
import { listOutcomes } from './list-outcomes'
import { sumWorks } from './sum-works'

/**
 * What becomes of the edits of a scenario, who votes on each, and what it costs with the works chosen for it, at the
 * project's prices. `project`: with its corrections made. `year`: in which eligibility is looked at.
 */
export function weighScenario(project: Project, scenario: Scenario, year: number): ScenarioWeight {
  const { planned, issues } = applyScenario(project, scenario)
  const works = sumWorks({
    project,
    scenario,
    decided: project.packages?.find((each) => each.scenario === scenario.id) ?? emptyPackage(scenario.id),
    costs: withPrices(COST_PACK, project.prices ?? []),
    hosting: HOSTING_PACK,
    works: WORKS_PACK,
    frame: frameOf(project),
    year,
  })
  return { outcomes: listOutcomes(project, planned, scenario, issues), works }
}
