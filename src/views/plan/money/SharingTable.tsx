import { SHARING_BASES, type SharingBasis } from '../../../model/funding'
import type { PlanPackage } from '../../../model/package'
import type { PackageAnswer } from '../../../model/package-answer'
import { useActions, useLanguage } from '../../app-context'
import { NativeSelect } from '../../ui/NativeSelect'
import { Section } from '../../ui/Section'
import { useNames } from '../../use-names'
import { tellMoney } from '../../tell-money'

interface SharingTableProps {
  readonly decided: PlanPackage
  readonly answer: PackageAnswer
}

/** What residents carry, community by community: 谁受益谁出资. */
export function SharingTable({ decided, answer }: SharingTableProps) {
  const language = useLanguage()
  const { words, format } = language
  const actions = useActions()
  const names = useNames()
  const { basis, total_yuan, shares, isComplete, unshared_yuan } = answer.sharing
  const tellWeight = (weight: number | null): string => {
    if (weight === null) return words.money.weightUnknown
    return basis === 'people'
      ? format.people(weight)
      : basis === 'floor-area'
        ? format.floor(weight)
        : format.count(weight)
  }
  return (
    <Section title={words.money.sharing} aside={tellMoney(total_yuan, language)} isFlush>
      <div className="section-body">
        <span className="line">
          <span className="grow caption">
            {words.money.sharingTitle} · {words.money.sharingBasis}
          </span>
          <NativeSelect<SharingBasis>
            label={words.money.sharingBasis}
            className="is-wide"
            value={decided.sharing ?? 'people'}
            options={SHARING_BASES.map((value) => ({ value, label: words.money.basis[value] }))}
            onChange={(sharing) => actions.decide((before) => ({ ...before, sharing }))}
          />
        </span>
        <p className="caption">{words.money.basisHint[basis]}</p>
      </div>
      {total_yuan === 0 ? (
        <p className="section-body caption">{words.money.noResidents}</p>
      ) : shares.length === 0 ? null : (
        <table className="sharing">
          <thead>
            <tr>
              <th scope="col">{words.money.community}</th>
              <th scope="col">{words.money.basis[basis]}</th>
              <th scope="col">{words.money.carries}</th>
              <th scope="col">{words.money.perHousehold}</th>
            </tr>
          </thead>
          <tbody>
            {shares.map(({ community, weight, yuan, yuan_per_household }) => (
              <tr key={community}>
                <th scope="row">{names.community(community)}</th>
                <td className="figure">{tellWeight(weight)}</td>
                <td className="figure">{yuan === null ? words.unknown : tellMoney(yuan, language)}</td>
                <td className="figure">
                  {yuan_per_household === null ? words.unknown : tellMoney(yuan_per_household, language)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="section-body caption">
        {total_yuan > 0 && unshared_yuan > 0 ? (
          <span className="is-warning">{words.money.unshared(tellMoney(unshared_yuan, language))} </span>
        ) : null}
        {isComplete ? null : <span className="is-warning">{words.money.sharingPartial} </span>}
        {words.money.channels} {words.hosting.source(words.money.channelsSource)}
      </p>
    </Section>
  )
}
