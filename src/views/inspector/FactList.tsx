import type { ReactNode } from 'react'
import { useLanguage } from '../app-context'

/** One fact: its name and what is known of it, or what it is entered with; null: unknown, and shown as such. */
export interface Fact {
  readonly name: string
  readonly value: ReactNode
}

/** Facts in two columns. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  const { words } = useLanguage()
  return (
    <dl className="facts">
      {facts.map(({ name, value }) => (
        <div key={name} className="fact">
          <dt>{name}</dt>
          <dd className={value === null ? 'is-unknown' : undefined}>{value ?? words.unknown}</dd>
        </div>
      ))}
    </dl>
  )
}
