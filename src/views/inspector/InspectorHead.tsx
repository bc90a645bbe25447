import type { ReactNode } from 'react'
import type { Selection } from '../../store/state'
import { useActions, useLanguage } from '../app-context'
import { IconButton } from '../ui/IconButton'

interface InspectorHeadProps {
  readonly title: string
  readonly subtitle: string
  readonly mark?: ReactNode
  readonly selection: Selection
}

/** Name and kind of what is selected, with the two things always possible: center it, let it go. */
export function InspectorHead({ title, subtitle, mark, selection }: InspectorHeadProps) {
  const { words } = useLanguage()
  const actions = useActions()
  return (
    <div className="panel-head inspector-head">
      {mark}
      <div className="grow">
        <h2>{title}</h2>
        <p className="caption">{subtitle}</p>
      </div>
      <IconButton icon="locate" label={words.inspector.centerOn} onClick={() => actions.focus(selection)} />
      <IconButton icon="close" label={words.close} onClick={() => actions.select(null)} />
    </div>
  )
}
