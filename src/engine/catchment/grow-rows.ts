import { makeColumn } from '../column'

/** Entries of each node: those of node n are from `start[n]` to before `end[n]`. */
export interface Rows {
  readonly start: Int32Array
  readonly end: Int32Array
  readonly entries: Int32Array
}

/** Room behind the entries of rows, at least; in ints. */
const LEAST_ROOM = 1 << 16

/** Ints that new rows begin with; they take more where there are more. */
const LEAST_VALUES = 1 << 13

/** Entries of rows with room behind them, and how far it is taken. */
interface Room {
  readonly entries: Int32Array
  used: number
}

// what is written once stays: rows that have grown from the same ones lie one behind the other
const rooms = new WeakMap<Int32Array, Room>()

/** Entries of some nodes, in the order in which they were told. */
export class NewRows {
  private readonly nodes: number[] = []
  private values = new Int32Array(LEAST_VALUES)
  private readonly stride: 1 | 3

  /** `stride`: ints an entry has. */
  constructor(stride: 1 | 3) {
    this.stride = stride
  }

  /** One more entry of a node; of its ints as many as an entry has. */
  add(node: number, first: number, second = 0, third = 0): void {
    const at = this.nodes.length * this.stride
    this.nodes.push(node)
    if (at + this.stride > this.values.length) {
      const more = new Int32Array(2 * this.values.length)
      more.set(this.values)
      this.values = more
    }
    this.values[at] = first
    if (this.stride === 1) return
    this.values[at + 1] = second
    this.values[at + 2] = third
  }

  /**
   * These entries for the nodes that have changed, and those there were for all others, which are not copied: the new
   * ones are written behind them, into room that all rows grown from the same ones share.
   */
  layOver(before: Rows, isChanged: Uint8Array): Rows {
    const { nodes, values, stride } = this
    const start = new Int32Array(isChanged.length)
    // rows behind those of the data may be more or fewer, and have all changed
    start.set(before.start.subarray(0, start.length))
    const end = new Int32Array(isChanged.length)
    end.set(before.end.subarray(0, end.length))
    const room = takeRoom(before.entries, nodes.length * stride)
    let at = room.used
    // counted first, then laid
    for (let node = 0; node < isChanged.length; node++) if (isChanged[node] === 1) end[node] = 0
    for (const node of nodes) end[node] += stride
    for (let node = 0; node < isChanged.length; node++) {
      if (isChanged[node] === 0) continue
      const ints = end[node]
      start[node] = end[node] = at
      at += ints
    }
    nodes.forEach((node, i) => {
      for (let k = 0; k < stride; k++) room.entries[end[node] + k] = values[i * stride + k]
      end[node] += stride
    })
    room.used = at
    return { start, end, entries: room.entries }
  }
}

function takeRoom(entries: Int32Array, ints: number): Room {
  const known = rooms.get(entries)
  if (known !== undefined && known.used + ints <= known.entries.length) return known
  const more = Math.max(LEAST_ROOM, entries.length >> 1, 4 * ints)
  const room = { entries: makeColumn(Int32Array, entries.length + more), used: entries.length }
  room.entries.set(entries)
  rooms.set(entries, room)
  return room
}
