import { ROW_COLUMNS, type RowColumn } from '../../store/table-state'
import { useActions, useLanguage, useView } from '../app-context'
import { Icon } from '../ui/Icon'
import { PinIcon } from '../ui/PinIcon'
import { useNames } from '../use-names'
import {
  type ClassHeading,
  CLASS_WIDTH,
  groupHeadings,
  pinnedLeft,
  ROW_COLUMNS_WIDTH,
  ROW_WIDTHS,
} from './matrix-columns'
import type { ShownColumns } from './MatrixToolbar'

interface MatrixHeaderProps {
  readonly columns: ShownColumns
  /** free class columns [first, last) that are in sight */
  readonly firstClass: number
  readonly lastClass: number
  /** of the communities shown, for checking them all */
  readonly ids: readonly string[]
}

// people and missing classes are first wanted from the top down, names and walks from the bottom up
const DESCENDING_FIRST: readonly RowColumn[] = ['people', 'missing']

/** Families above, columns below; pressing a column sorts by it, pressing again turns the order. */
export function MatrixHeader({ columns, firstClass, lastClass, ids }: MatrixHeaderProps) {
  const { words } = useLanguage()
  const { pinned, free } = columns
  return (
    <>
      <div className="matrix-families" role="row" aria-rowindex={1}>
        <div className="matrix-corner" style={{ width: ROW_COLUMNS_WIDTH + pinned.length * CLASS_WIDTH }} />
        {groupHeadings(free).map(({ family, count }, index) => (
          <div
            key={`${family} ${index}`}
            className="matrix-family"
            role="columnheader"
            aria-colspan={count}
            style={{ width: count * CLASS_WIDTH }}
          >
            <span style={{ left: ROW_WIDTHS.name + pinned.length * CLASS_WIDTH + 8 }}>
              {words.family[family]}
            </span>
          </div>
        ))}
      </div>
      <div className="matrix-columns" role="row" aria-rowindex={2}>
        {ROW_COLUMNS.map((column) => (
          <RowHead key={column} column={column} ids={ids} />
        ))}
        {pinned.map((heading, index) => (
          <ClassHead key={heading.code} heading={heading} left={pinnedLeft(index)} />
        ))}
        {free.slice(firstClass, lastClass).map((heading, offset) => (
          <ClassHead
            key={heading.code}
            heading={heading}
            left={null}
            before={offset === 0 ? firstClass * CLASS_WIDTH : 0}
          />
        ))}
      </div>
    </>
  )
}

function useSorting() {
  const sort = useView((view) => view.table.sort)
  return {
    sort,
    ariaSort: (isSorted: boolean) =>
      isSorted ? (sort.isDescending ? ('descending' as const) : ('ascending' as const)) : ('none' as const),
    arrow: (isSorted: boolean) => (isSorted ? <Icon name={sort.isDescending ? 'down' : 'up'} small /> : null),
  }
}

function RowHead({ column, ids }: { readonly column: RowColumn; readonly ids: readonly string[] }) {
  const { words } = useLanguage()
  const { columns } = words.tables.matrix
  const actions = useActions()
  const { sort, ariaSort, arrow } = useSorting()
  const isSorted = sort.by === column
  return (
    <div
      role="columnheader"
      aria-sort={ariaSort(isSorted)}
      className={`matrix-column col-${column}`}
      style={{ width: ROW_WIDTHS[column] }}
    >
      {column === 'name' ? <CheckAll ids={ids} /> : null}
      <button
        type="button"
        className="plain"
        title={column === 'missing' ? words.table.missingHint : words.table.sortBy(columns[column])}
        onClick={() =>
          actions.setTable({
            sort: {
              by: column,
              isDescending: isSorted ? !sort.isDescending : DESCENDING_FIRST.includes(column),
            },
          })
        }
      >
        <span>{columns[column]}</span>
        {arrow(isSorted)}
      </button>
    </div>
  )
}

function CheckAll({ ids }: { readonly ids: readonly string[] }) {
  const { words } = useLanguage()
  const actions = useActions()
  const checked = useView((view) => view.table.checked)
  const isAll = checked.length > 0 && checked.length === ids.length
  return (
    <input
      type="checkbox"
      className="matrix-check"
      aria-label={words.tables.matrix.checkAll}
      title={words.tables.matrix.checkAll}
      checked={isAll}
      ref={(box) => {
        if (box !== null) box.indeterminate = checked.length > 0 && !isAll
      }}
      onChange={() => actions.setTable({ checked: isAll ? [] : ids })}
    />
  )
}

interface ClassHeadProps {
  readonly heading: ClassHeading
  /** where a pinned column stays; null: it scrolls */
  readonly left: number | null
  /** room of the columns before it that are out of sight */
  readonly before?: number
}

function ClassHead({ heading: { code }, left, before = 0 }: ClassHeadProps) {
  const { words } = useLanguage()
  const { matrix } = words.tables
  const names = useNames()
  const actions = useActions()
  const theme = useView((view) => view.mapTheme)
  const pinnedClasses = useView((view) => view.table.pinnedClasses)
  const { sort, ariaSort, arrow } = useSorting()
  const isSorted = sort.by === 'class' && sort.code === code
  const isOnMap = theme.kind === 'class' && theme.code === code
  const name = names.classOf(code)
  const isPinned = left !== null
  const className = ['matrix-column class', isOnMap ? 'is-on-map' : '', isPinned ? 'is-pinned' : ''].join(' ')
  return (
    <div
      role="columnheader"
      aria-sort={ariaSort(isSorted)}
      className={className}
      style={isPinned ? { width: CLASS_WIDTH, left } : { width: CLASS_WIDTH, marginLeft: before }}
    >
      <button
        type="button"
        className="plain matrix-sort"
        title={name}
        onClick={() => {
          actions.setTable({
            sort: { by: 'class', code, isDescending: isSorted ? !sort.isDescending : true },
          })
          actions.setMapTheme({ kind: 'class', code })
        }}
      >
        <span className="matrix-class">{shorten(name)}</span>
        {arrow(isSorted)}
      </button>
      <button
        type="button"
        className="plain matrix-pin"
        aria-pressed={isPinned}
        aria-label={`${isPinned ? matrix.unpinClass : matrix.pinClass} ${name}`}
        title={isPinned ? matrix.unpinClass : matrix.pinClass}
        onClick={() =>
          actions.setTable({
            pinnedClasses: isPinned
              ? pinnedClasses.filter((each) => each !== code)
              : [...pinnedClasses, code],
          })
        }
      >
        <PinIcon />
      </button>
    </div>
  )
}

/** A class name without what stands in brackets: the full one is in the tooltip. */
function shorten(name: string): string {
  return name.replace(/[((].*$/, '').trim() || name
}
