import { HOSTING_PACK } from '../model/hosting-pack'
import type { Project } from '../model/project'
import type { Edit } from '../model/scenario'
import type { Complex } from '../model/service-complex'
import { findComplexes } from './complex/find-complexes'
import { frameOf } from './network/street-lines'
import { applyScenario } from './scenario/apply-scenario'

/**
 * The sites that edits split among three uses or more, as complexes of embedded services. `project`: with its
 * corrections made and without the edits.
 */
export function complexesOf(project: Project, edits: readonly Edit[]): Complex[] {
  return complexesIn(applyScenario(project, { id: '', name: '', edits }).planned)
}

/** The same of a project with the edits made. */
export function complexesIn(planned: Project): Complex[] {
  return findComplexes(planned, HOSTING_PACK, frameOf(planned))
}
