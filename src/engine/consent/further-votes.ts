import { WHOLE_PER_M2, wholeArea } from '../../model/ballot-share'
import type { FurtherVotes, Tally, VoteType } from '../../model/consent'

/**
 * The least owners, and the least area, that have to take part besides and all agree so that the ballot is carried,
 * nobody changing their mind. With k more of both, 3 (v + k) ≥ 2 n makes the quorum and 4 (y + k) ≥ 3 (v + k), so
 * k ≥ 3 v − 4 y, three quarters; 2 (y + k) > v + k, so k > v − 2 y, more than half. Area that has to be *more* than
 * some value is told as that value. null: fewer than that have not voted.
 */
export function furtherVotes(type: VoteType, tally: Tally): FurtherVotes {
  if (type === 'none') return { heads: 0, area_m2: 0 }
  const { heads, voting_heads, yes_heads } = tally
  const [area, votingArea, yesArea] = [tally.area_m2, tally.voting_area_m2, tally.yes_area_m2].map(wholeArea)
  const isSimple = type === 'simple'
  const least = (voting: number, yes: number): number => (isSimple ? voting - 2 * yes : 3 * voting - 4 * yes)
  const quorumHeads = Math.ceil((2 * heads) / 3) - voting_heads
  const needHeads = Math.max(0, quorumHeads, least(voting_heads, yes_heads) + (isSimple ? 1 : 0))
  const quorumArea = Math.ceil((2 * area) / 3) - votingArea
  const leastArea = least(votingArea, yesArea)
  const needArea = Math.max(0, quorumArea, leastArea)
  const leftArea = area - votingArea
  // more than half asks for more than what reaches half
  const hasArea = needArea <= leftArea && !(isSimple && leastArea >= leftArea)
  return {
    heads: needHeads <= heads - voting_heads ? needHeads : null,
    area_m2: hasArea ? needArea / WHOLE_PER_M2 : null,
  }
}
