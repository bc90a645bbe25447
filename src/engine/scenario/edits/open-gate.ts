import { type ApplyEdit, refuse } from '../apply-edit'

/** A gate lets pass whom the edit says, within its hours or those of the edit. */
export const openGate: ApplyEdit<'open-gate'> = (draft, { gate: id, access, hours }) => {
  const gate = draft.find('gates', id)
  if (gate === undefined) return refuse('missing', 'gates', id)
  const opened = hours === undefined ? {} : { open_from: hours.from, open_to: hours.to }
  draft.replace('gates', { ...gate, access, ...opened })
  return null
}
