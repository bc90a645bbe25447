import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Assessment } from '../../model/assessment'
import { ROW_COLUMNS } from '../../store/table-state'
import { useActions, useLanguage, useView } from '../app-context'
import { readCell } from '../assessment-cell'
import { useRestedHover } from '../ui/use-rested-hover'
import { useWindow } from '../ui/use-window'
import { useShow } from '../use-show'
import { useNames } from '../use-names'
import { useModeOf } from '../use-shown-rows'
import { GroupRow } from './GroupRow'
import { CLASS_WIDTH, ROW_COLUMNS_WIDTH, ROW_WIDTHS } from './matrix-columns'
import type { MatrixItem } from './matrix-items'
import { MatrixHeader } from './MatrixHeader'
import { MatrixRow, ROW_HEIGHT } from './MatrixRow'
import type { ShownColumns } from './MatrixToolbar'

const HEADER_HEIGHT = 64
const NO_IDS: readonly string[] = []

interface MatrixGridProps {
  readonly assessment: Assessment
  readonly columns: ShownColumns
  readonly items: readonly MatrixItem[]
  /** indexes of communities, filtered and in order */
  readonly rows: readonly number[]
}

/** A place in the shown table: position in `items`, and column counted from the first. */
interface Position {
  readonly row: number
  readonly column: number
}

