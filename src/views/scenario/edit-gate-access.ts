import type { Gate } from '../../model/layers'
import type { Edit } from '../../model/scenario'

export type GateAccess = NonNullable<Gate['access']>

/** In the order in which they are offered. */
export const GATE_ACCESSES: readonly GateAccess[] = ['public', 'residents', 'closed']

/** The edit after which a gate lets pass whom it is to. */
export function editGateAccess(gate: string, access: GateAccess): Edit {
  return access === 'closed' ? { kind: 'close-gate', gate } : { kind: 'open-gate', gate, access }
}
