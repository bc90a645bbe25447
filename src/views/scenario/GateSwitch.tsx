import type { Gate } from '../../model/layers'
import { useLanguage } from '../app-context'
import { NativeSelect } from '../ui/NativeSelect'
import { editGateAccess, GATE_ACCESSES, type GateAccess } from './edit-gate-access'
import { useEditing } from './use-editing'
import { useGateAccess } from './use-gate-access'
import { useNames } from '../use-names'

/** Whom a gate lets pass, changed in the scenario. `name`: what it is called beside others, where it has no name. */
export function GateSwitch({ gate, name: given }: { readonly gate: Gate; readonly name?: string }) {
  const { words } = useLanguage()
  const { add, canEdit } = useEditing()
  const access = useGateAccess(gate)
  const names = useNames()
  const name = given ?? names.gate(gate.id)
  return (
    <NativeSelect<GateAccess | ''>
      label={`${name} · ${words.scenario.gateFor}`}
      value={access ?? ''}
      isDisabled={!canEdit}
      options={[
        ...(access === undefined ? [{ value: '' as const, label: words.unknown }] : []),
        ...GATE_ACCESSES.map((each) => ({ value: each, label: words.gateAccess[each] })),
      ]}
      onChange={(chosen) => {
        if (chosen !== '') add(editGateAccess(gate.id, chosen))
      }}
    />
  )
}
