import './consent.css'
import { BALLOTS } from '../../../model/consent'
import type { PlanPackage } from '../../../model/package'
import type { PackageAnswer } from '../../../model/package-answer'
import { useLanguage } from '../../app-context'
import { EmptyState } from '../../ui/EmptyState'
import { CommunityVote } from './CommunityVote'

interface ConsentListProps {
  readonly decided: PlanPackage
  readonly answer: PackageAnswer
}

/** Every community whose owners vote, with both ballots. */
export function ConsentList({ decided, answer }: ConsentListProps) {
  const { words } = useLanguage()
  const voting = answer.communities.filter(({ ballots }) =>
    BALLOTS.some((name) => ballots[name].type !== 'none'),
  )
  return (
    <>
      <p className="section-body caption">
        {words.consent.law} {words.consent.lawStatus}
      </p>
      {voting.length === 0 ? (
        <EmptyState title={words.consent.none} hint={words.consent.noneHint} />
      ) : (
        voting.map((community) => (
          <CommunityVote key={community.id} community={community} decided={decided} />
        ))
      )}
    </>
  )
}
