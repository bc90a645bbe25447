import type { AnalysisBasis, CommunityRow } from '../../model/assessment'
import type { Mode } from '../../model/mode'
import { useLanguage } from '../app-context'
import { useNames } from '../use-names'
import { tellOutOfScope } from './out-of-scope'

interface OutOfScopePromptProps {
  readonly mode: Mode
  /** ids of all that the mode was chosen for */
  readonly communities: readonly string[]
  /** those of them that are not in scope; at least one */
  readonly refused: readonly CommunityRow[]
  readonly basis: AnalysisBasis
  readonly onDecide: (ids: readonly string[]) => void
  readonly onCancel: () => void
}

/** More are counted only. */
const NAMED = 4

/** A mode is chosen for communities that the clause on scope refuses: which, why, and what to do. */
export function OutOfScopePrompt(props: OutOfScopePromptProps) {
  const { mode, communities, refused, basis, onDecide, onCancel } = props
  const language = useLanguage()
  const { words, format } = language
  const { mode: say } = words.tables
  const names = useNames()
  const out = new Set(refused.map(({ id }) => id))
  const others = communities.filter((id) => !out.has(id))
  const more = refused.length - NAMED
  return (
    <div className="mode-prompt" role="alertdialog" aria-label={say.outOfScope(format.count(refused.length))}>
      <p className="is-warning">{say.outOfScope(format.count(refused.length))}</p>
      <ul className="clauses">
        {refused.slice(0, NAMED).map((row) => (
          <li key={row.id}>
            {say.outOfScopeReason(names.community(row.id), tellOutOfScope(row, { basis }, language))}
          </li>
        ))}
        {more > 0 ? <li className="caption">{words.more(format.count(more))}</li> : null}
      </ul>
      <p className="caption">{say.outOfScopeHint}</p>
      <p className="line">
        {others.length === 0 ? null : (
          <button type="button" className="plain bar-button" onClick={() => onDecide(others)}>
            {say.onlyOthers(format.count(others.length))}
          </button>
        )}
        <button type="button" className="plain bar-button" onClick={() => onDecide(communities)}>
          {say.allTheSame(words.mode[mode])}
        </button>
        <button type="button" className="plain link" onClick={onCancel}>
          {words.cancel}
        </button>
      </p>
    </div>
  )
}
