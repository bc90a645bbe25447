import type { Gate, Street } from '../../model/layers'
import type { Scenario } from '../../model/scenario'
import { GraphCache } from '../catchment/graph-cache'
import { handWays, placesOf } from '../catchment/known-ways'
import { changedEdges } from '../catchment/street-difference'
import { withGates } from '../network/compounds'
import type { HourOfDay } from '../network/gate-hours'
import { openGates } from '../network/open-gates'
import type { PlacedBefore, PlacedByPlan } from '../places/known-places'
import { placeFacilities } from '../places/place-facilities'
import { applyScenario } from '../scenario/apply-scenario'
import { type PlannedStreets, planStreets } from './plan-streets'
import type { Prepared } from './prepare'
import { isSameList } from './same-list'

/**
 * The same project under another scenario or at another time of day: what `prepare` would give, from what it gave
 * before under any scenario. What the data has is shared: streets of the plan are laid on those of the data, who
 * passes the gates is decided again, and only facilities that stand elsewhere, or by other streets, are placed.
 */
export function replan(prepared: Prepared, scenario: Scenario | null, hour: HourOfDay): Prepared {
  const data = { ...prepared.data, project: prepared.corrected }
  const { planned, issues: scenarioIssues } = applyScenario(data.project, scenario)
  const { layers: before } = prepared.project
  const { layers } = planned
  const isSameStreets =
    isSameList(before.streets, layers.streets, isEqual) && isSameList(before.gates, layers.gates, standsAlike)
  const streets = isSameStreets
    ? reopened(prepared, layers.gates, hour)
    : planStreets(data, planned, hour, prepared)
  const { network, compounds, base, plan, people, snaps, barriers, baseIssues } = streets
  if (network.frame !== prepared.network.frame) handOn(prepared, streets)
  const context = { ...prepared, project: planned, network, compounds, base, plan, people, snaps, barriers }
  const isSamePlaces =
    isSameStreets &&
    isSameList(before.facilities, layers.facilities) &&
    isSameList(before.entrances, layers.entrances)
  const facilities = isSamePlaces
    ? prepared.facilities
    : placeFacilities(context, placedBefore(prepared, streets), placedByPlan(prepared, streets))
  return {
    ...context,
    baseIssues,
    edits: scenario?.edits ?? [],
    graphs: network === prepared.network ? prepared.graphs : new GraphCache(network, prepared.isPlain),
    facilities,
    issues: [...baseIssues, ...facilities.issues, ...people.issues],
    scenarioIssues,
  }
}

/** The same streets with other people let through the same gates; nothing is made again unless some are. */
function reopened(prepared: Prepared, gates: readonly Gate[], hour: HourOfDay): PlannedStreets {
  const known = prepared.isPlain ? prepared.compounds : withGates(prepared.compounds, gates, hour)
  if (known.every((compound, zone) => compound === prepared.compounds[zone])) return prepared
  return { ...prepared, compounds: known, network: openGates(prepared.base, known) }
}

/** Ways around compounds that are not near what has changed since the plan before need not be asked again. */
function handOn(before: Prepared, after: PlannedStreets): void {
  if (!before.plan || !after.plan) return
  const { lost, added } = changedEdges(before, after)
  const was = placesOf(before.network, endsOf(before.network, lost))
  const is = placesOf(after.network, endsOf(after.network, added))
  handWays(before.network, after.network, {
    places: [...was.places, ...is.places],
    zones: new Set([...was.zones, ...is.zones]),
  })
}

function endsOf({ edgeFrom, edgeTo }: PlannedStreets['network'], edges: readonly number[]): number[] {
  return [...new Set(edges.flatMap((edge) => [edgeFrom[edge], edgeTo[edge]]))]
}

/** What stands where it stood: on the same streets as before, else on those of the data that the plan leaves alone. */
function placedBefore(prepared: Prepared, { base, plan }: PlannedStreets): PlacedBefore | null {
  if (base === prepared.base) return prepared
  const isLaidAnew = !plan && base !== prepared.data.base
  return isLaidAnew ? null : prepared.data
}

/** What stands where it stood in the plan before, and where that is not so. */
function placedByPlan({ project, facilities }: Prepared, { changed }: PlannedStreets): PlacedByPlan | null {
  return changed ? { project, facilities, changed } : null
}

/** An edit makes its records anew each time it is applied. */
function isEqual(a: Street, b: Street): boolean {
  return a.id === b.id && JSON.stringify(a) === JSON.stringify(b)
}

/** Whether two gates differ at most by whom they let through and when. */
function standsAlike(a: Gate, b: Gate): boolean {
  return (
    a.id === b.id &&
    a.community === b.community &&
    a.step_free === b.step_free &&
    JSON.stringify(a.geometry) === JSON.stringify(b.geometry)
  )
}
