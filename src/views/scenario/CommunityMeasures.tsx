import type { Community } from '../../model/layers'
import { useActions, useLanguage } from '../app-context'
import { MeasuresSection } from './MeasuresSection'
import { useEditing } from './use-editing'

/** Opens the wall of a gated community in the scenario. */
export function CommunityMeasures({ record }: { readonly record: Community }) {
  const { words } = useLanguage()
  const actions = useActions()
  const { begin } = useEditing()
  if (record.gated !== true) return null
  return (
    <MeasuresSection>
      <button
        type="button"
        className="plain bar-button"
        title={words.scenario.toolHint['open-wall']}
        onClick={() => {
          begin()
          actions.setTool({ kind: 'open-wall' })
        }}
      >
        {words.scenario.openWall}
      </button>
    </MeasuresSection>
  )
}
