import type { ProposalOptions } from '../../model/proposal'
import { voteOfEdit } from '../consent/vote-of-edit'
import { costOfEdit } from '../cost/cost-of-edit'
import { sideOf } from '../links/list-gates'
import { gateCostOf } from '../links/link-state'
import { decidePassage } from '../network/portals'
import type { ExplainContext } from '../explain/class-state'
import type { Opening } from './opening'
import { openingDecision } from './places'
import type { PlanContext } from './plan-context'
import type { Rejections } from './rejections'

/**
 * Gates of communities in scope that are closed or for residents only. Those of a compound without a public passage, for
 * residents already, let nobody pass alone: two of them do.
 */
export function listGates(
  { on, edits, settings, hosting, costs }: PlanContext,
  scope: Uint8Array,
  options: ProposalOptions,
  rejections: Rejections,
): Opening[] {
  if (!options.opensGates) {
    rejections.add('gate', { kind: 'gates-stay' })
    return []
  }
  const { layers } = on.project
  const inScope = new Set(layers.communities.flatMap(({ id }, k) => (scope[k] === 1 ? [id] : [])))
  const { frame } = on.network
  // whoever has closed one does not want it opened
  const isShut = new Set(edits.flatMap((edit) => (edit.kind === 'close-gate' ? [edit.gate] : [])))
  const isPassable = passableZones(on)
  const overOf = passagesOf(on, gateCostOf({ measured: { prepared: on, settings } }))
  return on.compounds.flatMap((compound) => {
    return compound.gates.flatMap(({ index, access, lon, lat }): Opening[] => {
      const edit = { kind: 'open-gate', gate: layers.gates[index].id, access: 'public' } as const
      // most of a district's gates are not in the plan
      const stays = !inScope.has(compound.id)
        ? 'out-of-scope'
        : access === 'public'
          ? 'open-already'
          : isShut.has(edit.gate)
            ? 'closed-by-scenario'
            : null
      if (stays !== null) {
        rejections.add(`gate:${edit.gate}`, { kind: stays })
        return []
      }
      const cost = costOfEdit(edit, layers, hosting, costs)
      const vote = voteOfEdit(edit, layers)
      const helpsAlone = access === 'closed' || isPassable(compound.zone)
      const limit =
        vote.type === 'three-quarters' && !options.allowsThreeQuarters ? 'needs-three-quarters' : null
      if (limit !== null || cost === null) {
        rejections.add(`gate:${edit.gate}`, { kind: limit ?? 'price-unknown' })
        return []
      }
      return [
        {
          measure: {
            key: `gate:${edit.gate}`,
            edit,
            class: null,
            community: compound.id,
            cost,
            vote,
            hasConditions: false,
          },
          decision: openingDecision(cost),
          spots: [[frame.x(lon), frame.y(lat)]],
          laysStreets: false,
          over: overOf(index),
          isPublic: true,
          helpsAlone,
        },
      ]
    })
  })
}

/**
 * Answers whether a compound has a public passage. Where there is none, one gate more that lets everybody pass
 * changes no walk: whoever comes in as a guest comes in already, and nobody can pass through.
 */
function passableZones({ base, compounds }: ExplainContext): (zone: number) => boolean {
  const passable = new Set<number>()
  for (const meeting of base.meetings) {
    const passage = decidePassage(compounds, meeting)
    if (passage?.accessA === 'public') passable.add(meeting.zoneA)
    if (passage?.accessB === 'public') passable.add(meeting.zoneB)
  }
  return (zone) => passable.has(zone)
}

/** The two sides of each gate, by its index: of the first place where it lets streets meet; null: there is none. */
function passagesOf({ base, compounds }: ExplainContext, cost: number): (gate: number) => Opening['over'] {
  const sides = new Map<number, Opening['over']>()
  for (const meeting of base.meetings) {
    const passage = decidePassage(compounds, meeting)
    if (passage === null || passage.gate < 0 || sides.has(passage.gate)) continue
    const [a, b] = [sideOf(meeting.a, meeting.zoneA), sideOf(meeting.b, meeting.zoneB)]
    sides.set(passage.gate, { a, b, cost })
  }
  return (gate) => sides.get(gate) ?? null
}
