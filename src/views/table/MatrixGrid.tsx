import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Assessment } from '../../model/assessment'
import type { Selection } from '../../store/state'
import { useActions, useLanguage, useView } from '../app-context'
import { readCell } from '../assessment-cell'
import { useWindow } from '../ui/use-window'
import { type ClassHeading, CLASS_WIDTH, ROW_COLUMNS_WIDTH, ROW_WIDTHS } from './matrix-columns'
import { MatrixHeader } from './MatrixHeader'
import { MatrixRow, ROW_HEIGHT } from './MatrixRow'
import { type MatrixSort, ROW_COLUMNS } from './matrix-rows'
import { useShow } from '../use-show'

const HEADER_HEIGHT = 64

interface MatrixGridProps {
  readonly assessment: Assessment
  readonly headings: readonly ClassHeading[]
  /** indexes of communities, filtered and in order */
  readonly rows: readonly number[]
  readonly sort: MatrixSort
  readonly onSort: (sort: MatrixSort) => void
}

/** A place in the shown table: position in `rows`, and column counted from the first. */
interface Position {
  readonly row: number
  readonly column: number
}

/** The grid itself: renders the rows in sight, keeps header and names in place, speaks with the map. */
export function MatrixGrid({ assessment, headings, rows, sort, onSort }: MatrixGridProps) {
  const language = useLanguage()
  const actions = useActions()
  const show = useShow()
  const scroller = useRef<HTMLDivElement>(null)
  const { first, last } = useWindow(scroller, rows.length, ROW_HEIGHT, { margin: 6 })
  const { first: firstClass, last: lastClass } = useWindow(scroller, headings.length, CLASS_WIDTH, {
    axis: 'columns',
    offset: ROW_COLUMNS_WIDTH,
    margin: 2,
  })
  const [active, setActive] = useState<Position | null>(null)
  const selected = useView((view) => (view.selection?.kind === 'community' ? view.selection.id : null))
  const hovered = useView((view) => (view.hovered?.kind === 'community' ? view.hovered.id : null))
  const positions = useMemo(
    () => new Map(rows.map((row, position) => [assessment.communities[row].id, position])),
    [assessment, rows],
  )
  const columnCount = ROW_COLUMNS.length + headings.length
  const width = ROW_COLUMNS_WIDTH + headings.length * CLASS_WIDTH

  // selected on the map: its row comes into sight
  useEffect(() => {
    const element = scroller.current
    const position = selected === null ? undefined : positions.get(selected)
    if (element === null || position === undefined) return
    bringRowIntoSight(element, position)
  }, [selected, positions])

  const hover = useCallback((to: Selection | null) => actions.hover(to), [actions])

  const choose = (position: Position) => {
    const row = rows[position.row]
    const { id } = assessment.communities[row]
    const selection = { kind: 'community' as const, id }
    setActive(position)
    show(selection)
    const heading = headings[position.column - ROW_COLUMNS.length]
    const facility = heading === undefined ? null : readCell(assessment, row, heading.column).facility
    if (facility !== null) actions.showRoute(selection, facility)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return
    const from = active ?? { row: first, column: 0 }
    const page = Math.max(1, Math.floor((event.currentTarget.clientHeight - HEADER_HEIGHT) / ROW_HEIGHT) - 1)
    const to = move(event.key, from, page, rows.length, columnCount)
    if (to !== null) {
      event.preventDefault()
      setActive(to)
      bringRowIntoSight(event.currentTarget, to.row)
      bringColumnIntoSight(event.currentTarget, to.column)
    } else if (event.key === 'Enter' && active !== null && active.row < rows.length) {
      event.preventDefault()
      choose(active)
    }
  }

  return (
    <div
      ref={scroller}
      className="matrix"
      role="grid"
      tabIndex={0}
      aria-label={language.words.table.label}
      aria-rowcount={rows.length + 2}
      aria-colcount={columnCount}
      aria-activedescendant={active === null ? undefined : `matrix-${active.row}-${active.column}`}
      onKeyDown={onKeyDown}
      onMouseLeave={() => actions.hover(null)}
    >
      <div className="matrix-sheet" style={{ width, height: HEADER_HEIGHT + rows.length * ROW_HEIGHT }}>
        <MatrixHeader headings={headings} sort={sort} onSort={onSort} />
        {rows.slice(first, last).map((row, offset) => {
          const position = first + offset
          const { id } = assessment.communities[row]
          return (
            <MatrixRow
              key={id}
              assessment={assessment}
              row={row}
              position={position}
              top={HEADER_HEIGHT + position * ROW_HEIGHT}
              headings={headings}
              firstClass={firstClass}
              lastClass={lastClass}
              language={language}
              isSelected={id === selected}
              isHovered={id === hovered}
              activeColumn={active?.row === position ? active.column : -1}
              onChoose={choose}
              onHover={hover}
            />
          )
        })}
      </div>
    </div>
  )
}

/** Where an arrow, page, home or end key leads; null: not such a key. */
function move(key: string, from: Position, page: number, rows: number, columns: number): Position | null {
  const row = (to: number) => ({ row: Math.min(Math.max(to, 0), rows - 1), column: from.column })
  const column = (to: number) => ({ row: from.row, column: Math.min(Math.max(to, 0), columns - 1) })
  switch (key) {
    case 'ArrowDown':
      return row(from.row + 1)
    case 'ArrowUp':
      return row(from.row - 1)
    case 'PageDown':
      return row(from.row + page)
    case 'PageUp':
      return row(from.row - page)
    case 'ArrowRight':
      return column(from.column + 1)
    case 'ArrowLeft':
      return column(from.column - 1)
    case 'Home':
      return column(0)
    case 'End':
      return column(columns - 1)
    default:
      return null
  }
}

function bringRowIntoSight(element: HTMLElement, row: number): void {
  const top = row * ROW_HEIGHT
  const room = element.clientHeight - HEADER_HEIGHT
  if (top < element.scrollTop) element.scrollTop = top
  else if (top + ROW_HEIGHT > element.scrollTop + room) element.scrollTop = top + ROW_HEIGHT - room
}

function bringColumnIntoSight(element: HTMLElement, column: number): void {
  if (column === 0) {
    element.scrollLeft = 0
    return
  }
  const left = columnLeft(column)
  const width = column < ROW_COLUMNS.length ? ROW_WIDTHS[ROW_COLUMNS[column]] : CLASS_WIDTH
  const shownFrom = element.scrollLeft + ROW_WIDTHS.name
  if (left < shownFrom) element.scrollLeft = left - ROW_WIDTHS.name
  else if (left + width > element.scrollLeft + element.clientWidth)
    element.scrollLeft = left + width - element.clientWidth
}

function columnLeft(column: number): number {
  const before = ROW_COLUMNS.slice(0, Math.min(column, ROW_COLUMNS.length))
  const described = before.reduce((sum, name) => sum + ROW_WIDTHS[name], 0)
  return described + Math.max(0, column - ROW_COLUMNS.length) * CLASS_WIDTH
}
