import type { HostingFinding, HostingPack } from '../model/hosting'
import type { Project } from '../model/project'
import type { Edit } from '../model/scenario'
import { frameOf } from './network/street-lines'
import { judgeHosting } from './suitability/judge-hosting'
import { siteSpaces } from './suitability/space-site'

/** A use that a scenario makes of a space though the rules of hosting do not allow it there. */
export interface ForbiddenUse {
  /** which edit of the scenario, from 0 on */
  readonly edit: number
  readonly space: string
  readonly use: string
  /** what forbids it, at least one */
  readonly findings: readonly HostingFinding[]
}

/**
 * The edits that use a space as it may not be used. Such a use cannot be chosen, but what is on record of a space may
 * change afterwards, or come with a file; the edit is made all the same. `project`: with its corrections made and without
 * the edits. `year`: of judgement.
 */
export function listForbidden(
  project: Project,
  edits: readonly Edit[],
  pack: HostingPack,
  year: number,
): ForbiddenUse[] {
  if (!edits.some(({ kind }) => kind === 'convert-space')) return []
  const sites = new Map(siteSpaces(project, frameOf(project)).map((site) => [site.space.id, site]))
  return edits.flatMap((edit, index): ForbiddenUse[] => {
    if (edit.kind !== 'convert-space') return []
    const site = sites.get(edit.space)
    const use = pack.uses.find(({ code }) => code === edit.use)
    if (site === undefined || use === undefined) return []
    const findings = judgeHosting(site, use, pack, year).findings.filter(({ level }) => level === 'block')
    return findings.length === 0 ? [] : [{ edit: index, space: edit.space, use: edit.use, findings }]
  })
}
