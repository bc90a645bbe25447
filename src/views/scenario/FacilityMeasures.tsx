import { useState } from 'react'
import type { Facility } from '../../model/layers'
import { useActions, useLanguage, useProject } from '../app-context'
import { MeasuresSection } from './MeasuresSection'
import { NumberField } from './NumberField'
import { useEditing } from './use-editing'

/** Moves, closes, shares or resizes a facility in the scenario. */
export function FacilityMeasures({ record }: { readonly record: Facility }) {
  const { words } = useLanguage()
  const actions = useActions()
  const { add, begin } = useEditing()
  const [isResizing, setResizing] = useState(false)
  const isThere = useProject(
    (project) => project.mapLayers?.facilities.some(({ id }) => id === record.id) ?? false,
  )
  if (!isThere) return null
  return (
    <MeasuresSection>
      <button
        type="button"
        className="plain bar-button"
        title={words.scenario.moveHint}
        onClick={() => {
          begin()
          actions.setTool({ kind: 'move-facility' })
        }}
      >
        {words.scenario.move}
      </button>
      <button
        type="button"
        className="plain bar-button"
        aria-expanded={isResizing}
        onClick={() => setResizing(!isResizing)}
      >
        {words.scenario.resize}
      </button>
      {record.access === 'residents' ? (
        <button
          type="button"
          className="plain bar-button"
          onClick={() => add({ kind: 'share-facility', facility: record.id })}
        >
          {words.scenario.share}
        </button>
      ) : null}
      <button
        type="button"
        className="plain bar-button"
        onClick={() => add({ kind: 'close-facility', facility: record.id })}
      >
        {words.scenario.close}
      </button>
      {isResizing ? (
        <div className="measure-fields">
          <NumberField
            label={words.scenario.floorArea}
            value={record.floor_area_m2}
            isDisabled={false}
            onChange={(area) => {
              if (area !== undefined)
                add({ kind: 'resize-facility', facility: record.id, floor_area_m2: area })
            }}
          />
          <NumberField
            label={words.scenario.capacity}
            value={record.capacity}
            isDisabled={false}
            onChange={(capacity) => {
              if (capacity !== undefined) add({ kind: 'resize-facility', facility: record.id, capacity })
            }}
          />
        </div>
      ) : null}
    </MeasuresSection>
  )
}
