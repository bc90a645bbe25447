import { useEffect } from 'react'
import { useActions, useView } from '../app-context'
import { WORKSPACES } from './workspaces'

/** Whether keys typed there are meant as text. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  )
}

/** `/` search (in SearchBox), 1–5 workspaces, T table, Esc leaves: the rules first, then presenting, then the selection. */
export function useShortcuts(): void {
  const actions = useActions()
  const workspace = useView((view) => view.workspace)
  const isTableOpen = useView((view) => view.isTableOpen)
  const isRulesOpen = useView((view) => view.isRulesOpen)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(event.target)) return
      if (event.key === 'Escape') {
        if (isRulesOpen) actions.setRulesOpen(false)
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
  }, [actions, workspace, isTableOpen, isRulesOpen])
}
