import type { Street } from '../../src/model/layers'
import type { SlowLine } from './slow-lines'
import { haversine } from './slow-walk'

/*
 * How steep streets are and what that costs: docs/method.md (4, Slope).
 */

/** Steeper than this is a slip in the data. */
const STEEPEST = 0.6

/** How much longer a meter of slope `s` (rise over run, uphill positive) takes than on the flat: Tobler. */
export function slopeFactor(s: number): number {
  return Math.exp(3.5 * (Math.abs(s + 0.05) - 0.05))
}

/** The uphill slope that takes as long as a factor says. */
export function steepnessOf(factor: number): number {
  return Math.log(factor) / 3.5
}

interface Known {
  readonly at_m: number
  readonly height_m: number
}

/** Slope of each part of a line between two of its vertices, in the direction of the line. */
export function slopesOf({ street, points }: SlowLine): number[] {
  const known = heightsOf(street)
  let along_m = 0
  return points.slice(1).map((b, i) => {
    const length_m = haversine(points[i], b)
    const middle_m = along_m + length_m / 2
    along_m += length_m
    const next = known.findIndex(({ at_m }) => at_m > middle_m)
    if (next < 1) return 0
    const [low, high] = [known[next - 1], known[next]]
    const slope = (high.height_m - low.height_m) / (high.at_m - low.at_m)
    return Math.abs(slope) > STEEPEST ? 0 : slope
  })
}

/** The heights a street tells, by how far along it they are. */
function heightsOf(street: Street): Known[] {
  const { coordinates } = street.geometry
  let length_m = 0
  const vertices = coordinates.map(([lon, lat, ...rest], i) => {
    const height_m = rest.at(0)
    const before = coordinates[i - 1]
    if (before !== undefined) length_m += haversine([before[0], before[1]], [lon, lat])
    return { at_m: length_m, height_m }
  })
  const known = vertices.flatMap(({ at_m, height_m }) => (height_m === undefined ? [] : [{ at_m, height_m }]))
  if (known.length > 1) return known
  const { ele_from, ele_to, rise_m, incline } = street
  if (ele_from !== undefined && ele_to !== undefined) return ends(length_m, ele_to - ele_from)
  if (rise_m !== undefined) return ends(length_m, rise_m)
  const slope = readIncline(incline)
  return slope === null ? [] : ends(length_m, slope * length_m)
}

function ends(length_m: number, rise_m: number): Known[] {
  return [
    { at_m: 0, height_m: 0 },
    { at_m: length_m, height_m: rise_m },
  ]
}

/** Rise over run; null: it says nothing. */
function readIncline(text: string | undefined): number | null {
  const value = Number.parseFloat(text ?? '')
  if (text === undefined || Number.isNaN(value)) return null
  if (text.includes('%')) return value / 100
  if (text.includes('°')) return Math.tan((value * Math.PI) / 180)
  if (text.includes(':')) {
    const [rise, run] = text.split(':').map(Number)
    return rise / run
  }
  return Math.abs(value) >= 1 ? value / 100 : value
}
