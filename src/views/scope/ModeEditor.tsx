import { useState } from 'react'
import { type Mode, MODES } from '../../model/mode'
import { useActions, useLanguage, useResults } from '../app-context'
import { findOutOfScope } from './out-of-scope'
import { OutOfScopePrompt } from './OutOfScopePrompt'

interface ModeEditorProps {
  /** ids */
  readonly communities: readonly string[]
  readonly onDone?: () => void
}

/**
 * Decides the renovation mode of some communities, with a note that is kept beside it. Where the clause on scope
 * refuses some of them it says so and why first; the user decides.
 */
export function ModeEditor({ communities, onDone }: ModeEditorProps) {
  const { words, format } = useLanguage()
  const { mode: say } = words.tables
  const actions = useActions()
  const assessment = useResults((results) => results.analysis?.assessment ?? null)
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState<Mode | null>(null)
  const refused = assessment === null ? [] : findOutOfScope(assessment, communities)
  const decide = (mode: Mode | null, ids = communities) => {
    void actions.setMode(ids, mode, note)
    setNote('')
    setAsked(null)
    onDone?.()
  }
  return (
    <div className="mode-editor">
      <span>{say.decideFor(format.count(communities.length))}</span>
      {MODES.map((mode) => (
        <button
          key={mode}
          type="button"
          className="plain bar-button"
          aria-pressed={refused.length > 0 ? asked === mode : undefined}
          onClick={() => (refused.length > 0 ? setAsked(mode) : decide(mode))}
        >
          <span className={`mode-dot ${mode}`} /> {words.mode[mode]}
        </button>
      ))}
      <button type="button" className="plain bar-button" onClick={() => decide(null)}>
        {say.clear}
      </button>
      <input
        type="text"
        className="native-input mode-note"
        aria-label={say.note}
        placeholder={say.note}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {asked === null || assessment === null || refused.length === 0 ? null : (
        <OutOfScopePrompt
          mode={asked}
          communities={communities}
          refused={refused}
          basis={assessment.basis}
          onDecide={(ids) => decide(asked, ids)}
          onCancel={() => setAsked(null)}
        />
      )}
    </div>
  )
}
