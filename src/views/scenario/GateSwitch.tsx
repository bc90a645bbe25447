import type { Gate } from '../../model/layers'
import { useLanguage } from '../app-context'
import { NativeSelect } from '../ui/NativeSelect'
import { useEditing } from './use-editing'

type Access = NonNullable<Gate['access']> | ''

const ACCESSES: readonly NonNullable<Gate['access']>[] = ['public', 'residents', 'closed']

/** Whom a gate lets pass, changed in the scenario. */
export function GateSwitch({ gate }: { readonly gate: Gate }) {
  const { words } = useLanguage()
  const { add, canEdit } = useEditing()
  const name = gate.name ?? words.unnamed.gate
  return (
    <NativeSelect<Access>
      label={`${name} · ${words.scenario.gateFor}`}
      value={gate.access ?? ''}
      isDisabled={!canEdit}
      options={[
        ...(gate.access === undefined ? [{ value: '' as const, label: words.unknown }] : []),
        ...ACCESSES.map((access) => ({ value: access, label: words.gateAccess[access] })),
      ]}
      onChange={(access) => {
        if (access === '') return
        add(
          access === 'closed'
            ? { kind: 'close-gate', gate: gate.id }
            : { kind: 'open-gate', gate: gate.id, access },
        )
      }}
    />
  )
}
