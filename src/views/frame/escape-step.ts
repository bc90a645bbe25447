import type { ViewState } from '../../store/state'

/** What one press of Esc takes back; null: there is nothing. */
type EscapeStep = 'drag' | 'tool' | 'rules' | 'selection' | 'comparing' | 'present'

/** The last thing that was begun goes first: nobody is thrown out of a meeting by what was clicked in it. */
export function escapeStep({
  dragged,
  tool,
  isRulesOpen,
  selection,
  comparing,
  workspace,
}: Pick<
  ViewState,
  'dragged' | 'tool' | 'isRulesOpen' | 'selection' | 'comparing' | 'workspace'
>): EscapeStep | null {
  if (dragged !== null) return 'drag'
  if (tool !== null) return 'tool'
  if (isRulesOpen) return 'rules'
  if (selection !== null) return 'selection'
  if (comparing.onMap !== 'off') return 'comparing'
  return workspace === 'present' ? 'present' : null
}
