import { type ReactNode, useId } from 'react'

interface SectionProps {
  readonly title: string
  /** a figure or control at the right of the title */
  readonly aside?: ReactNode
  /** true: rows reach the panel's edges and bring their own padding */
  readonly isFlush?: boolean
  readonly children: ReactNode
}

/** One titled part of a panel. */
export function Section({ title, aside, isFlush, children }: SectionProps) {
  const id = useId()
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {aside === undefined ? null : <div className="caption">{aside}</div>}
      </div>
      {isFlush ? children : <div className="section-body">{children}</div>}
    </section>
  )
}
