import type { BallotEntry, BallotName } from '../../../model/consent'
import { withBallot } from '../../../model/edit-package'
import type { PackageCommunity } from '../../../model/package-answer'
import { useActions, useLanguage } from '../../app-context'
import { AmountInput } from '../../ui/AmountInput'
import { NativeSelect } from '../../ui/NativeSelect'
import { useNames } from '../../use-names'
import { type CountField, fieldsOf, listWrongCounts, tellCounts } from './check-counts'
import { stateOf, tellMissing } from './tell-ballot'
import { VoteMeter } from './VoteMeter'

interface BallotFormProps {
  readonly name: BallotName
  readonly community: PackageCommunity
  readonly entry: BallotEntry | undefined
}

/** One ballot: what was counted, how it stands, and what is still missing. */
export function BallotForm({ name, community, entry = {} }: BallotFormProps) {
  const language = useLanguage()
  const { words } = language
  const actions = useActions()
  const names = useNames()
  const judged = community.ballots[name]
  const state = stateOf(judged)
  const { ballot } = judged
  const wrong = new Set(listWrongCounts(entry, community.owners).flatMap(fieldsOf))
  const put = (change: Partial<BallotEntry>): void =>
    actions.decide((before) => withBallot(before, community.id, name, change))
  const field = (of: CountField, what: string) => (
    <AmountInput
      label={`${names.community(community.id)} ${words.consent.ballot[name]} ${what}`}
      value={entry[of] ?? null}
      most={1e9}
      isWhole={of === 'voting_heads' || of === 'yes_heads'}
      isWrong={wrong.has(of)}
      // votes on a plan are about the plan as it is now
      onChange={(value) =>
        put({
          [of]: value ?? undefined,
          ...(name === 'approval' ? { plan: entry.plan ?? community.plan } : {}),
        })
      }
    />
  )
  const { heads, area } = words.consent
  return (
    <fieldset className="ballot">
      <legend className="line">
        <span className="grow">{words.consent.ballot[name]}</span>
        <span className={`standing ${state}`}>{words.consent.state[state]}</span>
      </legend>
      <div className="ballot-grid">
        <span>{words.consent.voting}</span>
        {field('voting_heads', `${words.consent.voting} ${heads}`)}
        {field('voting_area_m2', `${words.consent.voting} ${area}`)}
        <span>{words.consent.yes}</span>
        {field('yes_heads', `${words.consent.yes} ${heads}`)}
        {field('yes_area_m2', `${words.consent.yes} ${area}`)}
      </div>
      <label className="line">
        <span className="caption grow">{words.consent.majority}</span>
        <NativeSelect<'' | 'simple' | 'three-quarters'>
          label={`${words.consent.ballot[name]} ${words.consent.majority}`}
          className="is-wide"
          value={entry.type ?? ''}
          options={[
            { value: '', label: words.consent.byPackage(words.consent.vote[community.vote]) },
            { value: 'simple', label: words.consent.byUser.simple },
            { value: 'three-quarters', label: words.consent.byUser['three-quarters'] },
          ]}
          onChange={(type) => put({ type: type === '' ? undefined : type })}
        />
      </label>
      {ballot.state === 'counted' ? <VoteMeter type={judged.type} tally={ballot.tally} /> : null}
      {tellCounts(entry, community.owners, language).map((line) => (
        <p key={line} className={wrong.size > 0 ? 'caption is-warning' : 'caption'}>
          {line}
        </p>
      ))}
      {judged.isStale ? (
        <p className="caption is-warning">
          {words.consent.staleHint}{' '}
          <button type="button" className="plain link" onClick={() => put({ plan: community.plan })}>
            {words.consent.revote}
          </button>
        </p>
      ) : null}
      {tellMissing(judged, language).map((line) => (
        <p key={line} className="caption">
          {line}
        </p>
      ))}
    </fieldset>
  )
}
