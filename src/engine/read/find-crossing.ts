/**
 * Whether any two of the segments cross at a point inside both, or lie on each other; meeting at ends or
 * touching in a point is no crossing.
 * Sweeps by x, so that long shores stay fast.
 * @param ends flat x1, y1, x2, y2 per segment, whole numbers small enough that products stay exact
 * @param count segments in `ends`, when it is larger
 * @returns the first crossing as indices of two segments, or null
 */
export function findCrossing(ends: Float64Array, count = ends.length / 4): [number, number] | null {
  if (count <= FEW) return findCrossingOfFew(ends, count)
  const left = new Float64Array(count)
  const right = new Float64Array(count)
  const low = new Float64Array(count)
  const high = new Float64Array(count)
  let least = Infinity
  for (let s = 0; s < count; s++) {
    left[s] = Math.min(ends[4 * s], ends[4 * s + 2])
    right[s] = Math.max(ends[4 * s], ends[4 * s + 2])
    low[s] = Math.min(ends[4 * s + 1], ends[4 * s + 3])
    high[s] = Math.max(ends[4 * s + 1], ends[4 * s + 3])
    if (left[s] < least) least = left[s]
  }
  // whole units and the segment in one number: sorting plain numbers is ten times as fast as by a rule
  const order = new Float64Array(count)
  for (let s = 0; s < count; s++) order[s] = (left[s] - least) * count + s
  order.sort()
  const active = new Uint32Array(count)
  let live = 0
  for (let k = 0; k < count; k++) {
    const s = order[k] % count
    let kept = 0
    for (let i = 0; i < live; i++) {
      const t = active[i]
      // those that ended before this one begins are done with
      if (right[t] < left[s]) continue
      active[kept++] = t
      // most are beside each other: they are not even asked
      if (high[t] < low[s] || low[t] > high[s]) continue
      if (isCrossing(ends, s, t)) return [s, t]
    }
    active[kept++] = s
    live = kept
  }
  return null
}

/** Most outlines are houses: comparing all pairs beats sorting. */
const FEW = 48

/** Boxes of a few segments, four numbers each: written anew for each outline. */
const BOXES = new Float64Array(4 * FEW)

function findCrossingOfFew(ends: Float64Array, count: number): [number, number] | null {
  for (let s = 0; s < count; s++) {
    const i = 4 * s
    const left = Math.min(ends[i], ends[i + 2])
    const right = Math.max(ends[i], ends[i + 2])
    const low = Math.min(ends[i + 1], ends[i + 3])
    const high = Math.max(ends[i + 1], ends[i + 3])
    for (let t = 0; t < s; t++) {
      const j = 4 * t
      if (BOXES[j] > right || BOXES[j + 1] < left || BOXES[j + 2] > high || BOXES[j + 3] < low) continue
      if (isCrossing(ends, s, t)) return [s, t]
    }
    BOXES[i] = left
    BOXES[i + 1] = right
    BOXES[i + 2] = low
    BOXES[i + 3] = high
  }
  return null
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
  if (c === 0 && d === 0) return isOverlap(ax, bx, cx, dx) || isOverlap(ay, by, cy, dy)
  if (!((c > 0 && d < 0) || (c < 0 && d > 0))) return false
  const a = turn(cx, cy, dx, dy, ax, ay)
  const b = turn(cx, cy, dx, dy, bx, by)
  return (a > 0 && b < 0) || (a < 0 && b > 0)
}

/** Whether two ranges share more than a point. */
function isOverlap(a: number, b: number, c: number, d: number): boolean {
  return Math.min(Math.max(a, b), Math.max(c, d)) > Math.max(Math.min(a, b), Math.min(c, d))
}

/** Positive: c lies left of a → b. */
export function turn(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
}
