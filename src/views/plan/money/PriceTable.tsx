import { useState } from 'react'
import type { CostItem, PriceChange } from '../../../model/cost'
import { COST_PACK } from '../../../model/cost-pack'
import { withPrice } from '../../../model/edit-package'
import { useActions, useLanguage, useProject } from '../../app-context'
import { AmountInput } from '../../ui/AmountInput'
import { Section } from '../../ui/Section'
import { StatusMark } from '../../ui/StatusMark'
import { type TypedPrice, typedOver } from './typed-price'

const FIELDS = ['low_yuan', 'default_yuan', 'high_yuan'] as const
const NONE: readonly PriceChange[] = []

/** The prices, each beside the one that came with the program; the user's own are kept in the project. */
export function PriceTable({ used }: { readonly used: readonly string[] }) {
  const { words } = useLanguage()
  const [isAll, setAll] = useState(false)
  const items = COST_PACK.items.filter(({ code }) => isAll || used.includes(code))
  return (
    <Section
      title={words.money.prices}
      isFlush
      aside={
        <button type="button" className="plain link" onClick={() => setAll(!isAll)}>
          {isAll ? words.money.pricesUsed : words.money.pricesAll}
        </button>
      }
    >
      <p className="section-body caption">
        {items.length === 0 ? words.money.pricesNone : words.money.pricesHint}
      </p>
      <ul className="prices">
        {items.map((item) => (
          <PriceRow key={item.code} item={item} />
        ))}
      </ul>
    </Section>
  )
}

function PriceRow({ item }: { readonly item: CostItem }) {
  const { words, format, locale } = useLanguage()
  const actions = useActions()
  const prices = useProject((project) => project.summary?.prices ?? NONE)
  const own = prices.find(({ code }) => code === item.code)
  const price = own ?? item
  const [typed, setTyped] = useState<TypedPrice | null>(null)
  const wrong = typedOver(typed, price)
  const shown = wrong ?? price
  const name = locale === 'zh' ? item.name_zh : item.name_en
  const label = { low_yuan: words.money.low, default_yuan: words.money.middle, high_yuan: words.money.high }

  const change = (field: (typeof FIELDS)[number], value: number | null): void => {
    const { low_yuan, default_yuan, high_yuan } = shown
    const next = { code: item.code, low_yuan, default_yuan, high_yuan, [field]: value ?? item[field] }
    if (!(next.low_yuan <= next.default_yuan && next.default_yuan <= next.high_yuan)) {
      setTyped({ typed: next, over: price })
      return
    }
    setTyped(null)
    const isShipped = FIELDS.every((each) => next[each] === item[each])
    actions.setPrices(withPrice(prices, item.code, isShipped ? null : next))
  }

  return (
    <li className="price">
      <span className="line">
        <span className="clip grow" title={name}>
          {name}
        </span>
        <span className="caption">{words.money.perUnit[item.unit]}</span>
        {own === undefined && wrong === null ? null : (
          <button
            type="button"
            className="plain link caption"
            onClick={() => {
              setTyped(null)
              actions.setPrices(withPrice(prices, item.code, null))
            }}
          >
            {words.money.reset}
          </button>
        )}
      </span>
      <span className="price-fields">
        {FIELDS.map((field) => (
          <label key={field}>
            <span className="caption">{label[field]}</span>
            <AmountInput
              label={`${name} ${label[field]}`}
              value={shown[field]}
              most={1e9}
              isWhole
              isWrong={wrong !== null}
              onChange={(value) => change(field, value)}
            />
          </label>
        ))}
      </span>
      <span className="caption">
        {wrong === null ? (
          <>
            {own === undefined
              ? null
              : `${words.money.shipped(
                  format.count(item.low_yuan),
                  format.count(item.default_yuan),
                  format.count(item.high_yuan),
                )} · `}
            <StatusMark status={item.status} />
            {item.status === 'V' ? '' : ` · ${words.money.unverified}`}
          </>
        ) : (
          <span className="is-warning" role="alert">
            {words.money.badRange}
          </span>
        )}
      </span>
    </li>
  )
}
