import { type Crossroads, type Leg, legKey, type Wait } from './slow-junctions'
import { type Bit, nameOf } from './slow-lines'
import { haversine } from './slow-walk'

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
  /** waits on one side of a junction and on the other, of which the walk takes the lesser, and the way across */
  readonly waits: readonly [Wait, Wait] | null
  readonly across_m: number
  /** which passage is taken, −1: none */
  readonly passage: number
}

/** The states one comes to, and those one leaves from, at one end of a bit. */
export interface BitEnd {
  readonly node: number
  readonly arrive: number
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
  leave: number[]
}

interface End {
  readonly bit: Bit
  readonly side: 0 | 1
}

/**
 * `nodesOf`: the places at both ends of each bit; `nodeOf`: the place of a vertex outside compounds, if it is
 * walked; `junctions`: the places where pieces of street end.
 */
export function buildGraph(
  nodeCount: number,
  nodesOf: ReadonlyMap<Bit, readonly [number, number]>,
  passages: readonly { readonly a: number; readonly b: number }[],
  crossroads: readonly Crossroads[],
  nodeOf: (name: string) => number | undefined,
  junctions: ReadonlySet<number>,
): SlowGraph {
  let stateCount = nodeCount
  const steps: Step[] = []
  const statesOf = new Map<number, number[]>()
  const ports = new Map<Bit, [Ports, Ports]>()
  for (const [bit, nodes] of nodesOf)
    ports.set(bit, nodes.map((node) => ({ arrive: node, leave: [node] })) as [Ports, Ports])
  const byLeg = new Map<string, End>()
  const bitsAt = new Map<number, End[]>()
  for (const [bit, nodes] of nodesOf)
    for (const side of [0, 1] as const) {
      bitsAt.set(nodes[side], [...(bitsAt.get(nodes[side]) ?? []), { bit, side }])
      const leg = legOf(bit, side)
      if (leg !== null && bit.zone < 0) byLeg.set(legKey(leg), { bit, side })
    }
  const add = (from: number, to: number, rest: Partial<Step> = {}): void => {
    steps.push({ from, to, bit: null, isForward: true, waits: null, across_m: 0, passage: -1, ...rest })
  }
  const walk = (bit: Bit, a: number, b: number): void => {
    add(a, b, { bit })
    if (bit.street?.oneway_foot !== true) add(b, a, { bit, isForward: false })
  }
  const isInner = new Set<Bit>()

  for (const { members, legs, inside, waitsOf } of crossroads) {
    const inner = inside.map((piece) => ({ piece, bits: bitsOfPiece(piece, byLeg) }))
    const nodes = [
      ...new Set([
        ...members.flatMap((name) => nodeOf(name) ?? []),
        ...inner.flatMap(({ bits }) => bits.flatMap((bit) => nodesOf.get(bit) ?? [])),
      ]),
    ]
    if (nodes.length === 0) continue
    // walks that start here and those that end here: nobody goes through by both
    const startAt = new Map(nodes.map((node) => [node, stateCount++]))
    const endAt = new Map(nodes.map((node) => [node, stateCount++]))
    for (const node of nodes) statesOf.set(node, [at(startAt, node), at(endAt, node)])
    for (const bit of inner.flatMap(({ bits }) => bits)) {
      isInner.add(bit)
      const [a, b] = nodesOf.get(bit) ?? [NaN, NaN]
      walk(bit, at(startAt, a), at(startAt, b))
      walk(bit, at(endAt, a), at(endAt, b))
    }
    const across_m = waysInside(members, inside)
    const doors = legs.flatMap(({ leg, at: name }, index) => {
      const end = byLeg.get(legKey(leg))
      const node = nodeOf(name)
      if (end === undefined || node === undefined) return []
      return [{ index, node, name, in: stateCount++, out: stateCount++, port: portOf(ports, end) }]
    })
    for (const door of doors) {
      door.port.arrive = door.in
      door.port.leave = [door.out]
      add(at(startAt, door.node), door.out)
      add(door.in, at(endAt, door.node))
      for (const from of doors) {
        const way_m = across_m(from.name, door.name)
        if (from === door || way_m === Infinity) continue
        add(from.in, door.out, { waits: waitsOf(from.index, door.index), across_m: way_m })
      }
    }
    // what is no leg (the way to a gate) and what lies inside is left and reached without waiting
    const isLeg = new Set(doors.map(({ port }) => port))
    for (const node of nodes)
      for (const end of bitsAt.get(node) ?? []) {
        const port = portOf(ports, end)
        if (isLeg.has(port)) continue
        port.arrive = at(startAt, node)
        port.leave = [at(startAt, node), at(endAt, node)]
      }
  }
  // nobody turns round between two places where streets meet
  for (const [node, list] of bitsAt) {
    if (statesOf.has(node) || junctions.has(node) || list.length !== 2) continue
    const [start, on, back] = [stateCount++, stateCount++, stateCount++]
    const [one, two] = list.map((end) => portOf(ports, end))
    one.arrive = on
    two.leave = [on]
    two.arrive = back
    one.leave = [back]
    add(start, on)
    add(start, back)
    statesOf.set(node, [start, on, back])
  }
  for (const [bit] of nodesOf) {
    if (isInner.has(bit)) continue
    const [a, b] = ports.get(bit) ?? []
    if (a === undefined || b === undefined) continue
    for (const leave of a.leave) add(leave, b.arrive, { bit })
    if (bit.street?.oneway_foot === true) continue
    for (const leave of b.leave) add(leave, a.arrive, { bit, isForward: false })
  }
  passages.forEach(({ a, b }, passage) => {
    add(a, b, { passage })
    add(b, a, { passage })
  })
  const ends = new Map(
    [...nodesOf].map(([bit, nodes]) => {
      const [a, b] = ports.get(bit) as [Ports, Ports]
      return [
        bit,
        [
          { node: nodes[0], ...a },
          { node: nodes[1], ...b },
        ],
      ] as const
    }),
  )
  return { stateCount, steps, ends, statesOf }
}

