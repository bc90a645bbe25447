import { memo, type ReactNode } from 'react'
import type { Assessment } from '../../model/assessment'
import type { Selection } from '../../store/state'
import type { Language } from '../app-context'
import { readCell } from '../assessment-cell'
import { type ClassHeading, CLASS_WIDTH, ROW_WIDTHS } from './matrix-columns'
import { ROW_COLUMNS, type RowColumn } from './matrix-rows'

export const ROW_HEIGHT = 28

interface MatrixRowProps {
  readonly assessment: Assessment
  /** index into the assessment's communities */
  readonly row: number
  /** place in the shown order */
  readonly position: number
  readonly top: number
  readonly headings: readonly ClassHeading[]
  /** class columns [first, last) that are in sight; the others leave only their room */
  readonly firstClass: number
  readonly lastClass: number
  readonly language: Language
  readonly isSelected: boolean
  readonly isHovered: boolean
  /** the cell the keyboard is on; -1: none in this row */
  readonly activeColumn: number
  readonly onChoose: (position: { readonly row: number; readonly column: number }) => void
  readonly onHover: (selection: Selection | null) => void
}

function RowOfMatrix(props: MatrixRowProps) {
  const { assessment, row, position, headings, language, activeColumn, onChoose, onHover } = props
  const { firstClass, lastClass } = props
  const { words, format } = language
  const community = assessment.communities[row]
  const isTime = assessment.basis.basis === 'time'

  const unknown = <span className="is-unknown">{words.unknown}</span>
  const name = community.name === '' ? words.unnamed.community : community.name
  const described: Readonly<Record<RowColumn, ReactNode>> = {
    name,
    subdistrict: community.subdistrict ?? unknown,
    eligibility: (
      <span className={community.eligibility.verdict === 'data-missing' ? 'is-unknown' : undefined}>
        {words.eligibilityShort[community.eligibility.verdict]}
      </span>
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
      aria-rowindex={position + 3}
      aria-selected={props.isSelected}
      style={{ top: props.top }}
      onMouseEnter={() => onHover({ kind: 'community', id: community.id })}
      onClick={(event) => {
        const cell =
          event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column]') : null
        onChoose({ row: position, column: Number(cell?.dataset['column'] ?? 0) })
      }}
    >
      {ROW_COLUMNS.map((column, index) => (
        <div
          key={column}
          id={`matrix-${position}-${index}`}
          role={column === 'name' ? 'rowheader' : 'gridcell'}
          aria-colindex={index + 1}
          data-column={index}
          className={`matrix-cell col-${column}${activeColumn === index ? ' is-active' : ''}`}
          style={{ width: ROW_WIDTHS[column] }}
          title={
            column === 'name'
              ? name
              : column === 'subdistrict'
                ? (community.subdistrict ?? undefined)
                : undefined
          }
        >
          {described[column]}
        </div>
      ))}
      {headings.slice(firstClass, lastClass).map(({ code, column }, offset) => {
        const index = firstClass + offset
        const cell = readCell(assessment, row, column)
        const walk = isTime ? cell.nearest_s : cell.nearest_m
        const at = ROW_COLUMNS.length + index
        return (
          <div
            key={code}
            id={`matrix-${position}-${at}`}
            role="gridcell"
            aria-colindex={at + 1}
            data-column={at}
            className={`matrix-cell class ${cell.verdict}${activeColumn === at ? ' is-active' : ''}`}
            style={
              offset === 0
                ? { width: CLASS_WIDTH, marginLeft: firstClass * CLASS_WIDTH }
                : { width: CLASS_WIDTH }
            }
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
      })}
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
