import type { Issue } from '../../model/issue'
import type { Project } from '../../model/project'
import { GraphCache } from '../catchment/graph-cache'
import { applyCorrections } from '../correction/apply-corrections'
import { buildNetwork } from '../network/build-network'
import type { HourOfDay } from '../network/gate-hours'
import type { NetworkBase } from '../network/open-gates'
import { SnapIndex } from '../network/snap'
import type { PlaceContext } from '../places/place-context'
import { placeFacilities, type PlacedFacilities } from '../places/place-facilities'
import { type PlacedPeople, placePeople } from '../places/place-people'
import { checkpoint, type Run } from '../run'
import { applyScenario } from '../scenario/apply-scenario'
import { findScenario } from '../scenario/find-scenario'
import type { Edit } from '../../model/scenario'

/** A project with a scenario applied, on its walking network: what every question is asked of. */
export interface Prepared extends PlaceContext {
  readonly project: Project
  readonly people: PlacedPeople
  readonly facilities: PlacedFacilities
  readonly graphs: GraphCache
  readonly issues: readonly Issue[]
  /** the project before the scenario, and the network before its gates: what another scenario starts from */
  readonly corrected: Project
  /** those of the scenario, whatever it is called: `corrected` may list others under its name by now */
  readonly edits: readonly Edit[]
  readonly base: NetworkBase
  /** of them those of the data and of the network alone */
  readonly baseIssues: readonly Issue[]
  readonly scenarioIssues: readonly Issue[]
}

export interface PrepareOptions {
  /** true: the bare street network, no compounds, gates or delays */
  readonly isPlain?: boolean
  /** gates are open or closed as at this minute of the day; absent or null: any time */
  readonly hour?: HourOfDay
}

/** Project → network, with its people and facilities placed on it. `scenario`: a name of the project's own, or null. */
export async function prepare(
  project: Project,
  scenario: string | null,
  run: Run,
  { isPlain = false, hour = null }: PrepareOptions = {},
): Promise<Prepared> {
  const corrected = applyCorrections(project)
  const applied = findScenario(project, scenario)
  const { planned, issues } = applyScenario(corrected.project, applied)
  await checkpoint(run, 'network', 0, 3)
  const built = buildNetwork(planned, { isPlain, hour })
  const { network, base, compounds, barriers } = built
  await checkpoint(run, 'network', 1, 3)
  const context = {
    project: planned,
    network,
    compounds,
    barriers,
    snaps: new SnapIndex(network, barriers),
    isPlain,
  }
  const facilities = placeFacilities(context)
  await checkpoint(run, 'network', 2, 3)
  const people = placePeople(context)
  await checkpoint(run, 'network', 3, 3)
  const baseIssues = [...corrected.issues, ...built.issues]
  return {
    ...context,
    people,
    facilities,
    graphs: new GraphCache(network, isPlain),
    issues: [...baseIssues, ...facilities.issues, ...people.issues],
    corrected: corrected.project,
    edits: applied?.edits ?? [],
    base,
    baseIssues,
    scenarioIssues: issues,
  }
}
