import './consent.css'
import { BALLOTS } from '../../../model/consent'
import type { PlanPackage } from '../../../model/package'
import type { PackageAnswer } from '../../../model/package-answer'
import type { Scenario } from '../../../model/scenario'
import { useLanguage } from '../../app-context'
import { EmptyState } from '../../ui/EmptyState'
import { AffectedConsents } from './AffectedConsents'
import { CommunityVote } from './CommunityVote'

interface ConsentListProps {
  readonly scenario: Scenario
  readonly decided: PlanPackage
  readonly answer: PackageAnswer
}

/** Every community whose owners vote, with both ballots; and the uses that all affected owners have to agree to. */
export function ConsentList({ scenario, decided, answer }: ConsentListProps) {
  const { words } = useLanguage()
  const voting = answer.communities.filter(({ ballots }) =>
    BALLOTS.some((name) => ballots[name].type !== 'none'),
  )
  const hasAffected = answer.edits.some(({ affected }) => affected !== null)
  return (
    <>
      <p className="section-body caption">
        {words.consent.law} {words.consent.lawStatus}
      </p>
      {voting.length === 0 && !hasAffected ? (
        <EmptyState title={words.consent.none} hint={words.consent.noneHint} />
      ) : (
        voting.map((community) => (
          <CommunityVote key={community.id} community={community} decided={decided} />
        ))
      )}
      <AffectedConsents scenario={scenario} decided={decided} answer={answer} />
    </>
  )
}