/** The grid itself: renders what is in sight, keeps head, names and pinned lines in place, speaks with the map. */
export function MatrixGrid({ assessment, columns, items, rows }: MatrixGridProps) {
  const language = useLanguage()
  const names = useNames()
  const actions = useActions()
  const show = useShow()
  const scroller = useRef<HTMLDivElement>(null)
  const { pinned, free } = columns
  const pinnedIds = useView((view) => view.table.pinnedRows)
  const checked = useView((view) => view.table.checked)
  const colorBy = useView((view) => view.table.colorBy)
  const theme = useView((view) => view.mapTheme)
  const modeOf = useModeOf()
  const pinnedWidth = pinned.length * CLASS_WIDTH
  const rowOf = useMemo(() => new Map(assessment.communities.map(({ id }, row) => [id, row])), [assessment])
  const pinnedRows = useMemo(() => pinnedIds.flatMap((id) => rowOf.get(id) ?? []), [pinnedIds, rowOf])
  const headHeight = HEADER_HEIGHT + pinnedRows.length * ROW_HEIGHT
  const { first, last } = useWindow(scroller, items.length, ROW_HEIGHT, { margin: 4 })
  const { first: firstClass, last: lastClass } = useWindow(scroller, free.length, CLASS_WIDTH, {
    axis: 'columns',
    offset: ROW_COLUMNS_WIDTH + pinnedWidth,
    margin: 1,
  })
  const [active, setActive] = useState<Position | null>(null)
  const selected = useView((view) => (view.selection?.kind === 'community' ? view.selection.id : null))
  const hovered = useView((view) => (view.hovered?.kind === 'community' ? view.hovered.id : null))
  const checkedIds = useMemo(() => new Set(checked), [checked])
  const positions = useMemo(
    () =>
      new Map(
        items.flatMap((item, position) =>
          item.kind === 'row' ? [[assessment.communities[item.row].id, position] as const] : [],
        ),
      ),
    [assessment, items],
  )
  const columnCount = ROW_COLUMNS.length + pinned.length + free.length
  const width = ROW_COLUMNS_WIDTH + pinnedWidth + free.length * CLASS_WIDTH

  // selected on the map: its row comes into sight
  useEffect(() => {
    const element = scroller.current
    const position = selected === null ? undefined : positions.get(selected)
    if (element === null || position === undefined) return
    bringRowIntoSight(element, position, headHeight)
  }, [selected, positions, headHeight])

  // on the map: its column comes into sight
  const shownClass = theme.kind === 'class' ? theme.code : null
  useEffect(() => {
    const element = scroller.current
    const index = free.findIndex(({ code }) => code === shownClass)
    if (element !== null && index >= 0) bringClassIntoSight(element, index, pinnedWidth)
  }, [shownClass, free, pinnedWidth])

  const hover = useRestedHover()
  const check = useCallback(
    (id: string, isChecked: boolean) =>
      actions.setTable({
        checked: isChecked ? [...checkedIds, id] : [...checkedIds].filter((each) => each !== id),
      }),
    [actions, checkedIds],
  )
  const pin = useCallback(
    (id: string, isPinned: boolean) =>
      actions.setTable({
        pinnedRows: isPinned ? [...pinnedIds, id] : pinnedIds.filter((each) => each !== id),
      }),
    [actions, pinnedIds],
  )
  const openSheet = useCallback(
    (id: string) => {
      actions.select({ kind: 'community', id })
      actions.showInDrawer('sheet')
    },
    [actions],
  )
  const headingAt = (column: number) => {
    const index = column - ROW_COLUMNS.length
    return index < pinned.length ? pinned[index] : free[index - pinned.length]
  }

  const chooseRow = (row: number, column: number) => {
    const { id } = assessment.communities[row]
    const selection = { kind: 'community' as const, id }
    show(selection)
    const heading = column < ROW_COLUMNS.length ? undefined : headingAt(column)
    const facility = heading === undefined ? null : readCell(assessment, row, heading.column).facility
    if (facility !== null) actions.showRoute(selection, facility)
  }
  const markGroup = (members: readonly number[]) =>
    actions.mark(members.map((row) => assessment.communities[row].id))
  const choose = ({ row: position, column }: Position) => {
    setActive({ row: position, column })
    const item = items[position]
    if (item.kind === 'group') markGroup(item.rows)
    else chooseRow(item.row, column)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return
    const from = active ?? { row: first, column: 0 }
    const page = Math.max(1, Math.floor((event.currentTarget.clientHeight - headHeight) / ROW_HEIGHT) - 1)
    const to = move(event.key, from, page, items.length, columnCount)
    if (to !== null) {
      event.preventDefault()
      setActive(to)
      bringRowIntoSight(event.currentTarget, to.row, headHeight)
      bringColumnIntoSight(event.currentTarget, to.column, pinned.length)
    } else if (active !== null && active.row < items.length) {
      const item = items[active.row]
      if (event.key === 'Enter') {
        event.preventDefault()
        choose(active)
      } else if (event.key === ' ' && item.kind === 'row') {
        event.preventDefault()
        const { id } = assessment.communities[item.row]
        check(id, !checkedIds.has(id))
      }
    }
  }

  const rowProps = (row: number) => {
    const { id } = assessment.communities[row]
    return {
      assessment,
      row,
      pinned,
      free,
      firstClass,
      lastClass,
      language,
      colorBy,
      name: names.community(id),
      mode: modeOf(id),
      isSelected: id === selected,
      isHovered: id === hovered,
      isChecked: checkedIds.has(id),
      isPinned: pinnedIds.includes(id),
      onHover: hover,
      onCheck: check,
      onPin: pin,
      onSheet: openSheet,
    }
  }

  return (
    <div
      ref={scroller}
      className="matrix"
      role="grid"
      tabIndex={0}
      aria-label={language.words.table.label}
      aria-rowcount={items.length + 2 + pinnedRows.length}
      aria-colcount={columnCount}
      aria-multiselectable="true"
      aria-activedescendant={active === null ? undefined : `matrix-${active.row}-${active.column}`}
      onKeyDown={onKeyDown}
      onMouseLeave={() => hover(null)}
    >
      <div className="matrix-sheet" style={{ width, height: headHeight + items.length * ROW_HEIGHT }}>
        <div className="matrix-head" style={{ height: headHeight }}>
          <MatrixHeader
            columns={columns}
            firstClass={firstClass}
            lastClass={lastClass}
            ids={rows.length === 0 ? NO_IDS : rows.map((row) => assessment.communities[row].id)}
          />
          {pinnedRows.map((row, index) => (
            <MatrixRow
              key={assessment.communities[row].id}
              {...rowProps(row)}
              rowIndex={index + 3}
              idPrefix={`matrix-pinned-${index}`}
              top={HEADER_HEIGHT + index * ROW_HEIGHT}
              activeColumn={-1}
              onChoose={(column) => chooseRow(row, column)}
            />
          ))}
        </div>
        {items.slice(first, last).map((item, offset) => {
          const position = first + offset
          const top = headHeight + position * ROW_HEIGHT
          const activeColumn = active?.row === position ? active.column : -1
          const rowIndex = position + 3 + pinnedRows.length
          return item.kind === 'group' ? (
            <GroupRow
              key={`group ${item.subdistrict ?? ''}`}
              item={item}
              rowIndex={rowIndex}
              idPrefix={`matrix-${position}`}
              top={top}
              pinned={pinned}
              free={free}
              firstClass={firstClass}
              lastClass={lastClass}
              activeColumn={activeColumn}
              onChoose={(column) => choose({ row: position, column })}
            />
          ) : (
            <MatrixRow
              key={assessment.communities[item.row].id}
              {...rowProps(item.row)}
              rowIndex={rowIndex}
              idPrefix={`matrix-${position}`}
              top={top}
              activeColumn={activeColumn}
              onChoose={(column) => choose({ row: position, column })}
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

function bringRowIntoSight(element: HTMLElement, row: number, headHeight: number): void {
  const top = row * ROW_HEIGHT
  const room = element.clientHeight - headHeight
  if (top < element.scrollTop) element.scrollTop = top
  else if (top + ROW_HEIGHT > element.scrollTop + room) element.scrollTop = top + ROW_HEIGHT - room
}

function bringColumnIntoSight(element: HTMLElement, column: number, pinnedCount: number): void {
  const index = column - ROW_COLUMNS.length
  // pinned ones and names are in sight always
  if (column === 0 || (index >= 0 && index < pinnedCount)) {
    if (column === 0) element.scrollLeft = 0
    return
  }
  const pinnedWidth = pinnedCount * CLASS_WIDTH
  if (index >= 0) {
    bringClassIntoSight(element, index - pinnedCount, pinnedWidth)
    return
  }
  const left = ROW_COLUMNS.slice(0, column).reduce((sum, name) => sum + ROW_WIDTHS[name], 0)
  bringIntoSight(element, left, ROW_WIDTHS[ROW_COLUMNS[column]], pinnedWidth)
}

function bringClassIntoSight(element: HTMLElement, index: number, pinnedWidth: number): void {
  bringIntoSight(element, ROW_COLUMNS_WIDTH + pinnedWidth + index * CLASS_WIDTH, CLASS_WIDTH, pinnedWidth)
}

function bringIntoSight(element: HTMLElement, left: number, width: number, pinnedWidth: number): void {
  const covered = ROW_WIDTHS.name + pinnedWidth
  if (left < element.scrollLeft + covered) element.scrollLeft = left - covered
  else if (left + width > element.scrollLeft + element.clientWidth)
    element.scrollLeft = left + width - element.clientWidth
}
