import { useActions, useLanguage, useResults, useView } from '../app-context'
import { tellProblem } from '../tell-issue'
import { tellLastStep } from './tell-last-step'
import { useEditing } from './use-editing'
import { usePlanEffect } from './use-plan-effect'

/** Over the map while a tool is taken: what to do, or what a press here would change, and the way out. */
export function ToolHint() {
  const { words } = useLanguage()
  const actions = useActions()
  const tool = useView((view) => view.tool)
  const foreseen = useForeseen()
  if (tool === null) return null
  return (
    <p className="tool-hint" role="status">
      <strong>{'name' in tool ? tool.name : words.scenario.tool[tool.kind]}</strong>
      <span>
        {foreseen ??
          (tool.kind === 'draw-space'
            ? words.spaces.drawHint[tool.shape]
            : words.scenario.toolHint[tool.kind])}
      </span>
      <button type="button" className="plain" onClick={() => actions.setTool(null)}>
        {words.scenario.leaveTool} <kbd>Esc</kbd>
      </button>
    </p>
  )
}

/** What the press that the pointer rests for would change, or why nothing; null: not known, or not against what. */
function useForeseen(): string | null {
  const language = useLanguage()
  const { shown } = useEditing()
  const { effect, isStale } = usePlanEffect(shown)
  const foreseen = useResults((results) => results.foreseen)
  if (foreseen === null || foreseen.edits !== shown?.edits) return null
  if ('refusal' in foreseen) return tellProblem(foreseen.refusal, language.words)
  if (isStale) return null
  if (effect === null && shown.edits.length > 0) return null
  const change = tellLastStep(effect?.comparison ?? null, foreseen.comparison, language)
  return change === null ? null : language.words.scenario.foreseen(change)
}
