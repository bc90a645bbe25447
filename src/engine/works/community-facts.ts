import type { Verdict } from '../../model/assessment'
import type { Building, Community, Gate } from '../../model/layers'

/** What is known of one community that says which works it needs. */
export interface CommunityFacts {
  readonly community: Community
  readonly dwellings: readonly Building[]
  readonly gates: readonly Gate[]
  /** of all homes, m²; null: not known */
  readonly floor_area_m2: number | null
  /** how the community is served of a class, before the scenario */
  readonly verdictOf: (code: string) => Verdict
  /** of judgement */
  readonly year: number
}
