import { applyCorrections } from '../../../src/engine/correction/apply-corrections'
import { buildNetwork } from '../../../src/engine/network/build-network'
import { checkUp, prepare } from '../../../src/engine/pipeline'
import { addCorrection } from '../../../src/model/correction'
import type { Finding, FindingKind } from '../../../src/model/finding'
import type { Project } from '../../../src/model/project'

/** What the doctor finds in a project, ignored findings left out. */
export async function findingsOf(project: Project): Promise<readonly Finding[]> {
  return (await checkUp(await prepare(project, null, {}), project.corrections, {})).findings
}

/** The findings of one kind. */
export async function findingsOfKind(project: Project, kind: FindingKind): Promise<readonly Finding[]> {
  return (await findingsOf(project)).filter((finding) => finding.kind === kind)
}

/** The project with a finding's repair among its corrections. */
export function withRepair(project: Project, finding: Finding, repair = 0): Project {
  return {
    ...project,
    corrections: addCorrection(project.corrections, finding.id, finding.repairs[repair].change),
  }
}

/** Every number of the network a project gives, and its layers, as text: equal texts, equal networks. */
export function networkText(project: Project): string {
  const corrected = applyCorrections(project).project
  const { network } = buildNetwork(corrected, { isPlain: false })
  return JSON.stringify([network, corrected.layers], (_, value: unknown) =>
    ArrayBuffer.isView(value) ? [...(value as Int32Array)] : value,
  )
}
