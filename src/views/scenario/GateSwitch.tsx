import type { Gate } from '../../model/layers'
import { useLanguage } from '../app-context'
import { NativeSelect } from '../ui/NativeSelect'
import { editGateAccess, GATE_ACCESSES, type GateAccess } from './edit-gate-access'
import { useEditing } from './use-editing'

/** Whom a gate lets pass, changed in the scenario. */
export function GateSwitch({ gate }: { readonly gate: Gate }) {
  const { words } = useLanguage()
  const { add, canEdit } = useEditing()
  const name = gate.name ?? words.unnamed.gate
  return (
    <NativeSelect<GateAccess | ''>
      label={`${name} · ${words.scenario.gateFor}`}
      value={gate.access ?? ''}
      isDisabled={!canEdit}
      options={[
        ...(gate.access === undefined ? [{ value: '' as const, label: words.unknown }] : []),
        ...GATE_ACCESSES.map((access) => ({ value: access, label: words.gateAccess[access] })),
      ]}
      onChange={(access) => {
        if (access !== '') add(editGateAccess(gate.id, access))
      }}
    />
  )
}
