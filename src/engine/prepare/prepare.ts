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
import { findScenario } from '../scenario/find-scenario'
import type { Edit } from '../../model/scenario'
import { replan } from './replan'

/** The project as it was surveyed, on its network: what every scenario stands on. */
export interface DataState extends PlaceContext {
  readonly project: Project
  readonly people: PlacedPeople
  readonly facilities: PlacedFacilities
  /** the network before its gates */
  readonly base: NetworkBase
  /** what was odd about the data and the network */
  readonly baseIssues: readonly Issue[]
}

/** A project with a scenario applied, on its walking network: what every question is asked of. */
export interface Prepared extends DataState {
  readonly graphs: GraphCache
  readonly issues: readonly Issue[]
  /** the project before the scenario: what another scenario starts from */
  readonly corrected: Project
  /** those of the scenario, whatever it is called: `corrected` may list others under its name by now */
  readonly edits: readonly Edit[]
  readonly scenarioIssues: readonly Issue[]
  /** the same before the scenario */
  readonly data: DataState
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
  const applied = findScenario(project, scenario)
  const corrected = applyCorrections(project)
  await checkpoint(run, 'network', 0, 3)
  const { network, base, compounds, barriers, issues } = buildNetwork(corrected.project, { isPlain, hour })
  await checkpoint(run, 'network', 1, 3)
  const snaps = new SnapIndex(network, barriers)
  const context = { project: corrected.project, network, compounds, barriers, snaps, isPlain, plan: null }
  const facilities = placeFacilities(context)
  await checkpoint(run, 'network', 2, 3)
  const people = placePeople(context)
  await checkpoint(run, 'network', 3, 3)
  const data = { ...context, people, facilities, base, baseIssues: [...corrected.issues, ...issues] }
  const prepared = {
    ...data,
    graphs: new GraphCache(network, isPlain),
    issues: [...data.baseIssues, ...facilities.issues, ...people.issues],
    corrected: corrected.project,
    edits: [],
    scenarioIssues: [],
    data,
  }
  return applied === null || applied.edits.length === 0 ? prepared : replan(prepared, applied, hour)
}
