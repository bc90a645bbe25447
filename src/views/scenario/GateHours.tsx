import type { Gate } from '../../model/layers'
import { useActions, useProject } from '../app-context'
import { type Hours, HoursField } from './HoursField'
import { useEditing } from './use-editing'
import { useGateAccess } from './use-gate-access'

/** From when to when a gate lets pass whom it lets pass anyway, said in the scenario. */
export function GateHours({ gate }: { readonly gate: Gate }) {
  const actions = useActions()
  const { add, shown, canEdit } = useEditing()
  const surveyed = useProject((project) => project.baseLayers?.gates.find(({ id }) => id === gate.id))
  const index = shown?.edits.findIndex((edit) => edit.kind === 'open-gate' && edit.gate === gate.id) ?? -1
  const edit = shown?.edits[index]
  const said = edit?.kind === 'open-gate' ? edit : null
  const access = useGateAccess(gate)
  // nobody passes, or it is not known who does
  if (access === undefined || access === 'closed') return null
  const put = (hours: Hours | undefined): void => {
    if (hours !== undefined) add({ kind: 'open-gate', gate: gate.id, access, hours })
    else if (said !== null && said.access === surveyed?.access) actions.deleteEdit(index)
    else if (said !== null) {
      const { hours: _hours, ...rest } = said
      actions.changeEdit(index, rest)
    }
  }
  return <HoursField hours={said?.hours} isDisabled={!canEdit} onChange={put} />
}
