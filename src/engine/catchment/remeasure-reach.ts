import type { AnalysisSettings } from '../../model/analysis'
import type { WalkNetwork } from '../network/walk-network'
import { endsElsewhere, endsInside } from './ends-of-data'
import { findPassers, findWalkers } from './find-passers'
import { losingClasses } from './losing-classes'
import { startMeasuring } from './measure-class'
import { measureClasses, measureClip, measureOnly, redoClass } from './measure-reach'
import {
  CLASS_COLUMNS,
  type ColumnName,
  emptyReach,
  markConnected,
  type Reach,
  type ReachInput,
} from './reach'
import { ReachDraft } from './reach-draft'
import { joinWalks } from './join-walks'
import { listInside, movedFacilities, movedPeople } from './moved-places'
import { passedByAll, passedNodes } from './passed-nodes'
import { listHomes, peopleBetween } from './people-in-compounds'
import { listExits, redoCompound } from './redo-compound'
import { redoPoints } from './redo-points'
import { otherShortcuts } from './other-shortcuts'
import type { SearchGraph } from './search-graph'
import { searchFromFew } from './search-from-few'
import { type Span, wholeSpan } from './span'
import type { StreetDifference } from './street-difference'

/** Networks over the same data before and after some gates let other people through, or a plan changes streets. */
export interface NetworkChange {
  readonly before: WalkNetwork
  readonly after: WalkNetwork
  readonly difference: StreetDifference
}

/** Redoing a point, or a gate, searches around it once for all classes; redoing everything takes a search per class. */
const SEARCHES_WORTH_A_CLASS = 1.5

/** Asking many people by class, from the facilities near them, takes about as long as so many searches from a point. */
const SEARCHES_WORTH_ASKING = 4

/** With more people than these whose walk to the end of the data may have changed, it is measured for all. */
const FEW_TO_CLIP = 24

/** Asked by class, from the facilities near them, so large a part of all people takes about as long as all. */
const FEW_OF_ALL = 1 / 4

const NOBODY: ReadonlyMap<number, readonly number[]> = new Map()

/** Before and after a change. */
interface Inputs {
  readonly before: ReachInput
  readonly after: ReachInput
}

/** What `measureReach` would give after some gates or streets changed, from what it gave before. */
export function remeasureReach(
  on: Inputs,
  reach: Reach,
  change: NetworkChange,
  settings: AnalysisSettings,
): Reach {
  const span = wholeSpan(settings)
  const next = remeasureWithin(on, reach, change, settings, span)
  if (next !== null) return next
  const all = new ReachDraft(emptyReach(on.after, settings))
  const classes = new Set(reach.codes.keys())
  measureClasses(all, classes, on.after, settings)
  return {
    ...all.reach,
    marks: markChanged(reach, all.reach, [], classes),
    clipCost: measureClip(on.after, settings),
  }
}

/** The same for some span of walks; null: so much may have changed that all of it is to be measured again. */
export function remeasureWithin(
  on: Inputs,
  reach: Reach,
  change: NetworkChange,
  settings: AnalysisSettings,
  span: Span,
): Reach | null {
  return (
    joinReach(on, reach, change.difference, settings, span) ?? redoReach(on, reach, change, settings, span)
  )
}

/**
 * Where there is only more to walk than before: the walks of `reach`, bettered by those that pass a place at which all
 * new walks pass. null: there are no such places.
 */
