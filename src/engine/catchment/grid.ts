import type { Metres } from '../../model/units'
import type { CutPieces } from './cut-pieces'

/** Nodes over local metres, row by row from the south-west. */
export interface Grid {
  /** node (0, 0), whole multiples of the cell: the grid does not swim while a point is dragged */
  readonly x0: Metres
  readonly y0: Metres
  readonly cell_m: Metres
  readonly columns: number
  readonly rows: number
}

/** The four grid lines that leave a node. */
export const EAST = 0
export const NORTH = 1
export const WEST = 2
export const SOUTH = 3

/** Places between two nodes are kept in this many parts; none is nearer to a node than one part. */
export const PARTS = 256

const MOST_NODES = 1 << 24

/**
 * A grid with at least one free row and column of nodes around everything within `buffer_m` of the cuts.
 * One too large for memory gets a coarser cell, never coarser than the buffer; beyond that RangeError.
 */
export function layGrid(cuts: CutPieces, wanted_m: Metres, buffer_m: Metres): Grid {
  let cell_m = wanted_m
  const span = (low: Metres, high: Metres) =>
    Math.ceil((high + buffer_m) / cell_m) - Math.floor((low - buffer_m) / cell_m) + 3
  while (span(cuts.minX, cuts.maxX) * span(cuts.minY, cuts.maxY) > MOST_NODES) {
    cell_m *= 1.5
    if (cell_m > buffer_m)
      throw new RangeError(
        `a catchment of ${cuts.maxX - cuts.minX} × ${cuts.maxY - cuts.minY} m is too large to draw`,
      )
  }
  return {
    x0: (Math.floor((cuts.minX - buffer_m) / cell_m) - 1) * cell_m,
    y0: (Math.floor((cuts.minY - buffer_m) / cell_m) - 1) * cell_m,
    cell_m,
    columns: span(cuts.minX, cuts.maxX),
    rows: span(cuts.minY, cuts.maxY),
  }
}

/** A place on a grid line in whole parts. Never falls as the place moves on; nothing on the grid is below 0. */
export function toParts(place: number): number {
  return (place * PARTS + 0.5) | 0
}

/** The first node at or after a place in parts. */
export function nodeFrom(parts: number): number {
  return (parts + PARTS - 1) >> 8
}

/** The last node at or before a place in parts. */
export function nodeTo(parts: number): number {
  return parts >> 8
}

/** A number of parts between two nodes, kept clear of both. */
export function keepClear(parts: number): number {
  return parts < 1 ? 1 : parts > PARTS - 1 ? PARTS - 1 : parts
}

/** Keeps the largest number of parts, at least 1. Without branches, which no processor could foresee here. */
export function raise(values: Uint8Array, at: number, parts: number): void {
  const more = parts + ((parts - 1) >>> 31) - values[at]
  values[at] += more & ~(more >> 31)
}
