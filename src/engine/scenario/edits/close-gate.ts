import { type ApplyEdit, refuse } from '../apply-edit'

/** A gate lets nobody pass. */
export const closeGate: ApplyEdit<'close-gate'> = (draft, { gate: id }) => {
  const gate = draft.find('gates', id)
  if (gate === undefined) return refuse('missing', 'gates', id)
  draft.replace('gates', { ...gate, access: 'closed' })
  return null
}
