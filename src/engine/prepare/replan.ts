import type { Entrance, Gate, Layers, Street } from '../../model/layers'
import type { Scenario } from '../../model/scenario'
import { GraphCache } from '../catchment/graph-cache'
import { withGates } from '../network/compounds'
import type { HourOfDay } from '../network/gate-hours'
import { openGates } from '../network/open-gates'
import { placeFacilities } from '../places/place-facilities'
import { applyScenario } from '../scenario/apply-scenario'
import type { Prepared } from './prepare'

/**
 * The same project under another scenario or at another time of day: what `prepare` would give, from what it gave
 * before under any scenario. Streets and people are shared, only who passes the gates is decided again, and only
 * facilities that stand elsewhere are placed. null: streets, places of gates or homes differ, and all must be
 * prepared.
 */
export function replan(prepared: Prepared, scenario: Scenario | null, hour: HourOfDay): Prepared | null {
  const { planned, issues: scenarioIssues } = applyScenario(prepared.corrected, scenario)
  const { layers: before } = prepared.project
  const { layers } = planned
  if (!isSameList(before.streets, layers.streets, isEqual)) return null
  if (!isSameList(before.gates, layers.gates, standsAlike)) return null
  if (haveOtherDoors(before, layers)) return null
  const known = prepared.isPlain ? prepared.compounds : withGates(prepared.compounds, layers.gates, hour)
  // nothing of the network is made again unless a gate lets other people through
  const isSameGates = known.every((compound, zone) => compound === prepared.compounds[zone])
  const compounds = isSameGates ? prepared.compounds : known
  const network = isSameGates ? prepared.network : openGates(prepared.base, compounds)
  const graphs = isSameGates ? prepared.graphs : new GraphCache(network, prepared.isPlain)
  const isSamePlaces =
    isSameList(before.facilities, layers.facilities) && isSameList(before.entrances, layers.entrances)
  const facilities = isSamePlaces
    ? prepared.facilities
    : placeFacilities({ ...prepared, project: planned, compounds, network }, prepared)
  return {
    ...prepared,
    project: planned,
    edits: scenario?.edits ?? [],
    compounds,
    network,
    graphs,
    facilities,
    issues: [...prepared.baseIssues, ...facilities.issues, ...prepared.people.issues],
    scenarioIssues,
  }
}

/** Whether two lists hold the same records, or ones that are alike. */
function isSameList<T>(
  a: readonly T[],
  b: readonly T[],
  isAlike: (a: T, b: T) => boolean = () => false,
): boolean {
  return a === b || (a.length === b.length && a.every((each, i) => each === b[i] || isAlike(each, b[i])))
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

/** Whether a home has other entrances: those of facilities go with them, by an id that a home may have too. */
function haveOtherDoors(before: Layers, after: Layers): boolean {
  if (before.entrances === after.entrances) return false
  const [were, are] = [new Set(before.entrances), new Set(after.entrances)]
  const owners = new Set<Entrance['of']>()
  for (const entrance of before.entrances) if (!are.has(entrance)) owners.add(entrance.of)
  for (const entrance of after.entrances) if (!were.has(entrance)) owners.add(entrance.of)
  return owners.size > 0 && after.buildings.some(({ id }) => owners.has(id))
}
