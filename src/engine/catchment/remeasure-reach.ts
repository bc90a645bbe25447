import type { AnalysisSettings } from '../../model/analysis'
import type { WalkNetwork } from '../network/walk-network'
import { BestWalk, facilityColumns, readWalk, StartsOnEdges } from './access-columns'
import { UNREACHED } from './bounded-search'
import { findPassers } from './find-passers'
import { limitOfClass } from './measure-class'
import { measureClasses, measureClip } from './measure-reach'
import { nearestClip } from './nearest-clip'
import { CLASS_COLUMNS, copyReach, markConnected, type Reach, type ReachInput } from './reach'
import { type Span, wholeSpan } from './span'
import { seedsOf } from './walks'

/** Networks of the same streets before and after some compounds' gates let other people through. */
export interface GateChange {
  readonly before: WalkNetwork
  readonly after: WalkNetwork
  /** zones of which a gate changed */
  readonly zones: ReadonlySet<number>
}

const FORWARD = { isReverse: false, countsConnector: true }

/** Redoing a point searches around it once for all classes; redoing everything takes a search per class. */
const POINTS_WORTH_A_CLASS = 1.5

/**
 * What `measureReach` would give after some gates changed, from what it gave before: only walks that come
 * inside a changed compound can have changed. Those are the walks of its people; those to facilities in it,
 * whose classes are measured again; and, where strangers may pass through, those for which the way through is
 * no longer than their walk was. null: so much changed that measuring everything is faster.
 */
export function remeasureReach(
  on: { readonly before: ReachInput; readonly after: ReachInput },
  reach: Reach,
  change: GateChange,
  settings: AnalysisSettings,
  span: Span = wholeSpan(settings),
): Reach | null {
  const { fits, isSmallFor } = reach.members
  const classes = new Set<number>()
  on.after.facilities.access.forEach((points, i) => {
    if (!points.some(({ zone }) => change.zones.has(zone))) return
    for (const c of [...fits[i], ...isSmallFor[i]]) classes.add(c)
  })
  const points = new Set<number>()
  on.after.people.points.forEach(({ access }, i) => {
    if (access.some(({ zone }) => change.zones.has(zone))) points.add(i)
  })
  const passers = findPassers(on, reach, change.zones, classes, settings, span)
  for (const p of passers.points) points.add(p)
  if (points.size > (reach.codes.length - classes.size) * POINTS_WORTH_A_CLASS) return null

  const next: Reach = {
    ...copyReach(reach, span.isWhole),
    // where the data ends in a compound, or behind one that strangers pass, one search answers for all
    clipCost:
      span.isWhole && (passers.canPass || endsInside(change))
        ? measureClip(on.after, settings)
        : reach.clipCost.slice(),
    isConnected: markConnected(on.after),
  }
  redoPoints(next, [...points], on.after, settings, span)
  measureClasses(next, classes, on.after, settings, span)
  return { ...next, marks: markChanged(reach, next, points, classes) }
}

/** New marks for the classes to which a walk has changed; of all others only walks of `points` can have. */
function markChanged(
  before: Reach,
  after: Reach,
  points: ReadonlySet<number>,
  classes: ReadonlySet<number>,
): object[] {
  const isSame = (at: number): boolean =>
    CLASS_COLUMNS.every((column) => before[column][at] === after[column][at])
  return before.marks.map((mark, c) => {
    const offset = c * before.pointCount
    if (!classes.has(c)) {
      for (const p of points) if (!isSame(offset + p)) return {}
      return mark
    }
    for (let p = 0; p < before.pointCount; p++) if (!isSame(offset + p)) return {}
    return mark
  })
}

/** Whether the data ends inside a changed compound. */
function endsInside({ after: { nodeIsClip, nodeZone }, zones }: GateChange): boolean {
  for (let node = 0; node < nodeIsClip.length; node++)
    if (nodeIsClip[node] === 1 && zones.has(nodeZone[node])) return true
  return false
}

/** Measures some points against every class, each by a search from where it is. */
function redoPoints(
  reach: Reach,
  points: readonly number[],
  on: ReachInput,
  settings: AnalysisSettings,
  { lookouts }: Span,
): void {
  if (points.length === 0) return
  const search = on.graphs.search(settings.profile, settings.basis, false)
  const lookout = Math.max(...lookouts)
  const ways = facilityColumns(on.facilities, search.graph, FORWARD)
  const { communities } = on.project.layers
  const { services } = on.facilities
  const { fits, isSmallFor } = reach.members
  const limits = reach.codes.map((_, c) => limitOfClass(settings, c))
  const found = reach.codes.map(() => new BestWalk())
  const small = reach.codes.map(() => new BestWalk())
  const reserved = reach.codes.map(() => new BestWalk())
  const walk = new BestWalk()
  for (const p of points) {
    const { access, community } = on.people.points[p]
    for (const best of [...found, ...reserved, ...small]) best.clear()
    let clip = UNREACHED
    // doors of one building may lie in different compounds: each has its own gates
    for (const zone of new Set(access.map((point) => point.zone))) {
      const starts = access.filter((point) => point.zone === zone)
      search.run(
        starts.flatMap((point) => seedsOf(point, search.graph, 0, FORWARD)),
        lookout,
        zone,
      )
      clip = Math.min(clip, nearestClip(search))
      const onEdges = new StartsOnEdges(
        starts.map((point) => ({ point, source: 0 })),
        search.graph,
        FORWARD,
      )
      for (let f = 0; f < services.length; f++) {
        if (fits[f].length + isSmallFor[f].length === 0) continue
        walk.clear()
        readWalk(walk, search, ways, f, onEdges)
        if (walk.source < 0 || walk.cost > lookout) continue
        const isReserved = services[f].access === 'residents'
        for (const c of fits[f]) {
          if (walk.cost > lookouts[c]) continue
          if (isReserved) reserved[c].offer(walk.cost, walk.other, f)
          if (!isReserved || services[f].community === communities[community].id)
            found[c].offer(walk.cost, walk.other, f)
        }
        if (!isReserved || services[f].community === communities[community].id)
          for (const c of isSmallFor[f]) if (walk.cost <= limits[c]) small[c].offer(walk.cost, walk.other, f)
      }
    }
    reach.clipCost[p] = clip === UNREACHED ? -1 : clip
    found.forEach((best, c) => {
      const at = c * reach.pointCount + p
      const isFound = best.source >= 0
      reach.cost[at] = isFound ? best.cost : -1
      reach.other[at] = isFound ? best.other : -1
      reach.facility[at] = best.source
      reach.residentsOnlyCost[at] = reserved[c].source < 0 ? -1 : reserved[c].cost
      reach.smallCost[at] = small[c].source < 0 ? -1 : small[c].cost
    })
  }
}
