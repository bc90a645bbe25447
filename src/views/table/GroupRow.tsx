import type { ClassTotal } from '../../model/assessment'
import { ROW_COLUMNS } from '../../store/table-state'
import { useLanguage } from '../app-context'
import { shareOfClass } from '../assess/class-share'
import { type ClassHeading, CLASS_WIDTH, pinnedLeft, ROW_COLUMNS_WIDTH, ROW_WIDTHS } from './matrix-columns'
import type { GroupItem } from './matrix-items'
import { columnOf } from './MatrixRow'

interface GroupRowProps {
  readonly item: GroupItem
  readonly rowIndex: number
  readonly idPrefix: string
  readonly top: number
  readonly pinned: readonly ClassHeading[]
  readonly free: readonly ClassHeading[]
  readonly firstClass: number
  readonly lastClass: number
  readonly activeColumn: number
  readonly onChoose: (column: number) => void
}

/** The head of a sub-district: its communities and people, and its subtotal under each class. */
export function GroupRow(props: GroupRowProps) {
  const { item, rowIndex, idPrefix, pinned, free, firstClass, lastClass, activeColumn } = props
  const { words, format } = useLanguage()
  const { matrix } = words.tables
  const name = item.subdistrict ?? matrix.noSubdistrict
  const people = item.people === null ? matrix.groupPlaces : matrix.groupPeople(format.people(item.people))
  const cell = (heading: ClassHeading, index: number, left: number | null, before: number) => (
    <SubtotalCell
      key={heading.code}
      id={`${idPrefix}-${ROW_COLUMNS.length + index}`}
      column={ROW_COLUMNS.length + index}
      total={item.totalOf(heading.column)}
      hasPeople={item.people !== null}
      left={left}
      before={before}
      isActive={activeColumn === ROW_COLUMNS.length + index}
    />
  )
  return (
    <div
      className="matrix-row is-group"
      role="row"
      aria-rowindex={rowIndex}
      style={{ top: props.top }}
      onClick={(event) => props.onChoose(columnOf(event))}
    >
      <div
        id={`${idPrefix}-0`}
        role="rowheader"
        aria-colindex={1}
        data-column={0}
        className={`matrix-cell col-name${activeColumn === 0 ? ' is-active' : ''}`}
        style={{ width: ROW_WIDTHS.name }}
        title={name}
      >
        {name}
      </div>
      <div
        role="gridcell"
        className={`matrix-cell matrix-group-facts${activeColumn > 0 && activeColumn < ROW_COLUMNS.length ? ' is-active' : ''}`}
        style={{ width: ROW_COLUMNS_WIDTH - ROW_WIDTHS.name }}
      >
        {words.tables.communities(format.count(item.rows.length))} · {people}
      </div>
      {pinned.map((heading, index) => cell(heading, index, pinnedLeft(index), 0))}
      {free
        .slice(firstClass, lastClass)
        .map((heading, offset) =>
          cell(
            heading,
            pinned.length + firstClass + offset,
            null,
            offset === 0 ? firstClass * CLASS_WIDTH : 0,
          ),
        )}
    </div>
  )
}

interface SubtotalCellProps {
  readonly id: string
  readonly column: number
  readonly total: ClassTotal
  readonly hasPeople: boolean
  readonly left: number | null
  readonly before: number
  readonly isActive: boolean
}

/** The number not served, over a bar of served, not served and unknown. */
function SubtotalCell({ id, column, total, hasPeople, left, before, isActive }: SubtotalCellProps) {
  const { words, format } = useLanguage()
  const { matrix } = words.tables
  const { served, unserved, unknown } = shareOfClass(total, hasPeople ? 'people' : 'communities')
  const all = served + unserved + unknown
  const width = (part: number) => `${all === 0 ? 0 : (part / all) * 100}%`
  const told = matrix.subtotal(
    format.count(served),
    format.count(unserved),
    format.count(unknown),
    hasPeople ? matrix.people : matrix.places,
  )
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={column + 1}
      aria-label={told}
      data-column={column}
      className={`matrix-cell class subtotal${left === null ? '' : ' is-pinned'}${isActive ? ' is-active' : ''}`}
      style={left === null ? { width: CLASS_WIDTH, marginLeft: before } : { width: CLASS_WIDTH, left }}
      title={told}
    >
      <span className={unserved > 0 ? 'is-unserved' : undefined}>
        {all > 0 && unknown === all ? words.unknown : format.count(unserved)}
      </span>
      <span className="bar" aria-hidden="true">
        <span className="bar-served" style={{ width: width(served) }} />
        <span className="bar-unserved" style={{ width: width(unserved) }} />
        <span className="bar-unknown" style={{ width: width(unknown) }} />
      </span>
    </div>
  )
}
