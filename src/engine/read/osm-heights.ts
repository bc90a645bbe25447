import type { Position } from 'geojson'

import type { OsmElements } from './osm-elements'
import { placeNode } from './osm-shapes'

/** From the Dead Sea to the highest summit, metres: anything else is a slip of the pen. */
const LOWEST_M = -450
const HIGHEST_M = 9000

/** Heights of nodes above the sea, metres, by node position: `ele=12`, `12.5`, `12 m`. */
export function readHeights(elements: OsmElements): ReadonlyMap<number, number> {
  const heights = new Map<number, number>()
  for (const { index, tags } of elements.taggedNodes) {
    const match = /^([+-]?\d+(?:\.\d+)?)\s*m?$/.exec(tags.ele?.trim() ?? '')
    const height = match === null ? NaN : Number(match[1])
    if (height >= LOWEST_M && height <= HIGHEST_M) heights.set(index, height)
  }
  return heights
}

/** The nodes of a way as positions, with their heights where at least two of them have one. */
export function placeOnSlope(
  elements: OsmElements,
  nodes: readonly number[],
  heights: ReadonlyMap<number, number>,
): Position[] {
  if (heights.size === 0 || nodes.filter((node) => heights.has(node)).length < 2)
    return nodes.map((node) => placeNode(elements, node))
  return nodes.map((node) => {
    const place = placeNode(elements, node)
    const height = heights.get(node)
    return height === undefined ? place : [...place, height]
  })
}
