import { withFunding } from '../../../model/edit-package'
import { FUNDING_SOURCES, type FundingEntry, type FundingSource } from '../../../model/funding'
import type { PlanPackage } from '../../../model/package'
import type { PackageAnswer } from '../../../model/package-answer'
import { useActions, useLanguage } from '../../app-context'
import { AmountInput } from '../../ui/AmountInput'
import { NativeSelect } from '../../ui/NativeSelect'
import { Section } from '../../ui/Section'
import { FundingBar } from './FundingBar'
import { SharingTable } from './SharingTable'
import { tellMoney, tellRemainder } from '../../tell-money'

/** Amounts are entered in units of ten thousand yuan, to the yuan. */
const ENTERED_YUAN = 10_000
const MOST_YUAN = 1e11

interface FundingPartProps {
  readonly decided: PlanPackage
  readonly answer: PackageAnswer
}

/** Who pays: every source by share or amount, what nobody pays yet, and what residents carry. */
export function FundingPart({ decided, answer }: FundingPartProps) {
  const language = useLanguage()
  const { words, format } = language
  const { funding, remainder, cost } = answer
  const isOver = funding.remainder_yuan < 0
  return (
    <>
      <Section title={words.money.fundingTitle} isFlush>
        <div className="section-body">
          <FundingBar funding={funding} />
          <p className="caption">{words.money.fundingBasis}</p>
        </div>
        <ul className="funding">
          {FUNDING_SOURCES.map((source) => (
            <FundingRow key={source} source={source} decided={decided} answer={answer} />
          ))}
        </ul>
        <dl className="funding-sums">
          <dt>{words.money.funded}</dt>
          <dd className="figure">{tellMoney(funding.funded_yuan, language)}</dd>
          <dt>{isOver ? words.money.surplus : words.money.remainder}</dt>
          <dd className={funding.remainder_yuan === 0 ? 'figure' : 'figure is-warning'}>
            {tellMoney(Math.abs(funding.remainder_yuan), language)}
          </dd>
        </dl>
        <p className="section-body caption">
          {isOver ? `${words.money.overHint} · ` : ''}
          {words.money.atRange(
            tellRemainder(remainder.low_yuan, language),
            tellRemainder(remainder.high_yuan, language),
          )}
          {cost.total.unknown === 0
            ? null
            : ` · ${words.money.fundingUnknown(format.count(cost.total.unknown))}`}
        </p>
      </Section>
      <SharingTable decided={decided} answer={answer} />
    </>
  )
}

interface FundingRowProps extends FundingPartProps {
  readonly source: FundingSource
}

function FundingRow({ source, decided, answer }: FundingRowProps) {
  const language = useLanguage()
  const { words } = language
  const actions = useActions()
  const entry = decided.funding.find((each) => each.source === source)
  const isYuan = entry !== undefined && 'yuan' in entry
  const part = answer.funding.parts.find((each) => each.source === source)
  const put = (next: FundingEntry | null): void =>
    actions.decide((before) => withFunding(before, source, next))
  return (
    <li className="funding-row">
      <span className="two-lines" title={words.money.sourceHint[source]}>
        {words.money.source[source]}
      </span>
      <AmountInput
        label={words.money.value(words.money.source[source])}
        value={
          entry === undefined ? null : 'yuan' in entry ? entry.yuan / ENTERED_YUAN : toPercent(entry.share)
        }
        most={isYuan ? MOST_YUAN / ENTERED_YUAN : 100}
        onChange={(value) => {
          if (value === null) put(null)
          else if (isYuan) put({ source, yuan: Math.round(value * ENTERED_YUAN) })
          else put({ source, share: toShare(value) })
        }}
      />
      <NativeSelect<'share' | 'yuan'>
        label={`${words.money.source[source]} · ${words.money.mode}`}
        value={isYuan ? 'yuan' : 'share'}
        options={[
          { value: 'share', label: words.money.inShare },
          { value: 'yuan', label: words.money.inYuan },
        ]}
        // what it amounts to stays
        onChange={(mode) => {
          const yuan = part?.yuan ?? 0
          const { total_yuan } = answer.funding
          if (mode === 'yuan') put({ source, yuan })
          else put({ source, share: total_yuan > 0 ? toShare(Math.min(100, (100 * yuan) / total_yuan)) : 0 })
        }}
      />
      <span className="figure funding-yuan">{part === undefined ? '' : tellMoney(part.yuan, language)}</span>
    </li>
  )
}

/** Shares are kept to a ten-thousandth, that is a hundredth of a percent. */
function toShare(percent: number): number {
  return Math.round(percent * 100) / 10_000
}

function toPercent(share: number): number {
  return Math.round(share * 10_000) / 100
}
