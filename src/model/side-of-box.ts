import type { LonLat } from './units'

/** The eight sides, from north clockwise. */
export const SIDES = [
  'north',
  'northeast',
  'east',
  'southeast',
  'south',
  'southwest',
  'west',
  'northwest',
] as const

export type Side = (typeof SIDES)[number]

/**
 * On which side of a box a place on its edge lies, seen from its middle; null: in the middle. Measured by the box's own width and
 * height: along the wall of a long narrow compound most places are on its long sides, and the corners are corners.
 */
export function sideOfBox(
  [west, south, east, north]: readonly [west: number, south: number, east: number, north: number],
  [lon, lat]: LonLat,
): Side | null {
  const x = (2 * lon - west - east) / (east - west || 1)
  const y = (2 * lat - south - north) / (north - south || 1)
  if (x === 0 && y === 0) return null
  const eighths = Math.round(Math.atan2(x, y) / (Math.PI / 4))
  return SIDES[(eighths + SIDES.length) % SIDES.length]
}
