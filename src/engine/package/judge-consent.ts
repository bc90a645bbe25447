import type {
  BallotEntry,
  BallotName,
  CommunityBallots,
  EditVote,
  JudgedAffected,
  JudgedBallot,
  OwnersTotal,
  VoteType,
} from '../../model/consent'
import type { PackageCommunity } from '../../model/package-answer'
import { countBallot } from '../consent/count-ballot'
import { areAllAgreed } from '../consent/judge-affected'
import { judgeBallot } from '../consent/judge-ballot'

/**
 * Both ballots of one community. Each asks for the strictest majority of what is voted on, unless the user says which.
 * `plan` names what is voted on now: an approval of something else is stale.
 */
export function judgeBallots(
  vote: VoteType,
  entered: CommunityBallots | undefined,
  owners: { readonly heads: OwnersTotal; readonly area_m2: OwnersTotal },
  plan: string,
): Readonly<Record<BallotName, JudgedBallot>> {
  const judge = (entry: BallotEntry | undefined): JudgedBallot => {
    const type = entry?.type ?? vote
    return {
      type,
      isOwnType: entry?.type !== undefined,
      isStale: entry?.plan !== undefined && entry.plan !== plan,
      ballot: judgeBallot(type, entry, owners),
    }
  }
  return { consent: judge(entered?.consent), approval: judge(entered?.approval) }
}

/** Whether a ballot is carried; null: it is not counted, or was about another plan. */
export function isBallotCarried({ ballot, isStale }: JudgedBallot): boolean | null {
  if (ballot.state === 'none-needed') return true
  return ballot.state !== 'counted' || isStale ? null : ballot.result.isCarried
}

/**
 * Whether the approvals counted would carry one edit by itself, at its own majority; null: some community of its has
 * not counted, or it is not known who votes.
 */
export function isEditCarried(
  vote: EditVote,
  affected: JudgedAffected | null,
  communities: readonly PackageCommunity[],
): boolean | null {
  const { type } = vote
  if (type === 'none') return true
  if (type === 'all-affected') return affected === null ? null : areAllAgreed(affected)
  if (vote.communities.length === 0) return null
  return allOf(
    vote.communities.map((id) => {
      const approval = communities.find((community) => community.id === id)?.ballots.approval
      if (approval?.ballot.state !== 'counted' || approval.isStale) return null
      return countBallot(type, approval.ballot.tally).isCarried
    }),
  )
}

/** Whether all are true: false as soon as one is false, else null where one is not known. */
export function allOf(answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(false)) return false
  return answers.includes(null) ? null : true
}
