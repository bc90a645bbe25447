import type { AnalysisSettings } from '../../model/analysis'
import type { ClassMembers } from '../places/class-members'
import { facilityColumns, readWalk } from './access-columns'
import { BestWalk } from './best-walk'
import { StartsOnEdges } from './starts-on-edges'
import type { OpenedInput } from './measure-opened'
import { openedNetwork } from './opened-network'
import type { ResolvedOrigin } from './resolve-origin'
import { seedsOf } from './walks'

/** The classes of a rule pack that are asked about, what belongs to them, and how far each may be. */
interface AskedClasses extends Pick<ClassMembers, 'fits'> {
  readonly isAsked: readonly boolean[]
  readonly limits: readonly { readonly limit: number }[]
}

/**
 * Which of the classes asked about would be within their limit from an origin, if every closed gate let its
 * residents through: what `measureOpened` tells for people. One search, as far as the widest of the limits.
 */
export function findBehindGates(
  context: OpenedInput,
  resolved: ResolvedOrigin,
  { profile, basis }: AnalysisSettings,
  { isAsked, fits, limits }: AskedClasses,
): boolean[] {
  const isBehind = isAsked.map(() => false)
  const opened = isAsked.includes(true) ? openedNetwork(context) : null
  if (opened === null) return isBehind
  const { facilities, project, isPlain } = context
  const search = opened.graphs.search(profile, basis, false)
  const options = { isReverse: false, countsConnector: !isPlain }
  const seeds = resolved.access.flatMap((point) => seedsOf(point, search.graph, 0, options))
  const costs = limits.map(({ limit }, c) => (isAsked[c] ? limit * 1000 : -1))
  search.run(seeds, Math.max(...costs), resolved.zone)
  const columns = facilityColumns(facilities, search.graph, options)
  const starts = new StartsOnEdges(
    resolved.access.map((point) => ({ point, source: 0 })),
    search.graph,
    options,
  )
  const own = project.layers.communities[resolved.community]?.id
  const walk = new BestWalk()
  const { services } = facilities
  for (let i = 0; i < services.length; i++) {
    walk.clear()
    readWalk(walk, search, columns, i, starts)
    if (walk.source < 0) continue
    const { access, community } = services[i]
    if (access === 'residents' && community !== own) continue
    for (const c of fits[i]) if (walk.cost <= costs[c]) isBehind[c] = true
  }
  return isBehind
}
