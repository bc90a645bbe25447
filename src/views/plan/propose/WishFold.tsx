import { type ReactNode, useState } from 'react'
import { Icon } from '../../ui/Icon'

/** Wishes that few plans need, folded away at first. */
export function WishFold({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div>
      <button
        type="button"
        className="plain line wish-fold"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={isOpen ? 'up' : 'down'} small />
        {title}
      </button>
      {isOpen ? <div className="wish-limits">{children}</div> : null}
    </div>
  )
}
