import { reachesShare, WHOLE_PER_M2, wholeArea } from '../../model/ballot-share'
import type { BallotResult, Tally, VoteType } from '../../model/consent'

/**
 * Civil Code art. 278: owners of at least two thirds of the exclusive area and of the heads take part; of those
 * taking part at least three quarters of area and of heads agree (items 6–8), or more than half of each (others).
 * «At least» holds on exactly that part (art. 1259), «more than half» does not on exactly half. Compared in
 * products of whole numbers, so that no rounding decides. `none`: carried without a ballot. `unknown` is
 * counted as `three-quarters`, the stricter.
 */
export function countBallot(type: VoteType, tally: Tally): BallotResult {
  if (type === 'none')
    return {
      hasQuorum: true,
      isCarried: true,
      missing_voting_area_m2: 0,
      missing_voting_heads: 0,
      missing_yes_area_m2: 0,
      missing_yes_heads: 0,
    }
  checkTally(tally)
  const { heads, voting_heads, yes_heads } = tally
  const [area, votingArea, yesArea] = [tally.area_m2, tally.voting_area_m2, tally.yes_area_m2].map(wholeArea)
  const majority = type === 'simple' ? 'simple' : 'three-quarters'
  const hasQuorum = reachesShare(votingArea, area, 'quorum') && reachesShare(voting_heads, heads, 'quorum')
  return {
    hasQuorum,
    isCarried:
      hasQuorum &&
      reachesShare(yesArea, votingArea, majority) &&
      reachesShare(yes_heads, voting_heads, majority),
    missing_voting_area_m2: Math.max(0, Math.ceil((2 * area) / 3) - votingArea) / WHOLE_PER_M2,
    missing_voting_heads: Math.max(0, Math.ceil((2 * heads) / 3) - voting_heads),
    // more than half of an area has no least value: what reaches half is told, and that it takes a little more
    missing_yes_area_m2:
      Math.max(0, Math.ceil(type === 'simple' ? votingArea / 2 : (3 * votingArea) / 4) - yesArea) /
      WHOLE_PER_M2,
    missing_yes_heads:
      type === 'simple'
        ? Math.max(0, Math.floor(voting_heads / 2) + 1 - yes_heads)
        : Math.max(0, Math.ceil((3 * voting_heads) / 4) - yes_heads),
  }
}

function checkTally(tally: Tally): void {
  const { area_m2, heads, voting_area_m2, voting_heads, yes_area_m2, yes_heads } = tally
  if (
    !(0 <= yes_area_m2 && yes_area_m2 <= voting_area_m2 && voting_area_m2 <= area_m2) ||
    !(0 <= yes_heads && yes_heads <= voting_heads && voting_heads <= heads)
  )
    throw new RangeError(`a tally goes from yes to taking part to all: ${JSON.stringify(tally)}`)
}
