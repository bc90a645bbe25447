import type { BallotName, EditVote, JudgedAffected, JudgedBallot, OwnersTotal, VoteType } from './consent'
import type { CostSum, EditCost } from './cost'
import type { FundingSplit, ResidentSharing } from './funding'
import type { EditKind } from './scenario'
import type { LonLat } from './units'
import type { Conflict, WorkOrder, WorkState } from './works'

/** What one edit costs and who votes on it. */
export interface EditCharge {
  readonly kind: EditKind
  /** where it is: one place, or a line; empty: what it is about is not there */
  readonly line: readonly LonLat[]
  /** false: the edit cannot work, so that nobody pays for it or votes on it */
  readonly isPossible: boolean
  /** null: not known */
  readonly cost: EditCost | null
  readonly vote: EditVote
  /** where all affected owners have to agree; null: no such edit */
  readonly affected: JudgedAffected | null
  /** whether the plan's ballots, as counted, would carry this edit by itself; null: not all are counted */
  readonly isCarried: boolean | null
}

/** A community that votes or has works done. */
export interface PackageCommunity {
  readonly id: string
  /** the strictest of its edits and chosen works */
  readonly vote: VoteType
  /** names what is voted on now; see `hashPlan` */
  readonly plan: string
  /** indexes of the edits its owners vote on */
  readonly edits: readonly number[]
  /** chosen items its owners vote on */
  readonly items: readonly string[]
  readonly owners: { readonly heads: OwnersTotal; readonly area_m2: OwnersTotal }
  readonly ballots: Readonly<Record<BallotName, JudgedBallot>>
  /** in the order of the pack */
  readonly works: readonly WorkState[]
  readonly order: WorkOrder
}

/** People newly served of a required class, and what each costs. */
export interface CostPerPerson {
  readonly people: number
  /** communities with people newly served whom nobody counted: in none of these numbers */
  readonly uncounted: number
  /** null: nobody is newly served, or nobody counted them */
  readonly low_yuan: number | null
  readonly default_yuan: number | null
  readonly high_yuan: number | null
}

/** A scenario as a project: its money, its votes, its works. */
export interface PackageAnswer {
  readonly scenario: string
  /** in the order of the edits */
  readonly edits: readonly EditCharge[]
  /** ascending in the order of the layer */
  readonly communities: readonly PackageCommunity[]
  readonly conflicts: readonly Conflict[]
  readonly cost: { readonly edits: CostSum; readonly works: CostSum; readonly total: CostSum }
  /** null: not compared with the base */
  readonly perPerson: CostPerPerson | null
  readonly funding: FundingSplit
  /** what nobody pays yet, were the cost its low or its high estimate */
  readonly remainder: { readonly low_yuan: number; readonly high_yuan: number }
  readonly sharing: ResidentSharing
  /** whether both ballots of all voting communities are carried; null: not all are counted */
  readonly isCarried: boolean | null
}
