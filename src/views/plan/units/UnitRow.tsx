import { useEffect, useRef } from 'react'
import type { RenovationUnit } from '../../../model/renovation-unit'
import type { UnitCandidate, UnitLinks } from '../../../model/unit-pairing'
import type { UnitReport } from '../../../model/unit-report'
import { useActions, useLanguage } from '../../app-context'
import { useNames } from '../../use-names'
import { boxOfUnit } from './box-of-unit'
import { nameUnit } from './name-unit'
import { tellPeople } from './tell-deficit'
import { UnitDetails } from './UnitDetails'

interface UnitRowProps {
  readonly report: UnitReport
  readonly units: readonly RenovationUnit[]
  readonly links: UnitLinks
  readonly candidates: ReadonlyMap<string, UnitCandidate>
  readonly isOpen: boolean
  readonly isTicked: boolean
  readonly onTick: (isTicked: boolean) => void
  readonly onPoint: (isPointed: boolean) => void
  readonly onPlan: () => void
}

/** One unit: people, spaces, what is missing; opened, everything about it. */
export function UnitRow(props: UnitRowProps) {
  const { report, isOpen, isTicked, onTick, onPoint } = props
  const language = useLanguage()
  const { words, format } = language
  const actions = useActions()
  const names = useNames()
  const name = nameUnit(report.unit, names, language)
  const spaces = report.spaces.reduce((sum, { count }) => sum + count, 0)
  // the one that was open closes, and takes this one along; all there is about a unit is longer than what is left below its
  // head, and it is looked at from its head on, merged or split too
  const head = useRef<HTMLButtonElement>(null)
  const looked = isOpen ? report.unit.communities.join() : null
  useEffect(() => {
    if (looked !== null) head.current?.scrollIntoView({ block: 'start' })
  }, [looked])
  return (
    <li
      className={isOpen ? 'unit-row is-open' : 'unit-row'}
      onMouseEnter={() => onPoint(true)}
      onMouseLeave={() => onPoint(false)}
    >
      <div className="line">
        <input
          type="checkbox"
          className="unit-tick"
          aria-label={words.units.select(name)}
          title={words.units.select(name)}
          checked={isTicked}
          onChange={(event) => onTick(event.target.checked)}
        />
        <button
          ref={head}
          type="button"
          className="plain row-button unit-head"
          aria-expanded={isOpen}
          onClick={() => {
            actions.chooseUnit(isOpen ? null : report.unit.id)
            const box = isOpen ? null : boxOfUnit(report.unit, names.records.communities)
            if (box !== null) actions.focus({ kind: 'box', box })
          }}
        >
          <span className="line">
            <span className="clip grow" title={name}>
              {name}
            </span>
            <span className={report.people === null && report.estimated === 0 ? 'is-unknown' : 'figure'}>
              {tellPeople(report, language)}
            </span>
          </span>
          <span className="line caption">
            <span className="clip grow">
              {spaces === 0
                ? words.units.noSpaces
                : words.units.spaces(
                    format.count(spaces),
                    report.spaces.some(({ uncounted }) => uncounted > 0)
                      ? words.atLeast(format.area(report.available_m2))
                      : format.area(report.available_m2),
                  )}
              {report.estimated === 0 ? '' : ` · ${words.units.withEstimates}`}
            </span>
            <span className={report.deficits.length === 0 ? undefined : 'is-unserved'}>
              {words.units.missing(format.count(report.deficits.length))}
            </span>
          </span>
        </button>
      </div>
      {isOpen ? <UnitDetails {...props} /> : null}
    </li>
  )
}
