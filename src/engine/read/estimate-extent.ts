import type { Street } from '../../model/layers'
import type { Extent } from '../../model/project'

/**
 * Where the data of an extract ends, when its file does not say: the box that leaves out one percent of the
 * street vertices on each side. Extracts keep the streets that cross their border whole, so the full
 * bounding box is wider than what was really surveyed. null: no streets.
 */
export function estimateExtent(streets: readonly Street[]): Extent | null {
  let count = 0
  for (const street of streets) count += street.geometry.coordinates.length
  if (count === 0) return null
  const lons = new Float64Array(count)
  const lats = new Float64Array(count)
  let filled = 0
  for (const street of streets) {
    for (const [lon, lat] of street.geometry.coordinates) {
      lons[filled] = lon
      lats[filled++] = lat
    }
  }
  const [west, east] = middleOf(lons)
  const [south, north] = middleOf(lats)
  return [west, south, east, north]
}

const LEFT_OUT = 0.01

/** The values one percent in from both ends; reorders them. */
function middleOf(values: Float64Array): [number, number] {
  const low = Math.floor(values.length * LEFT_OUT)
  const least = select(values, low, 0)
  return [least, select(values, values.length - 1 - low, low)]
}

/** The value that would stand at `rank` if all were sorted; those from `first` on are looked at. Quickselect. */
function select(values: Float64Array, rank: number, first: number): number {
  let left = first
  let right = values.length - 1
  while (left < right) {
    const pivot = values[(left + right) >> 1]
    let i = left
    let j = right
    while (i <= j) {
      while (values[i] < pivot) i++
      while (values[j] > pivot) j--
      if (i > j) break
      const moved = values[i]
      values[i++] = values[j]
      values[j--] = moved
    }
    if (rank <= j) right = j
    else if (rank >= i) left = i
    else break
  }
  return values[rank]
}
