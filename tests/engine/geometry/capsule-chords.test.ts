import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { CapsuleChords } from '../../../src/engine/geometry/capsule-chords'

/** The same by walking along the segment in 2000 steps and asking each circle. */
function chordBySteps(
  [ax, ay, bx, by]: readonly number[],
  radius: number,
  y: number,
): { from: number; to: number } {
  let from = Infinity
  let to = -Infinity
  for (let step = 0; step <= 2000; step++) {
    const x = ax + ((bx - ax) * step) / 2000
    const height = y - (ay + ((by - ay) * step) / 2000)
    if (Math.abs(height) > radius) continue
    const half = Math.sqrt(radius * radius - height * height)
    from = Math.min(from, x - half)
    to = Math.max(to, x + half)
  }
  return { from, to }
}

const tenth = fc.integer({ min: 0, max: 200 }).map((n) => n / 10)

test('chords are those of all circles along the segment, whichever way it runs, level, upright or a point', () => {
  const chords = new CapsuleChords()
  let lines = 0
  fc.assert(
    fc.property(
      tenth,
      tenth,
      fc.oneof(fc.constant(0), fc.double({ min: -15, max: 15, noNaN: true })),
      fc.oneof(fc.constant(0), fc.constant(1e-12), fc.double({ min: -15, max: 15, noNaN: true })),
      fc.constantFrom(1, 2.5, 5),
      (ax, ay, dx, dy, radius) => {
        const segment = [ax, ay, ax + dx, ay + dy]
        const length = Math.hypot(dx, dy)
        chords.set(ax, ay, ax + dx, ay + dy, radius, length === 0 ? 0 : radius / length)
        for (let y = chords.first; y <= chords.last; y++) {
          const { from, to } = chordBySteps(segment, radius, y)
          // right at the top and bottom the steps miss what the true capsule just touches
          if (to - from < 0.5) continue
          expect(Math.abs(chords.enterAt(y) - from), `${segment.join()} r ${radius} at ${y}`).toBeLessThan(
            0.05,
          )
          expect(Math.abs(chords.leaveAt(y) - to), `${segment.join()} r ${radius} at ${y}`).toBeLessThan(0.05)
          lines++
        }
      },
    ),
    { seed: 2, numRuns: 500 },
  )
  expect(lines).toBeGreaterThan(2000)
})

test('the first and last line are the outermost that meet the capsule', () => {
  const chords = new CapsuleChords()
  chords.set(0, 0.2, 3, 4.2, 2, 2 / 5)
  expect([chords.first, chords.last]).toEqual([-1, 6])
})
