import type { Growth } from './growth'
import type { LaidSite } from './lay-sites'
import type { NodeMatch } from './node-match'
import type { WalkNetwork } from './walk-network'

/** A street of the data that is laid once more beside itself, because a crossroads at its end gets a leg. */
export interface Twin {
  /** in the growing network */
  readonly edge: number
  /** in what is laid after */
  readonly laid: number
  /** the edge of the data */
  readonly whole: number
  /** whether it is as long as the whole; else it is a piece of it */
  readonly isWhole: boolean
}

/**
 * Those twins by which nobody walks sooner than by the streets of the data, unless over what the plan adds: they have the
 * traits of their street, and from leg to leg of the crossroads that are laid again a walk turns no sooner than at those
 * that stay. Whatever a walk costs grows with the length of a turn and what is waited for, so this holds for every profile.
 */
export function findIdleTwins(
  { home }: Growth,
  { after }: LaidSite,
  nodes: NodeMatch,
  twins: readonly Twin[],
): number[] {
  const { laid, crossroadsOf } = after
  const { edgeFrom, edgeTo, nodeArrival, turnCount, turnFrom, turnTo } = laid.home
  // node laid after → the node of the data it stands beside
  const origin = new Map<number, number>()
  const bettered = new Set<number>()
  const note = (node: number, was: number): void => {
    if (!nodes.isNew(node)) return
    for (const [is, old] of [
      [node, was],
      [nodeArrival[node], home.nodeArrival[was]],
    ]) {
      if ((origin.get(is) ?? old) !== old) bettered.add(crossroadsOf[is])
      origin.set(is, old)
    }
  }
  for (const { laid: e, whole } of twins) {
    if (isSameVertex(laid.home, e, home, whole, 'first')) note(edgeFrom[e], home.edgeFrom[whole])
    if (isSameVertex(laid.home, e, home, whole, 'last')) note(edgeTo[e], home.edgeTo[whole])
  }
  for (let t = 0; t < turnCount; t++) {
    const [from, to] = [origin.get(turnFrom[t]), origin.get(turnTo[t])]
    // of one vertex in the data: there the turn costs nothing
    if (from === undefined || to === undefined || from === to) continue
    const was = turnsOf(home).get(turnKey(home, from, to))
    if (was === undefined || isSooner(laid.home, t, home, was)) bettered.add(crossroadsOf[turnFrom[t]])
  }
  const isIdleAt = (node: number, was: number): boolean =>
    nodes.isNew(node) ? !bettered.has(crossroadsOf[node]) : nodes.idOf(node) === was
  return twins.flatMap(({ edge, laid: e, whole, isWhole }) =>
    isWhole &&
    isIdleAt(edgeFrom[e], home.edgeFrom[whole]) &&
    isIdleAt(edgeTo[e], home.edgeTo[whole]) &&
    isWalkedAlike(laid.home, e, home, whole)
      ? [edge]
      : [],
  )
}

/** Whether two edges begin, or end, in the same place. */
function isSameVertex(
  a: WalkNetwork,
  e: number,
  b: WalkNetwork,
  f: number,
  which: 'first' | 'last',
): boolean {
  const [v, w] =
    which === 'first' ? [a.shapeStart[e], b.shapeStart[f]] : [a.shapeEnd[e] - 1, b.shapeEnd[f] - 1]
  return a.shapeX[v] === b.shapeX[w] && a.shapeY[v] === b.shapeY[w]
}

/** Whether two edges of one length and delay have the same traits otherwise. */
function isWalkedAlike(a: WalkNetwork, e: number, b: WalkNetwork, f: number): boolean {
  return (
    a.edgeZone[e] === b.edgeZone[f] &&
    a.edgeIsSteps[e] === b.edgeIsSteps[f] &&
    a.edgeHasBarrier[e] === b.edgeHasBarrier[f] &&
    a.edgeIsOneway[e] === b.edgeIsOneway[f] &&
    a.edgeIsRaised[e] === b.edgeIsRaised[f] &&
    a.edgeIsInner[e] === b.edgeIsInner[f] &&
    slopeOf(a, 2 * e) === slopeOf(b, 2 * f) &&
    slopeOf(a, 2 * e + 1) === slopeOf(b, 2 * f + 1)
  )
}

function slopeOf({ edgeSlope }: WalkNetwork, at: number): number {
  return edgeSlope === null ? 1 : edgeSlope[at]
}

/** Whether a turn is shorter than another one, or waits for less, in anything. */
function isSooner(a: WalkNetwork, t: number, b: WalkNetwork, was: number): boolean {
  return (
    a.turnLength_mm[t] < b.turnLength_mm[was] ||
    a.turnSignals[t] < b.turnSignals[was] ||
    a.turnUnsignalled[t] < b.turnUnsignalled[was] ||
    a.turnElevators[t] < b.turnElevators[was]
  )
}

const known = new WeakMap<WalkNetwork, ReadonlyMap<number, number>>()

/** The turns of the data by where they lead from and to. */
function turnsOf(home: WalkNetwork): ReadonlyMap<number, number> {
  let turns = known.get(home)
  if (turns === undefined) {
    const byEnds = new Map<number, number>()
    for (let t = 0; t < home.turnCount; t++) byEnds.set(turnKey(home, home.turnFrom[t], home.turnTo[t]), t)
    known.set(home, (turns = byEnds))
  }
  return turns
}

function turnKey({ nodeCount }: WalkNetwork, from: number, to: number): number {
  return from * nodeCount + to
}
