import { useActions, useLanguage, useProject, useView } from '../app-context'
import { useEditing } from '../scenario/use-editing'
import { Icon } from '../ui/Icon'
import { GateFlip } from './GateFlip'

/** What can be tried in the meeting itself: drag a facility, flip the gate that was clicked. */
export function TalkTools() {
  const { words } = useLanguage()
  const actions = useActions()
  const { shown, canEdit } = useEditing()
  const isMoving = useView((view) => view.tool?.kind === 'move-facility')
  const gateId = useView((view) => (view.selection?.kind === 'gate' ? view.selection.id : null))
  const gate = useProject((project) => project.mapLayers?.gates.find(({ id }) => id === gateId))
  if (shown === null || !canEdit) return null
  return (
    <div className="talk-try">
      <button
        type="button"
        className="plain talk-move"
        aria-pressed={isMoving}
        title={words.scenario.toolHint['move-facility']}
        onClick={() => actions.setTool(isMoving ? null : { kind: 'move-facility' })}
      >
        <Icon name="move" small /> {words.scenario.tool['move-facility']}
      </button>
      {gate === undefined ? <span className="caption">{words.talk.tryGate}</span> : <GateFlip gate={gate} />}
    </div>
  )
}
