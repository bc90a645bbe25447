import type { Issue } from '../../model/issue'
import type { Street } from '../../model/layers'
import { distanceOnSphere, type LocalFrame } from '../geometry/local-frame'
import { clampedFoot } from '../geometry/rings'
import type { EdgeColumns } from './edge-columns'
import { isSteps } from './walkable'

/** Steeper than this (rise over run) is a slip in the data: nobody walks up a street of 31°. */
const STEEPEST = 0.6

/**
 * Time on a slope as a multiple of the flat walk of the same length; `slope` is rise over run, below zero
 * downhill. Tobler 1993: v = 6 exp(−3.5 |s + 0.05|) km/h, so factor = exp(3.5 (|s + 0.05| − 0.05)): 1 on the
 * flat, least at 5 % downhill.
 */
export function slopeFactor(slope: number): number {
  return Math.exp(3.5 * (Math.abs(slope + 0.05) - 0.05))
}

/** The steepness that takes as long uphill as an edge does, from its two slope factors. */
export function steepnessOf(factorOn: number, factorBack: number): number {
  // uphill |s + 0.05| − 0.05 is s itself
  return Math.log(Math.max(1, factorOn, factorBack)) / 3.5
}

/**
 * The column `edgeSlope` (from → to and to → from of each edge), from whatever the streets tell: heights of
 * their vertices, `ele_from` and `ele_to`, `rise_m`, or `incline`, in this order. null: no street tells
 * anything. Stairs have their own factor. Slopes beyond 60 % count as flat and are reported.
 */
export function measureSlopes(
  edges: Pick<EdgeColumns, 'count' | 'street' | 'length_mm' | 'shapeStart' | 'shapeX' | 'shapeY'>,
  streets: readonly Street[],
  frame: LocalFrame,
): { edgeSlope: Float32Array | null; issues: Issue[] } {
  const issues: Issue[] = []
  let edgeSlope: Float32Array | null = null
  for (let first = 0, end = 0; first < edges.count; first = end) {
    // the edges of a street stand together, in the order of its line
    const index = edges.street[first]
    for (end = first + 1; end < edges.count && edges.street[end] === index; end++);
    if (index < 0 || isSteps(streets[index])) continue
    const street = streets[index]
    const heights = heightsOf(street)
    if (heights === null) continue
    const times = walkSlopes(street, heights, issues)
    const length = edges.length_mm.subarray(first, end).reduce((sum, mm) => sum + mm, 0) / 1000
    // a private street has lost its pieces outside compounds: each that is left begins somewhere along it
    const hasGaps = Math.abs(length - times.length) > 0.5 + times.length * 0.001
    let along = 0
    for (let e = first; e < end; e++) {
      if (hasGaps)
        along = placeOnStreet(
          street,
          edges.shapeX[edges.shapeStart[e]],
          edges.shapeY[edges.shapeStart[e]],
          frame,
        )
      const next = along + edges.length_mm[e] / 1000
      const on = times.on(next) - times.on(along)
      const back = times.back(next) - times.back(along)
      if (next > along && (on !== next - along || back !== next - along)) {
        edgeSlope ??= new Float32Array(2 * edges.count).fill(1)
        edgeSlope[2 * e] = on / (next - along)
        edgeSlope[2 * e + 1] = back / (next - along)
      }
      along = next
    }
  }
  return { edgeSlope, issues }
}

/** How far along a street a point of it lies, metres. */
function placeOnStreet(street: Street, x: number, y: number, frame: LocalFrame): number {
  const { coordinates } = street.geometry
  let nearest = Infinity
  let place = 0
  let along = 0
  for (let v = 1; v < coordinates.length; v++) {
    const [ax, ay] = [frame.x(coordinates[v - 1][0]), frame.y(coordinates[v - 1][1])]
    const [bx, by] = [frame.x(coordinates[v][0]), frame.y(coordinates[v][1])]
    const length = stepLength(street, v)
    const t = ax === bx && ay === by ? 0 : clampedFoot(x, y, ax, ay, bx, by)
    const distance = Math.hypot(ax + t * (bx - ax) - x, ay + t * (by - ay) - y)
    if (distance < nearest) {
      nearest = distance
      place = along + t * length
    }
    along += length
  }
  return place
}

/**
 * Heights along a street: metres from its beginning, ascending, and metres up, at least two; null: not known,
 * or level.
 */
