import { cellToBoundary, latLngToCell, polygonToCells } from 'h3-js'

import { SURFACE_UNKNOWN, type SurfaceHexagons } from '../../model/surface'
import type { LocalFrame } from '../geometry/local-frame'
import type { PlacedPeople } from '../places/place-people'
import type { Ground } from './ground'
import type { Field } from './measure-surface'

/** Larger extents are told in hexagons of resolution 9 (about 200 m a side), smaller ones in 10 (76 m). */
const FINE_UP_TO_KM2 = 25
/** Degrees around the ground, so that hexagons over its edge are found: a side of resolution 9 and more. */
const MARGIN = 0.004

export interface HexagonInput {
  readonly field: Field
  readonly frame: LocalFrame
  readonly people: PlacedPeople
  /** where each demand point is: longitude and latitude side by side */
  readonly places: Float64Array
  /** absent: by the extent */
  readonly resolution?: number
}

/** What one hexagon holds. */
interface Holding {
  readonly ground: number[]
  readonly points: number[]
}

/**
 * A field by hexagons of the H3 grid: of each the median of its residents (people-weighted; where none are known,
 * the median place on the street), the mean, and who is beyond the last step. Hexagons without streets and
 * without people are left out. The order is that of their ids.
 */
export function drawHexagons({ field, frame, people, places, resolution }: HexagonInput): SurfaceHexagons {
  const { ground } = field
  const res = resolution ?? resolutionFor(ground)
  const held = new Map<string, Holding>()
  const holdingOf = (id: string): Holding => {
    let holding = held.get(id)
    if (holding === undefined) held.set(id, (holding = { ground: [], points: [] }))
    return holding
  }
  people.points.forEach((_, p) => {
    holdingOf(latLngToCell(places[2 * p + 1], places[2 * p], res)).points.push(p)
  })
  fillGround(ground, frame, res, holdingOf)
  const ids = [...held.keys()].sort()
  const hexagons = {
    value: new Float32Array(ids.length),
    mean: new Float32Array(ids.length),
    people: new Float64Array(ids.length),
    people_unknown: new Float64Array(ids.length),
    people_beyond: new Float64Array(ids.length),
  }
  ids.forEach((id, i) => {
    const summary = summarize(field, people, held.get(id) as Holding)
    for (const name of ['value', 'mean', 'people', 'people_unknown', 'people_beyond'] as const)
      hexagons[name][i] = summary[name]
  })
  return { resolution: res, ids, ...outline(ids), ...hexagons }
}

function resolutionFor({ grid, node }: Ground): number {
  return (node.length * grid.cell_m * grid.cell_m) / 1e6 <= FINE_UP_TO_KM2 ? 10 : 9
}

function outline(ids: readonly string[]): Pick<SurfaceHexagons, 'start' | 'corners'> {
  const start = new Int32Array(ids.length + 1)
  const corners: number[] = []
  ids.forEach((id, i) => {
    for (const [lat, lon] of cellToBoundary(id)) corners.push(lon, lat)
    start[i + 1] = corners.length / 2
  })
  return { start, corners: Float64Array.from(corners) }
}

/** Gives every place of the ground to the hexagon it lies in: each hexagon is filled row by row. */
function fillGround(
  ground: Ground,
  frame: LocalFrame,
  resolution: number,
  holdingOf: (id: string) => Holding,
): void {
  const { x0, y0, cell_m, columns, rows } = ground.grid
  if (ground.node.length === 0) return
  const placeAt = new Int32Array(columns * rows).fill(-1)
  ground.node.forEach((node, i) => (placeAt[node] = i))
  const [west, east] = [frame.lon(x0) - MARGIN, frame.lon(x0 + columns * cell_m) + MARGIN]
  const [south, north] = [frame.lat(y0) - MARGIN, frame.lat(y0 + rows * cell_m) + MARGIN]
  const box = [
    [south, west],
    [south, east],
    [north, east],
    [north, west],
  ]
  for (const id of polygonToCells(box, resolution)) {
    const ring = cellToBoundary(id).map(([lat, lon]): [number, number] => [
      (frame.x(lon) - x0) / cell_m,
      (frame.y(lat) - y0) / cell_m,
    ])
    const own: number[] = []
    eachInside(ring, columns, rows, (node) => {
      if (placeAt[node] >= 0) own.push(placeAt[node])
    })
    if (own.length > 0) holdingOf(id).ground.push(...own)
  }
}

/** Tells the nodes inside a convex ring; one on an edge belongs to the hexagon north or east of it. */
function eachInside(
  ring: readonly (readonly [number, number])[],
  columns: number,
  rows: number,
  tell: (node: number) => void,
): void {
  const ys = ring.map(([, y]) => y)
  const last = Math.min(rows - 1, Math.ceil(Math.max(...ys)) - 1)
  for (let row = Math.max(0, Math.ceil(Math.min(...ys))); row <= last; row++) {
    let [from, to] = [Infinity, -Infinity]
    ring.forEach(([ax, ay], i) => {
      const [bx, by] = ring[(i + 1) % ring.length]
      if (ay > row === by > row) return
      const x = ax + ((row - ay) / (by - ay)) * (bx - ax)
      from = Math.min(from, x)
      to = Math.max(to, x)
    })
    const end = Math.min(columns - 1, Math.ceil(to) - 1)
    for (let column = Math.max(0, Math.ceil(from)); column <= end; column++) tell(row * columns + column)
  }
}

function summarize(
  { onGround, atPeople, breaks, unit }: Field,
  { points, people: peopleOf }: PlacedPeople,
  held: Holding,
): Record<'value' | 'mean' | 'people' | 'people_unknown' | 'people_beyond', number> {
  const last = unit === 'classes' ? 0 : breaks[breaks.length - 1]
  const values: [value: number, weight: number][] = []
  let [all, unknown, beyond, reached, sum] = [0, 0, 0, 0, 0]
  for (const p of held.points) {
    const { community, share } = points[p]
    const weight = (peopleOf[community] ?? 0) * share
    const value = atPeople[p]
    all += weight
    if (weight === 0) continue
    if (Number.isNaN(value) || value === SURFACE_UNKNOWN) {
      unknown += weight
      continue
    }
    values.push([value, weight])
    if (value > last) beyond += weight
    if (value === Infinity) continue
    reached += weight
    sum += weight * value
  }
  return {
    // nobody known here: the places on the street speak
    value: all === 0 ? middleOf(held.ground, onGround) : medianOf(values),
    mean: reached > 0 ? sum / reached : NaN,
    people: all,
    people_unknown: unknown,
    people_beyond: beyond,
  }
}

/** The value of the middle one of some places, unknown ones left out. */
function middleOf(ground: readonly number[], onGround: Float32Array): number {
  const values = new Float32Array(ground.length)
  let count = 0
  for (const i of ground) if (onGround[i] !== SURFACE_UNKNOWN) values[count++] = onGround[i]
  return count === 0 ? SURFACE_UNKNOWN : values.subarray(0, count).sort()[(count - 1) >> 1]
}

/** The value at which half of the weight is passed; SURFACE_UNKNOWN: nothing is known. */
function medianOf(values: [value: number, weight: number][]): number {
  values.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const half = values.reduce((sum, [, weight]) => sum + weight, 0) / 2
  let passed = 0
  for (const [value, weight] of values) {
    passed += weight
    if (passed >= half - 1e-9) return value
  }
  return SURFACE_UNKNOWN
}
