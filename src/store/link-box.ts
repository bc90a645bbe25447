import type { LinkCandidate } from '../model/links'
import type { Extent } from '../model/project'

// degrees, about 150 m: what lies around a link says what it is good for
const AROUND = 0.0015

/** The box around a link, with some surroundings. */
export function linkBox({ at, line }: Pick<LinkCandidate, 'at' | 'line'>): Extent {
  const points = [at, ...line]
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)]
  return [
    Math.min(...lons) - AROUND,
    Math.min(...lats) - AROUND,
    Math.max(...lons) + AROUND,
    Math.max(...lats) + AROUND,
  ]
}
