import './inspector.css'
import type { ReactNode } from 'react'
import type { Selection } from '../../store/state'
import { useLanguage, useView } from '../app-context'
import { CommunityDetails } from './CommunityDetails'
import { FacilityDetails } from './FacilityDetails'
import { GapDetails } from './GapDetails'
import { PointDetails } from './PointDetails'
import { SpaceDetails } from './SpaceDetails'

function detailsOf(selection: Selection): ReactNode {
  switch (selection.kind) {
    case 'community':
      return <CommunityDetails key={selection.id} id={selection.id} />
    case 'facility':
      return <FacilityDetails key={selection.id} id={selection.id} />
    case 'space':
      return <SpaceDetails key={selection.id} id={selection.id} />
    case 'gap':
      return <GapDetails key={selection.id} id={selection.id} />
    case 'point':
      return <PointDetails at={selection.at} />
  }
}

/** Everything about what is selected. */
export function Inspector() {
  const { words } = useLanguage()
  const selection = useView((view) => view.selection)
  if (selection === null) return null
  return (
    <aside className="inspector" aria-label={words.inspector.label}>
      {detailsOf(selection)}
    </aside>
  )
}
