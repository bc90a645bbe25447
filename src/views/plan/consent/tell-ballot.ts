import { reachesShare, wholeArea } from '../../../model/ballot-share'
import type { JudgedBallot } from '../../../model/consent'
import type { PackageAnswer } from '../../../model/package-answer'
import type { Language } from '../../app-context'

export type Standing = 'carried' | 'failed' | 'open' | 'free'

/** How a whole package stands. */
export function standingOf({ isCarried, communities, edits }: PackageAnswer): Standing {
  const needsVote =
    communities.some(({ ballots }) => Object.values(ballots).some(({ type }) => type !== 'none')) ||
    edits.some(({ vote, isPossible }) => isPossible && vote.type !== 'none')
  if (!needsVote) return 'free'
  return isCarried === null ? 'open' : isCarried ? 'carried' : 'failed'
}

/** How one ballot stands, as a code of its words. */
export function stateOf({ ballot, isStale }: JudgedBallot): keyof Language['words']['consent']['state'] {
  if (ballot.state !== 'counted') return ballot.state
  if (isStale) return 'stale'
  return ballot.result.isCarried ? 'carried' : 'failed'
}

/** What is still missing, one sentence each; empty: nothing, or nothing is counted. */
export function tellMissing({ ballot, type }: JudgedBallot, { words, format }: Language): string[] {
  if (ballot.state !== 'counted' || ballot.result.isCarried) return []
  const { consent } = words
  const { result, further, tally } = ballot
  const isSimple = type === 'simple'
  // exactly half is not more than half: however little is missing, it is not nothing
  const isJustShort =
    isSimple && !reachesShare(wholeArea(tally.yes_area_m2), wholeArea(tally.voting_area_m2), 'simple')
  const parts = (heads: number, area_m2: number, isMore: boolean): string =>
    [
      ...(heads > 0 ? [consent.headsMissing(format.count(heads))] : []),
      ...(area_m2 > 0 ? [tellArea(area_m2, isMore)] : isMore && isJustShort ? [consent.areaJustMore] : []),
    ].join(consent.and)
  // a part of a square metre still has to be brought
  const tellArea = (area_m2: number, isMore: boolean): string => {
    const told = format.floor(Math.ceil(area_m2 - 1e-9))
    return isMore ? consent.areaMore(told) : consent.areaMissing(told)
  }
  const quorum = parts(result.missing_voting_heads, result.missing_voting_area_m2, false)
  const yes = parts(result.missing_yes_heads, result.missing_yes_area_m2, isSimple)
  const lines = [
    ...(quorum === '' ? [] : [consent.missingQuorum(quorum)]),
    ...(yes === '' ? [] : [consent.missingYes(yes)]),
  ]
  if (further.heads === null || further.area_m2 === null) return [...lines, consent.furtherNone]
  return [...lines, consent.further(parts(further.heads, further.area_m2, isSimple))]
}
