import type { Explanation } from '../model/explanation'
import type { Extent } from '../model/project'
import type { LonLat } from '../model/units'

// degrees, about 50 m: the facility's sign may stand behind its door
const AROUND = 0.0005

/** The box around everything an explanation draws, with some surroundings; null: it draws nothing. */
export function explanationBox({ start, walk, refused, crow, changes }: Explanation): Extent | null {
  const points: readonly LonLat[] = [
    ...(start === null ? [] : [start]),
    ...[walk, refused].flatMap((each) => (each?.legs ?? []).flatMap(({ line }) => line)),
    ...(crow?.line ?? []),
    ...changes.map(({ at }) => at),
  ]
  if (points.length === 0) return null
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)]
  return [
    Math.min(...lons) - AROUND,
    Math.min(...lats) - AROUND,
    Math.max(...lons) + AROUND,
    Math.max(...lats) + AROUND,
  ]
}