function joinReach(
  on: Inputs,
  reach: Reach,
  { gained, after, hasOtherStreets, ways: compared }: StreetDifference,
  settings: AnalysisSettings,
  span: Span,
): Reach | null {
  if (gained === null) return null
  // the way around one compound may lead through another
  const [was, is] = graphsOf(on, settings)
  const ways = otherShortcuts(was, is)
  if (haveGuests(ways, is)) return null
  const nodes = passedByAll(on.after, gained, after, settings)
  if (nodes === null) return null
  // guests may come in, leave by a new way around and come in again: such a walk is no stranger's to the place it passes
  const hosts = listInside(on.after, ways)
  const others = hasOtherStreets ? movedFacilities(on, compared) : []
  // who walks to a facility that is entered elsewhere may lose it; of costs alone nobody knows to which they are
  const losing = span.isWhole ? losingClasses(on, reach, others, settings) : { ofClass: NOBODY, others }
  const classes = classesOf(losing.others, reach)
  const moved = [...(hasOtherStreets ? movedPeople(on, compared) : []), ...peopleBetween(on.after, ways)]
  if (nodes.length + moved.length > (reach.codes.length - classes.size) * SEARCHES_WORTH_A_CLASS) return null
  const next = beginFrom(reach, on.after, span)
  redoPoints(next, moved, on.after, settings, span)
  const joined = joinWalks(next, { nodes, ways }, on.after, settings, span)
  const bettered = measureOnly(next, [...hosts, ...others], on.after, settings, span)
  for (const [c, points] of losing.ofClass)
    if (points.length > 0 && !classes.has(c)) redoClass(next, c, points, startMeasuring(on.after, settings))
  measureClasses(next, classes, on.after, settings, span)
  const marks = markChanged(reach, next.reach, [...moved, ...joined], new Set([...classes, ...bettered]))
  const isClipOpen = span.isWhole && endsElsewhere(on)
  return { ...next.reach, marks, ...(isClipOpen && { clipCost: measureClip(on.after, settings) }) }
}

/** What was measured before, to be bettered on other streets. */
function beginFrom(reach: Reach, after: ReachInput, { isWhole }: Span): ReachDraft {
  const clipCost = reach.clipCost.slice()
  return new ReachDraft({ ...reach, clipCost, isConnected: markConnected(after) }, isWhole)
}

function graphsOf({ before, after }: Inputs, { profile, basis }: AnalysisSettings): SearchGraph[] {
  return [before, after].map(({ graphs }) => graphs.search(profile, basis, false).graph)
}

/**
 * Whether people can enter some compounds from the compound beside it: they take ways around it as guests, and pass
 * its gates as strangers could not.
 */
function haveGuests(zones: ReadonlySet<number>, { network }: SearchGraph): boolean {
  const { gateNodes, nodeZone } = network
  for (let i = 0; i < gateNodes.length && zones.size > 0; i += 2) {
    const [a, b] = [nodeZone[gateNodes[i]], nodeZone[gateNodes[i + 1]]]
    if (a >= 0 && b >= 0 && (zones.has(a) || zones.has(b))) return true
  }
  return false
}

/**
 * What changes may be anything: only walks that come inside a changed compound, or over a changed street, can have
 * changed. Those are the walks of its people; those to facilities in it, or entered elsewhere than before; and those
 * for which the way through the compound, where strangers may pass, or over the street is no longer than their walk
 * was. People are asked one by one, or class by class where they are many. null: that is more than all classes.
 */
