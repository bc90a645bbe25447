import type { Street } from '../../model/layers'
import type { Extent } from '../../model/project'

/**
 * Where the data of an extract ends, when its file does not say: the box that leaves out one percent of the
 * street vertices on each side. Extracts keep the streets that cross their border whole, so the full
 * bounding box is wider than what was really surveyed. null: no streets.
 */
export function estimateExtent(streets: readonly Street[]): Extent | null {
  const lons: number[] = []
  const lats: number[] = []
  for (const street of streets) {
    for (const [lon, lat] of street.geometry.coordinates) {
      lons.push(lon)
      lats.push(lat)
    }
  }
  if (lons.length === 0) return null
  const [west, east] = middleOf(lons)
  const [south, north] = middleOf(lats)
  return [west, south, east, north]
}

const LEFT_OUT = 0.01

function middleOf(values: readonly number[]): [number, number] {
  const sorted = Float64Array.from(values).sort()
  const low = Math.floor(sorted.length * LEFT_OUT)
  return [sorted[low], sorted[sorted.length - 1 - low]]
}
