import { type ColumnKind, makeColumn } from '../column'
import type { Compound } from './compounds'
import type { Meeting } from './portals'
import { EDGE_GONE, type WalkNetwork } from './walk-network'

/** Passages of a zone from which on it may have two public ones and one of residents, as its gates are opened. */
const PASSAGES_OF_MIXED = 3

/** The zones through which strangers can come to walk beside residents, whatever its gates are set to. */
export function listMixable(meetings: readonly Meeting[], compounds: readonly Compound[]): Set<number> {
  const counts = new Map<number, number>()
  for (const { zoneA, zoneB } of meetings)
    for (const zone of [zoneA, zoneB])
      // without known gates all passages are residents'
      if (zone >= 0 && compounds[zone].gates.length > 0) counts.set(zone, (counts.get(zone) ?? 0) + 1)
  return new Set([...counts.keys()].filter((zone) => (counts.get(zone) ?? 0) >= PASSAGES_OF_MIXED))
}

/**
 * The network with the streets of zones that may be mixed once more, for everybody else. The copies stand there
 * however gates are set, so opening one changes no column; where no portal leads to them nobody walks on them.
 * `mixable`: see `listMixable`. Columns with room behind them are filled up, not copied.
 */
export function addThroughCopies(
  home: WalkNetwork,
  mixable: ReadonlySet<number>,
): { readonly home: WalkNetwork; readonly copyOf: ReadonlyMap<number, number> } {
  const copyOf = new Map<number, number>()
  if (mixable.size === 0) return { home, copyOf }
  const copyNode = (node: number): number => {
    const known = copyOf.get(node)
    if (known !== undefined) return known
    const copy = home.nodeCount + copyOf.size
    copyOf.set(node, copy)
    return copy
  }
  const edges: number[] = []
  const from: number[] = []
  const to: number[] = []
  const isMixable = new Uint8Array(Math.max(...mixable) + 1)
  for (const zone of mixable) isMixable[zone] = 1
  for (let e = 0; e < home.edgeCount; e++) {
    const zone = home.edgeZone[e]
    // beyond the last of them there is nothing to read
    if (zone < 0 || isMixable[zone] !== 1 || home.edgeState?.[e] === EDGE_GONE) continue
    edges.push(e)
    from.push(copyNode(home.edgeFrom[e]))
    to.push(copyNode(home.edgeTo[e]))
  }
  const nodes = [...copyOf.keys()]
  return {
    copyOf,
    home: {
      ...home,
      nodeCount: home.nodeCount + nodes.length,
      copyHome: Int32Array.from(nodes),
      copyEdges: Int32Array.from(edges),
      nodeX: join(Float64Array, home.nodeX, pick(home.nodeX, nodes)),
      nodeY: join(Float64Array, home.nodeY, pick(home.nodeY, nodes)),
      // people passing through are nobody's guests
      nodeZone: join(
        Int32Array,
        home.nodeZone,
        nodes.map(() => -1),
      ),
      nodeComponent: join(Int32Array, home.nodeComponent, pick(home.nodeComponent, nodes)),
      // junctions inside compounds are never split by turns
      nodeArrival: join(
        Int32Array,
        home.nodeArrival,
        nodes.map((_, i) => home.nodeCount + i),
      ),
      nodeIsClip: join(Uint8Array, home.nodeIsClip, pick(home.nodeIsClip, nodes)),
      edgeCount: home.edgeCount + edges.length,
      edgeFrom: join(Int32Array, home.edgeFrom, from),
      edgeTo: join(Int32Array, home.edgeTo, to),
      edgeLength_mm: join(Int32Array, home.edgeLength_mm, pick(home.edgeLength_mm, edges)),
      edgeStreet: join(Int32Array, home.edgeStreet, pick(home.edgeStreet, edges)),
      edgeZone: join(Int32Array, home.edgeZone, pick(home.edgeZone, edges)),
      edgeIsSteps: join(Uint8Array, home.edgeIsSteps, pick(home.edgeIsSteps, edges)),
      edgeHasBarrier: join(Uint8Array, home.edgeHasBarrier, pick(home.edgeHasBarrier, edges)),
      edgeIsOneway: join(Uint8Array, home.edgeIsOneway, pick(home.edgeIsOneway, edges)),
      edgeIsRaised: join(Uint8Array, home.edgeIsRaised, pick(home.edgeIsRaised, edges)),
      edgeIsInner: join(Uint8Array, home.edgeIsInner, pick(home.edgeIsInner, edges)),
      edgeDelay: join(Uint8Array, home.edgeDelay, pick(home.edgeDelay, edges)),
      edgeDelayShare: join(Float32Array, home.edgeDelayShare, pick(home.edgeDelayShare, edges)),
      edgeSlope:
        home.edgeSlope === null
          ? null
          : join(
              Float32Array,
              home.edgeSlope,
              pick(
                home.edgeSlope,
                edges.flatMap((e) => [2 * e, 2 * e + 1]),
              ),
            ),
    },
  }
}

function pick(column: ArrayLike<number>, rows: readonly number[]): number[] {
  return rows.map((row) => column[row])
}

/** A column with further entries behind it: in its own memory where that has room for them, else in a copy. */
function join<T extends Int32Array | Uint8Array | Float32Array | Float64Array>(
  kind: ColumnKind<T>,
  column: T,
  more: readonly number[],
): T {
  const length = column.length + more.length
  const end = column.byteOffset + length * kind.BYTES_PER_ELEMENT
  const hasRoom = end <= column.buffer.byteLength
  const joined = hasRoom ? new kind(column.buffer, column.byteOffset, length) : makeColumn(kind, length)
  if (!hasRoom) joined.set(column)
  joined.set(more, column.length)
  return joined
}
