import { COST_PACK } from '../../../model/cost-pack'
import { withChoice } from '../../../model/edit-package'
import type { WorkChoice, WorkItem, WorkState } from '../../../model/works'
import { WORKS_PACK } from '../../../model/works-pack'
import { useActions, useLanguage, useProject } from '../../app-context'
import { AmountInput } from '../../ui/AmountInput'
import { StatusMark } from '../../ui/StatusMark'
import { useNames } from '../../use-names'
import { tellMoney } from '../../tell-money'
import { tellWorkCost } from './tell-work'

const ENTERED_YUAN = 10_000
const MOST_YUAN = 1e11

interface WorkRowProps {
  readonly community: string
  readonly item: WorkItem
  readonly state: WorkState
  readonly choice: WorkChoice | null
}

/** One item: chosen or not, what the data say of it, and, chosen, how much of it and what it costs. */
export function WorkRow({ community, item, state, choice }: WorkRowProps) {
  const language = useLanguage()
  const { words, locale, format } = language
  const actions = useActions()
  const names = useNames()
  const name = locale === 'zh' ? item.name_zh : item.name_en
  const thing = WORKS_PACK.plan_items.find(({ code }) => code === item.plan_item)
  const own = useProject((project) => project.summary?.prices.find(({ code }) => code === item.cost_item))
  const shipped = COST_PACK.items.find(({ code }) => code === item.cost_item)
  const price = shipped === undefined ? undefined : { ...shipped, ...own }
  const isChosen = choice?.choice === 'chosen'
  const { need, cost, edits } = state
  // an amount that is taken from the data is shown where another one may be entered
  const reckoned = cost?.kind === 'priced' && cost.cost.item !== null ? cost.cost.amount : null
  const put = (next: WorkChoice | null): void =>
    actions.decide((before) => withChoice(before, community, item.code, next))
  const change = (changed: Partial<WorkChoice>): void => {
    const next = { item: item.code, choice: 'chosen' as const, ...choice, ...changed }
    put(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)) as typeof next)
  }
  const facts = { ...need.facts }
  if (typeof facts['class'] === 'string') facts['class'] = names.classOf(facts['class'])
  return (
    <li className={isChosen ? 'work is-chosen' : 'work'}>
      <span className="line">
        <label className="line grow">
          <input
            type="checkbox"
            checked={isChosen}
            aria-label={words.works.choose(name)}
            onChange={() => put(isChosen ? null : { item: item.code, choice: 'chosen' })}
          />
          <span className="clip" title={name}>
            {name}
          </span>
        </label>
        <span className={`need ${need.verdict}`}>{words.works.need[need.verdict]}</span>
      </span>
      <span className="work-body caption">
        <span className="line">
          {thing === undefined ? null : (
            <span className="tag" title={words.works.planItem}>
              {locale === 'zh' ? thing.name_zh : thing.name_en}
            </span>
          )}
          <span>{words.works.why[need.code](facts)}</span>
        </span>
        {edits.length === 0 ? null : (
          <span>{words.works.doneBy(edits.map((index) => index + 1).join(words.consent.and))}</span>
        )}
        {isChosen ? (
          <span className="line work-amounts">
            {price === undefined ? null : (
              <>
                <AmountInput
                  label={`${name} ${words.works.amount}`}
                  placeholder={reckoned === null ? words.works.amount : format.count(reckoned)}
                  value={choice.amount ?? null}
                  most={1e9}
                  onChange={(amount) => change({ amount: amount ?? undefined })}
                />
                <span>{words.money.unit[price.unit]}</span>
              </>
            )}
            <AmountInput
              label={`${name} ${words.works.ownCost}`}
              placeholder={words.works.ownCostShort}
              value={choice.cost_yuan === undefined ? null : choice.cost_yuan / ENTERED_YUAN}
              most={MOST_YUAN / ENTERED_YUAN}
              onChange={(value) =>
                change({ cost_yuan: value === null ? undefined : Math.round(value * ENTERED_YUAN) })
              }
            />
            <span className={cost?.kind === 'unknown' ? 'is-unknown' : undefined}>
              {cost === null ? '' : tellWorkCost(cost, language)}
            </span>
          </span>
        ) : null}
        {isChosen ? (
          <span className="work-source">
            {item.category === null ? null : `${words.works.category[item.category]} · `}
            {words.consent.vote[item.vote]} <StatusMark status={item.vote_status} />
            {price === undefined
              ? null
              : ` · ${tellMoney(price.default_yuan, language)}/${words.money.unit[price.unit]}`}
          </span>
        ) : null}
      </span>
    </li>
  )
}
