/**
 * Whether any two of the segments cross at a point inside both; meeting at ends or touching is no crossing.
 * Sweeps by x, so that long shores stay fast.
 * @param ends flat x1, y1, x2, y2 per segment, small enough that products stay exact
 * @returns the first crossing as indices of two segments, or null
 */
export function findCrossing(ends: Float64Array): [number, number] | null {
  const count = ends.length / 4
  const order = Array.from({ length: count }, (_, s) => s)
  order.sort((a, b) => minX(ends, a) - minX(ends, b))
  let active: number[] = []
  for (const s of order) {
    const left = minX(ends, s)
    // those that ended before this one begins are done with
    if (active.length > 32) active = active.filter((t) => maxX(ends, t) >= left)
    for (const t of active) if (isCrossing(ends, s, t)) return [s, t]
    active.push(s)
  }
  return null
}

function minX(ends: Float64Array, s: number): number {
  return Math.min(ends[4 * s], ends[4 * s + 2])
}

function maxX(ends: Float64Array, s: number): number {
  return Math.max(ends[4 * s], ends[4 * s + 2])
}

function isCrossing(ends: Float64Array, s: number, t: number): boolean {
  const ax = ends[4 * s]
  const ay = ends[4 * s + 1]
  const bx = ends[4 * s + 2]
  const by = ends[4 * s + 3]
  const cx = ends[4 * t]
  const cy = ends[4 * t + 1]
  const dx = ends[4 * t + 2]
  const dy = ends[4 * t + 3]
  if (Math.max(cy, dy) < Math.min(ay, by) || Math.min(cy, dy) > Math.max(ay, by)) return false
  const c = turn(ax, ay, bx, by, cx, cy)
  const d = turn(ax, ay, bx, by, dx, dy)
  if (!((c > 0 && d < 0) || (c < 0 && d > 0))) return false
  const a = turn(cx, cy, dx, dy, ax, ay)
  const b = turn(cx, cy, dx, dy, bx, by)
  return (a > 0 && b < 0) || (a < 0 && b > 0)
}

/** Positive: c lies left of a → b. */
export function turn(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
}
