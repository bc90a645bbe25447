import type { LayerName } from './layers'
import type { Edit, EditRefusal } from './scenario'

/**
 * Walls of two compounds that are at most this far apart are walls in common, metres (J): one wall drawn once or twice,
 * two walls with a strip or an alley between. Renovation units take edges to run along each other by the same figure.
 */
export const SHARED_WALL_M = 12
/** Walls nearer to each other than this are one wall: where to is rounding, metres. */
export const ONE_WALL_M = 0.5
/** The extra field of a gate through which only the way of its own edit leads. */
export const ON_PATH_FIELD = 'on_path'

/** Why walls in common cannot be opened at a place, and which record says so. */
export interface SharedWallProblem {
  readonly reason:
    | EditRefusal
    /** no street on record inside this community comes near: whether one can walk there is not known */
    | 'no-street-inside'
    /** a main road runs between the walls */
    | 'road-between'
    /** water, a railway or an expressway lies between, or another wall inside */
    | 'barrier-between'
    /** a street is cut by one of the two walls near by, and a gate would open it as well */
    | 'street-cut'
  readonly layer: LayerName
  readonly id: string
}

/** What opens a wall that two communities share, or why nothing does. */
export type SharedWallAnswer = { readonly edit: Edit } | { readonly problem: SharedWallProblem }
