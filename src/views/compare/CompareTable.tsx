import type { ScenarioTable } from '../../store/compare-view'
import { useActions, useLanguage, useProject, useView } from '../app-context'
import { tellResultBasis } from '../result-basis'
import { ClassMark } from '../ui/SignMark'
import { useShow } from '../use-show'
import type { CompareRow } from './compare-row'
import { nameColumn } from './name-column'

interface CompareTableProps {
  readonly table: ScenarioTable
  readonly rows: readonly CompareRow[]
  readonly section: 'overview' | 'classes' | 'communities' | 'gaps'
}

/** Rows × scenarios; a scenario's head shows it on the map, a community's name flies there. */
export function CompareTable({ table, rows, section }: CompareTableProps) {
  const language = useLanguage()
  const { words } = language
  const actions = useActions()
  const scenarios = useProject((project) => project.summary?.scenarios)
  const shown = useView((view) => view.scenario)
  const pack = useView((view) => view.rules)
  const first = {
    overview: words.compare.row,
    classes: words.compare.class,
    communities: words.compare.community,
    gaps: words.compare.class,
  }[section]
  return (
    <>
      <table className="compare-table">
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {table.columns.map((column, i) => {
              const name = nameColumn(column, scenarios, words)
              return (
                <th key={column ?? ''} scope="col" className="is-number">
                  <button
                    type="button"
                    className="plain compare-head"
                    aria-pressed={shown === column}
                    title={`${name} · ${shown === column ? words.compare.shown : words.compare.show}`}
                    onClick={() => actions.showScenario(column)}
                  >
                    <span className="clip">{name}</span>
                    <span className="caption">
                      {[
                        ...(i === 0 ? [words.compare.base] : []),
                        ...(shown === column ? [words.compare.shown] : []),
                      ].join(' · ') || '\u00a0'}
                    </span>
                  </button>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={classNameOf(row)}>
              <th scope={row.cells === null ? 'colgroup' : 'row'} title={row.hint}>
                <RowName row={row} section={section} />
              </th>
              {row.cells === null ? (
                <td colSpan={table.columns.length} className="caption">
                  {row.hint}
                </td>
              ) : (
                row.cells.map(({ text, note, tone, isMixed = false }, i) => (
                  <td key={table.columns[i] ?? ''} className="is-number">
                    <span className={tone === null || (note !== null && !isMixed) ? undefined : `is-${tone}`}>
                      {text}
                    </span>
                    {note === null ? null : (
                      <span
                        className={
                          tone === null || isMixed ? 'caption compare-note' : `compare-note is-${tone}`
                        }
                      >
                        {note}
                      </span>
                    )}
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="caption compare-basis">
        {tellResultBasis({ ...table.comparisons[0].basis, scenario: null }, pack, scenarios, language)}
      </p>
    </>
  )
}

function classNameOf({ cells, isSum = false, isPart = false }: CompareRow): string | undefined {
  if (cells === null) return 'compare-group'
  return isSum ? 'compare-sum' : isPart ? 'compare-part' : undefined
}

function RowName({ row, section }: Pick<CompareTableProps, 'section'> & { readonly row: CompareRow }) {
  const { words } = useLanguage()
  const actions = useActions()
  const show = useShow()
  const isOnMap = useView((view) => view.mapTheme.kind === 'class' && view.mapTheme.code === row.key)
  if (row.isSum === true || row.isPart === true) return row.label
  if (section === 'communities') {
    const selection = { kind: 'community' as const, id: row.key }
    return (
      <button
        type="button"
        className="plain link"
        onClick={() => show(selection)}
        onMouseEnter={() => actions.hover(selection)}
        onMouseLeave={() => actions.hover(null)}
      >
        {row.label}
      </button>
    )
  }
  if (section === 'overview') return row.label
  return (
    <button
      type="button"
      className="plain line compare-class"
      aria-pressed={isOnMap}
      title={words.scenario.onMap}
      onClick={() => actions.setMapTheme(isOnMap ? { kind: 'missing' } : { kind: 'class', code: row.key })}
    >
      <ClassMark code={row.key} />
      <span className="clip">{row.label}</span>
    </button>
  )
}
