import type { LonLat } from '../model/units'
import type { LinkMark } from '../store/link-view'

/** A mark is hit this near, pixels. */
const HIT_RADIUS = 11

/** The link whose mark lies nearest to a place within reach of the pointer; null: none does. */
export function pickLink(links: readonly LinkMark[], at: LonLat, degreesPerPixel: number): LinkMark | null {
  // a degree of longitude is shorter than one of latitude
  const narrowing = Math.cos((at[1] * Math.PI) / 180)
  let best: LinkMark | null = null
  let nearest = HIT_RADIUS * degreesPerPixel
  for (const link of links) {
    const distance = Math.hypot((link.at[0] - at[0]) * narrowing, link.at[1] - at[1])
    if (distance > nearest) continue
    nearest = distance
    best = link
  }
  return best
}
