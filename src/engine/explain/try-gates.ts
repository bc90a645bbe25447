import type { SingleChange } from '../../model/explanation'
import { PROFILES } from '../../model/profile'
import { GraphCache } from '../catchment/graph-cache'
import { withGates } from '../network/compounds'
import { ALL_DAY } from '../network/gate-hours'
import { openGates } from '../network/open-gates'
import { decidePassage } from '../network/portals'
import type { AccessPoint } from '../places/access-point'
import type { Run } from '../run'
import { applyScenario } from '../scenario/apply-scenario'
import type { Edit } from '../../model/scenario'
import { type Asked, type ClassState, type ExplainContext, measureState } from './class-state'
import { judgeChange } from './judge-change'
import { named } from './straight-line'
import { costsFrom, costsTo } from './walk-costs'

/** So many gates are opened in turn, those first through which the walk can be shortest. */
const GATES_TRIED = 5

/** A gate that does not let these walks through, and the least a walk through it can cost. */
interface ShutGate {
  /** index into project.layers.gates */
  readonly index: number
  readonly from: 'closed' | 'residents'
  /** true: its own people and guests are enough to be let through, nobody needs to pass through its compound */
  readonly isForOwn: boolean
  readonly least: number
}

/** The same project with one more edit of a gate; what a scenario with this edit alone would add. */
export function withEdit(context: ExplainContext, edit: Edit, hour: number | null): ExplainContext {
  const { planned } = applyScenario(context.project, { id: '', name: '', edits: [edit] })
  const compounds = withGates(context.compounds, planned.layers.gates, hour)
  const network = openGates(context.base, compounds)
  return {
    ...context,
    project: planned,
    compounds,
    network,
    graphs: new GraphCache(network, context.isPlain),
  }
}

/**
 * Gates that would serve who is asked about if they were opened, each by itself: opened, measured and judged
 * anew. `access`: where the walks start; `usable`: facilities that serve
 * here, as indexes into their layer.
 */
export async function tryGates(
  before: ClassState,
  asked: Asked,
  access: readonly AccessPoint[],
  usable: readonly number[],
  run: Run,
): Promise<SingleChange[]> {
  const { on, settings } = before
  if (usable.length === 0) return []
  const changes: SingleChange[] = []
  const { gates, communities } = on.project.layers
  const shut = listShutGates(before, access, usable).slice(0, GATES_TRIED)
  for (const { index, from, isForOwn } of shut) {
    const gate = gates[index]
    const isByHours = from === 'closed' && gate.access !== 'closed'
    // who may pass it at other hours is asked first, then everybody
    const isOpenToOwn = !isByHours || gate.access !== 'public'
    const accesses =
      from === 'closed' && isForOwn && isOpenToOwn
        ? (['residents', 'public'] as const)
        : (['public'] as const)
    for (const letIn of accesses) {
      const edit = { kind: 'open-gate', gate: gate.id, access: letIn } as const
      const edited = withEdit(on, isByHours ? { ...edit, hours: ALL_DAY } : edit, settings.hour ?? null)
      const effect = judgeChange(
        before,
        await measureState(edited, settings, run, { isVerdictOnly: true }),
        asked,
      )
      if (effect === null) continue
      const of = communities.find(({ id }) => id === ownerOf(on, index))
      const [lon, lat] = gate.geometry.coordinates
      changes.push({
        kind: 'open-gate',
        gate: named(gate),
        of: of === undefined ? null : named(of),
        from: isByHours ? 'hours' : from,
        access: letIn,
        at: [lon, lat],
        ...effect,
      })
      break
    }
  }
  return changes
}

function ownerOf({ compounds }: ExplainContext, index: number): string | null {
  return compounds.find(({ gates }) => gates.some((gate) => gate.index === index))?.id ?? null
}

/**
 * Gates that are shut to these walks and through which one could be short enough, the shortest first, of equal
 * ones in the order of the layer. Inside a foreign compound one gets as a guest, so no walk is shorter than told.
 */
function listShutGates(
  { on, settings, column }: ClassState,
  access: readonly AccessPoint[],
  usable: readonly number[],
): ShutGate[] {
  const { meetings } = on.base
  const nodes = meetings.flatMap(({ a, b }) => [a, b])
  const from = costsFrom(on, access, nodes, [], settings).nodes
  const to = costsTo(on, usable, nodes, [], settings).nodes
  const isDistance = settings.basis === 'distance'
  const gateCost = isDistance || on.isPlain ? 0 : PROFILES[settings.profile].delays_s.gate * 1000
  const ownZones = new Set(access.map(({ zone }) => zone))
  for (const i of usable) for (const { zone } of on.facilities.access[i]) ownZones.add(zone)
  const byGate = new Map<number, ShutGate>()
  meetings.forEach((meeting, i) => {
    const passage = decidePassage(on.compounds, meeting)
    if (passage === null || passage.gate < 0) return
    const { accessA, accessB, gate } = passage
    if (accessA === 'public' && accessB === 'public') return
    const least = gateCost + Math.min(from[2 * i] + to[2 * i + 1], from[2 * i + 1] + to[2 * i])
    if (least > column.limit * 1000) return
    const known = byGate.get(gate)
    if (known !== undefined && known.least <= least) return
    const zones = [meeting.zoneA, meeting.zoneB].filter((zone) => zone >= 0)
    byGate.set(gate, {
      index: gate,
      from: accessA === 'closed' ? 'closed' : 'residents',
      isForOwn: zones.some((zone) => ownZones.has(zone)),
      least,
    })
  })
  return [...byGate.values()].sort((a, b) => a.least - b.least || a.index - b.index)
}
