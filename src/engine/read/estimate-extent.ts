import type { Street } from '../../model/layers'
import type { Extent } from '../../model/project'
import { GrowingColumn } from './growing-column'

/**
 * Where the data of an extract ends, when its file does not say: the box that leaves out one percent of the
 * street vertices on each side. Extracts keep the streets that cross their border whole, so the full
 * bounding box is wider than what was really surveyed. null: no streets.
 */
export function estimateExtent(streets: readonly Street[]): Extent | null {
  const vertices = new StreetVertices()
  for (const street of streets) vertices.add(street)
  return vertices.estimateExtent()
}

/** Units of OpenStreetMap coordinates in a degree. */
const UNITS = 1e7

/**
 * The vertices of streets that come in portions: a province's do not have to be there at once. As whole units
 * of 1e-7 degree, which is what they are made of, and half the memory.
 */
export class StreetVertices {
  readonly #lons = GrowingColumn.int32()
  readonly #lats = GrowingColumn.int32()

  add(street: Street): void {
    const { coordinates } = street.geometry
    for (let i = 0; i < coordinates.length; i++) {
      this.#lons.push(Math.round(coordinates[i][0] * UNITS))
      this.#lats.push(Math.round(coordinates[i][1] * UNITS))
    }
  }

  /** As `estimateExtent`, of all streets so far. */
  estimateExtent(): Extent | null {
    if (this.#lons.length === 0) return null
    const [west, east] = middleOf(this.#lons.view())
    const [south, north] = middleOf(this.#lats.view())
    return [west / UNITS, south / UNITS, east / UNITS, north / UNITS]
  }
}

const LEFT_OUT = 0.01

/** The values one percent in from both ends; reorders them. */
function middleOf(values: Int32Array): [number, number] {
  const low = Math.floor(values.length * LEFT_OUT)
  const least = select(values, low, 0)
  return [least, select(values, values.length - 1 - low, low)]
}

/** The value that would stand at `rank` if all were sorted; those from `first` on are looked at. Quickselect. */
function select(values: Int32Array, rank: number, first: number): number {
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
