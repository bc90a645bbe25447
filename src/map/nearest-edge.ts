import type { Position } from 'geojson'
import type { LonLat } from '../model/units'

/** The place on lines nearest to another one, and how far it is in degrees of latitude; null: there are no lines. */
export function nearestOnLines(
  lines: readonly (readonly Position[])[],
  [lon, lat]: LonLat,
): { readonly at: LonLat; readonly distance: number } | null {
  const squeeze = Math.cos((lat * Math.PI) / 180)
  let best: { readonly at: LonLat; readonly distance: number } | null = null
  for (const line of lines) {
    for (let i = 0; i + 1 < line.length; i++) {
      const [ax, ay] = [(line[i][0] - lon) * squeeze, line[i][1] - lat]
      const [dx, dy] = [(line[i + 1][0] - line[i][0]) * squeeze, line[i + 1][1] - line[i][1]]
      const squared = dx * dx + dy * dy
      const t = squared === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / squared))
      const [x, y] = [ax + t * dx, ay + t * dy]
      const distance = Math.hypot(x, y)
      if (best === null || distance < best.distance) best = { at: [lon + x / squeeze, lat + y], distance }
    }
  }
  return best
}
