import type { Group } from './rule-pack'

/**
 * People without a service in reach, as a place. Ids are stable: `pack:class:sorted communities`. The unserved
 * people of one community are in one gap of a class, so no two gaps share an id, and what an edit closes, leaves
 * and opens are differences of sets.
 */
export interface Gap {
  readonly id: string
  readonly class: string
  readonly priority: 'first' | 'normal'
  /** ids of the communities, sorted */
  readonly places: readonly string[]
  /** unserved people of the places, whole; null where none of them has a known number */
  readonly people: number | null
  /** places whose number of people is not known; none of theirs are in `people` */
  readonly uncounted: number
  /** people of the same places for whom it is not known whether they are served; in no other number */
  readonly people_unknown: number
  /** whose need the class answers, and how many of them are in `people`; null: not known in any place */
  readonly group: Group
  readonly group_people: number | null
  /** ranking number: people × shortfall ÷ limit × priority, point by point; docs/method.md */
  readonly severity: number
  /** whom `severity` and the shortfalls weigh: the group, all residents, or, nobody being known, communities alike */
  readonly weighed_by: Group | 'places'
  /** missing metres (distance) or seconds (time): mean over those who reach one at all; null: nobody does */
  readonly shortfall: number | null
  /** of the median and of the worst off; null: nothing within the lookout */
  readonly shortfall_median: number | null
  readonly shortfall_worst: number | null
  /** share of the weight that reaches nothing within the lookout, 0–1 */
  readonly beyond: number
  /** where most of the unserved people start to walk: a house, a gate, or a street at the community's edge */
  readonly at: readonly [number, number]
  /** the facility nearest to that place on foot, and its walk in metres or seconds; null: none within the lookout */
  readonly nearest: string | null
  readonly nearest_walk: number | null
}

/** What a gap consists of, for the map and the inspector; asked for one gap at a time. */
export interface GapParts {
  readonly id: string
  /** houses where people are counted by house, worst off first */
  readonly points: readonly GapPoint[]
  /** polygons of the houses, rings in WGS84 */
  readonly houses: readonly (readonly (readonly (readonly number[])[])[])[]
  /** communities whose people are not counted by house: drawn whole */
  readonly communities: readonly string[]
}

/** Unserved people who start to walk at one place. */
export interface GapPoint {
  readonly community: string
  readonly carrier: 'building' | 'gate' | 'edge'
  /** id of the building or gate; null: a street at the community's edge */
  readonly id: string | null
  readonly at: readonly [number, number]
  /** null: not known */
  readonly people: number | null
  /** metres or seconds to the nearest; null: none within the lookout */
  readonly walk: number | null
  readonly facility: string | null
}
