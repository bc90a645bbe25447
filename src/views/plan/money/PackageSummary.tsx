import type { PackageAnswer } from '../../../model/package-answer'
import { useLanguage, useProject } from '../../app-context'
import { hasUnverified } from '../../scenario/tell-cost'
import { standingOf } from '../consent/tell-ballot'
import { tellMoney, tellRange } from '../../tell-money'

/** The three things everybody asks first: how much, who pays the rest, do they agree. */
export function PackageSummary({ answer }: { readonly answer: PackageAnswer }) {
  const language = useLanguage()
  const { words, format } = language
  const { cost, perPerson, funding } = answer
  const { total } = cost
  const told = tellRange(total, language)
  const costs = [
    ...answer.edits.filter(({ isPossible }) => isPossible).map((edit) => edit.cost),
    ...answer.communities.flatMap(({ works }) =>
      works.flatMap((work) => (work.cost?.kind === 'priced' ? [work.cost.cost] : [])),
    ),
  ]
  const isUnverified = useProject((project) => hasUnverified(costs, project.summary?.prices ?? []))
  const standing = standingOf(answer)
  const least = total.unknown > 0 ? `${words.money.perPersonLeast} ` : ''
  return (
    <div className="package-summary">
      <div className="package-total">
        <span className="caption">{words.money.total}</span>
        <strong className="figure">{told.middle}</strong>
        {told.range === null ? null : <span className="caption figure">{told.range}</span>}
      </div>
      {isUnverified ? (
        <p className="caption">
          <span className="tag">{words.scenario.costDefault}</span> {words.askPlanner}
        </p>
      ) : null}
      {total.unknown === 0 ? null : (
        <p className="caption is-warning">{words.money.totalUnknown(format.count(total.unknown))}</p>
      )}
      <dl className="facts package-facts">
        <dt title={words.money.perPersonHint}>{words.money.perPerson}</dt>
        <dd className="figure">
          {perPerson === null || perPerson.default_yuan === null ? (
            <span className="is-unknown">
              {perPerson !== null && perPerson.uncounted > 0
                ? words.money.perPersonUncounted(format.count(perPerson.uncounted))
                : words.money.perPersonNone}
            </span>
          ) : (
            <>
              {least}
              {tellMoney(perPerson.default_yuan, language)}{' '}
              <span className="caption">
                {words.money.perPersonOf(format.people(perPerson.people))}
                {perPerson.uncounted === 0
                  ? null
                  : ` · ${words.compare.sumWithout(format.count(perPerson.uncounted))}`}
              </span>
            </>
          )}
        </dd>
        <dt>{funding.remainder_yuan < 0 ? words.money.surplus : words.money.remainder}</dt>
        <dd className="figure">
          {funding.remainder_yuan === 0 && total.unknown === 0 ? (
            words.money.isFunded
          ) : (
            <span className="is-warning">{tellMoney(Math.abs(funding.remainder_yuan), language)}</span>
          )}
        </dd>
        <dt>{words.money.parts.consent}</dt>
        <dd>
          <span className={`standing ${standing}`}>{words.consent.package[standing]}</span>
        </dd>
      </dl>
    </div>
  )
}
