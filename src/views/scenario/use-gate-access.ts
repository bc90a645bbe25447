import { accessInPlan } from '../../model/gate-in-plan'
import type { Gate } from '../../model/layers'
import type { Edit } from '../../model/scenario'
import { useProject } from '../app-context'
import { useEditing } from './use-editing'

const NO_EDITS: readonly Edit[] = []

/** Whom a gate lets pass in the scenario that is shown, at once after an edit; see `accessInPlan`. */
export function useGateAccess(gate: Gate): Gate['access'] {
  const { shown } = useEditing()
  const surveyed = useProject((project) => surveyedGate(project.baseLayers?.gates, gate.id))
  return accessInPlan(gate, surveyed, shown?.edits ?? NO_EDITS)
}

// asked for each row of a long list, about the same layer
const known = new WeakMap<readonly Gate[], ReadonlyMap<string, Gate>>()

function surveyedGate(gates: readonly Gate[] | undefined, id: string): Gate | undefined {
  if (gates === undefined) return undefined
  let byId = known.get(gates)
  if (byId === undefined) known.set(gates, (byId = new Map(gates.map((gate) => [gate.id, gate]))))
  return byId.get(id)
}
