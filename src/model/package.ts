import type { AffectedConsent, CommunityBallots } from './consent'
import type { FundingEntry, SharingBasis } from './funding'
import type { CommunityWorks } from './works'

/** What is decided about one scenario as a project: who pays, who agrees, and which works are done along with it. */
export interface PlanPackage {
  /** id of the scenario */
  readonly scenario: string
  readonly funding: readonly FundingEntry[]
  /** what the residents' part is shared by; absent: people newly served */
  readonly sharing?: SharingBasis
  readonly ballots: readonly CommunityBallots[]
  /** consents by art. 279, ascending by space and use; absent: none entered */
  readonly affected?: readonly AffectedConsent[]
  readonly works: readonly CommunityWorks[]
}

/** Nothing decided yet. */
export function emptyPackage(scenario: string): PlanPackage {
  return { scenario, funding: [], ballots: [], works: [] }
}
