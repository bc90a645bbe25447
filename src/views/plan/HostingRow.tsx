import { type ReactNode, useState } from 'react'
import type { Hosting } from '../../model/hosting'
import { HOSTING_PACK } from '../../model/hosting-pack'
import { useLanguage } from '../app-context'
import { IconButton } from '../ui/IconButton'
import { HostingFindings } from './HostingFindings'

const USES = new Map(HOSTING_PACK.uses.map((use) => [use.code, use]))

interface HostingRowProps {
  readonly hosting: Hosting
  readonly title: ReactNode
  /** shows the space on the map; absent: it is what is looked at already */
  readonly onShow?: () => void
  /** makes it so in the scenario; absent: nothing can be made of it here */
  readonly onSet?: () => void
  /** true: it could be, and other uses leave nothing of the space */
  readonly isUsedUp?: boolean
}

/** One space and use: the verdict, and, opened, why. */
export function HostingRow({ hosting, title, onShow, onSet, isUsedUp = false }: HostingRowProps) {
  const { words, format } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const unit = USES.get(hosting.use)?.unit
  return (
    <li>
      <div className="hosting-line">
        <button
          type="button"
          className="plain row-button hosting-row"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <span className="clip grow">{title}</span>
          {hosting.units === null || unit === undefined || hosting.verdict === 'blocked' ? null : (
            <span className="caption figure">
              {unit === 'bay'
                ? words.hosting.bays(format.count(hosting.units))
                : words.hosting.places(format.count(hosting.units))}
            </span>
          )}
          <span className={`hosting-verdict ${hosting.verdict}`}>
            {words.hosting.verdict[hosting.verdict]}
          </span>
        </button>
        {isUsedUp ? (
          <span className="caption hosting-set" title={words.scenario.usedUpHint}>
            {words.scenario.usedUp}
          </span>
        ) : onSet === undefined ? (
          onShow === undefined ? null : (
            // its place is kept, so that verdicts stand below each other
            <span className="hosting-set" aria-hidden="true" />
          )
        ) : (
          <button type="button" className="plain link hosting-set" onClick={onSet}>
            {words.scenario.set}
          </button>
        )}
        {onShow === undefined ? null : <IconButton icon="locate" label={words.locate} onClick={onShow} />}
      </div>
      {isOpen ? <HostingFindings hosting={hosting} /> : null}
    </li>
  )
}
