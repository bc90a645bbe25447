import { memo, type MouseEvent, type ReactNode } from 'react'
import type { Assessment } from '../../model/assessment'
import type { Mode } from '../../model/mode'
import type { Selection } from '../../store/state'
import { ROW_COLUMNS, type RowColumn, type TableState } from '../../store/table-state'
import type { Language } from '../app-context'
import { readCell } from '../assessment-cell'
import { PinIcon } from '../ui/PinIcon'
import { type ClassHeading, CLASS_WIDTH, pinnedLeft, ROW_WIDTHS } from './matrix-columns'
import { walkStep } from './walk-step'

export const ROW_HEIGHT = 28

interface MatrixRowProps {
  readonly assessment: Assessment
  /** index into the assessment's communities */
  readonly row: number
  /** for screen readers, heads counted */
  readonly rowIndex: number
  /** its cells' ids begin so */
  readonly idPrefix: string
  readonly top: number
  readonly pinned: readonly ClassHeading[]
  readonly free: readonly ClassHeading[]
  /** free class columns [first, last) that are in sight; the others leave only their room */
  readonly firstClass: number
  readonly lastClass: number
  readonly language: Language
  readonly colorBy: TableState['colorBy']
  /** what the community is called */
  readonly name: string
  readonly mode: Mode | null
  readonly isSelected: boolean
  readonly isHovered: boolean
  readonly isChecked: boolean
  readonly isPinned: boolean
  /** the cell the keyboard is on; -1: none in this row */
  readonly activeColumn: number
  readonly onChoose: (column: number) => void
  readonly onHover: (selection: Selection | null) => void
  readonly onCheck: (id: string, isChecked: boolean) => void
  readonly onPin: (id: string, isPinned: boolean) => void
  readonly onSheet: (id: string) => void
}

function RowOfMatrix(props: MatrixRowProps) {
  const { assessment, row, rowIndex, idPrefix, pinned, free, language, activeColumn } = props
  const { firstClass, lastClass, onChoose, onHover } = props
  const { words, format } = language
  const community = assessment.communities[row]
  const unknown = <span className="is-unknown">{words.unknown}</span>
  const described: Readonly<Record<RowColumn, ReactNode>> = {
    name: <NameCell {...props} />,
    subdistrict: community.subdistrict ?? unknown,
    eligibility: (
      <span className={community.eligibility.verdict === 'data-missing' ? 'is-unknown' : undefined}>
        {words.eligibilityShort[community.eligibility.verdict]}
      </span>
    ),
    mode:
      props.mode === null ? (
        <span className="is-unknown">{words.tables.mode.undecided}</span>
      ) : (
        words.mode[props.mode]
      ),
    builtYear: community.built_year ?? unknown,
    people: community.people === null ? unknown : format.count(community.people),
    missing: format.count(community.missing),
  }
  const className = [
    'matrix-row',
    props.isSelected ? 'is-selected' : '',
    props.isHovered ? 'is-hovered' : '',
  ].join(' ')
  return (
    <div
      className={className}
      role="row"
      aria-rowindex={rowIndex}
      aria-selected={props.isSelected}
      style={{ top: props.top }}
      onMouseEnter={() => onHover({ kind: 'community', id: community.id })}
      onClick={(event) => {
        if (isControl(event)) return
        onChoose(columnOf(event))
      }}
    >
      {ROW_COLUMNS.map((column, index) => (
        <div
          key={column}
          id={`${idPrefix}-${index}`}
          role={column === 'name' ? 'rowheader' : 'gridcell'}
          aria-colindex={index + 1}
          data-column={index}
          className={`matrix-cell col-${column}${activeColumn === index ? ' is-active' : ''}`}
          style={{ width: ROW_WIDTHS[column] }}
          title={column === 'subdistrict' ? (community.subdistrict ?? undefined) : undefined}
        >
          {described[column]}
        </div>
      ))}
      {pinned.map((heading, index) => (
        <ClassCell
          key={heading.code}
          {...props}
          heading={heading}
          index={index}
          left={pinnedLeft(index)}
          before={0}
        />
      ))}
      {free.slice(firstClass, lastClass).map((heading, offset) => (
        <ClassCell
          key={heading.code}
          {...props}
          heading={heading}
          index={pinned.length + firstClass + offset}
          left={null}
          before={offset === 0 ? firstClass * CLASS_WIDTH : 0}
        />
      ))}
    </div>
  )
}

