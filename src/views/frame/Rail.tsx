import type { Workspace } from '../../store/state'
import { useLanguage, useView } from '../app-context'
import { Icon } from '../ui/Icon'
import { WORKSPACES } from './workspaces'

interface RailProps {
  readonly isPanelOpen: boolean
  readonly onChoose: (workspace: Workspace) => void
}

/** The five workspaces. */
export function Rail({ isPanelOpen, onChoose }: RailProps) {
  const { words } = useLanguage()
  const current = useView((view) => view.workspace)
  return (
    <nav className="rail" aria-label={words.topBar.rail}>
      {WORKSPACES.map((workspace, index) => (
        <button
          key={workspace}
          type="button"
          className="plain rail-item"
          aria-current={workspace === current ? 'page' : undefined}
          aria-expanded={workspace === current ? isPanelOpen : undefined}
          aria-keyshortcuts={String(index + 1)}
          onClick={() => onChoose(workspace)}
        >
          <Icon name={workspace} />
          <span>{words.workspace[workspace]}</span>
        </button>
      ))}
    </nav>
  )
}
