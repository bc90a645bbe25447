import Flatbush from 'flatbush'

import type { Project } from '../../model/project'
import type { LocalFrame } from '../geometry/local-frame'
import { crossingFraction } from '../geometry/rings'
import { carriagewayRank } from './carriageways'
import type { EdgeColumns } from './edge-columns'
import { type Box, NearBoxes } from './near-boxes'
import { DELAY_KINDS } from './walk-network'

const FOOTBRIDGE = DELAY_KINDS.indexOf('footbridge')
/** Roads nobody walks on are bridged like others. */
const EXPRESSWAYS = new Set(['motorway', 'motorway_link'])

/**
 * Takes the delay off bridges and tunnels for walkers that no road or railway runs under or over: a bridge
 * over a brook in a park is a path, not a way up and down over a street. Changes the column `delay`.
 */
export function keepFootbridges(
  edges: EdgeColumns,
  project: Pick<Project, 'layers'>,
  frame: LocalFrame,
): void {
  const decks: number[] = []
  for (let e = 0; e < edges.count; e++)
    if (edges.delay[e] === FOOTBRIDGE && decks[decks.length - 1] !== edges.street[e])
      decks.push(edges.street[e])
  if (decks.length === 0) return
  const { streets, barriers } = project.layers
  const lines = decks.map((i) => drawLine(streets[i].geometry.coordinates, frame))
  const boxes = lines.map(boxAround)
  const near = new NearBoxes(boxes)
  const index = new Flatbush(boxes.length)
  for (const box of boxes) index.add(...box)
  index.finish()

  const spans = new Set<number>()
  const visit = (coordinates: readonly (readonly number[])[], level: number | null): void => {
    const box = boxOf(coordinates, frame)
    if (!near.has(...box)) return
    const line = drawLine(coordinates, frame)
    for (const k of index.search(...box))
      if ((streets[decks[k]].layer ?? 0) !== level && doCross(lines[k], line)) spans.add(decks[k])
  }
  for (const street of streets)
    if (carriagewayRank(street) > 0 || EXPRESSWAYS.has(street.kind ?? ''))
      visit(street.geometry.coordinates, street.layer ?? 0)
  // a railway's own level is not told: it is never walked across on one
  for (const { kind, geometry } of barriers)
    if ((kind === 'rail' || kind === 'expressway') && geometry.type === 'LineString')
      visit(geometry.coordinates, null)
  for (let e = 0; e < edges.count; e++)
    if (edges.delay[e] === FOOTBRIDGE && !spans.has(edges.street[e])) edges.delay[e] = 0
}

/** Flat x, y in metres of the frame. */
function drawLine(coordinates: readonly (readonly number[])[], frame: LocalFrame): number[] {
  return coordinates.flatMap(([lon, lat]) => [frame.x(lon), frame.y(lat)])
}

function boxOf(coordinates: readonly (readonly number[])[], frame: LocalFrame): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < coordinates.length; i++) {
    const lon = coordinates[i][0]
    const lat = coordinates[i][1]
    if (lon < west) west = lon
    if (lon > east) east = lon
    if (lat < south) south = lat
    if (lat > north) north = lat
  }
  return [frame.x(west), frame.y(south), frame.x(east), frame.y(north)]
}

function boxAround(line: readonly number[]): Box {
  const xs = line.filter((_, i) => i % 2 === 0)
  const ys = line.filter((_, i) => i % 2 === 1)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** Whether a line runs over or under a deck, other than where the deck comes down to it. */
function doCross(deck: readonly number[], line: readonly number[]): boolean {
  for (let i = 0; i + 3 < deck.length; i += 2) {
    const [ax, ay, bx, by] = deck.slice(i, i + 4)
    for (let j = 0; j + 3 < line.length; j += 2) {
      const t = crossingFraction(ax, ay, bx, by, line[j], line[j + 1], line[j + 2], line[j + 3])
      const isEnd = (t === 0 && i === 0) || (t === 1 && i + 4 === deck.length)
      if (t !== null && !isEnd) return true
    }
  }
  return false
}
