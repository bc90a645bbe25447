import type { BallotResult, Tally, VoteType } from '../../model/consent'

/**
 * Civil Code art. 278: owners of at least two thirds of the exclusive area and of the heads take part; of those
 * taking part at least three quarters of area and of heads agree (items 6–8), or more than half of each (others).
 * «At least» holds on exactly that part (art. 1259), «more than half» does not on exactly half. Compared in
 * products of what was entered, so that no rounding decides. `none`: carried without a ballot. `unknown` is
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
  const { area_m2, heads, voting_area_m2, voting_heads, yes_area_m2, yes_heads } = tally
  const hasQuorum =
    area_m2 > 0 && heads > 0 && 3 * voting_area_m2 >= 2 * area_m2 && 3 * voting_heads >= 2 * heads
  const agrees = (yes: number, of: number): boolean =>
    type === 'simple' ? 2 * yes > of : of > 0 && 4 * yes >= 3 * of
  return {
    hasQuorum,
    isCarried: hasQuorum && agrees(yes_area_m2, voting_area_m2) && agrees(yes_heads, voting_heads),
    missing_voting_area_m2: Math.max(0, (2 * area_m2) / 3 - voting_area_m2),
    missing_voting_heads: Math.max(0, Math.ceil((2 * heads) / 3) - voting_heads),
    missing_yes_area_m2: missingYes(type, yes_area_m2, voting_area_m2),
    missing_yes_heads:
      type === 'simple'
        ? Math.max(0, Math.floor(voting_heads / 2) + 1 - yes_heads)
        : Math.max(0, Math.ceil((3 * voting_heads) / 4) - yes_heads),
  }
}

/** More than half of an area has no least value: what reaches half is told, and that it takes a little more. */
function missingYes(type: VoteType, yes: number, of: number): number {
  return Math.max(0, (type === 'simple' ? of / 2 : (3 * of) / 4) - yes)
}

function checkTally(tally: Tally): void {
  const { area_m2, heads, voting_area_m2, voting_heads, yes_area_m2, yes_heads } = tally
  if (
    !(0 <= yes_area_m2 && yes_area_m2 <= voting_area_m2 && voting_area_m2 <= area_m2) ||
    !(0 <= yes_heads && yes_heads <= voting_heads && voting_heads <= heads)
  )
    throw new RangeError(`a tally goes from yes to taking part to all: ${JSON.stringify(tally)}`)
}
