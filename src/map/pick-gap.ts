import type { LonLat } from '../model/units'
import type { GapMark } from './gather-marks'

// pixels; a ring of few people is smaller than what a hand can hit
const LEAST_RADIUS = 8

/** The ring under the pointer, the nearest of several; null: none. `degreesPerPixel`: of latitude. */
export function pickGapMark(
  marks: readonly GapMark[],
  [lon, lat]: LonLat,
  degreesPerPixel: number,
): GapMark | null {
  const squeeze = Math.cos((lat * Math.PI) / 180)
  let best: GapMark | null = null
  let bestPixels = Infinity
  for (const mark of marks) {
    const [gapLon, gapLat] = mark.gap.at
    const pixels = Math.hypot((gapLon - lon) * squeeze, gapLat - lat) / degreesPerPixel
    if (pixels <= Math.max(LEAST_RADIUS, mark.radius) && pixels < bestPixels)
      [best, bestPixels] = [mark, pixels]
  }
  return best
}