function heightsOf(street: Street): { along: number[]; height: number[] } | null {
  const { coordinates } = street.geometry
  const { ele_from, ele_to, rise_m, incline } = street
  let known = 0
  for (const position of coordinates) if (position.length > 2) known++
  const hasHeights = known > 1
  const rise = ele_from !== undefined && ele_to !== undefined ? ele_to - ele_from : rise_m
  const slope = rise === undefined && !hasHeights ? readIncline(incline) : undefined
  if (!hasHeights && rise === undefined && slope === undefined) return null
  const along: number[] = []
  const height: number[] = []
  let length = 0
  coordinates.forEach((position, v) => {
    if (v > 0) length += stepLength(street, v)
    if (!hasHeights || position.length < 3) return
    along.push(length)
    height.push(position[2])
  })
  if (hasHeights) return height.every((metres) => metres === height[0]) ? null : { along, height }
  return { along: [0, length], height: [0, rise ?? (slope ?? 0) * length] }
}

function stepLength(street: Street, v: number): number {
  const [a, b] = [street.geometry.coordinates[v - 1], street.geometry.coordinates[v]]
  return distanceOnSphere(a[0], a[1], b[0], b[1])
}

/**
 * `incline` as rise over run: "8%", "-5 %", "3°", "1:12", "0.05"; a bare number of 1 or more is percent, as
 * road engineers write it. undefined: "up", "down", or no number at all.
 */
export function readIncline(incline: string | undefined): number | undefined {
  const text = incline?.normalize('NFKC').trim() ?? ''
  const ratio = /^([+-]?)1\s*[:/]\s*(\d+(?:\.\d+)?)$/.exec(text)
  if (ratio !== null) {
    const run = Number(ratio[2])
    return run === 0 ? undefined : (ratio[1] === '-' ? -1 : 1) / run
  }
  const match = /^([+-]?\d*\.?\d+)\s*(%|°|‰)?$/.exec(text)
  if (match === null) return undefined
  const value = Number(match[1])
  if (match[2] === '°') return Math.tan((value * Math.PI) / 180)
  if (match[2] === '‰') return value / 1000
  return match[2] === '%' || Math.abs(value) >= 1 ? value / 100 : value
}

/** A street's walk on and back, as metres of flat walk up to a place metres from its beginning. */
interface SlopeTimes {
  readonly length: number
  on(along: number): number
  back(along: number): number
}

/** Adds up a street's slopes; between known heights they are straight, beyond them it is flat. */
function walkSlopes(
  street: Street,
  { along, height }: { along: readonly number[]; height: readonly number[] },
  issues: Issue[],
): SlopeTimes {
  let length = 0
  for (let v = 1; v < street.geometry.coordinates.length; v++) length += stepLength(street, v)
  const places = [0]
  const on = [0]
  const back = [0]
  let steepest = 0
  const add = (to: number, slope: number): void => {
    const run = to - places[places.length - 1]
    if (run <= 0) return
    places.push(to)
    on.push(on[on.length - 1] + run * slopeFactor(slope))
    back.push(back[back.length - 1] + run * slopeFactor(-slope))
  }
  add(along[0], 0)
  for (let k = 1; k < along.length; k++) {
    if (along[k] <= along[k - 1]) continue
    const slope = (height[k] - height[k - 1]) / (along[k] - along[k - 1])
    if (Math.abs(slope) > Math.abs(steepest)) steepest = slope
    add(along[k], Math.abs(slope) > STEEPEST ? 0 : slope)
  }
  add(length, 0)
  if (Math.abs(steepest) > STEEPEST) {
    const [lon, lat] = street.geometry.coordinates[0]
    const percent = Math.round(Math.abs(steepest) * 100)
    issues.push({
      severity: 'warning',
      code: 'slope-implausible',
      layer: 'streets',
      id: street.id,
      at: [lon, lat],
      facts: { percent },
    })
  }
  const lookUp = (sums: readonly number[]) => (place: number) => {
    let k = 1
    while (k < places.length - 1 && places[k] < place) k++
    // past the measured end only by rounding
    const share = (place - places[k - 1]) / (places[k] - places[k - 1])
    return sums[k - 1] + share * (sums[k] - sums[k - 1])
  }
  return { length, on: lookUp(on), back: lookUp(back) }
}
