import type { Reason, Verdict } from './assessment'
import type { Barrier, Space } from './layers'
import type { Basis, ProfileId } from './profile'
import type { RuleStatus } from './rule-pack'
import type { LonLat } from './units'

/** Whose walk is explained: a community's median resident, the people of a building, or whoever stands at a point. */
export type Who =
  | { readonly kind: 'community'; readonly id: string }
  | { readonly kind: 'building'; readonly id: string }
  | { readonly kind: 'point'; readonly at: LonLat }

/**
 * Why a class is served or not from somewhere: facts only, the sentences are the views'. Lengths are whole
 * millimetres and times whole milliseconds, as the search counts them, so that parts add up to the whole.
 */
export interface Explanation {
  readonly who: Who
  /** record that is asked about; null: a map point, or a record without a name */
  readonly name: string | null
  /** community whose own facilities serve here; null: none */
  readonly community: Named | null
  /** facility class code */
  readonly class: string
  readonly profile: ProfileId
  readonly basis: Basis
  /** the walk the verdict uses, in its unit */
  readonly limit: number
  readonly limit_unit: 'm' | 's'
  readonly limit_status: RuleStatus
  readonly verdict: Verdict
  readonly reason: Reason
  /** people of the community or building; null: not known, or a point */
  readonly people: number | null
  /** how the people of a community split; null: not a community */
  readonly split: Split | null
  /** where the explained walk starts; null: nothing is known of where people live */
  readonly start: LonLat | null
  /** building whose people walk; null: they are counted at gates or at the edge, or it is a point */
  readonly home: Named | null
  /** the nearest facility on foot that serves here, also beyond the limit; null: none within the lookout */
  readonly walk: ExplainedWalk | null
  /** the nearest facility reserved to another community, if the walk is within the limit; null: none */
  readonly refused: ExplainedWalk | null
  /** the nearest facility as the crow flies; null: there is none of the class */
  readonly crow: CrowFlight | null
  /** metres or seconds (by the unit of the limit) that the walk is too long; null: it is not, or there is none */
  readonly missing: number | null
  /** what is not known, and what would settle it; null: the verdict is known */
  readonly unknown: Unknown | null
  /** single changes that would serve it or more of its people, most people first; empty: none does */
  readonly changes: readonly SingleChange[]
}

/** A record by id, with the name it has. */
export interface Named {
  readonly id: string
  readonly name: string | null
}

/** The people of a community by verdict, as shares of all; they add up to one. */
export interface Split {
  readonly served: number
  readonly unserved: number
  readonly unknown: number
}

/** A walk to a facility in legs. */
export interface ExplainedWalk {
  readonly facility: Named
  /** community the facility is reserved to; null: it is open to everybody, or nobody knows whose it is */
  readonly owner: Named | null
  readonly mm: number
  readonly ms: number
  readonly legs: readonly WalkLeg[]
  /** straight metres between its ends, and how many times as long the walk is */
  readonly straight_m: number
  readonly ratio: number | null
  /** going round to a gate of the own compound; null: no gate is passed on the way out */
  readonly detour: GateDetour | null
}

/** Leaving the own compound by a gate, against walking straight out through the wall. */
export interface GateDetour {
  /** null: a crossing street taken for a gate */
  readonly gate: Named | null
  /** walked from home to the gate */
  readonly inside_mm: number
  /** to the gate as walked and straight on from there, less the straight line from home; metres, never negative */
  readonly extra_m: number
}

export const LEG_KINDS = [
  'connector',
  'inside',
  'gate',
  'street',
  'crossing',
  'stairs',
  'bridge',
  'underpass',
  'elevator',
  'entrance',
] as const
export type LegKind = (typeof LEG_KINDS)[number]

/** One leg of a walk; those of a walk follow one another and add up to it. */
export interface WalkLeg {
  readonly kind: LegKind
  readonly mm: number
  /** waiting included */
  readonly ms: number
  readonly wait_ms: number
  /** when the leg begins, from the start of the walk */
  readonly from_ms: number
  /** street, gate or compound; null: no name on record */
  readonly name: string | null
  /** id of the gate, or of the community a leg runs inside; null: neither */
  readonly id: string | null
  /** OpenStreetMap `highway` of the street; null: not a street, or not on record */
  readonly street_kind: string | null
  /** roads crossed at signals and main roads crossed without, in halves of a road */
  readonly signals: number
  readonly unsignalled: number
  /** time on stairs as a multiple of the flat walk; null: not stairs */
  readonly factor: number | null
  readonly line: readonly LonLat[]
}

