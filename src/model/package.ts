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

/** What was counted of the affected owners of one use of a space; undefined: nothing. */
export function affectedBy(
  { affected }: Pick<PlanPackage, 'affected'>,
  { space, use }: Pick<AffectedConsent, 'space' | 'use'>,
): AffectedConsent | undefined {
  return affected?.find((each) => each.space === space && each.use === use)
}

/** Nothing decided yet. */
export function emptyPackage(scenario: string): PlanPackage {
  return { scenario, funding: [], ballots: [], works: [] }
}
