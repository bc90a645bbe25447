import type { Gate } from './layers'
import type { Edit } from './scenario'

/**
 * Whom a gate lets pass by these edits: what was said last, and else what was surveyed. The record as planned follows
 * only with the next answer. `surveyed`: undefined where an edit adds the gate, and the record alone tells.
 */
export function accessInPlan(gate: Gate, surveyed: Gate | undefined, edits: readonly Edit[]): Gate['access'] {
  const said = edits.findLast(
    (edit) => (edit.kind === 'open-gate' || edit.kind === 'close-gate') && edit.gate === gate.id,
  )
  if (said?.kind === 'open-gate') return said.access
  if (said?.kind === 'close-gate') return 'closed'
  return (surveyed ?? gate).access
}
