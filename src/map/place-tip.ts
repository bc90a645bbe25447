/** From the pointer to the tip, pixels. */
const OFFSET = 14

interface Size {
  readonly width: number
  readonly height: number
}

/** The part of the map that no panel covers, in pixels of the map. */
export interface Room {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/**
 * Where the tip's upper left corner goes: right of the pointer and below it; where that leaves the room, on the other
 * side of the pointer; where neither side has room, at the room's edge.
 */
export function placeTip(
  pointer: { readonly x: number; readonly y: number },
  { width, height }: Size,
  room: Room,
): { readonly x: number; readonly y: number } {
  return {
    x: placeAlong(pointer.x, width, room.left, room.right),
    y: placeAlong(pointer.y, height, room.top, room.bottom),
  }
}

function placeAlong(at: number, length: number, from: number, to: number): number {
  const after = at + OFFSET
  if (after + length <= to) return Math.max(after, from)
  const before = at - OFFSET - length
  return before >= from ? before : Math.max(from, to - length)
}
