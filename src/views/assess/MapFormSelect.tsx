import { Segmented } from 'antd'
import type { MapForm } from '../../store/state'
import { useActions, useLanguage, useView } from '../app-context'

const FORMS: readonly MapForm[] = ['communities', 'cells', 'hexagons']

/** What carries the colors of the map's theme: communities, a heat surface, or hexagons. */
export function MapFormSelect() {
  const { words } = useLanguage()
  const actions = useActions()
  const form = useView((view) => view.mapForm)
  return (
    <>
      <Segmented<MapForm>
        block
        className="map-form"
        aria-label={words.surface.form}
        value={form}
        onChange={(value) => actions.setMapForm(value)}
        options={FORMS.map((value) => ({ value, label: words.surface.forms[value] }))}
      />
      {form === 'communities' ? null : <p className="caption theme-hint">{words.surface.hints[form]}</p>}
    </>
  )
}
