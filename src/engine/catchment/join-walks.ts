import { REVERSE } from './walks'
import type { AnalysisSettings } from '../../model/analysis'
import { type DemandColumns, demandColumns } from '../places/demand-columns'
import { peopleColumns, readWalk } from './access-columns'
import { BestWalk } from './best-walk'
import { UNREACHED } from './bounded-search'
import { ClassWalks } from './class-walks'
import type { ReachInput } from './reach'
import type { ReachDraft } from './reach-draft'
import type { Span } from './span'

/** Where new walks pass. */
export interface Passed {
  /** nodes on public ground */
  readonly nodes: readonly number[]
  /** compounds whose people have new ways around them: they come in and leave again behind such a node */
  readonly ways: ReadonlySet<number>
}

/**
 * Betters the walks of a draft with those that pass some nodes on public ground, and on from there to each class. After
 * a compound's last gate a walk is one over public ground; so these are all walks over streets and through gates of
 * which every walk passes one of the nodes. Returns the points whose walks changed.
 */
export function joinWalks(
  draft: ReachDraft,
  { nodes, ways }: Passed,
  on: ReachInput,
  settings: AnalysisSettings,
  span: Span,
): ReadonlySet<number> {
  const { reach } = draft
  const changed = new Set<number>()
  if (nodes.length === 0) return changed
  const { profile, basis } = settings
  const lookout = Math.max(...span.lookouts)
  const groups = groupPoints(on, ways)
  const forward = on.graphs.search(profile, basis, false)
  const reverse = on.graphs.search(profile, basis, true)
  const columns = peopleColumns(on.people, reverse.graph, REVERSE)
  const { nodeArrival } = reverse.graph.network
  const there = new ClassWalks(on, reach, settings, span)
  const own = new ClassWalks(on, reach, settings, span)
  const best = new BestWalk()
  const { pointCount } = reach
  const here = new Int32Array(pointCount)
  const hereOther = new Int32Array(pointCount)
  const marks = new Uint8Array(pointCount)
  for (const node of nodes) {
    // a walk seen from its end comes into a crossroads where a walk along the street arrives
    reverse.run([{ node: nodeArrival[node], cost: 0, other: 0, source: 0 }], lookout, -1)
    for (let p = 0; p < pointCount; p++) {
      best.clear()
      readWalk(best, reverse, columns, p, null)
      here[p] = best.cost
      hereOther[p] = best.other
    }
    let from: number | null = null
    for (const { community, zone, points } of groups) {
      if (points.every((p) => here[p] === UNREACHED)) continue
      if (zone !== from) forward.run([{ node, cost: 0, other: 0, source: 0 }], lookout, zone)
      from = zone
      there.clear()
      there.read(forward, null, community)
      there.markBettered(reach, points, here, marks)
      for (const p of points) {
        if (marks[p] === 0) continue
        marks[p] = 0
        own.load(reach, p)
        own.goOnFrom(there, here[p], hereOther[p])
        if (own.write(draft, p, lookout)) changed.add(p)
      }
    }
  }
  return changed
}

/** Points that go on alike from a place. */
interface Group {
  /** as whose people they are let in; '': as anybody */
  readonly community: string
  /** the compound they may leave once more; −1: none */
  readonly zone: number
  readonly points: number[]
}

// for people without new ways around their compounds the groups stay from edit to edit
const known = new WeakMap<DemandColumns, { readonly services: unknown; readonly groups: readonly Group[] }>()

/** `groupByHost`, found again where the same people have no ways of their own. */
function groupPoints(on: ReachInput, ways: ReadonlySet<number>): readonly Group[] {
  if (ways.size > 0) return groupByHost(on, ways)
  const { services } = on.facilities
  const demand = demandColumns(on.people)
  let last = known.get(demand)
  if (last?.services !== services) known.set(demand, (last = { services, groups: groupByHost(on, ways) }))
  return last.groups
}

/** Points by community where it has facilities of its own, and by compound where its people have ways of their own. */
function groupByHost(
  { people: { points }, facilities, project }: ReachInput,
  ways: ReadonlySet<number>,
): readonly Group[] {
  const hosts = new Set(
    facilities.services.flatMap(({ access, community }) => (access === 'residents' ? (community ?? []) : [])),
  )
  const groups = new Map<string, Group>()
  points.forEach(({ community: k, access }, p) => {
    const { id } = project.layers.communities[k]
    const community = hosts.has(id) ? id : ''
    const zone = access.length > 0 && ways.has(access[0].zone) ? access[0].zone : -1
    const name = `${zone} ${community}`
    const group = groups.get(name)
    if (group === undefined) groups.set(name, { community, zone, points: [p] })
    else group.points.push(p)
  })
  return [...groups.values()].sort((a, b) => a.zone - b.zone)
}
