import type { HostedUse, Hosting, HostingFinding, HostingPack } from '../../model/hosting'
import { unitsIn } from '../../model/space-parts'
import { HOSTING_CHECKS } from './rules'
import type { SpaceSite } from './space-site'

/** What a space may be for one use, by all rules of the pack that apply. `year`: of judgement. */
export function judgeHosting(site: SpaceSite, use: HostedUse, pack: HostingPack, year: number): Hosting {
  const findings = pack.rules
    .filter(({ uses }) => uses.includes('*') || uses.includes(use.code))
    .flatMap(({ id }) => HOSTING_CHECKS[id](site, use, year))
  const { area_m2 } = site
  return {
    space: site.space.id,
    use: use.code,
    verdict: verdictOf(findings),
    findings,
    area_m2,
    units: unitsIn(use, area_m2),
  }
}

/** Every space against every use; the spaces in their order, the uses in the pack's. */
export function judgeAllHosting(sites: readonly SpaceSite[], pack: HostingPack, year: number): Hosting[] {
  return sites.flatMap((site) => pack.uses.map((use) => judgeHosting(site, use, pack, year)))
}

function verdictOf(findings: readonly HostingFinding[]): Hosting['verdict'] {
  if (findings.some(({ level }) => level === 'block')) return 'blocked'
  return findings.some(({ level }) => level === 'condition' || level === 'unknown') ? 'conditions' : 'fits'
}
