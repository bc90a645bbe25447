import type { LonLat } from '../../model/units'
import { useLanguage } from '../app-context'
import { CatchmentSection } from './CatchmentSection'
import { InspectorHead } from './InspectorHead'
import { NearestSection } from './NearestSection'

/** Any point on the map: how far one gets from here, and to what. */
export function PointDetails({ at }: { readonly at: LonLat }) {
  const { words, format } = useLanguage()
  const selection = { kind: 'point' as const, at }
  return (
    <>
      <InspectorHead title={words.inspector.point} subtitle={format.lonLat(at)} selection={selection} />
      <div className="panel-scroll">
        <p className="caption point-hint">{words.inspector.pointHint}</p>
        <CatchmentSection selection={selection} />
        <NearestSection selection={selection} origin={selection} />
      </div>
    </>
  )
}
