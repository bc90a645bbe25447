import { useState } from 'react'
import type { RenovationUnit } from '../../../model/renovation-unit'
import type { UnitCandidate, UnitLinks } from '../../../model/unit-pairing'
import type { UnitDeficit, UnitReport } from '../../../model/unit-report'
import { useActions, useLanguage } from '../../app-context'
import { ClassMark } from '../../ui/SignMark'
import { TextInput } from '../../ui/TextInput'
import { useNames } from '../../use-names'
import { GainBlock } from '../propose/GainBlock'
import { tellMissing, tellWithin } from './tell-deficit'
import { UnitMembers } from './UnitMembers'
import { UnitReasons } from './UnitReasons'

interface UnitDetailsProps {
  readonly report: UnitReport
  readonly units: readonly RenovationUnit[]
  readonly links: UnitLinks
  readonly candidates: ReadonlyMap<string, UnitCandidate>
  readonly onPlan: () => void
}

const TOP_DEFICITS = 5

/** A unit: who gives and gets, the balance of area and bays, what is missing, what sharing gains. */
export function UnitDetails({ report, units, links, candidates, onPlan }: UnitDetailsProps) {
  const { words, format } = useLanguage()
  const actions = useActions()
  const { unit, deficits, unclear } = report
  return (
    <div className="unit-body">
      <label className="line" title={words.units.renameHint}>
        <span className="caption">{words.units.rename}</span>
        <TextInput
          className="grow"
          label={words.units.rename}
          placeholder={words.units.renameHint}
          value={unit.name ?? ''}
          onChange={(name) => actions.renameUnit(unit.id, name)}
        />
      </label>
      <UnitMembers report={report} units={units} links={links} candidates={candidates} />
      <UnitReasons unit={unit} links={links} candidates={candidates} />
      {report.uncounted === 0 ? null : (
        <p className="caption is-unknown">
          {words.units.uncounted(format.count(report.uncounted), format.count(report.members.length))}
        </p>
      )}
      {report.estimated === 0 ? null : (
        <p className="caption is-unknown" title={words.supply.estimateHint}>
          {words.units.estimated(format.count(report.estimated), format.count(report.members.length))}
        </p>
      )}
      <Balance report={report} />
      {deficits.length === 0 ? null : <Deficits deficits={deficits} />}
      {unclear.length === 0 ? null : <Unclear classes={unclear} />}
      <GainBlock />
      <div className="line">
        <button type="button" className="plain start-button unit-plan" onClick={onPlan}>
          {words.units.plan}
        </button>
        <button
          type="button"
          className="plain link"
          onClick={() => {
            actions.dropFromUnits(unit.communities)
            actions.chooseUnit(null)
          }}
        >
          {words.units.dissolve}
        </button>
      </div>
    </div>
  )
}

function Balance({ report }: { readonly report: UnitReport }) {
  const { words, format } = useLanguage()
  const { available_m2: has, needed_m2: needs, bays_possible, bays_missing } = report
  // what nobody measured can only add
  const isLeast = report.spaces.some(({ uncounted }) => uncounted > 0)
  const area = isLeast ? words.atLeast(format.area(has)) : format.area(has)
  return (
    <dl className="unit-balance" aria-label={words.units.balance}>
      <dt title={words.units.areaHint}>{words.units.area}</dt>
      <dd title={words.units.areaHint}>
        {report.spaces.length === 0 ? (
          <>
            <strong className="is-unserved">{words.units.noSpaces}</strong>
            <p className="caption">{words.units.noSpacesHint}</p>
          </>
        ) : (
          <>
            {words.units.areaHave(area)} · {words.units.areaNeed(format.area(needs))}
            {' · '}
            <strong className={needs > has ? 'is-unserved' : 'is-served'}>
              {needs > has
                ? words.units.areaShort(
                    isLeast ? words.atMost(format.area(needs - has)) : format.area(needs - has),
                  )
                : words.units.areaSpare(
                    isLeast ? words.atLeast(format.area(has - needs)) : format.area(has - needs),
                  )}
            </strong>
          </>
        )}
      </dd>
      <dt>{words.units.bays}</dt>
      <dd>
        {bays_missing === null ? (
          <span className="is-unknown">{words.units.baysUnknown}</span>
        ) : (
          <strong className={bays_missing > 0 ? 'is-unserved' : 'is-served'}>
            {words.units.baysNeed(
              format.count(bays_missing),
              report.is_bays_missing_most && bays_missing > 0,
            )}
            {report.is_bays_missing_estimated ? ` ${words.supply.estimate}` : ''}
          </strong>
        )}
        {' · '}
        {words.units.baysHave(format.count(bays_possible))}
      </dd>
    </dl>
  )
}

/** Classes of which it is not known whether anybody misses them: not surveyed, or cut by the edge of the data. */
function Unclear({ classes }: { readonly classes: UnitReport['unclear'] }) {
  const { words, format } = useLanguage()
  const names = useNames()
  return (
    <p className="caption is-unknown">
      {words.units.unclear(
        format.count(classes.length),
        classes.map((each) => names.classOf(each.class)).join(words.listSeparator),
      )}
    </p>
  )
}

/** Missing classes, those with most people first. */
function Deficits({ deficits }: { readonly deficits: readonly UnitDeficit[] }) {
  const { words, format } = useLanguage()
  const [isLong, setLong] = useState(false)
  const sorted = deficits.toSorted(
    (a, b) => b.people_unserved - a.people_unserved || b.communities_unserved - a.communities_unserved,
  )
  return (
    <div>
      <h3 className="unit-title">{words.units.deficits}</h3>
      <ul>
        {(isLong ? sorted : sorted.slice(0, TOP_DEFICITS)).map((deficit) => (
          <Deficit key={deficit.class} deficit={deficit} />
        ))}
      </ul>
      {sorted.length > TOP_DEFICITS ? (
        <button type="button" className="plain link caption" onClick={() => setLong(!isLong)}>
          {isLong ? words.units.less : words.units.more(format.count(sorted.length))}
        </button>
      ) : null}
    </div>
  )
}

function Deficit({ deficit }: { readonly deficit: UnitDeficit }) {
  const language = useLanguage()
  const names = useNames()
  const code = deficit.class
  return (
    <li className="unit-deficit">
      <span className="line">
        <ClassMark code={code} />
        <span className="clip grow">{names.classOf(code)}</span>
        <span className="figure is-unserved">{tellMissing(deficit, language)}</span>
      </span>
      <span className="caption unit-within">{tellWithin(deficit, language)}</span>
    </li>
  )
}
