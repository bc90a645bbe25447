import { type DegreeBox, EMPTY_BOX, joinBoxes } from '../geometry/degree-box'
import type { LonLat } from '../../model/units'
import { isInTile, type Tile } from './tile'

/** One tile of a grid, with how many communities it has. */
export interface PlannedTile {
  readonly tile: Tile
  readonly communities: number
}

/** A hair beyond the outermost point, degrees: the border of a tile is open to the east and north. */
const BEYOND = 1e-6

/**
 * A grid of at least `count` tiles over communities, by the points that stand for them, as near to square as it goes; tiles
 * without a community are left out. Together they hold every community once.
 */
export function planTiles(points: readonly LonLat[], count: number): PlannedTile[] {
  let box: DegreeBox = EMPTY_BOX
  for (const [lon, lat] of points)
    if (Number.isFinite(lon) && Number.isFinite(lat)) box = joinBoxes(box, [lon, lat, lon, lat])
  if (box[0] > box[2]) return []
  const columns = Math.ceil(Math.sqrt(count))
  const rows = Math.ceil(count / columns)
  const [west, south, east, north] = [box[0], box[1], box[2] + BEYOND, box[3] + BEYOND]
  // shared borders must be the same numbers, or a community might fall between two tiles
  const xs = Array.from({ length: columns + 1 }, (_, i) =>
    i === columns ? east : west + ((east - west) * i) / columns,
  )
  const ys = Array.from({ length: rows + 1 }, (_, i) =>
    i === rows ? north : south + ((north - south) * i) / rows,
  )
  const planned: PlannedTile[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const tile: Tile = [xs[column], ys[row], xs[column + 1], ys[row + 1]]
      const communities = points.filter(([lon, lat]) => isInTile(tile, lon, lat)).length
      if (communities > 0) planned.push({ tile, communities })
    }
  }
  return planned
}
