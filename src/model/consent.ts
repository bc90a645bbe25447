/**
 * Who has to agree. `none`: no vote of owners (state-owned or private space, its owner consents). `simple`: more
 * than half, Civil Code art. 278 (1)–(5), (9). `three-quarters`: art. 278 (6)–(8). `unknown`: whose it is is not on
 * record.
 */
export type VoteType = 'none' | 'simple' | 'three-quarters' | 'unknown'

/**
 * What an edit needs. `all-affected`: no ballot of a community; every owner with an interest has to agree, Civil Code
 * art. 279.
 */
export type ConsentType = VoteType | 'all-affected'

/** What of the article or of the data decides a vote type. */
export type VoteGround =
  /** art. 278 (7): buildings and attached facilities are altered */
  | 'alters-facilities'
  /** art. 278 (8): the use of common parts changes */
  | 'changes-common-use'
  /** art. 278 (9): another shared matter */
  | 'shared-matter'
  | 'public-or-unit-owned'
  | 'private-owner'
  /** art. 279: a dwelling is turned to business */
  | 'dwelling-to-business'
  /** a private room that may be a dwelling: taken for one, the stricter */
  | 'may-be-dwelling'
  | 'outside-communities'
  | 'ownership-unknown'

/** The vote an edit needs, and of whose owners. */
export interface EditVote {
  readonly type: ConsentType
  readonly ground: VoteGround
  /** communities whose owners vote, ascending */
  readonly communities: readonly string[]
}

/** Owners and their exclusive area: of all, of those taking part, of those who agree. */
export interface Tally {
  readonly area_m2: number
  readonly heads: number
  readonly voting_area_m2: number
  readonly voting_heads: number
  readonly yes_area_m2: number
  readonly yes_heads: number
}

/** How a ballot stands. What is missing is the least that would do, were everything else to stay. */
export interface BallotResult {
  readonly hasQuorum: boolean
  readonly isCarried: boolean
  /** still to take part for the quorum of two thirds */
  readonly missing_voting_area_m2: number
  readonly missing_voting_heads: number
  /** still to agree, among those taking part now */
  readonly missing_yes_area_m2: number
  readonly missing_yes_heads: number
}

/** The plan asks for two: consent to be renovated 改造同意率, and approval of the plan 方案认可率. */
export const BALLOTS = ['consent', 'approval'] as const
export type BallotName = (typeof BALLOTS)[number]

/** What was counted of one ballot; absent: not counted yet. */
export interface BallotEntry {
  readonly voting_area_m2?: number
  readonly voting_heads?: number
  readonly yes_area_m2?: number
  readonly yes_heads?: number
  /** the majority asked for by the user's word; absent: by what is voted on */
  readonly type?: 'simple' | 'three-quarters'
  /** names what was voted on, where that may change afterwards; see `hashPlan` */
  readonly plan?: string
}

/** Both ballots of one community, and all its owners where the user knows better than the data. */
export interface CommunityBallots {
  readonly community: string
  readonly area_m2?: number
  readonly heads?: number
  readonly consent?: BallotEntry
  readonly approval?: BallotEntry
}

/** What was counted of the owners whom art. 279 asks about one use of one space; absent: not counted yet. */
export interface AffectedConsent {
  readonly space: string
  readonly use: string
  /** owners with an interest: the others of the building, and whoever shows one */
  readonly owners?: number
  readonly agreed?: number
}

/** How the consent of all affected owners stands. */
export interface JudgedAffected {
  readonly owners: {
    /** null: not known */
    readonly value: number | null
    /** `building-households`: the other households of the building stand in */
    readonly basis: 'entered' | 'building-households' | null
  }
  readonly state: 'not-entered' | 'incomplete' | 'impossible' | 'carried' | 'failed'
  /** still to agree; null: not known */
  readonly missing: number | null
}

/** Where the number of all owners, or their area, comes from. `households`, `floor-area`, …: stands in for it. */
export type OwnersBasis =
  | 'entered'
  | 'owners'
  | 'households'
  | 'building-households'
  | 'exclusive-area'
  | 'floor-area'
  | 'building-floors'

/** All owners of a community, or their exclusive area. */
export interface OwnersTotal {
  /** null: not known */
  readonly value: number | null
  readonly basis: OwnersBasis | null
}

/** The least further owners who, taking part and all agreeing, carry a ballot; null: those left are too few. */
export interface FurtherVotes {
  readonly heads: number | null
  readonly area_m2: number | null
}

/**
 * `none-needed`: nobody votes. `not-entered`: nothing is. `incomplete`: a total or count is missing. `impossible`:
 * more agree than take part, or more take part than there are.
 */
export type BallotState =
  | { readonly state: 'none-needed' | 'not-entered' | 'incomplete' | 'impossible' }
  | {
      readonly state: 'counted'
      readonly tally: Tally
      readonly result: BallotResult
      readonly further: FurtherVotes
    }

/** One ballot of one community and how it stands. */
export interface JudgedBallot {
  /** the majority it needs */
  readonly type: VoteType
  /** true: the user's word, not what is voted on */
  readonly isOwnType: boolean
  /** true: the plan was changed after it was voted on */
  readonly isStale: boolean
  readonly ballot: BallotState
}
