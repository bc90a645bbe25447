import type { DegreeBox } from '../geometry/degree-box'

/**
 * A part of the map, [west, south, east, north] in degrees. West and south belong to it, east and north to
 * its neighbors, so that no community is in two tiles.
 */
export type Tile = DegreeBox

/** Whether what stands at this point belongs to the tile. */
export function isInTile(tile: Tile, lon: number, lat: number): boolean {
  return lon >= tile[0] && lon < tile[2] && lat >= tile[1] && lat < tile[3]
}
