import { useRef } from 'react'
import { useActions, useView } from '../app-context'
import { useWindow } from '../ui/use-window'
import { useShow } from '../use-show'
import type { SupplyLine, SupplySheet } from './supply-rows'

const ROW_HEIGHT = 28
const HEAD_HEIGHT = 44

interface SupplyTableProps {
  readonly headings: SupplySheet['headings']
  readonly lines: readonly SupplyLine[]
  readonly label: string
  readonly sort: { readonly column: number; readonly isDescending: boolean }
  readonly onSort: (column: number) => void
}

/** Communities as lines of one height, of which only those in sight are rendered; a click shows the community. */
export function SupplyTable({ headings, lines, label, sort, onSort }: SupplyTableProps) {
  const actions = useActions()
  const show = useShow()
  const selected = useView((view) => (view.selection?.kind === 'community' ? view.selection.id : null))
  const scroller = useRef<HTMLDivElement>(null)
  const { first, last } = useWindow(scroller, lines.length, ROW_HEIGHT, { offset: HEAD_HEIGHT })
  return (
    <div className="supply-scroll" ref={scroller}>
      <table className="supply-table" aria-label={label} aria-rowcount={lines.length + 1}>
        <thead>
          <tr style={{ height: HEAD_HEIGHT }}>
            {headings.map(({ title, isNumber }, index) => (
              <th
                key={title}
                scope="col"
                className={isNumber ? 'is-number' : undefined}
                aria-sort={index !== sort.column ? 'none' : sort.isDescending ? 'descending' : 'ascending'}
              >
                <button type="button" className="plain" onClick={() => onSort(index)}>
                  {title}
                  {index === sort.column ? (sort.isDescending ? '\u00a0↓' : '\u00a0↑') : ''}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer rows={first} />
          {lines.slice(first, last).map(({ id, cells }, offset) => (
            <tr
              key={id}
              aria-rowindex={first + offset + 2}
              className={id === selected ? 'is-selected' : undefined}
              style={{ height: ROW_HEIGHT }}
            >
              {cells.map(({ text, tone }, index) => (
                <td
                  key={headings[index].title}
                  className={[
                    headings[index].isNumber ? 'is-number' : '',
                    tone === undefined ? '' : `is-${tone}`,
                  ].join(' ')}
                  title={headings[index].isNumber ? undefined : text}
                >
                  {index === 0 ? (
                    <button
                      type="button"
                      className="plain supply-name clip"
                      onClick={() => show({ kind: 'community', id })}
                      onFocus={() => actions.hover({ kind: 'community', id })}
                      onBlur={() => actions.hover(null)}
                    >
                      {text}
                    </button>
                  ) : (
                    text
                  )}
                </td>
              ))}
            </tr>
          ))}
          <Spacer rows={lines.length - last} />
        </tbody>
      </table>
    </div>
  )
}

/** The room of lines out of sight. */
function Spacer({ rows }: { readonly rows: number }) {
  return rows <= 0 ? null : <tr aria-hidden="true" style={{ height: rows * ROW_HEIGHT }} />
}
