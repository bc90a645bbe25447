import { useEffect, useRef } from 'react'
import type { Finding } from '../../model/finding'
import { useActions, useLanguage } from '../app-context'
import { FindingMark } from '../ui/FindingMark'
import { namesOfFinding } from '../name-record'
import { useNames } from '../use-names'
import { FindingDetails } from './FindingDetails'

interface FindingRowProps {
  readonly finding: Finding
  readonly isOpen: boolean
}

/** One finding: what it is about, in one line, and all about it when open. */
export function FindingRow({ finding, isOpen }: FindingRowProps) {
  const { words } = useLanguage()
  const actions = useActions()
  const names = useNames()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  const title = namesOfFinding(finding, names, words)
  return (
    <li ref={row} className={isOpen ? 'finding is-open' : 'finding'}>
      <button
        type="button"
        className="plain finding-button"
        aria-expanded={isOpen}
        onClick={() => actions.openFinding(isOpen ? null : finding.id)}
      >
        <span className="line">
          <FindingMark severity={finding.severity} />
          <span className="grow clip" title={title}>
            {title}
          </span>
        </span>
        {isOpen ? null : (
          <span className="caption clip finding-line">{words.finding[finding.kind](finding.facts)}</span>
        )}
      </button>
      {isOpen ? <FindingDetails finding={finding} /> : null}
    </li>
  )
}
