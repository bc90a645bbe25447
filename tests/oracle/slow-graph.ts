import { type Crossroads, type Leg, legKey, type Wait } from './slow-junctions'
import type { Bit } from './slow-lines'

/*
 * What a search walks over: places, and where walks wait at junctions, states. A state is a place together
 * with the leg one came by; a walk that started there came by none.
 */

export interface Step {
  readonly from: number
  readonly to: number
  /** walked along, forwards or backwards; null: a turn or a gate */
  readonly bit: Bit | null
  readonly isForward: boolean
  readonly wait: Wait | null
  /** which passage is taken, −1: none */
  readonly passage: number
}

/** The states one comes to, and those one leaves from, at one end of a bit. */
export interface BitEnd {
  readonly node: number
  readonly arrive: number
  readonly start: number
  readonly leave: readonly number[]
}

export interface SlowGraph {
  readonly stateCount: number
  readonly steps: readonly Step[]
  /** both ends of each bit: its beginning and its end */
  readonly ends: ReadonlyMap<Bit, readonly [BitEnd, BitEnd]>
  /** states in which one is at a node, where these are not the node itself; the first is that of walks that start */
  readonly statesOf: ReadonlyMap<number, readonly number[]>
}

interface Ports {
  arrive: number
  start: number
  leave: number[]
}

/**
 * `nodesOf`: the places at both ends of each bit; `nodeOf`: the place of a vertex outside compounds, if it is
 * walked.
 */
export function buildGraph(
  nodeCount: number,
  nodesOf: ReadonlyMap<Bit, readonly [number, number]>,
  passages: readonly { readonly a: number; readonly b: number }[],
  crossroads: readonly Crossroads[],
  nodeOf: (name: string) => number | undefined,
): SlowGraph {
  let stateCount = nodeCount
  const steps: Step[] = []
  const statesOf = new Map<number, number[]>()
  const ports = new Map<Bit, [Ports, Ports]>()
  for (const [bit, nodes] of nodesOf)
    ports.set(bit, nodes.map((node) => ({ arrive: node, start: node, leave: [node] })) as [Ports, Ports])
  const byLeg = new Map<string, { bit: Bit; side: 0 | 1 }>()
  const bitsAt = new Map<number, { bit: Bit; side: 0 | 1 }[]>()
  for (const [bit, nodes] of nodesOf)
    for (const side of [0, 1] as const) {
      bitsAt.set(nodes[side], [...(bitsAt.get(nodes[side]) ?? []), { bit, side }])
      const leg = legOf(bit, side)
      if (leg !== null && bit.zone < 0) byLeg.set(legKey(leg), { bit, side })
    }
  const turn = (from: number, to: number, wait: Wait | null): void => {
    steps.push({ from, to, bit: null, isForward: true, wait, passage: -1 })
  }
  const walk = (bit: Bit, a: number, b: number): void => {
    steps.push({ from: a, to: b, bit, isForward: true, wait: null, passage: -1 })
    if (bit.street?.oneway_foot !== true)
      steps.push({ from: b, to: a, bit, isForward: false, wait: null, passage: -1 })
  }
  const isInner = new Set<Bit>()

  for (const { members, legs, inside, waitOf } of crossroads) {
    const inner = [...nodesOf.keys()].length === 0 ? [] : inside.flatMap((piece) => innerBits(piece, byLeg))
    const nodes = [
      ...new Set([
        ...members.flatMap((name) => nodeOf(name) ?? []),
        ...inner.flatMap((bit) => nodesOf.get(bit) ?? []),
      ]),
    ]
    if (nodes.length === 0) continue
    const walked = legs.flatMap(({ leg, at }, index) => {
      const end = byLeg.get(legKey(leg))
      const node = nodeOf(at)
      return end === undefined || node === undefined ? [] : [{ index, node, ...end }]
    })
    // the first layer is of walks that start here, one more of those that come by each leg
    const first = stateCount
    stateCount += nodes.length * (walked.length + 1)
    const stateAt = (layer: number, node: number): number => first + layer * nodes.length + nodes.indexOf(node)
    const layers = [0, ...walked.map((_, k) => k + 1)]
    for (const node of nodes)
      statesOf.set(
        node,
        layers.map((layer) => stateAt(layer, node)),
      )
    for (const bit of inner) {
      isInner.add(bit)
      const [a, b] = nodesOf.get(bit) ?? [NaN, NaN]
      for (const layer of layers) walk(bit, stateAt(layer, a), stateAt(layer, b))
    }
    const doors = walked.map(() => stateCount++)
    walked.forEach(({ bit, side, node, index }, k) => {
      const port = portOf(ports, bit, side)
      port.arrive = stateAt(k + 1, node)
      port.start = port.arrive
      port.leave = [doors[k]]
      turn(stateAt(0, node), doors[k], null)
      walked.forEach((other, j) => {
        if (j !== k) turn(stateAt(j + 1, node), doors[k], waitOf(other.index, index, 15, 30))
      })
    })
    // what is no leg (the way to a gate) and what lies inside is left and reached without waiting
    const isLeg = new Set(walked.map(({ bit, side }) => portOf(ports, bit, side)))
    for (const node of nodes)
      for (const { bit, side } of bitsAt.get(node) ?? []) {
        const port = portOf(ports, bit, side)
        if (isLeg.has(port)) continue
        port.arrive = port.start = stateAt(0, node)
        port.leave = layers.map((layer) => stateAt(layer, node))
      }
  }
  for (const [bit] of nodesOf) {
    if (isInner.has(bit)) continue
    const [a, b] = ports.get(bit) ?? []
    if (a === undefined || b === undefined) continue
    for (const leave of a.leave) steps.push({ from: leave, to: b.arrive, bit, isForward: true, wait: null, passage: -1 })
    if (bit.street?.oneway_foot === true) continue
    for (const leave of b.leave) steps.push({ from: leave, to: a.arrive, bit, isForward: false, wait: null, passage: -1 })
  }
  passages.forEach(({ a, b }, passage) => {
    steps.push({ from: a, to: b, bit: null, isForward: true, wait: null, passage })
    steps.push({ from: b, to: a, bit: null, isForward: true, wait: null, passage })
  })
  const ends = new Map(
    [...nodesOf].map(([bit, nodes]) => {
      const [a, b] = ports.get(bit) as [Ports, Ports]
      return [bit, [{ node: nodes[0], ...a }, { node: nodes[1], ...b }]] as const
    }),
  )
  return { stateCount, steps, ends, statesOf }
}

function portOf(ports: ReadonlyMap<Bit, readonly [Ports, Ports]>, bit: Bit, side: 0 | 1): Ports {
  const pair = ports.get(bit)
  if (pair === undefined) throw new Error('a bit without ends')
  return pair[side]
}

/** The leg that an end of a bit is the beginning of; null: the end lies between two vertices of its line. */
function legOf({ line, segment, from, to }: Bit, side: 0 | 1): Leg | null {
  if (line === null) return null
  const index = segment + side
  const place = side === 0 ? from : to
  const vertex = line.points[index]
  return vertex[0] === place[0] && vertex[1] === place[1] ? { line, index, step: side === 0 ? 1 : -1 } : null
}

function innerBits(
  { line, first, last }: Crossroads['inside'][number],
  byLeg: ReadonlyMap<string, { bit: Bit }>,
): Bit[] {
  return Array.from({ length: last - first }, (_, k) => {
    const end = byLeg.get(legKey({ line, index: first + k, step: 1 }))
    return end === undefined ? [] : [end.bit]
  }).flat()
}
