import { useEffect } from 'react'
import { useActions, useView } from '../app-context'
import { escapeStep } from './escape-step'
import { isTyping, takesUndo } from './is-typing'
import { WORKSPACES } from './workspaces'

/**
 * `/` search (in SearchBox), 1–5 workspaces, T table; Ctrl or Cmd with Z takes back, with Shift too takes again;
 * Delete takes the open measure away. Esc goes back one step: `escapeStep` says which.
 */
export function useShortcuts(): void {
  const actions = useActions()
  const isTableOpen = useView((view) => view.isTableOpen)
  const isDragging = useView((view) => view.dragged !== null)
  const escape = useView(escapeStep)
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
        switch (escape) {
          case 'drag':
            actions.cancelDrag()
            break
          case 'tool':
            actions.setTool(null)
            break
          case 'rules':
            actions.setRulesOpen(false)
            break
          case 'comparing':
            actions.setComparing({ onMap: 'off' })
            break
          case 'present':
            actions.setWorkspace('assess')
            break
          case 'selection':
          case null:
            actions.select(null)
        }
        return
      }
      const chosen = WORKSPACES[Number(event.key) - 1]
      if (chosen !== undefined) actions.setWorkspace(chosen)
      else if (event.key === 't' || event.key === 'T') actions.setTableOpen(!isTableOpen)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [actions, escape, isTableOpen, isDragging, openEdit])
}
