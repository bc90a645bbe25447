import type { ReactNode } from 'react'
import type { FigureSource } from '../../model/rule-pack'
import { useLanguage } from '../app-context'
import { StatusMark } from '../ui/StatusMark'
import { tellSource } from './tell-figure'
import { saysMore, tellNote } from './tell-note'

interface RulesTableProps {
  readonly columns: readonly string[]
  /** its rows */
  readonly children: ReactNode
}

/** A table of the rules with its heads, which stay in sight. */
export function RulesTable({ columns, children }: RulesTableProps) {
  return (
    <table className="rules-table">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

/** Where a figure is from, how sure it is, and what is noted about it. */
export function SourceCell({ source }: { readonly source: FigureSource | undefined }) {
  const language = useLanguage()
  const note = source?.note ?? ''
  return (
    <td className="caption rules-source">
      {source === undefined ? null : (
        <>
          <span className="rules-document">{tellSource(source, language)}</span>
          <StatusMark status={source.status} note={note} />
          {saysMore(note) ? <span className="rules-note">{tellNote(note, language)}</span> : null}
        </>
      )}
    </td>
  )
}
