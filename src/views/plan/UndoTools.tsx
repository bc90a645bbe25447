import { useActions, useLanguage, useProject } from '../app-context'
import { IconButton } from '../ui/IconButton'

/** Takes back and again the last step of any part of the plan: measures, money, votes, works, units, or looks of a talk. */
export function UndoTools() {
  const { words } = useLanguage()
  const actions = useActions()
  const canUndo = useProject((project) => project.planHistory.past.length > 0)
  const canRedo = useProject((project) => project.planHistory.future.length > 0)
  return (
    <div className="line undo-tools">
      <IconButton
        icon="undo"
        label={words.scenario.undo}
        isDisabled={!canUndo}
        onClick={() => actions.undo()}
      />
      <IconButton
        icon="redo"
        label={words.scenario.redo}
        isDisabled={!canRedo}
        onClick={() => actions.redo()}
      />
    </div>
  )
}
