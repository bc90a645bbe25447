import { useState } from 'react'
import { MODES } from '../../model/mode'
import { useActions, useLanguage } from '../app-context'

interface ModeEditorProps {
  /** ids */
  readonly communities: readonly string[]
  readonly onDone?: () => void
}

/** Decides the renovation mode of some communities, with a note that is kept beside it. */
export function ModeEditor({ communities, onDone }: ModeEditorProps) {
  const { words, format } = useLanguage()
  const { mode: say } = words.tables
  const actions = useActions()
  const [note, setNote] = useState('')
  const decide = (mode: (typeof MODES)[number] | null) => {
    void actions.setMode(communities, mode, note)
    setNote('')
    onDone?.()
  }
  return (
    <div className="mode-editor">
      <span>{say.decideFor(format.count(communities.length))}</span>
      {MODES.map((mode) => (
        <button key={mode} type="button" className="plain bar-button" onClick={() => decide(mode)}>
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
    </div>
  )
}
