import { type ApplyEdit, SCENARIO_SOURCE } from '../apply-edit'

/** A new facility at a place. */
export const addFacility: ApplyEdit<'add-facility'> = (draft, edit, name) => {
  const { kind: _kind, id: _name, at, cost_yuan: _cost, note, ...fields } = edit
  draft.add('facilities', {
    id: `facility~edit-${name}`,
    source: SCENARIO_SOURCE,
    ...(note === undefined ? {} : { note }),
    ...fields,
    geometry: { type: 'Point', coordinates: [...at] },
  })
  return null
}
