import type { Basis } from './profile'

/** What a surface shows: the walk to the nearest facility of a class, or how many required classes are missing. */
export type SurfaceSubject = { readonly kind: 'class'; readonly code: string } | { readonly kind: 'missing' }

export const SURFACE_FORMS = ['cells', 'hexagons'] as const
export type SurfaceForm = (typeof SURFACE_FORMS)[number]

/** A value where it is not known: the data ends nearer, or the class was not surveyed here. */
export const SURFACE_UNKNOWN = -1

/**
 * How it is everywhere, not only where people live. Values: metres, seconds or classes; Infinity: nothing within
 * the lookout; SURFACE_UNKNOWN; NaN: no street near, nothing is said.
 */
export interface Surface {
  readonly subject: SurfaceSubject
  /** what the walks minimize */
  readonly basis: Basis
  readonly unit: 'm' | 's' | 'classes'
  /** upper ends of the steps it is shown in, ascending, in its unit; beyond the last: missing */
  readonly breaks: readonly number[]
  /** required classes that count, and those that do not because they were not surveyed here */
  readonly counted: number
  readonly unsurveyed: number
  readonly cells: SurfaceCells | null
  readonly hexagons: SurfaceHexagons | null
}

/** A grid of cells in degrees, row by row from the north-west, as a picture. */
export interface SurfaceCells {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
  readonly columns: number
  readonly rows: number
  /** side of a cell, and how far from a street is still colored, metres */
  readonly cell_m: number
  readonly near_m: number
  readonly values: Float32Array
}

/** Hexagons of the H3 grid that hold people or streets; columns of one entry each. */
export interface SurfaceHexagons {
  readonly resolution: number
  readonly ids: readonly string[]
  /** corners, longitude and latitude side by side; of hexagon i from `start[i]` to `start[i + 1]` */
  readonly start: Int32Array
  readonly corners: Float64Array
  /** the median resident's value; where nobody is known, that of the median place on the street */
  readonly value: Float32Array
  /** people-weighted mean over those who reach one; NaN: nobody does, or nobody is known */
  readonly mean: Float32Array
  /** known people who start to walk here */
  readonly people: Float64Array
  /** of them, those for whom it is not known; they are in no median or mean */
  readonly people_unknown: Float64Array
  /** of them, those who are beyond the last break, or, of missing classes, who miss any */
  readonly people_beyond: Float64Array
}
