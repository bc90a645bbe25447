import { useActions, useLanguage, useView } from '../app-context'

/** Over the map while a tool is taken: what to do, and the way out. */
export function ToolHint() {
  const { words } = useLanguage()
  const actions = useActions()
  const tool = useView((view) => view.tool)
  if (tool === null) return null
  return (
    <p className="tool-hint" role="status">
      <strong>{'name' in tool ? tool.name : words.scenario.tool[tool.kind]}</strong>
      <span>
        {tool.kind === 'draw-space' ? words.spaces.drawHint[tool.shape] : words.scenario.toolHint[tool.kind]}
      </span>
      <button type="button" className="plain" onClick={() => actions.setTool(null)}>
        {words.scenario.leaveTool} <kbd>Esc</kbd>
      </button>
    </p>
  )
}
