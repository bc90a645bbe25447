import type { Gate } from '../../model/layers'
import { useLanguage } from '../app-context'
import { editGateAccess, GATE_ACCESSES } from '../scenario/edit-gate-access'
import { useEditing } from '../scenario/use-editing'
import { useGateAccess } from '../scenario/use-gate-access'
import { useNames } from '../use-names'

/** Whom the gate that was clicked lets pass, changed by one click while everybody looks on. */
export function GateFlip({ gate }: { readonly gate: Gate }) {
  const { words } = useLanguage()
  const { add } = useEditing()
  const now = useGateAccess(gate)
  const name = useNames().gate(gate.id)
  return (
    <div className="talk-gate" role="group" aria-label={`${name} · ${words.scenario.gateFor}`}>
      <span className="clip" title={name}>
        {name}
      </span>
      <span className="talk-flip">
        {GATE_ACCESSES.map((access) => (
          <button
            key={access}
            type="button"
            className="plain"
            aria-pressed={now === access}
            onClick={() => {
              if (now !== access) add(editGateAccess(gate.id, access))
            }}
          >
            {words.gateAccess[access]}
          </button>
        ))}
      </span>
    </div>
  )
}
