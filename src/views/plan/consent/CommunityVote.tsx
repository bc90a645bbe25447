import type { OwnersTotal } from '../../../model/consent'
import { BALLOTS } from '../../../model/consent'
import { withOwners } from '../../../model/edit-package'
import type { PlanPackage } from '../../../model/package'
import type { PackageCommunity } from '../../../model/package-answer'
import { WORKS_PACK } from '../../../model/works-pack'
import { useActions, useLanguage } from '../../app-context'
import { AmountInput } from '../../ui/AmountInput'
import { Section } from '../../ui/Section'
import { useNames } from '../../use-names'
import { BallotForm } from './BallotForm'

interface CommunityVoteProps {
  readonly community: PackageCommunity
  readonly decided: PlanPackage
}

/** One community: what its owners vote on, how many they are, and both ballots. */
export function CommunityVote({ community, decided }: CommunityVoteProps) {
  const { words, locale } = useLanguage()
  const actions = useActions()
  const names = useNames()
  const { id, edits, items, owners, vote } = community
  const entered = decided.ballots.find((each) => each.community === id)
  const numbers = edits.map((index) => index + 1).join(words.consent.and)
  const works = items
    .map((code) => WORKS_PACK.items.find((item) => item.code === code))
    .map((item) => (locale === 'zh' ? item?.name_zh : item?.name_en))
    .join(words.consent.and)
  const total = (of: 'heads' | 'area_m2', { value, basis }: OwnersTotal) => (
    <span className="owners-total">
      <AmountInput
        label={`${names.community(id)} ${words.consent.owners} ${of === 'heads' ? words.consent.heads : words.consent.area}`}
        value={entered?.[of] ?? null}
        placeholder={value === null ? words.unknown : String(value)}
        most={1e9}
        isWhole={of === 'heads'}
        onChange={(next) => actions.decide((before) => withOwners(before, id, of, next))}
      />
      <span className={basis === null ? 'caption is-warning' : 'caption'}>
        {basis === null ? words.consent.unknownTotal : words.consent.basis[basis]}
      </span>
    </span>
  )
  return (
    <Section
      title={names.community(id)}
      aside={<span className={`tag vote ${vote}`}>{words.consent.vote[vote]}</span>}
    >
      <p className="caption">
        {words.consent.because(
          numbers === '' ? '' : words.consent.editsOf(numbers),
          works === '' ? '' : words.consent.worksOf(works),
        )}
        {edits.length + items.length > 1 ? ` · ${words.consent.strictest}` : ''}
      </p>
      <div className="ballot-grid is-head">
        <span />
        <span className="caption">{words.consent.heads}</span>
        <span className="caption">{words.consent.area}</span>
      </div>
      <div className="ballot-grid">
        <span>{words.consent.owners}</span>
        {total('heads', owners.heads)}
        {total('area_m2', owners.area_m2)}
      </div>
      {BALLOTS.map((name) => (
        <BallotForm key={name} name={name} community={community} entry={entered?.[name]} />
      ))}
    </Section>
  )
}
