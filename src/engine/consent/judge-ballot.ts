import type { BallotEntry, BallotState, OwnersTotal, Tally, VoteType } from '../../model/consent'
import { countBallot } from './count-ballot'
import { furtherVotes } from './further-votes'

/**
 * How a ballot stands by what was entered of it. Nothing is counted before all four counts and both totals are
 * known; counts that cannot be are told, not counted.
 */
export function judgeBallot(
  type: VoteType,
  entry: BallotEntry | undefined,
  owners: { readonly heads: OwnersTotal; readonly area_m2: OwnersTotal },
): BallotState {
  if (type === 'none') return { state: 'none-needed' }
  const { voting_area_m2, voting_heads, yes_area_m2, yes_heads } = entry ?? {}
  const counts = [voting_area_m2, voting_heads, yes_area_m2, yes_heads]
  if (counts.every((count) => count === undefined)) return { state: 'not-entered' }
  const heads = owners.heads.value
  const area_m2 = owners.area_m2.value
  if (isTooMuch(heads, voting_heads, yes_heads) || isTooMuch(area_m2, voting_area_m2, yes_area_m2))
    return { state: 'impossible' }
  if (
    voting_area_m2 === undefined ||
    voting_heads === undefined ||
    yes_area_m2 === undefined ||
    yes_heads === undefined ||
    heads === null ||
    area_m2 === null
  )
    return { state: 'incomplete' }
  const tally: Tally = { area_m2, heads, voting_area_m2, voting_heads, yes_area_m2, yes_heads }
  return {
    state: 'counted',
    tally,
    result: countBallot(type, tally),
    further: furtherVotes(type, tally),
  }
}

/** Whether more agree than take part, or more take part than there are, of what is known. */
function isTooMuch(all: number | null, voting: number | undefined, yes: number | undefined): boolean {
  const most = voting ?? all ?? Infinity
  return (yes ?? 0) > most || (voting ?? 0) > (all ?? Infinity)
}
