/** People without a service in reach, as a place. Ids are stable: `rule:class:sorted communities`. */
export interface Gap {
  readonly id: string
  readonly class: string
  /** unserved people of the places; null where none of them has a known number */
  readonly people: number | null
  /** ids of the communities, sorted */
  readonly places: readonly string[]
  /** ranking number: people × shortfall × priority; documented in docs/method.md */
  readonly severity: number
  /** people-weighted mean of the missing metres (distance) or seconds (time); null: nothing in reach at all */
  readonly shortfall: number | null
  readonly at: readonly [number, number]
  readonly priority: 'first' | 'normal'
}
