import { unitsOf } from '../engine/plan-pipeline'
import { judge, type Measured } from '../engine/pipeline'
import type { Project } from '../model/project'
import type { RenovationUnit } from '../model/renovation-unit'

/** The units of a project as the user left them, else as proposed. */
export async function unitsFor(project: Project, measured: Measured): Promise<readonly RenovationUnit[]> {
  if (project.units !== undefined) return project.units
  const { view } = await judge(measured, {})
  return unitsOf(measured, view.assessment).units
}
