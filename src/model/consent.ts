/**
 * Who has to agree. `none`: no vote of owners (state-owned or private space, its owner consents). `simple`: more
 * than half, Civil Code art. 278 (1)–(5), (9). `three-quarters`: art. 278 (6)–(8). `unknown`: whose it is is not on
 * record.
 */
export type VoteType = 'none' | 'simple' | 'three-quarters' | 'unknown'

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
  | 'outside-communities'
  | 'ownership-unknown'

/** The vote an edit needs, and of whose owners. */
export interface EditVote {
  readonly type: VoteType
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
