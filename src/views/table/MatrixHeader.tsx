import { useActions, useLanguage, useView } from '../app-context'
import { Icon } from '../ui/Icon'
import { useNames } from '../use-names'
import {
  type ClassHeading,
  CLASS_WIDTH,
  groupHeadings,
  ROW_COLUMNS_WIDTH,
  ROW_WIDTHS,
} from './matrix-columns'
import { type MatrixSort, ROW_COLUMNS, type RowColumn } from './matrix-rows'

interface MatrixHeaderProps {
  readonly headings: readonly ClassHeading[]
  readonly sort: MatrixSort
  readonly onSort: (sort: MatrixSort) => void
}

// people and missing classes are first wanted from the top down, names and walks from the bottom up
const DESCENDING_FIRST: readonly RowColumn[] = ['people', 'missing']

/** Families above, columns below; pressing a column sorts by it, pressing again turns the order. */
export function MatrixHeader({ headings, sort, onSort }: MatrixHeaderProps) {
  const { words } = useLanguage()
  const names = useNames()
  const actions = useActions()
  const theme = useView((view) => view.mapTheme)
  const isTime = useView((view) => view.basis === 'time')
  const unit = isTime ? words.unit.minutes : words.unit.m

  const ariaSort = (isSorted: boolean) =>
    isSorted ? (sort.isDescending ? ('descending' as const) : ('ascending' as const)) : ('none' as const)
  const arrow = (isSorted: boolean) =>
    isSorted ? <Icon name={sort.isDescending ? 'down' : 'up'} small /> : null
  return (
    <div className="matrix-head">
      <div className="matrix-families" role="row" aria-rowindex={1}>
        <div className="matrix-corner" style={{ width: ROW_COLUMNS_WIDTH }}>
          <span className="caption">{unit}</span>
        </div>
        {groupHeadings(headings).map(({ family, count }) => (
          <div
            key={family}
            className="matrix-family"
            role="columnheader"
            aria-colspan={count}
            style={{ width: count * CLASS_WIDTH }}
          >
            <span>{words.family[family]}</span>
          </div>
        ))}
      </div>
      <div className="matrix-columns" role="row" aria-rowindex={2}>
        {ROW_COLUMNS.map((column) => {
          const isSorted = sort.by === column
          return (
            <div
              key={column}
              role="columnheader"
              aria-sort={ariaSort(isSorted)}
              className={`matrix-column col-${column}`}
              style={{ width: ROW_WIDTHS[column] }}
            >
              <button
                type="button"
                className="plain"
                title={
                  column === 'missing' ? words.table.missingHint : words.table.sortBy(words.table[column])
                }
                onClick={() =>
                  onSort({
                    by: column,
                    isDescending: isSorted ? !sort.isDescending : DESCENDING_FIRST.includes(column),
                  })
                }
              >
                <span>{words.table[column]}</span>
                {arrow(isSorted)}
              </button>
            </div>
          )
        })}
        {headings.map(({ code }) => {
          const isSorted = sort.by === 'class' && sort.code === code
          const isOnMap = theme.kind === 'class' && theme.code === code
          const name = names.classOf(code)
          return (
            <div
              key={code}
              role="columnheader"
              aria-sort={ariaSort(isSorted)}
              className={isOnMap ? 'matrix-column is-on-map' : 'matrix-column'}
              style={{ width: CLASS_WIDTH }}
            >
              <button
                type="button"
                className="plain"
                title={name}
                onClick={() => {
                  onSort({ by: 'class', code, isDescending: isSorted ? !sort.isDescending : true })
                  actions.setMapTheme({ kind: 'class', code })
                }}
              >
                <span className="matrix-class">{shorten(name)}</span>
                {arrow(isSorted)}
              </button>
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** A class name without what stands in brackets: the full one is in the tooltip. */
function shorten(name: string): string {
  return name.replace(/[((].*$/, '').trim() || name
}
