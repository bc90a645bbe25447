import { COST_PACK } from '../../model/cost-pack'
import { HOSTING_PACK } from '../../model/hosting-pack'
import { emptyPackage } from '../../model/package'
import type { Project } from '../../model/project'
import type { Scenario } from '../../model/scenario'
import { WORKS_PACK } from '../../model/works-pack'
import { withPrices } from '../cost/with-prices'
import { frameOf } from '../network/street-lines'
import type { PackageInput } from './describe-package'

/**
 * A scenario with what was decided about it, at the project's prices: all a package is described from but what people
 * need and gain. `project`: with its corrections made. `year`: of judgement.
 */
export function packageInput(
  project: Project,
  scenario: Scenario,
  year: number,
): Omit<PackageInput, 'verdictOf' | 'comparison'> {
  return {
    project,
    scenario,
    decided: project.packages?.find((each) => each.scenario === scenario.id) ?? emptyPackage(scenario.id),
    costs: withPrices(COST_PACK, project.prices ?? []),
    hosting: HOSTING_PACK,
    works: WORKS_PACK,
    frame: frameOf(project),
    year,
  }
}
