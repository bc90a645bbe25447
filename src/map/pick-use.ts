import type { LonLat } from '../model/units'
import type { UseMark } from '../store/link-view'

/** The ring around a sign reaches so much farther than the sign. */
const RING = 0.7

/**
 * The use of a plan whose sign lies nearest to a place, within its ring; null: none does. `side`: width of a sign in
 * pixels; signs beside each other are laid out on the screen, so the map's turn does not matter while north is up.
 */
export function pickUse(
  uses: readonly UseMark[],
  at: LonLat,
  degreesPerPixel: number,
  side: number,
): UseMark | null {
  // a degree of longitude is shorter than one of latitude
  const narrowing = Math.cos((at[1] * Math.PI) / 180)
  let best: UseMark | null = null
  let nearest = RING * side
  for (const use of uses) {
    const x = ((at[0] - use.at[0]) * narrowing) / degreesPerPixel - use.beside[0] * side
    const y = (use.at[1] - at[1]) / degreesPerPixel - use.beside[1] * side
    const distance = Math.hypot(x, y)
    if (distance > nearest) continue
    nearest = distance
    best = use
  }
  return best
}
