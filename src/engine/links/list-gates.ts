import { withGates } from '../network/compounds'
import { ALL_DAY } from '../network/gate-hours'
import { decidePassage, type Meeting } from '../network/portals'
import type { AccessPoint } from '../places/access-point'
import { applyScenario } from '../scenario/apply-scenario'
import type { Edit } from '../../model/scenario'
import { newGateAccess } from '../explain/new-gate-access'
import { gateCostOf, type LinkState } from './link-state'
import type { PossibleLink } from './possible-link'

/** Every closed gate that would let somebody pass if it were opened, as a link between its two sides. */
export function listGates(state: LinkState, isAsked: (community: string) => boolean): PossibleLink[] {
  const { prepared, settings } = state.measured
  const { base, compounds, network, project } = prepared
  const { gates } = project.layers
  const nearest = new Map<number, Meeting>()
  for (const meeting of base.meetings) {
    const passage = decidePassage(compounds, meeting)
    if (passage === null || passage.gate < 0 || passage.accessA !== 'closed') continue
    const known = nearest.get(passage.gate)
    const away = (of: Meeting): number => {
      const [lon, lat] = gates[passage.gate].geometry.coordinates
      return Math.hypot(
        network.nodeX[of.a] - network.frame.x(lon),
        network.nodeY[of.a] - network.frame.y(lat),
      )
    }
    if (known === undefined || away(meeting) < away(known)) nearest.set(passage.gate, meeting)
  }
  return [...nearest]
    .sort(([a], [b]) => a - b)
    .flatMap(([index, meeting]): PossibleLink[] => {
      const owner = compounds.find((each) => each.gates.some((gate) => gate.index === index))
      if (owner === undefined || !isAsked(owner.id)) return []
      const gate = gates[index]
      const access = gate.access === 'public' ? 'public' : newGateAccess(owner)
      const opening: Edit = { kind: 'open-gate', gate: gate.id, access }
      const opens = (edit: Edit): boolean => {
        const { planned } = applyScenario(project, { id: '', name: '', edits: [edit] })
        const opened = withGates(compounds, planned.layers.gates, settings.hour ?? null)
        return decidePassage(opened, meeting)?.accessA !== 'closed'
      }
      // a gate shut by its hours is kept open round the clock; one with a second, locked leaf stays shut
      const edit = [opening, { ...opening, hours: ALL_DAY }].find(opens)
      if (edit === undefined) return []
      const [a, b] = [sideOf(meeting.a, meeting.zoneA), sideOf(meeting.b, meeting.zoneB)]
      return [
        {
          id: `gate:${gate.id}`,
          kind: 'gate',
          edits: [edit],
          zone: owner.zone,
          gates: [gate.id],
          streets: [],
          a: meeting.zoneA === owner.zone ? a : b,
          b: meeting.zoneA === owner.zone ? b : a,
          length_m: 0,
          cost: gateCostOf(state),
          before_m: null,
          line: [[network.nodeX[meeting.a], network.nodeY[meeting.a]]],
        },
      ]
    })
}

/** A node as a side of a link. */
export function sideOf(node: number, zone: number): AccessPoint {
  return { edge: -1, at: 0, node, connector_m: 0, zone }
}
