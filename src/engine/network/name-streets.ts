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
  /** how each crossroads is walked: the number of its description, see `Descriptions` */
  readonly crossroads: readonly number[]
  readonly crossroadsNames: ReadonlySet<number>
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

/** Descriptions by number: long ones that are met at every street around a crossroads are compared once. */
export class Descriptions {
  private readonly numbers = new Map<string, number>()

  numberOf(description: string): number {
    const known = this.numbers.get(description)
    if (known !== undefined) return known
    this.numbers.set(description, this.numbers.size)
    return this.numbers.size - 1
  }
}

/**
 * Names the parts of a laid network. `streets`: the records it was laid from; `descriptions`: of all that this network
 * is to be compared with.
 */
export function nameStreets(
  laid: LaidStreets,
  streets: readonly Street[],
  descriptions: Descriptions,
): NamedStreets {
  const { home, meetings } = laid
  const endsAt: number[][] = Array.from({ length: home.nodeCount }, () => [])
  for (let e = 0; e < home.edgeCount; e++) {
    endsAt[home.edgeFrom[e]].push(2 * e)
    endsAt[home.edgeTo[e]].push(2 * e + 1)
  }
  const idOfStreet = (street: number): string => (street < 0 ? '' : streets[street].id)
  const idOf = (edge: number): string => idOfStreet(home.edgeStreet[edge])
  const legOf = new Map<string, number>()
  const nameLegs = (node: number): string => {
    const legs = endsAt[node].map((end) => legName(home, end, idOf(end >> 1)))
    for (const leg of legs) legOf.set(leg, node)
    return legs.sort().join(' ')
  }
  const { crossroadsOf, crossroads } = describeCrossroads(home, nameLegs, descriptions)
  const nameEnd = (node: number): string =>
    crossroadsOf[node] < 0 ? '' : `${crossroads[crossroadsOf[node]]}`
  const edgeNames: string[] = []
  for (let e = 0; e < home.edgeCount; e++)
    edgeNames.push(
      `${courseName(home, e, idOf(e))}|${traitsName(home, e)}|${nameEnd(home.edgeFrom[e])}|${nameEnd(home.edgeTo[e])}`,
    )
  const nodeAt = new Map<string, number>()
  endsAt.forEach((_, node) => {
    if (crossroadsOf[node] < 0) nodeAt.set(placeName(home, node), node)
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

/** Coordinates in whole millimetres: what lies in different places lies farther apart. */
function mm(metres: number): number {
  return Math.round(metres * 1000)
}

/** A leg of a crossroads: a street as it leaves a place. */
export function legName(home: WalkNetwork, end: number, street: string): string {
  const edge = end >> 1
  const isFrom = (end & 1) === 0
  const v = isFrom ? home.shapeStart[edge] : home.shapeEnd[edge] - 1
  // a gate's connector is no street: its whole course tells it
  const name = street === '' ? courseName(home, edge, street) : street
  return `${name} ${mm(home.shapeX[v])} ${mm(home.shapeY[v])} ${isFrom ? 0 : 1}`
}

/** An edge by street, zone and course. */
export function courseName(home: WalkNetwork, edge: number, street: string): string {
  const { shapeStart, shapeEnd, shapeX, shapeY } = home
  let name = `${street}|${home.edgeZone[edge]}`
  for (let v = shapeStart[edge]; v < shapeEnd[edge]; v++) name += ` ${mm(shapeX[v])} ${mm(shapeY[v])}`
  return name
}

function traitsName(home: WalkNetwork, e: number): string {
  const flags =
    home.edgeIsSteps[e] +
    2 * home.edgeHasBarrier[e] +
    4 * home.edgeIsOneway[e] +
    8 * home.edgeIsRaised[e] +
    16 * home.edgeIsInner[e]
  const delay = home.edgeDelay[e] === 0 ? '' : `${home.edgeDelay[e]} ${home.edgeDelayShare[e]}`
  const { edgeSlope } = home
  if (edgeSlope === null || (edgeSlope[2 * e] === 1 && edgeSlope[2 * e + 1] === 1)) return `${flags} ${delay}`
  return `${flags} ${delay} ${edgeSlope[2 * e]} ${edgeSlope[2 * e + 1]}`
}

/** A node by where it is and whose. */
export function placeName({ nodeX, nodeY, nodeZone }: WalkNetwork, node: number): string {
  return `${mm(nodeX[node])} ${mm(nodeY[node])} ${nodeZone[node]}`
}

function meetingName(home: WalkNetwork, { a, b, gateA, gateB }: Meeting): string {
  return `${placeName(home, a)} ${placeName(home, b)} ${gateA} ${gateB}`
}

/**
 * The nodes that turns join, each crossroads described by its legs and, leg by leg, its turns. `nameLegs`: what ends in a
 * node.
 */
function describeCrossroads(
  home: WalkNetwork,
  nameLegs: (node: number) => string,
  descriptions: Descriptions,
): Pick<NamedStreets, 'crossroadsOf' | 'crossroads'> {
  const { nodeCount, nodeArrival, turnCount, turnFrom, turnTo } = home
  const leader = Int32Array.from({ length: nodeCount }, (_, node) => node)
  const find = (node: number): number => {
    while (leader[node] !== node) node = leader[node]
    return node
  }
  const join = (a: number, b: number): void => {
    const [p, q] = [find(a), find(b)]
    leader[Math.max(p, q)] = Math.min(p, q)
  }
  const names = new Map<number, string>()
  for (let node = 0; node < nodeCount; node++) {
    const arrival = nodeArrival[node]
    if (arrival === node) continue
    join(node, arrival)
    const name = nameLegs(node)
    names.set(node, name)
    names.set(arrival, `to ${name}`)
  }
  for (let t = 0; t < turnCount; t++) join(turnFrom[t], turnTo[t])
  const turns = new Map<number, number[]>()
  for (let t = 0; t < turnCount; t++) {
    const root = find(turnFrom[t])
    const list = turns.get(root)
    if (list === undefined) turns.set(root, [t])
    else list.push(t)
  }
  const roots = [...turns.keys()]
  const place = new Map(roots.map((root, i) => [root, i]))
  const crossroadsOf = new Int32Array(nodeCount).fill(-1)
  for (const node of names.keys()) crossroadsOf[node] = place.get(find(node)) ?? -1
  const nameOf = (node: number): string => names.get(node) ?? ''
  const describe = (list: readonly number[]): string => {
    const legs = [...new Set(list.flatMap((t) => [nameOf(turnFrom[t]), nameOf(turnTo[t])]))].sort()
    const at = new Map(legs.map((leg, i) => [leg, i]))
    const told = list.map((t) => {
      const ends = `${at.get(nameOf(turnFrom[t]))}>${at.get(nameOf(turnTo[t]))}`
      const { turnLength_mm, turnSignals, turnUnsignalled, turnElevators } = home
      return `${ends}:${turnLength_mm[t]},${turnSignals[t]},${turnUnsignalled[t]},${turnElevators[t]}`
    })
    return `${legs.join(';')};${told.sort().join(';')}`
  }
  return {
    crossroadsOf,
    crossroads: roots.map((root) => descriptions.numberOf(describe(turns.get(root) ?? []))),
  }
}