/** The straight line to the nearest facility, and what stands in its way. */
export interface CrowFlight {
  readonly facility: Named
  readonly straight_m: number
  readonly line: readonly [LonLat, LonLat]
  /** the walk to this facility; null: none within the lookout */
  readonly mm: number | null
  readonly ms: number | null
  /** walk ÷ straight; null: no walk */
  readonly ratio: number | null
  /** true: it is the facility of the walk */
  readonly isWalked: boolean
  /** true: it serves only another community, which is `owner`; null: none that there is */
  readonly isReserved: boolean
  readonly owner: Named | null
  /** why there is no walk; null: there is one */
  readonly cutOff: 'not-connected' | 'other-part' | 'too-far' | null
  /** street metres that hang together with it, where those are another part of the network; null: they are not */
  readonly part_m: number | null
  /** crossed by the line, from its start */
  readonly between: readonly Obstacle[]
}

/** Something the straight line crosses. */
export interface Obstacle {
  readonly kind: NonNullable<Barrier['kind']> | 'compound'
  readonly name: string | null
  /** id of a compound's community; null: a barrier */
  readonly id: string | null
  /** the compound asked about, the facility's, or one on the way */
  readonly whose: 'own' | 'facility' | 'other' | null
  /** closed gates of a compound, near the place of crossing, nearest first */
  readonly closedGates: readonly Named[]
  readonly at: LonLat
}

/** Layers that decide walks and homes: where one is incomplete, «not served» may be unknown. */
export const DOUBTFUL_LAYERS = ['buildings', 'gates', 'streets'] as const
export type DoubtfulLayer = (typeof DOUBTFUL_LAYERS)[number]

/** What keeps a verdict unknown. */
export type Unknown =
  /** `layers`: those whose survey is incomplete while the class was surveyed; empty: the class was not */
  | { readonly kind: 'not-surveyed'; readonly layers: readonly DoubtfulLayer[] }
  /** `nearest_m`: the street that `barrier` hides; null: no street near at all */
  | {
      readonly kind: 'not-connected'
      readonly nearest_m: number | null
      readonly barrier: Obstacle['kind'] | null
      /** true: there are streets, but no gate of the compound is open */
      readonly isLockedIn: boolean
    }
  /** `reached_m`: how far the data goes, metres or seconds */
  | { readonly kind: 'edge-of-data'; readonly reached: number }

/** One change by itself, with what it was measured to do. */
export type SingleChange = MeasuredChange &
  (
    | {
        readonly kind: 'open-gate'
        readonly gate: Named
        readonly of: Named | null
        /** `hours`: it is open, but not at the time asked about */
        readonly from: 'closed' | 'residents' | 'hours'
        readonly access: 'residents' | 'public'
        readonly at: LonLat
      }
    | {
        readonly kind: 'new-gate'
        readonly of: Named
        readonly access: 'residents' | 'public'
        readonly at: LonLat
        /** straight way to be laid between the streets inside and outside, metres */
        readonly link_m: number
        readonly link: readonly LonLat[]
      }
    | {
        readonly kind: 'share-facility'
        readonly shared: Named
        readonly of: Named | null
        readonly at: LonLat
      }
    | {
        readonly kind: 'use-space'
        readonly space: Named
        readonly space_kind: Space['kind'] | null
        readonly area_m2: number | null
        /** by the rules of hosting; null: they know no use for the class */
        readonly hosting: 'fits' | 'conditions' | null
        readonly of: Named | null
        readonly at: LonLat
      }
  )

/** What a change does: to who is asked about, and to the people of the whole project. */
export interface MeasuredChange {
  /** false: who is asked about is still not served, but more people of the community are */
  readonly serves: boolean
  /** the walk then, to the facility; null: not served then */
  readonly facility: Named | null
  readonly mm: number | null
  readonly ms: number | null
  /** share of the community's people who are served then; null: not a community */
  readonly served_share: number | null
  /** people newly served by the class, in total; null: no number of people is known */
  readonly gained: number | null
  /** communities newly served */
  readonly communities: number
}
