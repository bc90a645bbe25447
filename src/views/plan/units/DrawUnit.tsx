import { Select } from 'antd'
import { useEffect } from 'react'
import type { UnitReport } from '../../../model/unit-report'
import { idOfUnit } from '../../../model/renovation-unit'
import { useActions, useLanguage, useProject, useView } from '../../app-context'
import { useNames } from '../../use-names'

interface DrawUnitProps {
  readonly reports: readonly UnitReport[]
  readonly chosen: readonly string[]
  readonly onChoose: (communities: readonly string[]) => void
}

/** A unit of communities of the user's choice, whatever lies between them: from a list, or pressed on the map. */
export function DrawUnit({ reports, chosen, onChoose }: DrawUnitProps) {
  const { words, format } = useLanguage()
  const actions = useActions()
  const names = useNames()
  const communities = useProject((project) => project.mapLayers?.communities)
  const picked = useView(({ tool }) => (tool?.kind === 'draw-unit' ? tool.communities : null))
  useEffect(() => {
    if (picked !== null) onChoose(picked)
  }, [picked, onChoose])
  // whoever looks elsewhere picks no more
  useEffect(() => () => actions.setTool(null), [actions])
  const choose = (communities: readonly string[]) => {
    if (picked !== null) actions.setTool({ kind: 'draw-unit', communities })
    onChoose(communities)
  }
  const taken = new Set(reports.flatMap(({ unit }) => unit.communities))
  const options = (communities ?? [])
    .map(({ id }) => ({ value: id, label: names.community(id) }))
    // those in no unit first
    .sort((a, b) => Number(taken.has(a.value)) - Number(taken.has(b.value)))
  return (
    <div className="unit-draw">
      <h3 className="unit-title">{words.units.newUnit}</h3>
      <p className="caption">{words.units.newUnitHint}</p>
      <Select<string[]>
        mode="multiple"
        className="unit-draw-select"
        aria-label={words.units.newUnit}
        placeholder={words.units.community}
        showSearch={{ optionFilterProp: 'label' }}
        value={[...chosen]}
        onChange={choose}
        options={options}
      />
      <div className="line unit-draw-tools">
        <button
          type="button"
          className="plain bar-button"
          aria-pressed={picked !== null}
          onClick={() => actions.setTool(picked === null ? { kind: 'draw-unit', communities: chosen } : null)}
        >
          {picked === null ? words.units.pickOnMap : words.units.pickingOnMap}
        </button>
        {chosen.length < 2 ? null : (
          <button
            type="button"
            className="plain bar-button"
            onClick={() => {
              actions.setTool(null)
              actions.drawUnit(chosen)
              actions.chooseUnit(idOfUnit(chosen))
              onChoose([])
            }}
          >
            {words.units.drawSelected(format.count(chosen.length))}
          </button>
        )}
      </div>
    </div>
  )
}
