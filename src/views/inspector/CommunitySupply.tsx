import '../assess/supply.css'
import { normOf } from '../../model/rule-pack'
import type { SupplyAnswer, SupplyClass } from '../../model/supply'
import { ParkingUnsurveyed } from '../assess/ParkingUnsurveyed'
import { useSupply } from '../assess/use-supply'
import { useActions, useLanguage } from '../app-context'
import { tellAmount, tellBounds, tellNorm } from '../tell-supply'
import { Section } from '../ui/Section'
import { ClassMark } from '../ui/SignMark'
import { StatusMark } from '../ui/StatusMark'
import { useNames } from '../use-names'
import { type Fact, FactList } from './FactList'

/** What a community's people have of each class, against the rule's figure; the second nearest; bays and cars. */
export function CommunitySupply({ id }: { readonly id: string }) {
  const { words } = useLanguage()
  const actions = useActions()
  const { isWanted, answer } = useSupply()
  const row = answer?.communities.indexOf(id) ?? -1
  if (answer === null || row < 0)
    return (
      <Section
        title={words.supply.title}
        aside={
          isWanted ? null : (
            <button
              type="button"
              className="plain toggle-button"
              onClick={() => actions.setWantsSupply(true)}
            >
              {words.supply.show}
            </button>
          )
        }
      >
        <p className="caption" role="status">
          {isWanted ? words.supply.measuring : words.supply.hint}
        </p>
      </Section>
    )
  const shown = answer.classes.flatMap((column, c) => (column.norm === null ? [] : [{ column, c }]))
  return (
    <>
      <Section title={words.supply.title} isFlush>
        <p className="section-body caption">
          {shown.length === 0 ? words.supply.noNorms : words.supply.method}
        </p>
        <ul>
          {shown.map(({ column, c }) => (
            <li key={column.code}>
              <ClassSupplyRow answer={answer} column={column} at={row * answer.classes.length + c} />
            </li>
          ))}
        </ul>
      </Section>
      <ParkingBlock answer={answer} row={row} />
    </>
  )
}

interface RowProps {
  readonly answer: SupplyAnswer
  readonly column: SupplyClass
  /** entry of the columns */
  readonly at: number
}

function ClassSupplyRow({ answer, column, at }: RowProps) {
  const language = useLanguage()
  const { words, format } = language
  const names = useNames()
  const { norm } = column
  if (norm === null) return null
  const bounds = tellBounds(answer.least[at], answer.most[at], norm, language)
  const isShort = answer.most[at] < normOf(norm)
  const [within, people] = [answer.within[at], answer.within_people[at]]
  const second = answer.second[at]
  const secondWalk = `${format.metres(answer.second_m[at])} · ${format.minutes(answer.second_s[at])}`
  return (
    <div className="supply-row">
      <span className="line">
        <ClassMark code={column.code} />
        <span className="grow">{names.classOf(column.code)}</span>
        <span className={bounds === null ? 'caption figure is-unknown' : 'caption figure'}>
          {bounds ?? words.unknown}
        </span>
      </span>
      <span className="caption supply-facts">
        <span className={isShort ? 'is-short' : undefined}>{tellNorm(norm, language)}</span>
        {' · '}
        <StatusMark status={norm.status} />
      </span>
      <span className="caption supply-facts">
        {Number.isNaN(within) || Number.isNaN(people) || people === 0
          ? words.supply.perHead(words.unknown)
          : words.supply.perHead(tellAmount(within / people, norm, language))}
      </span>
      <span className="caption supply-facts">
        {second < 0
          ? words.supply.noSecond
          : words.supply.second(names.facility(answer.facility_ids[second]), secondWalk)}
      </span>
    </div>
  )
}

function ParkingBlock({ answer, row }: { readonly answer: SupplyAnswer; readonly row: number }) {
  const { words, format } = useLanguage()
  const { parking } = answer
  const { demand, own_bays, residents_bays, shared_bays, uncounted, shortage, is_estimated } =
    parking.rows[row]
  const bays = (value: number | null) =>
    value === null ? null : words.supply.parking.bays(format.count(value))
  const demandText = bays(demand)
  const shortageText = bays(shortage)
  const facts: Fact[] = [
    {
      name: words.supply.parking.demand,
      value:
        demandText === null ? null : is_estimated ? `${words.supply.estimate} ${demandText}` : demandText,
    },
    { name: words.supply.parking.own, value: bays(own_bays) },
    { name: words.supply.parking.around, value: bays(residents_bays + shared_bays) },
    {
      name: words.supply.parking.shortage,
      value:
        shortage === 0
          ? words.supply.parking.none
          : shortageText !== null && parking.unsurveyed.length > 0
            ? words.atMost(shortageText)
            : shortageText,
    },
  ]
  return (
    <Section title={words.supply.parking.title}>
      <FactList facts={facts} />
      <p className="caption">
        {words.supply.parking.ratio(String(parking.bays_per_household))}
        {' · '}
        <StatusMark status={parking.status} />
        {uncounted === 0 ? '' : ` · ${words.supply.parking.uncounted(format.count(uncounted))}`}
      </p>
      <p className="caption">
        {words.supply.parking.basis}
        <ParkingUnsurveyed parking={parking} />
      </p>
    </Section>
  )
}
