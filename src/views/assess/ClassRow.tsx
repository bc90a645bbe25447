import type { ClassColumn, GroupTotal } from '../../model/assessment'
import type { ClassSensitivity } from '../../model/sensitivity'
import type { Rule } from '../../model/rule-pack'
import { useActions, useLanguage } from '../app-context'
import { ClassMark } from '../ui/SignMark'
import { StatusMark } from '../ui/StatusMark'
import { useNames } from '../use-names'
import type { ClassShare } from './class-share'
import { ServedRange } from './ServedRange'

interface ClassRowProps {
  /** the class's own group by verdict; null: it is for everybody, or nobody counted them */
  readonly groupTotal: GroupTotal | null
  readonly rule: Rule
  readonly column: ClassColumn
  readonly share: ClassShare
  readonly isOnMap: boolean
  /** the range of people served; 'measuring': it is being computed, null: nobody asked */
  readonly band: ClassSensitivity | 'measuring' | null
}

/** One class: who is served, not served, unknown; and what the verdict rests on. Pressed: on the map. */
export function ClassRow({ rule, column, share, isOnMap, band, groupTotal }: ClassRowProps) {
  const { words, format } = useLanguage()
  const actions = useActions()
  const names = useNames()
  const name = names.classOf(rule.code)
  const groupTotals =
    groupTotal === null || column.group === 'all'
      ? null
      : words.supply.groupTotals(
          words.supply.group[column.group],
          format.count(groupTotal.unserved),
          format.count(groupTotal.unknown),
        )
  const total = share.served + share.unserved + share.unknown
  const width = (part: number) => (total === 0 ? '0%' : `${(part / total) * 100}%`)
  const isAllUnknown = total > 0 && share.unknown === total
  const figure =
    total === 0 || isAllUnknown
      ? words.unknown
      : share.unserved === 0
        ? share.unknown === 0
          ? words.assess.allServed
          : words.inspector.unknown(format.count(share.unknown))
        : share.by === 'people'
          ? words.assess.peopleUnserved(format.people(share.unserved))
          : words.assess.communitiesUnserved(format.count(share.unserved))
  return (
    <button
      type="button"
      className="plain row-button class-row"
      aria-pressed={isOnMap}
      title={words.assess.showOnMap(name)}
      onClick={() => actions.setMapTheme(isOnMap ? { kind: 'missing' } : { kind: 'class', code: rule.code })}
    >
      <span className="line">
        <ClassMark code={rule.code} />
        <span className="grow">{name}</span>
        <span className={share.unserved > 0 ? 'caption figure is-unserved' : 'caption figure'}>{figure}</span>
      </span>
      <span className="bar" aria-hidden="true">
        <span className="bar-served" style={{ width: width(share.served) }} />
        <span className="bar-unserved" style={{ width: width(share.unserved) }} />
        <span className="bar-unknown" style={{ width: width(share.unknown) }} />
      </span>
      {band === null ? null : <ServedRange band={band} served={share.served} isAllUnknown={isAllUnknown} />}
      {groupTotals === null ? null : <span className="caption class-basis figure">{groupTotals}</span>}
      <span className="caption class-basis">
        {words.assess.limit(format.limit(column.limit, column.limit_unit))}
        {' · '}
        {words.assess.limitBasis[column.limit_basis]}
        {' · '}
        <StatusMark status={column.status} note={rule.status_note} />
      </span>
    </button>
  )
}
