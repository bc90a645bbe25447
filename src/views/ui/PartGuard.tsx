import { Component, type ReactNode } from 'react'
import { useActions, useLanguage } from '../app-context'
import { EmptyState } from './EmptyState'

interface PartGuardProps {
  readonly children: ReactNode
  /** what else is to be done before the part is tried again */
  readonly onRetry?: () => void
}

/**
 * Keeps a failure in one part of the page from taking the whole page, and with it what nobody has saved yet. A part that
 * is loaded late fails where the program on the server has been replaced meanwhile.
 */
export class PartGuard extends Component<PartGuardProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    return (
      <PartFailed
        onRetry={() => {
          this.props.onRetry?.()
          this.setState({ hasFailed: false })
        }}
      />
    )
  }
}

function PartFailed({ onRetry }: { readonly onRetry: () => void }) {
  const { words } = useLanguage()
  const actions = useActions()
  return (
    <div className="part-failed" role="alert">
      <EmptyState title={words.partFailed.title} hint={words.partFailed.hint}>
        <button type="button" className="plain link" onClick={() => void actions.save()}>
          {words.partFailed.save}
        </button>
        <button type="button" className="plain link" onClick={onRetry}>
          {words.partFailed.retry}
        </button>
      </EmptyState>
    </div>
  )
}
