import type { Street } from '../../model/layers'
import type { LaidStreets } from './build-network'
import type { Meeting } from './portals'
import type { WalkNetwork } from './walk-network'

/** A laid network whose parts have names that do not depend on their numbers: two of them can be compared. */
export interface NamedStreets {
  readonly laid: LaidStreets
  /** by edge: its street, course and traits, and how the crossroads at both ends are walked */
  readonly edgeNames: readonly string[]
  /** edge of each such name */
  readonly edgeOf: ReadonlyMap<string, number>
  /** crossroads of each node, −1: none */
  readonly crossroadsOf: Int32Array
  /** how each crossroads is walked: its turns, by its legs */
  readonly crossroads: readonly string[]
  readonly crossroadsNames: ReadonlySet<string>
  /** edges that end in each node, times 2, + 1 for their end `to` */
  readonly endsAt: readonly (readonly number[])[]
  /** node of each leg of a crossroads */
  readonly legOf: ReadonlyMap<string, number>
  /** node of each place that is no crossroads */
  readonly nodeAt: ReadonlyMap<string, number>
  readonly meetingNames: ReadonlyMap<string, Meeting>
  /** id of a street by its place; '': a gate's connector */
  readonly idOfStreet: (street: number) => string
}

/** Names the parts of a laid network. `streets`: the records it was laid from. */
export function nameStreets(laid: LaidStreets, streets: readonly Street[]): NamedStreets {
  const { home, meetings } = laid
  const endsAt: number[][] = Array.from({ length: home.nodeCount }, () => [])
  for (let e = 0; e < home.edgeCount; e++) {
    endsAt[home.edgeFrom[e]].push(2 * e)
    endsAt[home.edgeTo[e]].push(2 * e + 1)
  }
  const idOfStreet = (street: number): string => (street < 0 ? '' : streets[street].id)
  const idOf = (edge: number): string => idOfStreet(home.edgeStreet[edge])
  const nameLeg = (end: number): string => legName(home, end, idOf(end >> 1))
  const { crossroadsOf, crossroads } = nameCrossroads(home, (node) =>
    endsAt[node].map(nameLeg).sort().join(' '),
  )
  const edgeNames: string[] = []
  for (let e = 0; e < home.edgeCount; e++) {
    const ends = [home.edgeFrom[e], home.edgeTo[e]].map((node) => crossroads[crossroadsOf[node]] ?? '')
    edgeNames.push([courseName(home, e, idOf(e)), traitsName(home, e), ...ends].join('|'))
  }
  const legOf = new Map<string, number>()
  const nodeAt = new Map<string, number>()
  endsAt.forEach((ends, node) => {
    if (crossroadsOf[node] < 0) nodeAt.set(placeName(home, node), node)
    else for (const end of ends) legOf.set(nameLeg(end), node)
  })
  return {
    laid,
    edgeNames,
    edgeOf: new Map(edgeNames.map((name, e) => [name, e])),
    crossroadsOf,
    crossroads,
    crossroadsNames: new Set(crossroads),
    endsAt,
    legOf,
    nodeAt,
    idOfStreet,
    meetingNames: new Map(meetings.map((meeting) => [meetingName(home, meeting), meeting])),
  }
}

/** A leg of a crossroads: a street as it leaves a place. */
export function legName(home: WalkNetwork, end: number, street: string): string {
  const edge = end >> 1
  const isFrom = (end & 1) === 0
  const v = isFrom ? home.shapeStart[edge] : home.shapeStart[edge + 1] - 1
  // a gate's connector is no street: its whole course tells it
  const name = street === '' ? courseName(home, edge, street) : street
  return `${name} ${home.shapeX[v]} ${home.shapeY[v]} ${isFrom ? 0 : 1}`
}

/** An edge by street, zone and course. */
export function courseName(home: WalkNetwork, edge: number, street: string): string {
  const { shapeStart, shapeX, shapeY } = home
  let name = `${street}|${home.edgeZone[edge]}`
  for (let v = shapeStart[edge]; v < shapeStart[edge + 1]; v++) name += ` ${shapeX[v]} ${shapeY[v]}`
  return name
}

function traitsName(home: WalkNetwork, e: number): string {
  const delay = home.edgeDelay[e] === 0 ? 0 : home.edgeDelayShare[e]
  const slope = home.edgeSlope === null ? [] : [home.edgeSlope[2 * e], home.edgeSlope[2 * e + 1]]
  return [
    home.edgeIsSteps[e],
    home.edgeHasBarrier[e],
    home.edgeIsOneway[e],
    home.edgeIsRaised[e],
    home.edgeIsInner[e],
    home.edgeDelay[e],
    delay,
    ...slope.map((factor) => (factor === 1 ? '' : factor)),
  ].join(' ')
}

/** A node by where it is and whose. */
export function placeName({ nodeX, nodeY, nodeZone }: WalkNetwork, node: number): string {
  return `${nodeX[node]} ${nodeY[node]} ${nodeZone[node]}`
}

function meetingName(home: WalkNetwork, { a, b, gateA, gateB }: Meeting): string {
  return `${placeName(home, a)} ${placeName(home, b)} ${gateA} ${gateB}`
}

/** The nodes that turns join, each crossroads described by its turns. `nameNode`: by the legs that end in it. */
function nameCrossroads(
  home: WalkNetwork,
  nameNode: (node: number) => string,
): Pick<NamedStreets, 'crossroadsOf' | 'crossroads'> {
  const leader = new Map<number, number>()
  const find = (node: number): number => {
    const next = leader.get(node) ?? node
    return next === node ? node : find(next)
  }
  const join = (a: number, b: number): void => {
    leader.set(Math.max(find(a), find(b)), Math.min(find(a), find(b)))
  }
  const names = new Map<number, string>()
  for (let node = 0; node < home.nodeCount; node++) {
    const arrival = home.nodeArrival[node]
    if (arrival === node) continue
    join(node, arrival)
    names.set(node, nameNode(node))
    names.set(arrival, `to ${nameNode(node)}`)
  }
  for (let t = 0; t < home.turnCount; t++) join(home.turnFrom[t], home.turnTo[t])
  const turns = new Map<number, string[]>()
  for (let t = 0; t < home.turnCount; t++) {
    const [from, to] = [home.turnFrom[t], home.turnTo[t]]
    const costs = [home.turnLength_mm[t], home.turnSignals[t], home.turnUnsignalled[t], home.turnElevators[t]]
    const list = turns.get(find(from)) ?? []
    list.push(`${names.get(from)}>${names.get(to)}:${costs.join(',')}`)
    turns.set(find(from), list)
  }
  const roots = [...turns.keys()]
  const place = new Map(roots.map((root, i) => [root, i]))
  const crossroadsOf = new Int32Array(home.nodeCount).fill(-1)
  for (const node of names.keys()) crossroadsOf[node] = place.get(find(node)) ?? -1
  return { crossroadsOf, crossroads: roots.map((root) => (turns.get(root) ?? []).sort().join(';')) }
}
