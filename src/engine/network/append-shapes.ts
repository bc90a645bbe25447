import { makeColumn } from '../column'
import type { WalkNetwork } from './walk-network'

type Shapes = Pick<WalkNetwork, 'shapeX' | 'shapeY'>

/** Room behind the vertices of the data, at least. */
const LEAST_ROOM = 1 << 14

/** Vertices with room behind them, and how far it is taken. */
interface Room extends Shapes {
  used: number
}

// what is written once stays: the vertices that plans add to the same data lie one behind the other
const rooms = new WeakMap<Float64Array, Room>()

/**
 * Further vertices behind those of the data, which are not copied: they are the largest columns of a network, and a plan
 * adds a few to them. `first`: where the new ones begin, behind those of other plans.
 */
export function appendShapes(
  home: Shapes,
  xs: readonly number[],
  ys: readonly number[],
): Shapes & { readonly first: number } {
  const room = takeRoom(home, xs.length)
  const first = room.used
  room.shapeX.set(xs, first)
  room.shapeY.set(ys, first)
  room.used += xs.length
  return { shapeX: room.shapeX, shapeY: room.shapeY, first }
}

function takeRoom(home: Shapes, vertices: number): Room {
  const { length } = home.shapeX
  const known = rooms.get(home.shapeX)
  if (known !== undefined && known.used + vertices <= known.shapeX.length) return known
  // networks that lie in the room there was keep it
  const size = length + Math.max(LEAST_ROOM, length >> 2, 4 * vertices)
  const room = {
    shapeX: makeColumn(Float64Array, size),
    shapeY: makeColumn(Float64Array, size),
    used: length,
  }
  room.shapeX.set(home.shapeX)
  room.shapeY.set(home.shapeY)
  rooms.set(home.shapeX, room)
  return room
}