/** The state of a node, in one of the two kinds. */
function at(states: ReadonlyMap<number, number>, node: number): number {
  return states.get(node) ?? NaN
}

function portOf(ports: ReadonlyMap<Bit, readonly [Ports, Ports]>, { bit, side }: End): Ports {
  const pair = ports.get(bit)
  if (pair === undefined) throw new Error('a bit without ends')
  return pair[side]
}

/** Metres of the shortest way between two vertices of a crossroads over its inside. */
function waysInside(
  members: readonly string[],
  inside: Crossroads['inside'],
): (from: string, to: string) => number {
  const known = new Map<string, number>()
  const get = (a: string, b: string): number => (a === b ? 0 : (known.get(`${a} ${b}`) ?? Infinity))
  const offer = (a: string, b: string, metres: number): void => {
    if (metres < get(a, b)) known.set(`${a} ${b}`, metres).set(`${b} ${a}`, metres)
  }
  for (const { line, first, last } of inside) {
    const part = line.points.slice(first, last + 1)
    const metres = part.slice(1).reduce((sum, b, i) => sum + haversine(part[i], b), 0)
    offer(nameOf(part[0]), nameOf(part[part.length - 1]), metres)
  }
  for (const via of members)
    for (const a of members) for (const b of members) offer(a, b, get(a, via) + get(via, b))
  return get
}

/** The leg that an end of a bit is the beginning of; null: the end lies between two vertices of its line. */
function legOf({ line, segment, from, to }: Bit, side: 0 | 1): Leg | null {
  if (line === null) return null
  const index = segment + side
  const place = side === 0 ? from : to
  const vertex = line.points[index]
  return vertex[0] === place[0] && vertex[1] === place[1] ? { line, index, step: side === 0 ? 1 : -1 } : null
}

function bitsOfPiece(
  { line, first, last }: Crossroads['inside'][number],
  byLeg: ReadonlyMap<string, End>,
): Bit[] {
  return Array.from({ length: last - first }, (_, k) => k + first).flatMap((index) => {
    const end = byLeg.get(legKey({ line, index, step: 1 }))
    return end === undefined ? [] : [end.bit]
  })
}
