import { useEffect } from 'react'
import { useActions, useView } from '../app-context'
import { isTyping, takesUndo } from './is-typing'
import { WORKSPACES } from './workspaces'

/**
 * `/` search (in SearchBox), 1–5 workspaces, T table; Ctrl or Cmd with Z takes back, with Shift too takes again;
 * Delete takes the open measure away. Esc leaves: what is dragged first, then the tool, the rules, the swipe of a meeting,
 * presenting, the selection.
 */
export function useShortcuts(): void {
  const actions = useActions()
  const workspace = useView((view) => view.workspace)
  const isTableOpen = useView((view) => view.isTableOpen)
  const isRulesOpen = useView((view) => view.isRulesOpen)
  const isDragging = useView((view) => view.dragged !== null)
  const hasTool = useView((view) => view.tool !== null)
  const isSwiping = useView((view) => view.comparing.onMap === 'swipe')
  const openEdit = useView((view) => (view.workspace === 'plan' ? view.openEdit : null))
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return
      if (event.ctrlKey || event.metaKey) {
        if (event.key.toLowerCase() !== 'z' || isDragging || takesUndo(event.target)) return
        event.preventDefault()
        if (event.shiftKey) actions.redo()
        else actions.undo()
        return
      }
      if (isTyping(event.target)) return
      if (event.key === 'Delete' && openEdit !== null) {
        actions.deleteEdit(openEdit)
        return
      }
      if (event.key === 'Escape') {
        if (isDragging) actions.cancelDrag()
        else if (hasTool) actions.setTool(null)
        else if (isRulesOpen) actions.setRulesOpen(false)
        else if (workspace === 'present' && isSwiping) actions.swipeScenario()
        else if (workspace === 'present') actions.setWorkspace('assess')
        else actions.select(null)
        return
      }
      const chosen = WORKSPACES[Number(event.key) - 1]
      if (chosen !== undefined) actions.setWorkspace(chosen)
      else if (event.key === 't' || event.key === 'T') actions.setTableOpen(!isTableOpen)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [actions, workspace, isTableOpen, isRulesOpen, isDragging, hasTool, isSwiping, openEdit])
}