/** Whether a click was meant for a box or button inside the row. */
function isControl(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('button, input') !== null
}

/** The column of the cell that was clicked, counted from the first. */
export function columnOf(event: MouseEvent): number {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column]') : null
  return Number(cell?.dataset['column'] ?? 0)
}

function NameCell({
  assessment,
  row,
  name,
  language,
  isChecked,
  isPinned,
  onCheck,
  onPin,
  onSheet,
}: MatrixRowProps) {
  const { words } = language
  const { matrix } = words.tables
  const { id } = assessment.communities[row]
  return (
    <span className="matrix-name">
      <input
        type="checkbox"
        className="matrix-check"
        tabIndex={-1}
        aria-label={`${matrix.check} ${name}`}
        checked={isChecked}
        onChange={(event) => onCheck(id, event.target.checked)}
      />
      <span className="clip grow" title={name}>
        {name}
      </span>
      <button
        type="button"
        className="plain matrix-tool"
        tabIndex={-1}
        title={matrix.openSheet}
        aria-label={`${matrix.openSheet} ${name}`}
        onClick={() => onSheet(id)}
      >
        <svg className="icon sheet-icon" viewBox="0 0 12 12" aria-hidden="true">
          <path d="M2.5 1h7v10h-7zM4.5 3.5h3M4.5 5.5h3M4.5 7.5h3" />
        </svg>
      </button>
      <button
        type="button"
        className="plain matrix-tool"
        tabIndex={-1}
        aria-pressed={isPinned}
        title={isPinned ? matrix.unpinRow : matrix.pinRow}
        aria-label={`${isPinned ? matrix.unpinRow : matrix.pinRow} ${name}`}
        onClick={() => onPin(id, !isPinned)}
      >
        <PinIcon />
      </button>
    </span>
  )
}

interface ClassCellProps extends MatrixRowProps {
  readonly heading: ClassHeading
  /** among the class columns */
  readonly index: number
  readonly left: number | null
  readonly before: number
}

function ClassCell(props: ClassCellProps) {
  const { assessment, row, heading, index, left, before, language, colorBy, activeColumn, idPrefix } = props
  const { words, format } = language
  const cell = readCell(assessment, row, heading.column)
  const isTime = colorBy === 'walk' || assessment.basis.basis === 'time'
  const walk = isTime ? cell.nearest_s : cell.nearest_m
  const at = ROW_COLUMNS.length + index
  const color =
    colorBy === 'verdict' || cell.verdict === 'unknown'
      ? cell.verdict
      : cell.nearest_s === null
        ? 'walk-none'
        : `walk-${walkStep(cell.nearest_s)}`
  return (
    <div
      id={`${idPrefix}-${at}`}
      role="gridcell"
      aria-colindex={at + 1}
      data-column={at}
      className={`matrix-cell class ${color}${left === null ? '' : ' is-pinned'}${activeColumn === at ? ' is-active' : ''}`}
      style={left === null ? { width: CLASS_WIDTH, marginLeft: before } : { width: CLASS_WIDTH, left }}
      title={`${words.verdict[cell.verdict]} · ${words.reason[cell.reason]}`}
    >
      {walk === null
        ? cell.verdict === 'unserved'
          ? words.table.nothing
          : words.unknown
        : isTime
          ? format.minutes(walk)
          : format.metres(walk)}
    </div>
  )
}

/** One community's row; rendered again only when something of it changes. */
export const MatrixRow = memo(RowOfMatrix, (before, after) =>
  // `onChoose` closes over what the other props already say
  (Object.keys(after) as (keyof MatrixRowProps)[]).every(
    (key) => key === 'onChoose' || before[key] === after[key],
  ),
)
