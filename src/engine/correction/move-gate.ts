import type { ApplyChange } from './apply-change'

/** A gate stands here. */
export const moveGate: ApplyChange<'move-gate'> = (draft, { gate: id, at }) => {
  const gate = draft.find('gates', id)
  if (gate === undefined) return { layer: 'gates', id }
  draft.replace('gates', { ...gate, geometry: { type: 'Point', coordinates: [...at] } })
  return null
}
