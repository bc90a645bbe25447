import './supply.css'
import type { ParkingAnswer, SupplyClass } from '../../model/supply'
import { useActions, useLanguage, useResults, useView } from '../app-context'
import { tellNorm } from '../tell-supply'
import { Section } from '../ui/Section'
import { ClassMark } from '../ui/SignMark'
import { StatusMark } from '../ui/StatusMark'
import { useNames } from '../use-names'
import { ParkingUnsurveyed } from './ParkingUnsurveyed'
import { useSupply } from './use-supply'

/** How much of each class there is for those who share it, and bays against cars; worked out when asked for. */
export function SupplySection() {
  const { words } = useLanguage()
  const actions = useActions()
  const { isWanted, answer } = useSupply()
  const isAsked = useView((view) => view.wantsSupply)
  const isOldArea = useResults((results) => results.analysis?.assessment.basis.old_area ?? false)
  const classes = answer?.classes.filter(({ norm }) => norm !== null) ?? []
  return (
    <Section
      title={words.supply.title}
      aside={
        <button
          type="button"
          className="plain toggle-button"
          aria-pressed={isWanted}
          disabled={isWanted && !isAsked}
          onClick={() => actions.setWantsSupply(!isAsked)}
        >
          {words.supply.show}
        </button>
      }
      isFlush
    >
      <p className="section-body caption" role="status">
        {!isWanted
          ? words.supply.hint
          : answer === null
            ? words.supply.measuring
            : classes.length === 0
              ? words.supply.noNorms
              : `${words.supply.method}${isOldArea ? words.supply.oldArea : ''}`}
      </p>
      {classes.length === 0 ? null : (
        <ul>
          {classes.map((column) => (
            <li key={column.code}>
              <SupplyRow column={column} />
            </li>
          ))}
        </ul>
      )}
      {answer === null ? null : <ParkingSummary parking={answer.parking} />}
    </Section>
  )
}

function SupplyRow({ column }: { readonly column: SupplyClass }) {
  const language = useLanguage()
  const { words, format } = language
  const names = useNames()
  const { norm, totals } = column
  if (norm === null) return null
  const group = words.supply.group[norm.group]
  const all = totals.enough + totals.too_little + totals.unknown
  const estimated = totals.estimated_enough + totals.estimated_too_little + totals.estimated_unknown
  const width = (part: number) => (all === 0 ? '0%' : `${(part / all) * 100}%`)
  const isUnknown = all === 0 || totals.unknown === all
  const notes = [
    estimated > 0 ? words.supply.estimated(format.count(estimated), group) : null,
    totals.communities_uncounted > 0
      ? words.supply.uncounted(format.count(totals.communities_uncounted))
      : null,
    totals.facilities_unknown > 0
      ? words.supply.sizeUnknown(format.count(totals.facilities_unknown), format.count(totals.facilities))
      : null,
  ].filter((note) => note !== null)
  return (
    <div className="supply-row">
      <span className="line">
        <ClassMark code={column.code} />
        <span className="grow">{names.classOf(column.code)}</span>
        <span className={isUnknown ? 'caption figure is-unknown' : 'caption figure'}>
          {isUnknown ? words.unknown : words.supply.of(format.share(totals.enough / all), group)}
        </span>
      </span>
      <span
        className="bar"
        role="img"
        aria-label={`${words.supply.enough} ${format.count(totals.enough)}, ${words.supply.tooLittle} ${format.count(totals.too_little)}, ${words.unknown} ${format.count(totals.unknown)}`}
      >
        <span className="bar-served" style={{ width: width(totals.enough) }} />
        <span className="bar-unserved" style={{ width: width(totals.too_little) }} />
        <span className="bar-unknown" style={{ width: width(totals.unknown) }} />
      </span>
      <span className="caption class-basis">
        {tellNorm(norm, language)}
        {' · '}
        {words.assess.limit(format.limit(column.limit, column.limit_unit))}
        {' · '}
        <StatusMark status={norm.status} />
      </span>
      {notes.length === 0 ? null : (
        <span className="caption class-basis" title={estimated > 0 ? words.supply.estimateHint : undefined}>
          {notes.join(' · ')}
        </span>
      )}
    </div>
  )
}

function ParkingSummary({ parking }: { readonly parking: ParkingAnswer }) {
  const { words, format } = useLanguage()
  const actions = useActions()
  const { rows } = parking
  const short = rows.filter(({ shortage }) => shortage !== null && shortage > 0)
  const unknown = rows.filter(({ shortage }) => shortage === null).length
  const missing = short.reduce((sum, { shortage }) => sum + (shortage ?? 0), 0)
  return (
    <div className="supply-row">
      <span className="line">
        <span className="grow">{words.supply.parking.title}</span>
        <span className="caption figure">
          {rows.length === unknown
            ? words.unknown
            : words.supply.parking.total(
                format.count(missing),
                format.count(short.length),
                parking.unsurveyed.length > 0,
              )}
        </span>
      </span>
      <span className="caption parking-basis">
        {words.supply.parking.ratio(String(parking.bays_per_household))}
        {' · '}
        <StatusMark status={parking.status} />
        {unknown === 0 ? '' : ` · ${words.supply.parking.unknown(format.count(unknown))}`}
      </span>
      <span className="caption parking-basis">
        {words.supply.parking.basis}
        <ParkingUnsurveyed parking={parking} />
      </span>
      <button type="button" className="plain link caption" onClick={() => actions.showInDrawer('supply')}>
        {words.supply.byCommunity}
      </button>
    </div>
  )
}
