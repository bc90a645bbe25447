import type { Metres, SquareMetres } from '../../model/units'
import type { Rings } from '../geometry/rings'
import { assembleBands } from './assemble-bands'
import { coverGrid } from './band-field'
import { addPoint, cutPieces, type ReachedPieces } from './cut-pieces'
import type { Walls } from './walls-on-grid'
import { traceBands } from './trace-bands'

export type { ReachedPieces } from './cut-pieces'

export interface ServiceAreaOptions {
  /** grid; at most the buffer, or streets would fall between the nodes */
  readonly cell_m: Metres
  /** how far from the walked line counts */
  readonly buffer_m: Metres
  /** width of the corridor along the traced outline in which the drawn one stays; 0: as traced */
  readonly simplify_m: Metres
  /** water nobody walks through, cut out: areas in local metres, each even-odd in itself; they may overlap */
  readonly water?: readonly Rings[]
  /** what hides the ground behind it from the street; null or absent: nothing does */
  readonly walls?: Walls | null
}

/** Coarse enough to draw while a point is dragged; 5 m cells for exports. */
export const SERVICE_AREA_DEFAULTS = {
  cell_m: 10,
  buffer_m: 25,
  simplify_m: 2,
} as const satisfies ServiceAreaOptions

export interface ServiceAreaBand {
  readonly limit: number
  /**
   * polygon → rings: outer first and counter-clockwise, holes clockwise; flat x,y in local metres, first
   * point not repeated
   */
  readonly polygons: readonly (readonly Float64Array[])[]
  /** of the polygons as they are */
  readonly area_m2: SquareMetres
  /** metres of street within the limit */
  readonly street_m: Metres
}

/**
 * What lies within `buffer_m` of the street walked within each of the ascending limits: for drawing, never
 * for a verdict. Where the buffer of each walked piece crosses the lines of a grid is found exactly, marching
 * squares links the crossings, outlines are simplified. Rings never
 * touch themselves or each other; bands nest and share their edges exactly where they are the same; no
 * band is empty: where nothing is reached it is a disc around `origin`. Islands and holes too small to see
 * are left out (see `assembleBands`).
 *
 * Works in buffers kept between calls: not re-entrant; each worker is single-threaded and has its own.
 * Limits that descend, or a cell larger than the buffer: RangeError.
 */
export function serviceArea(
  pieces: ReachedPieces,
  limits: readonly number[],
  options: ServiceAreaOptions,
  origin: readonly [Metres, Metres],
): ServiceAreaBand[] {
  checkArguments(limits, options)
  if (limits.length === 0) return []
  const bands = drawBands(pieces, limits, options, origin, null)
  // all of the smallest band lies in the water or behind walls: leave it a place to stand on
  if (bands[0].polygons.length === 0) return drawBands(pieces, limits, options, origin, origin)
  return bands
}

function drawBands(
  pieces: ReachedPieces,
  limits: readonly number[],
  options: ServiceAreaOptions,
  origin: readonly [Metres, Metres],
  keep: readonly [Metres, Metres] | null,
): ServiceAreaBand[] {
  const { cell_m, buffer_m, simplify_m, water = [], walls = null } = options
  const street_m = new Float64Array(limits.length)
  const cuts = cutPieces(pieces, limits, street_m)
  if (keep !== null || !cuts.band.subarray(0, cuts.count).includes(0)) addPoint(origin[0], origin[1])
  const field = coverGrid(cuts, limits.length, { cell_m, buffer_m, water, walls, keep })
  const outlines = assembleBands(traceBands(field), limits.length, field.grid.cell_m, simplify_m, buffer_m)
  return outlines.map((outline, band) => ({ limit: limits[band], ...outline, street_m: street_m[band] }))
}

function checkArguments(
  limits: readonly number[],
  { cell_m, buffer_m, simplify_m }: ServiceAreaOptions,
): void {
  if (!(cell_m > 0 && cell_m <= buffer_m && simplify_m >= 0))
    throw new RangeError(
      `cell ${cell_m} m, buffer ${buffer_m} m, simplify ${simplify_m} m do not fit together`,
    )
  if (limits.length > 254) throw new RangeError(`${limits.length} bands; at most 254`)
  for (let i = 1; i < limits.length; i++)
    if (!(limits[i] >= limits[i - 1])) throw new RangeError(`limits ${limits.join(', ')} do not ascend`)
}
