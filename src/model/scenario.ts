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
  /** what it costs by the user's word; absent: by the cost items */
  readonly cost_yuan?: number
  readonly note?: string
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
        /** of the space; absent: all of it */
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
  | 'line-too-short'
  /** an end of the line does not lie on the street it is to join */
  | 'not-on-street'
  | 'already-shared'
  | 'nothing-to-change'
