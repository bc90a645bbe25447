/** Segments flatter than this over their whole length count as level: their slope would cost all digits. */
const LEVEL = 1e-9

/**
 * Where the horizontal lines y = first … last enter and leave a capsule: all points within `radius` of the
 * segment a–b. Both are whole numbers and all lines between meet the capsule. `enter[i]` and `leave[i]`
 * belong to the line first + i, exact up to rounding. `scale` is radius ÷ length of the segment, 0 for a
 * point. For vertical lines swap x and y.
 */
export function findCapsuleChords(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  radius: number,
  scale: number,
  first: number,
  last: number,
  enter: Float64Array,
  leave: Float64Array,
): void {
  // upwards
  if (ay > by) {
    const x = ax
    const y = ay
    ax = bx
    ay = by
    bx = x
    by = y
  }
  const radius2 = radius * radius
  const lines = last - first + 1
  const fromA = first - ay
  const fromB = first - by
  const dx = bx - ax
  const dy = by - ay
  if (dy < LEVEL) {
    const left = Math.min(ax, bx)
    const right = Math.max(ax, bx)
    for (let i = 0; i < lines; i++) {
      const half = halfChord(radius2, fromA + i)
      enter[i] = left - half
      leave[i] = right + half
    }
    return
  }

  // the straight sides are the segment moved to the left by `aside` and up by `up`, or right and down
  const aside = dy * scale
  const up = dx * scale
  const slope = dx / dy

  // either end of the chords: on the round end at a, then on the straight side, then on the round end at b
  let i = 0
  let endOfA = Math.min(lines, wholeBelow(up - fromA) + 1)
  let endOfSide = Math.min(lines, wholeAbove(up - fromB))
  for (; i < endOfA; i++) enter[i] = ax - halfChord(radius2, fromA + i)
  for (let x = ax - aside + (fromA - up) * slope; i < endOfSide; i++) enter[i] = x + i * slope
  for (; i < lines; i++) enter[i] = bx - halfChord(radius2, fromB + i)

  i = 0
  endOfA = Math.min(lines, wholeBelow(-up - fromA) + 1)
  endOfSide = Math.min(lines, wholeAbove(-up - fromB))
  for (; i < endOfA; i++) leave[i] = ax + halfChord(radius2, fromA + i)
  for (let x = ax + aside + (fromA + up) * slope; i < endOfSide; i++) leave[i] = x + i * slope
  for (; i < lines; i++) leave[i] = bx + halfChord(radius2, fromB + i)
}

/** Half the chord of a circle at `distance` from its middle. */
function halfChord(radius2: number, distance: number): number {
  const rest = radius2 - distance * distance
  return rest > 0 ? Math.sqrt(rest) : 0
}

// Math.floor and Math.ceil give doubles; these stay whole numbers for the processor too

/** The largest whole number not above a value. */
export function wholeBelow(value: number): number {
  const whole = value | 0
  return whole > value ? whole - 1 : whole
}

/** The smallest whole number not below a value. */
export function wholeAbove(value: number): number {
  const whole = value | 0
  return whole < value ? whole + 1 : whole
}
