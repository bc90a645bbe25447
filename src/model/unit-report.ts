import type { EligibilityVerdict } from './assessment'
import type { Space } from './layers'
import type { RenovationUnit } from './renovation-unit'
import type { SupplyMeasure } from './rule-pack'

/** What lies between two communities that keeps them apart. */
export type Divide = 'main-road' | 'water' | 'rail' | 'expressway'

/** Why two communities belong together, or not. */
export interface UnitLink {
  readonly communities: readonly [string, string]
  /** least walk between any of their people; null: more than 500 m */
  readonly walk_m: number | null
  /** least walk between a gate of each; null: more than 500 m, or one has no gates */
  readonly gates_m: number | null
  /** share of their people who have somebody of the other within 300 m on foot */
  readonly near_share: number
  /** how much of one's edge runs along the other's */
  readonly wall_m: number
  readonly divide: Divide | null
  /** higher first */
  readonly affinity: number
}

/** Units as proposed, and the communities that may be renovated and are in none. */
export interface ProposedUnits {
  readonly units: readonly RenovationUnit[]
  readonly alone: readonly string[]
  /** the units there would be if all might be renovated of which it is not known; the same ones where all is known */
  readonly with_unknown: readonly RenovationUnit[]
  readonly links: readonly UnitLink[]
}

/** A class that people of a unit miss. */
export interface UnitDeficit {
  readonly class: string
  /** residents not served, and not known to be, of communities where they are counted or estimated */
  readonly people_unserved: number
  readonly people_unknown: number
  /** of those not served, whom a measure in the unit could serve */
  readonly people_within: number
  /** communities where nobody is counted: with a home not served; else with one not known to be; of the first, with one that a measure in the unit could serve */
  readonly communities_unserved: number
  readonly communities_unknown: number
  readonly communities_within: number
  /** what the unserved need by the pack's figure; null: it has none */
  readonly needed: { readonly amount: number; readonly measure: SupplyMeasure } | null
  /** m² one facility takes at least; null: nothing here may hold one */
  readonly least_m2: number | null
  /** spaces of the unit that may hold one, and their m² in all */
  readonly spaces: number
  readonly spaces_m2: number
}

/** A class of which it is not known whether people of a unit have it. */
export interface UnclearClass {
  readonly class: string
  readonly people_unknown: number
  /** communities where nobody is counted, with a home of which it is not known */
  readonly communities_unknown: number
}

/** The spaces of one kind. */
export interface UnitSpaces {
  readonly kind: Space['kind'] | null
  readonly count: number
  readonly area_m2: number
  /** whose area is not known */
  readonly uncounted: number
}

/** What one community gives and gets when all do together. */
export interface UnitMember {
  readonly id: string
  /** counted; null: they are not */
  readonly people: number | null
  /** estimated where they are not counted; null: counted, or nothing to estimate by */
  readonly people_estimated: number | null
  readonly eligibility: EligibilityVerdict
  readonly spaces: number
  readonly area_m2: number
  /** classes its spaces could hold that somebody in the unit misses; empty: it hosts nothing */
  readonly hosts: readonly string[]
  /** classes its people miss that spaces of other members could serve; empty: it gains nothing */
  readonly gains: readonly string[]
  /** each once for each class; null: nobody is counted there */
  readonly people_gaining: number | null
}

/** What a unit has, misses and could do. */
export interface UnitReport {
  readonly unit: RenovationUnit
  /** counted; null: no member's are */
  readonly people: number | null
  /** of the members where they are not counted, as far as anything tells; 0: of none */
  readonly people_estimated: number
  /** members whose people are estimated, and those of whom nothing tells how many live there */
  readonly estimated: number
  readonly uncounted: number
  readonly members: readonly UnitMember[]
  readonly spaces: readonly UnitSpaces[]
  readonly deficits: readonly UnitDeficit[]
  /** classes that nobody is known to miss and of which it is not known for some; never taken for served */
  readonly unclear: readonly UnclearClass[]
  /** m² of spaces, against those that one facility of each missing class takes at least where any space may hold it */
  readonly available_m2: number
  readonly needed_m2: number
  /** bays that fit in its spaces, and those its households miss; null: not known */
  readonly bays_possible: number
  readonly bays_missing: number | null
  /** so many are missing at most: of some kind of car park nobody looked for any */
  readonly is_bays_missing_most: boolean
  /** households of some member are estimated, and its bays with them */
  readonly is_bays_missing_estimated: boolean
}
