/**
 * Where the horizontal lines y = first … last (whole numbers) enter and leave a capsule: all points within
 * `radius` of the segment a–b. `enter[i]` and `leave[i]` belong to the line first + i, exact up to
 * rounding; a line that misses gives enter > leave. For vertical lines swap x and y.
 */
export function findCapsuleChords(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  radius: number,
  first: number,
  last: number,
  enter: Float64Array,
  leave: Float64Array,
): void {
  const dx = bx - ax
  const dy = by - ay
  const radius2 = radius * radius
  const length = Math.sqrt(dx * dx + dy * dy)
  // the two straight sides lie `radius` to either side of the segment; level ones end on the round ends
  const slope = dy === 0 ? 0 : dx / dy
  const sideX = length === 0 ? 0 : (-dy / length) * radius
  const sideY = length === 0 ? 0 : (dx / length) * radius
  const low = Math.min(ay, by)
  const high = Math.max(ay, by)

  for (let y = first, i = 0; y <= last; y++, i++) {
    let from = Infinity
    let to = -Infinity
    // everything found lies in the capsule and its ends are among what is found, so the widest is right
    const fromA = y - ay
    const underA = radius2 - fromA * fromA
    if (underA >= 0) {
      const half = Math.sqrt(underA)
      from = ax - half
      to = ax + half
    }
    const fromB = y - by
    const underB = radius2 - fromB * fromB
    if (underB >= 0) {
      const half = Math.sqrt(underB)
      if (bx - half < from) from = bx - half
      if (bx + half > to) to = bx + half
    }
    if (y - sideY > low && y - sideY < high) {
      const x = ax + sideX + (fromA - sideY) * slope
      if (x < from) from = x
      if (x > to) to = x
    }
    if (y + sideY > low && y + sideY < high) {
      const x = ax - sideX + (fromA + sideY) * slope
      if (x < from) from = x
      if (x > to) to = x
    }
    enter[i] = from
    leave[i] = to
  }
}