function redoReach(
  on: Inputs,
  reach: Reach,
  change: NetworkChange,
  settings: AnalysisSettings,
  span: Span,
): Reach | null {
  const { difference } = change
  const [was, graph] = graphsOf(on, settings)
  const { hasOtherStreets, ways } = difference
  const zones = new Set(difference.zones)
  // the way around one compound may lead through another
  for (const zone of otherShortcuts(was, graph)) zones.add(zone)
  // a facility whose street is gone may be entered nowhere after
  const inZones = [...new Set([...listInside(on.after, zones), ...listInside(on.before, zones)])]
  const moved = hasOtherStreets ? movedFacilities(on, ways) : []
  const anywhere = [...new Set([...inZones, ...moved])]
  const losing = span.isWhole
    ? losingClasses(on, reach, anywhere, settings)
    : { ofClass: NOBODY, others: anywhere }
  const classes = classesOf(losing.others, reach)
  const homes = listHomes(on.after, zones)
  const passers = findPassers(on, reach, zones, classes, settings, span)
  const single = new Set(homes.scattered)
  const ofClass = new Map(losing.ofClass)
  const addToClasses = (more: ReadonlyMap<number, ReadonlySet<number>>): void => {
    for (const [c, points] of more) ofClass.set(c, [...new Set([...(ofClass.get(c) ?? []), ...points])])
  }
  addToClasses(passers.ofClass)
  let toClip: ReadonlySet<number> = new Set()
  if (hasOtherStreets) {
    // what is gone may have been walked over; what is new is joined to what is known
    const lost = passedNodes(on.before, difference.before)
    const walkers = findWalkers(on.before, lost, reach, classes, settings, span)
    toClip = walkers.toClip
    addToClasses(walkers.ofClass)
    for (const p of movedPeople(on, ways)) single.add(p)
  }
  const compounds: (readonly [zone: number, points: readonly number[]])[] = []
  let searches = 0
  const inChanged = new Set([...homes.ofZone.values()].flat())
  for (const p of inChanged) single.delete(p)
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
  // where the data ends in a compound, or behind one that strangers pass, one search answers for all
  let isClipOpen =
    span.isWhole &&
    (passers.canPass || toClip.size > FEW_TO_CLIP || endsElsewhere(on) || endsInside(on.after, zones))
  if (!isClipOpen) for (const p of toClip) if (!inCompounds.has(p)) single.add(p)
  searchFromFew(single, ofClass, {
    isReadied: isClipOpen || classes.size > 0,
    // people of a compound are asked by class about what lies inside it
    isKept: (c) => inCompounds.size > 0 && losing.ofClass.has(c),
  })
  const most = (reach.codes.length - classes.size) * SEARCHES_WORTH_ASKING
  if (searches + single.size > most) {
    // so many are asked by class, from the facilities near them
    if (searches > most || single.size > reach.pointCount * FEW_OF_ALL) return null
    for (const c of reach.codes.keys()) ofClass.set(c, [...new Set([...(ofClass.get(c) ?? []), ...single])])
    single.clear()
    isClipOpen = span.isWhole
  }

  const next = beginFrom(reach, on.after, span)
  const redone = [...single, ...inCompounds]
  const lost = new Set<number>()
  for (const [zone, own] of compounds) redoCompound(next, zone, own, on.after, settings, span)
  redoPoints(next, [...single], on.after, settings, span)
  const added = { nodes: passedNodes(on.after, difference.after), ways: new Set<number>() }
  for (const p of joinWalks(next, added, on.after, settings, span)) redone.push(p)
  for (const [c, points] of ofClass) {
    if (classes.has(c)) continue
    // people of a compound were asked about what lies outside it
    const isInside = losing.ofClass.has(c)
    const all = isInside ? [...new Set([...points, ...inCompounds])] : points
    const left = all.filter((p) => !single.has(p) && (isInside || !inCompounds.has(p)))
    if (left.length === 0) continue
    redoClass(next, c, left, { ...startMeasuring(on.after, settings), lookout: span.lookouts[c] })
    for (const p of left) lost.add(p)
  }
  // what is entered elsewhere may be nearer than it was, though all that happened is that a street is gone
  const nearer = (difference.isLost ? moved : anywhere).filter((i) => !losing.others.includes(i))
  const bettered = measureOnly(next, nearer, on.after, settings, span)
  measureClasses(next, classes, on.after, settings, span)
  const marks = markChanged(reach, next.reach, [...redone, ...lost], new Set([...classes, ...bettered]))
  return { ...next.reach, marks, ...(isClipOpen && { clipCost: measureClip(on.after, settings) }) }
}

/** The classes some facilities are of, or are too small for. */
function classesOf(facilities: readonly number[], { members }: Reach): Set<number> {
  const { fits, isSmallFor } = members
  return new Set(facilities.flatMap((i) => [...fits[i], ...isSmallFor[i]]))
}

/** New marks for the classes to which a walk has changed; of all others only walks of `points` can have. */
function markChanged(
  before: Reach,
  after: Reach,
  points: readonly number[],
  classes: ReadonlySet<number>,
): object[] {
  const isSame = (name: ColumnName, c: number): boolean => {
    const [was, is] = [before[name][c], after[name][c]]
    if (was === is) return true
    return classes.has(c) ? was.every((walk, p) => walk === is[p]) : points.every((p) => was[p] === is[p])
  }
  return before.marks.map((mark, c) => (CLASS_COLUMNS.every((column) => isSame(column, c)) ? mark : {}))
}
