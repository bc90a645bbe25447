import { Select } from 'antd'
import { useState } from 'react'
import type { UnitReport } from '../../../model/unit-report'
import { idOfUnit } from '../../../model/renovation-unit'
import { useActions, useLanguage, useProject } from '../../app-context'
import { useNames } from '../../use-names'

/** A unit of communities of the user's choice, whatever lies between them. */
export function DrawUnit({ reports }: { readonly reports: readonly UnitReport[] }) {
  const { words, format } = useLanguage()
  const actions = useActions()
  const names = useNames()
  const communities = useProject((project) => project.mapLayers?.communities)
  const [chosen, setChosen] = useState<readonly string[]>([])
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
        onChange={setChosen}
        options={options}
      />
      {chosen.length < 2 ? null : (
        <button
          type="button"
          className="plain bar-button"
          onClick={() => {
            actions.drawUnit(chosen)
            actions.chooseUnit(idOfUnit(chosen))
            setChosen([])
          }}
        >
          {words.units.drawSelected(format.count(chosen.length))}
        </button>
      )}
    </div>
  )
}
