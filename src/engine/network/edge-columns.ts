import type { Street } from '../../model/layers'
import { makeColumn, makeColumnWithRoom } from '../column'
import { EARTH_RADIUS_M, type LocalFrame } from '../geometry/local-frame'
import { KEYS_PER_DEGREE, type StreetLines } from './street-lines'
import { delayKindOf, isClimbed, isClosedToWheels, isRaised } from './walkable'

/** Edges in columns, their ends still vertices; see WalkNetwork for what each column means. */
export interface EdgeColumns {
  readonly count: number
  readonly from: Int32Array
  readonly to: Int32Array
  readonly length_mm: Int32Array
  readonly street: Int32Array
  readonly zone: Int32Array
  readonly isSteps: Uint8Array
  readonly hasBarrier: Uint8Array
  readonly isOneway: Uint8Array
  readonly isRaised: Uint8Array
  readonly delay: Uint8Array
  readonly delayShare: Float32Array
  readonly shapeStart: Int32Array
  readonly shapeEnd: Int32Array
  readonly shapeX: Float64Array
  readonly shapeY: Float64Array
}

/** What streets without any mark have: nothing special. */
const PLAIN_STREET = { steps: 0, barrier: 0, oneway: 0, raised: 0, delay: 0 } as const

/**
 * One edge per stretch of a line between two junctions. `vertexOf`: vertex number of each line vertex. The columns
 * have room for a second edge in zones of `twice`.
 */
export function cutIntoEdges(
  lines: StreetLines,
  vertexOf: Int32Array,
  isJunction: Uint8Array,
  streets: readonly Street[],
  frame: LocalFrame,
  twice: ReadonlySet<number>,
): EdgeColumns {
  let count = 0
  let more = 0
  for (let l = 0; l < lines.count; l++) {
    const before = count
    for (let v = lines.start[l] + 1; v < lines.start[l + 1]; v++) count += isJunction[vertexOf[v]]
    if (lines.zone[l] >= 0 && twice.has(lines.zone[l])) more += count - before
  }
  // a vertex between two edges of a line stands in the shapes of both
  const shapeCount = lines.lonKey.length + count - lines.count
  // each edge's vertices begin where those of the one before end
  const marks = makeColumn(Int32Array, count + 1)
  const edges = {
    count,
    from: makeColumnWithRoom(Int32Array, count, more),
    to: makeColumnWithRoom(Int32Array, count, more),
    length_mm: makeColumnWithRoom(Int32Array, count, more),
    street: makeColumnWithRoom(Int32Array, count, more),
    zone: makeColumnWithRoom(Int32Array, count, more),
    isSteps: makeColumnWithRoom(Uint8Array, count, more),
    hasBarrier: makeColumnWithRoom(Uint8Array, count, more),
    isOneway: makeColumnWithRoom(Uint8Array, count, more),
    isRaised: makeColumnWithRoom(Uint8Array, count, more),
    delay: makeColumnWithRoom(Uint8Array, count, more),
    delayShare: makeColumnWithRoom(Float32Array, count, more),
    shapeStart: marks.subarray(0, count),
    shapeEnd: marks.subarray(1),
    shapeX: makeColumn(Float64Array, shapeCount),
    shapeY: makeColumn(Float64Array, shapeCount),
  }
  let e = 0
  let s = 0
  let firstEdge = 0
  let streetLength = 0
  for (let l = 0; l < lines.count; l++) {
    const traits = lines.street[l] < 0 ? PLAIN_STREET : traitsOf(streets[lines.street[l]])
    const first = lines.start[l]
    const end = lines.start[l + 1]
    let length = 0
    let from = vertexOf[first]
    let lon = lines.lonKey[first] / KEYS_PER_DEGREE
    let lat = lines.latKey[first] / KEYS_PER_DEGREE
    let cos = Math.cos(lat * RADIANS)
    edges.shapeX[s] = frame.x(lon)
    edges.shapeY[s++] = frame.y(lat)
    for (let v = first + 1; v < end; v++) {
      const nextLon = lines.lonKey[v] / KEYS_PER_DEGREE
      const nextLat = lines.latKey[v] / KEYS_PER_DEGREE
      const nextCos = Math.cos(nextLat * RADIANS)
      // haversine as in distanceOnSphere, with each vertex's cosine taken once
      const sinLat = Math.sin(((nextLat - lat) * RADIANS) / 2)
      const sinLon = Math.sin(((nextLon - lon) * RADIANS) / 2)
      const h = sinLat * sinLat + cos * nextCos * sinLon * sinLon
      length += 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)))
      lon = nextLon
      lat = nextLat
      cos = nextCos
      edges.shapeX[s] = frame.x(lon)
      edges.shapeY[s++] = frame.y(lat)
      const vertex = vertexOf[v]
      if (isJunction[vertex] === 0) continue
      edges.from[e] = from
      edges.to[e] = vertex
      edges.length_mm[e] = Math.round(length * 1000)
      edges.street[e] = lines.street[l]
      edges.zone[e] = lines.zone[l]
      edges.isSteps[e] = traits.steps
      edges.hasBarrier[e] = traits.barrier
      edges.isOneway[e] = traits.oneway
      edges.isRaised[e] = traits.raised
      edges.delay[e] = traits.delay
      edges.delayShare[e] = length
      e++
      marks[e] = s
      if (v < end - 1) {
        edges.shapeX[s] = edges.shapeX[s - 1]
        edges.shapeY[s] = edges.shapeY[s - 1]
        s++
      }
      streetLength += length
      from = vertex
      length = 0
    }
    if (l + 1 < lines.count && lines.street[l + 1] === lines.street[l]) continue
    // a delay is met once per street, in however many lines walls cut it: each edge carries its share by length
    for (; firstEdge < e; firstEdge++)
      edges.delayShare[firstEdge] = streetLength === 0 ? 0 : edges.delayShare[firstEdge] / streetLength
    streetLength = 0
  }
  return edges
}

const RADIANS = Math.PI / 180

/** What edges take over from their street, as numbers. */
type Traits = { readonly [K in keyof typeof PLAIN_STREET]: number }

function traitsOf(street: Street): Traits {
  const steps = isClimbed(street) ? 1 : 0
  const barrier = isClosedToWheels(street) ? 1 : 0
  const oneway = street.oneway_foot === true ? 1 : 0
  const raised = isRaised(street) ? 1 : 0
  const delay = delayKindOf(street)
  return steps + barrier + oneway + raised + delay === 0
    ? PLAIN_STREET
    : { steps, barrier, oneway, raised, delay }
}
