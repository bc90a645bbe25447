import type { EditCost } from '../../../model/cost'
import type { EditCharge, PackageAnswer } from '../../../model/package-answer'
import type { Edit, Scenario } from '../../../model/scenario'
import { WORKS_PACK } from '../../../model/works-pack'
import { useLanguage } from '../../app-context'
import { Section } from '../../ui/Section'
import { pricesOfCost, tellReckoning } from '../../scenario/tell-cost'
import { useCostStatus } from '../../scenario/use-cost-status'
import { StatusMark } from '../../ui/StatusMark'
import { useNames } from '../../use-names'
import { VoteTag } from '../consent/VoteTag'
import { describeEdit } from './describe-edit'
import { PriceTable } from './PriceTable'
import { tellMoney, tellRange } from '../../tell-money'

interface CostPartProps {
  readonly scenario: Scenario
  readonly answer: PackageAnswer
}

/** Every edit with its cost and vote, the works chosen beside them, and the prices all of it goes by. */
export function CostPart({ scenario, answer }: CostPartProps) {
  const language = useLanguage()
  const { words, format, locale } = language
  const names = useNames()
  const { cost, edits, communities } = answer
  const works = communities.flatMap(({ id, works: states }) =>
    states.flatMap((state) =>
      state.cost?.kind === 'priced' || state.cost?.kind === 'unknown'
        ? [{ id, item: state.item, cost: state.cost.kind === 'priced' ? state.cost.cost : null }]
        : [],
    ),
  )
  return (
    <>
      <Section title={words.money.edits} aside={tellRange(cost.edits, language).middle} isFlush>
        {scenario.edits.length === 0 ? (
          <p className="section-body caption">{words.money.noEdits}</p>
        ) : (
          <ol className="charges">
            {edits.map((charge, index) => (
              <ChargeRow
                // edits have no ids of their own
                key={index}
                number={format.count(index + 1)}
                edit={scenario.edits[index]}
                charge={charge}
                title={describeEdit(scenario.edits[index], charge, names, language)}
              />
            ))}
          </ol>
        )}
      </Section>
      <Section title={words.money.works} aside={tellRange(cost.works, language).middle} isFlush>
        {works.length === 0 ? (
          <p className="section-body caption">{words.money.noWorks}</p>
        ) : (
          <ul className="charges">
            {works.map(({ id, item, cost: each }) => {
              const named = WORKS_PACK.items.find(({ code }) => code === item)
              return (
                <li key={`${id} ${item}`} className="charge">
                  <span className="line">
                    <span
                      className="two-lines grow"
                      title={locale === 'zh' ? named?.name_zh : named?.name_en}
                    >
                      {locale === 'zh' ? named?.name_zh : named?.name_en}
                    </span>
                    <Amount cost={each} />
                  </span>
                  <Reckoning cost={each} lead={names.community(id)} />
                </li>
              )
            })}
          </ul>
        )}
      </Section>
      <PriceTable
        used={[
          ...edits.flatMap(({ cost: each, isPossible }) => (isPossible ? pricesOfCost(each) : [])),
          ...works.flatMap(({ cost: each }) => pricesOfCost(each)),
        ].map(({ item }) => item.code)}
      />
    </>
  )
}

interface ChargeRowProps {
  readonly number: string
  readonly edit: Edit
  readonly charge: EditCharge
  readonly title: string
}

function ChargeRow({ number, edit, charge, title }: ChargeRowProps) {
  const { words } = useLanguage()
  const { cost, vote, isPossible } = charge
  return (
    <li className="charge">
      <span className="line">
        <span className="charge-number caption figure">{number}</span>
        <span className="two-lines grow" title={title}>
          {title}
        </span>
        {isPossible ? <Amount cost={cost} /> : null}
      </span>
      {isPossible ? (
        <>
          <Reckoning cost={cost} isFree={edit.cost_yuan === undefined} />
          <VoteTag vote={vote} />
        </>
      ) : (
        <span className="caption is-warning">{words.money.impossible}</span>
      )}
    </li>
  )
}

function Amount({ cost }: { readonly cost: EditCost | null }) {
  const language = useLanguage()
  const { words } = language
  if (cost === null) return <span className="is-unknown">{words.money.unknown}</span>
  return <span className="figure">{tellMoney(cost.default_yuan, language)}</span>
}

interface ReckoningProps {
  readonly cost: EditCost | null
  readonly lead?: string
  /** true: a cost of nothing is that nothing is built, not the user's figure */
  readonly isFree?: boolean
}

/** How a cost comes about: item × amount, its range, and how far the price can be trusted. */
function Reckoning({ cost, lead, isFree = false }: ReckoningProps) {
  const language = useLanguage()
  const { words } = language
  const status = useCostStatus(cost)
  if (cost === null) return lead === undefined ? null : <span className="caption clip">{lead}</span>
  const { range } = tellRange(cost, language)
  const reckoned = tellReckoning(cost, language)
  const how = reckoned ?? (isFree && cost.default_yuan === 0 ? words.money.free : words.money.own)
  return (
    <span className="caption charge-how">
      <span>{[lead, how, range].filter((part) => part != null).join(' · ')}</span>
      {reckoned === null ? null : status === null ? (
        <span className="tag">{words.money.own}</span>
      ) : status === 'V' ? (
        <StatusMark status="V" />
      ) : (
        <span className="tag" title={words.money.unverifiedHint}>
          {words.money.unverified}
        </span>
      )}
    </span>
  )
}
