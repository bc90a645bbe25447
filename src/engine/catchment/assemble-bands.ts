import type { Metres, SquareMetres } from '../../model/units'
import { isInside } from '../geometry/rings'
import { simplifyContour } from './simplify-contour'
import type { ContourVertices } from './trace-bands'

export interface BandOutline {
  /** polygon → rings, outer first and counter-clockwise, holes clockwise; flat x,y, first not repeated */
  readonly polygons: readonly (readonly Float64Array[])[]
  readonly area_m2: SquareMetres
}

interface Ring {
  readonly band: number
  readonly flat: Float64Array
  readonly area: SquareMetres
}

/** Islands and holes below this are noise on a map of streets … */
const SMALLEST_M2 = 100
/** … or below this share of the disc around a single point, when the buffer is small. */
const SMALLEST_SHARE = 0.25

// kept between calls; see service-area.ts on re-entrance
let ringScratch = new Int32Array(0)
let flatScratch = new Float64Array(0)

/**
 * Rings of all bands, simplified and sorted into polygons. A ring that encloses less than 100 m² (or a
 * quarter of the buffer's disc, if that is less) is left out, hole or island alike: a hole of a larger
 * band lies in one of a smaller band and an island of a smaller band in one of a larger, so bands still
 * nest. Takes the vertices' links apart.
 */
export function assembleBands(
  vertices: ContourVertices,
  bands: number,
  cell_m: Metres,
  simplify_m: Metres,
  buffer_m: Metres,
): BandOutline[] {
  if (ringScratch.length < vertices.count) {
    ringScratch = new Int32Array(vertices.x.length)
    flatScratch = new Float64Array(vertices.x.length * 2)
  }
  const smallest = Math.min(SMALLEST_M2, SMALLEST_SHARE * Math.PI * buffer_m * buffer_m)
  const rings: Ring[] = []
  const { next, band } = vertices
  for (let first = 0; first < vertices.count; first++) {
    if (next[first] < 0) continue
    const length = followRing(next, first)
    const count =
      simplify_m > 0
        ? simplifyContour(vertices, ringScratch, length, cell_m, simplify_m / 2, flatScratch)
        : copyRing(vertices, length)
    const area = areaOf(count)
    if (Math.abs(area) >= smallest)
      rings.push({ band: band[first], area, flat: flatScratch.slice(0, count * 2) })
  }
  const outlines: BandOutline[] = []
  for (let k = 0; k < bands; k++) outlines.push(sortIntoPolygons(rings.filter((ring) => ring.band === k)))
  return outlines
}

/** Lists the ring's vertices and marks them as done; the answer is how many. */
function followRing(next: Int32Array, first: number): number {
  let length = 0
  let vertex = first
  do {
    ringScratch[length++] = vertex
    const following = next[vertex]
    next[vertex] = -1
    vertex = following
  } while (vertex !== first)
  return length
}

function copyRing({ x, y }: ContourVertices, length: number): number {
  for (let i = 0; i < length; i++) {
    flatScratch[2 * i] = x[ringScratch[i]]
    flatScratch[2 * i + 1] = y[ringScratch[i]]
  }
  return length
}

/** Shoelace, from the first point: large coordinates would cost digits. */
function areaOf(count: number): SquareMetres {
  const ox = flatScratch[0]
  const oy = flatScratch[1]
  let twice = 0
  let ax = 0
  let ay = 0
  for (let i = 1; i < count; i++) {
    const bx = flatScratch[2 * i] - ox
    const by = flatScratch[2 * i + 1] - oy
    twice += ax * by - bx * ay
    ax = bx
    ay = by
  }
  return twice / 2
}

/** Every hole goes to the smallest shell around it: an island in a lake has its own. */
function sortIntoPolygons(rings: readonly Ring[]): BandOutline {
  const shells = rings.filter((ring) => ring.area > 0)
  const polygons = shells.map((shell) => [shell.flat])
  let area_m2 = 0
  for (const ring of rings) {
    area_m2 += ring.area
    if (ring.area < 0) polygons[findShell(shells, ring)].push(ring.flat)
  }
  return { polygons, area_m2 }
}

function findShell(shells: readonly Ring[], hole: Ring): number {
  if (shells.length === 1) return 0
  let best = -1
  for (let i = 0; i < shells.length; i++) {
    const isSmaller = best < 0 || shells[i].area < shells[best].area
    if (isSmaller && isInside([shells[i].flat], hole.flat[0], hole.flat[1])) best = i
  }
  if (best < 0) throw new Error(`a hole at ${hole.flat[0]}, ${hole.flat[1]} lies in no island`)
  return best
}
