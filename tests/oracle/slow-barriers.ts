import type { Project } from '../../src/model/project'
import type { LonLat } from '../../src/model/units'
import { contains, edgesOf, type Ring, ringsOf, type SlowCompound } from './slow-compounds'
import { haversine, nearestOn } from './slow-walk'

/*
 * What nobody walks straight through: docs/method.md (5), every piece of every wall looked at.
 */

/** A straight piece of something in the way. */
export interface Wall {
  readonly a: LonLat
  readonly b: LonLat
  /** compound it is the edge of, −1: none */
  readonly zone: number
  /** the water it is the shore of, if any */
  readonly water: readonly Ring[] | null
}

/** A piece of wall this near to an end of a way does not count. */
const ON_BARRIER_M = 0.5

export function readWalls(project: Project, compounds: readonly SlowCompound[]): Wall[] {
  const walls: Wall[] = []
  for (const { kind, geometry } of project.layers.barriers) {
    if (kind === undefined) continue
    const rings = ringsOf(geometry)
    const line =
      geometry.type === 'LineString' ? [geometry.coordinates.map(([x, y]): LonLat => [x, y])] : rings
    const water = kind === 'water' && rings.length > 0 ? rings : null
    for (const [a, b] of edgesOf(line)) walls.push({ a, b, zone: -1, water })
  }
  for (const { rings, zone } of compounds)
    for (const [a, b] of edgesOf(rings)) walls.push({ a, b, zone, water: null })
  return walls
}

/** Whether one gets straight from a place to a point; `zone`: whose own edge does not count. */
export function isFree(
  walls: readonly Wall[],
  from: LonLat,
  to: LonLat,
  zone: number,
  endSlack_m = ON_BARRIER_M,
): boolean {
  return !walls.some(
    (wall) =>
      crosses(from, to, wall.a, wall.b) &&
      !(zone >= 0 && wall.zone === zone) &&
      distanceTo(wall, from) > ON_BARRIER_M &&
      distanceTo(wall, to) > endSlack_m &&
      !(wall.water !== null && contains(wall.water, from)),
  )
}

function distanceTo({ a, b }: Wall, p: LonLat): number {
  return a[0] === b[0] && a[1] === b[1] ? haversine(a, p) : nearestOn({ a, b }, p).d
}

function side(u: LonLat, v: LonLat, w: LonLat): number {
  return Math.sign((v[0] - u[0]) * (w[1] - u[1]) - (v[1] - u[1]) * (w[0] - u[0]))
}

/** Touching counts: nobody slips through where two pieces of a wall meet. */
function crosses(p: LonLat, q: LonLat, a: LonLat, b: LonLat): boolean {
  // along a wall, or not going anywhere, nothing is crossed
  if (side(p, q, a) === 0 && side(p, q, b) === 0) return false
  return side(p, q, a) * side(p, q, b) <= 0 && side(a, b, p) * side(a, b, q) <= 0
}
