import type { LonLat } from './units'

/**
 * A variant of the untouched base: plain, ordered edits. The first form knows gates; each further edit
 * is one new member of the union.
 */
export interface Scenario {
  readonly id: string
  readonly name: string
  readonly note?: string
  /** true: shown, not edited */
  readonly locked?: boolean
  readonly edits: readonly Edit[]
}

/** Written into `source` of records that a scenario added: they move nobody. */
export const SCENARIO_SOURCE = 'scenario'

/** What every edit may have beside what it does. */
interface Common {
  /** what records it adds are named after, so that they stay the same wherever it stands in its list; absent: its place */
  readonly id?: string
  /** what it costs by the user's word; absent: by the cost items */
  readonly cost_yuan?: number
  readonly note?: string
}

/** Whom an opened gate lets through. */
export type GateAccess = 'public' | 'residents'

/** The way through walls in common. */
export interface SharedPath {
  readonly line: readonly LonLat[]
  /** the street that each place of the line joins; null: none. The first and the last join one each */
  readonly joins: readonly (string | null)[]
}

/** One measure. A new one is a member here, a file in engine/scenario/edits and a schema in project/edit-json. */
export type Edit = Common &
  (
    | {
        readonly kind: 'open-gate'
        readonly gate: string
        readonly access: 'public' | 'residents'
        /** its hours from now on, «06:00» to «22:00», the same or midnight to midnight round the clock; absent: as they are */
        readonly hours?: { readonly from: string; readonly to: string }
      }
    | { readonly kind: 'close-gate'; readonly gate: string }
    /** a new gate where the edge of a community is nearest to a place */
    | {
        readonly kind: 'open-wall'
        readonly community: string
        readonly at: LonLat
        readonly access: 'public' | 'residents'
      }
    /** the walls that two communities have in common opened at one place, with the way through where there is none */
    | {
        readonly kind: 'open-shared-wall'
        readonly communities: readonly [string, string]
        /** in the edge of each; the same where one wall parts them */
        readonly at: readonly [LonLat, LonLat]
        /** whom each of the two lets through there */
        readonly sides: readonly [GateAccess, GateAccess]
        /** from a street inside the first to one inside the second; null: a street runs through there, cut by the walls */
        readonly path: SharedPath | null
      }
    /** a footway along a line; an end on a street joins it */
    | {
        readonly kind: 'add-path'
        readonly line: readonly LonLat[]
        readonly from: string | null
        readonly to: string | null
      }
    | { readonly kind: 'remove-path'; readonly street: string }
    /** a candidate space, or a part of it, becomes a facility */
    | {
        readonly kind: 'convert-space'
        readonly space: string
        /** code of the hosted use */
        readonly use: string
        readonly class: string
        /** of the space; absent: what the uses before it leave */
        readonly area_m2?: number
        /** places, beds, bays */
        readonly capacity?: number
        /** only for the community the space lies in */
        readonly access?: 'public' | 'residents'
      }
    | {
        readonly kind: 'add-facility'
        readonly name: string
        readonly class: string
        readonly at: LonLat
        readonly community?: string
        readonly access?: 'public' | 'residents'
        readonly floor_area_m2?: number
        readonly land_area_m2?: number
        readonly capacity?: number
      }
    | { readonly kind: 'move-facility'; readonly facility: string; readonly to: LonLat }
    | {
        readonly kind: 'resize-facility'
        readonly facility: string
        readonly floor_area_m2?: number
        readonly land_area_m2?: number
        readonly capacity?: number
      }
    | { readonly kind: 'close-facility'; readonly facility: string }
    /** a facility reserved to a community serves its neighbors too */
    | { readonly kind: 'share-facility'; readonly facility: string }
  )

export type EditKind = Edit['kind']

/** Why an edit cannot work. */
export type EditRefusal =
  /** the record it names is not there, or was taken away by an earlier edit */
  | 'missing'
  /** more of a space is used than there is */
  | 'space-used-up'
  | 'space-without-area'
  /** the community has no wall to open */
  | 'not-gated'
  /** the place is farther from the community's edge than a gate may be */
  | 'far-from-edge'
  /** the walls of the two communities are farther apart there than walls in common may be */
  | 'walls-apart'
  /** a gate of one of the two is so near that it would decide there */
  | 'gate-near'
  /** heritage: what stands there is not opened */
  | 'heritage'
  /** the survey says of the wall that it stays */
  | 'wall-locked'
  /** a house stands where the way through would be */
  | 'building-between'
  | 'line-too-short'
  /** an end of the line does not lie on the street it is to join */
  | 'not-on-street'
  | 'already-shared'
  | 'nothing-to-change'
