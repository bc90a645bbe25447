import type { Finding } from '../model/finding'
import type { LonLat } from '../model/units'

/** A mark is hit this near, pixels. */
const HIT_RADIUS = 9

/** A mark stands so far above what has a sign of its own, pixels. */
const SIGN_CLEARANCE = 15

/** How far above its place a finding's mark is drawn, pixels. */
export function markLift({ records }: Finding): number {
  return records[0]?.layer === 'facilities' || records[0]?.layer === 'gates' ? SIGN_CLEARANCE : 0
}

/** The finding whose mark lies nearest to a place within reach of the pointer; null: none does. */
export function pickFinding(
  findings: readonly Finding[],
  at: LonLat,
  degreesPerPixel: number,
): Finding | null {
  // a degree of longitude is shorter than one of latitude
  const narrowing = Math.cos((at[1] * Math.PI) / 180)
  let best: Finding | null = null
  let nearest = HIT_RADIUS * degreesPerPixel
  for (const finding of findings) {
    const lift = markLift(finding) * degreesPerPixel
    const distance = Math.hypot((finding.at[0] - at[0]) * narrowing, finding.at[1] + lift - at[1])
    if (distance > nearest) continue
    nearest = distance
    best = finding
  }
  return best
}
