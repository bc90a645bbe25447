import type { Position } from 'geojson'
import type { LonLat } from '../../model/units'
import { LocalFrame } from '../geometry/local-frame'
import { clampedFoot } from '../geometry/rings'

/** A coordinate farther from the line than this belongs to another course of it, metres. */
const ON_LINE_M = 0.5

/**
 * A line with a vertex at a place on it: as it is where it has one there, with the place put in otherwise;
 * null: the line does not pass there any more. Heights go straight from vertex to vertex.
 */
export function insertVertex(line: readonly Position[], [lon, lat]: LonLat): Position[] | null {
  if (line.some((vertex) => vertex[0] === lon && vertex[1] === lat)) return [...line]
  const frame = new LocalFrame(lon, lat)
  let nearest = ON_LINE_M
  let at = -1
  let fraction = 0
  for (let i = 0; i + 1 < line.length; i++) {
    const ax = frame.x(line[i][0])
    const ay = frame.y(line[i][1])
    const bx = frame.x(line[i + 1][0])
    const by = frame.y(line[i + 1][1])
    const t = clampedFoot(0, 0, ax, ay, bx, by)
    const distance = Math.hypot(ax + t * (bx - ax), ay + t * (by - ay))
    if (distance >= nearest) continue
    nearest = distance
    at = i
    fraction = t
  }
  if (at < 0) return null
  const [a, b] = [line[at], line[at + 1]]
  const height = a.length > 2 && b.length > 2 ? [a[2] + fraction * (b[2] - a[2])] : []
  return [...line.slice(0, at + 1), [lon, lat, ...height], ...line.slice(at + 1)]
}
