import type { ReactNode } from 'react'

interface EmptyStateProps {
  readonly title: string
  /** what to do next */
  readonly hint?: string
  readonly children?: ReactNode
}

/** Nothing to show, and what to do about it. */
export function EmptyState({ title, hint, children }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <strong>{title}</strong>
      {hint === undefined ? null : <p className="caption">{hint}</p>}
      {children}
    </div>
  )
}
