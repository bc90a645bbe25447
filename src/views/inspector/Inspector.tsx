import './inspector.css'
import type { ReactNode } from 'react'
import type { Selection } from '../../store/state'
import { useLanguage, useView } from '../app-context'
import { BuildingDetails } from './BuildingDetails'
import { CommunityDetails } from './CommunityDetails'
import { FacilityDetails } from './FacilityDetails'
import { GapDetails } from './GapDetails'
import { GateDetails } from './GateDetails'
import { PointDetails } from './PointDetails'
import { SpaceDetails } from './SpaceDetails'

/** What belongs to each kind of selection; a new one starts afresh, a dragged point goes on. */
function Details({ selection }: { readonly selection: Selection }): ReactNode {
  if (selection.kind === 'community') return <CommunityDetails key={selection.id} id={selection.id} />
  if (selection.kind === 'facility') return <FacilityDetails key={selection.id} id={selection.id} />
  if (selection.kind === 'space') return <SpaceDetails key={selection.id} id={selection.id} />
  if (selection.kind === 'gap') return <GapDetails key={selection.id} id={selection.id} />
  if (selection.kind === 'gate') return <GateDetails key={selection.id} id={selection.id} />
  if (selection.kind === 'building') return <BuildingDetails key={selection.id} id={selection.id} />
  return <PointDetails at={selection.at} />
}

/** Everything about what is selected. */
export function Inspector() {
  const { words } = useLanguage()
  const selection = useView((view) => view.selection)
  if (selection === null) return null
  return (
    <aside className="inspector" aria-label={words.inspector.label}>
      <Details selection={selection} />
    </aside>
  )
}
