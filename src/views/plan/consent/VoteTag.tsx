import type { EditVote } from '../../../model/consent'
import { useLanguage } from '../../app-context'
import { useNames } from '../../use-names'

/** Which vote an edit needs, by which item of the article, and of whose owners. */
export function VoteTag({ vote }: { readonly vote: EditVote }) {
  const { words } = useLanguage()
  const names = useNames()
  const owners = vote.communities.map((id) => names.community(id)).join(words.consent.and)
  return (
    <span className="caption charge-how">
      <span className={`tag vote ${vote.type}`}>{words.consent.vote[vote.type]}</span>
      <span className="two-lines grow" title={words.scenario.ground[vote.ground]}>
        {[words.scenario.ground[vote.ground], owners].filter((part) => part !== '').join(' · ')}
      </span>
    </span>
  )
}
