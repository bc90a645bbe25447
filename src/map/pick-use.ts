import type { LonLat } from '../model/units'
import type { UseMark } from '../store/link-view'
import type { UseLayout } from './layers/proposed'

/** The ring around a sign reaches so much farther than the sign. */
const RING = 0.7

/** The use of a plan whose sign lies nearest to a place, within its ring; null: none does. */
export function pickUse({ marks, side }: UseLayout, at: LonLat, degreesPerPixel: number): UseMark | null {
  // a degree of longitude is shorter than one of latitude
  const narrowing = Math.cos((at[1] * Math.PI) / 180)
  let best: UseMark | null = null
  let nearest = RING * side
  for (const { use, offset } of marks) {
    const x = ((at[0] - use.at[0]) * narrowing) / degreesPerPixel - offset[0]
    const y = (use.at[1] - at[1]) / degreesPerPixel - offset[1]
    const distance = Math.hypot(x, y)
    if (distance > nearest) continue
    nearest = distance
    best = use
  }
  return best
}
