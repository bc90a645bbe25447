import { type ApplyEdit, refuse } from '../apply-edit'

/** A gate lets pass whom the edit says, within its hours. */
export const openGate: ApplyEdit<'open-gate'> = (draft, { gate: id, access }) => {
  const gate = draft.find('gates', id)
  if (gate === undefined) return refuse('missing', 'gates', id)
  draft.replace('gates', { ...gate, access })
  return null
}
