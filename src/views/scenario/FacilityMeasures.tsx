import { useState } from 'react'
import type { Facility } from '../../model/layers'
import { useActions, useLanguage, useProject } from '../app-context'
import { useNames } from '../use-names'
import { MeasuresSection } from './MeasuresSection'
import { NumberField } from './NumberField'
import { ResizeHint } from './ResizeHint'
import { sizesOf } from './sizes-of'
import { useEditing } from './use-editing'

/** Moves, closes, shares or resizes a facility in the scenario. */
export function FacilityMeasures({ record }: { readonly record: Facility }) {
  const { words } = useLanguage()
  const actions = useActions()
  const names = useNames()
  const { add, begin, shown } = useEditing()
  const [isResizing, setResizing] = useState(false)
  const isThere = useProject(
    (project) => project.mapLayers?.facilities.some(({ id }) => id === record.id) ?? false,
  )
  const closing =
    shown?.edits.findIndex((edit) => edit.kind === 'close-facility' && edit.facility === record.id) ?? -1
  if (!isThere)
    return closing < 0 ? null : (
      <MeasuresSection>
        <button type="button" className="plain bar-button" onClick={() => actions.deleteEdit(closing)}>
          {words.scenario.reopen}
        </button>
      </MeasuresSection>
    )
  const sizes = sizesOf(names.rules.get(record.class ?? ''), record)
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
          {sizes.floor ? (
            <NumberField
              label={words.scenario.floorArea}
              value={record.floor_area_m2}
              isDisabled={false}
              onChange={(area) => {
                if (area !== undefined)
                  add({ kind: 'resize-facility', facility: record.id, floor_area_m2: area })
              }}
            />
          ) : null}
          {sizes.land ? (
            <NumberField
              label={words.scenario.landArea}
              value={record.land_area_m2}
              isDisabled={false}
              onChange={(area) => {
                if (area !== undefined)
                  add({ kind: 'resize-facility', facility: record.id, land_area_m2: area })
              }}
            />
          ) : null}
          <NumberField
            label={words.scenario.capacity}
            value={record.capacity}
            isWhole
            isDisabled={false}
            onChange={(capacity) => {
              if (capacity !== undefined) add({ kind: 'resize-facility', facility: record.id, capacity })
            }}
          />
          <ResizeHint />
        </div>
      ) : null}
    </MeasuresSection>
  )
}
