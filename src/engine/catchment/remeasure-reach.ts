import type { AnalysisSettings } from '../../model/analysis'
import type { WalkNetwork } from '../network/walk-network'
import { findPassers } from './find-passers'
import { measureClasses, measureClip } from './measure-reach'
import { CLASS_COLUMNS, copyReach, markConnected, type Reach, type ReachInput } from './reach'
import { listExits, redoCompound } from './redo-compound'
import { redoPoints } from './redo-points'
import { type Span, wholeSpan } from './span'

/** Networks of the same streets before and after some compounds' gates let other people through. */
export interface GateChange {
  readonly before: WalkNetwork
  readonly after: WalkNetwork
  /** zones of which a gate changed */
  readonly zones: ReadonlySet<number>
}

/** Redoing a point, or a gate, searches around it once for all classes; redoing everything takes a search per class. */
const SEARCHES_WORTH_A_CLASS = 1.5

/**
 * What `measureReach` would give after some gates changed, from what it gave before: only walks that come
 * inside a changed compound can have changed. Those are the walks of its people; those to facilities in it,
 * whose classes are measured again; and, where strangers may pass through, those for which the way through is
 * no longer than their walk was. Where that is more than all classes, all are measured.
 */
export function remeasureReach(
  on: { readonly before: ReachInput; readonly after: ReachInput },
  reach: Reach,
  change: GateChange,
  settings: AnalysisSettings,
  span: Span = wholeSpan(settings),
): Reach {
  const { fits, isSmallFor } = reach.members
  const classes = new Set<number>()
  on.after.facilities.access.forEach((points, i) => {
    if (!points.some(({ zone }) => change.zones.has(zone))) return
    for (const c of [...fits[i], ...isSmallFor[i]]) classes.add(c)
  })
  const homes = listHomes(on.after, change.zones)
  const passers = findPassers(on, reach, change.zones, classes, settings, span)
  const { graph } = on.after.graphs.search(settings.profile, settings.basis, false)
  const single = new Set(homes.scattered)
  const compounds: (readonly [zone: number, points: readonly number[]])[] = []
  let searches = 0
  for (const [zone, own] of homes.ofZone) {
    // a search from each of the few who live there, or from each gate
    const exits = listExits(graph, zone).length
    if (own.length <= exits) for (const p of own) single.add(p)
    else {
      compounds.push([zone, own])
      searches += exits
    }
  }
  const inCompounds = new Set(compounds.flatMap(([, own]) => own))
  for (const p of passers.points) if (!inCompounds.has(p)) single.add(p)
  searches += single.size
  const isAll = searches > (reach.codes.length - classes.size) * SEARCHES_WORTH_A_CLASS

  const next: Reach = {
    ...copyReach(reach, span.isWhole),
    clipCost: reach.clipCost.slice(),
    isConnected: markConnected(on.after),
  }
  const redone = isAll ? [] : [...single, ...inCompounds]
  const measured = isAll ? new Set(reach.codes.keys()) : classes
  if (!isAll) {
    for (const [zone, own] of compounds) redoCompound(next, zone, own, on.after, settings, span)
    redoPoints(next, [...single], on.after, settings, span)
  }
  measureClasses(next, measured, on.after, settings, span)
  const marks = markChanged(reach, next, redone, measured)
  // where the data ends in a compound, or behind one that strangers pass, one search answers for all
  const isClipOpen = span.isWhole && (isAll || passers.canPass || endsInside(change))
  return { ...next, marks, ...(isClipOpen && { clipCost: measureClip(on.after, settings) }) }
}

/** People some of whose doors lie in compounds: those of one compound alone, and all others. */
function listHomes(
  { people }: ReachInput,
  zones: ReadonlySet<number>,
): { readonly ofZone: ReadonlyMap<number, readonly number[]>; readonly scattered: readonly number[] } {
  const ofZone = new Map<number, number[]>()
  const scattered: number[] = []
  people.points.forEach(({ access }, p) => {
    if (!access.some(({ zone }) => zones.has(zone))) return
    const [{ zone }] = access
    if (access.some((point) => point.zone !== zone)) scattered.push(p)
    else if (ofZone.has(zone)) ofZone.get(zone)?.push(p)
    else ofZone.set(zone, [p])
  })
  return { ofZone, scattered }
}

/** New marks for the classes to which a walk has changed; of all others only walks of `points` can have. */
function markChanged(
  before: Reach,
  after: Reach,
  points: readonly number[],
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
