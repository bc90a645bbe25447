import type { AnalysisSettings, AnalysisView, CatchmentView, Origin, RouteView } from '../model/analysis'
import type { Assessment } from '../model/assessment'
import { addCorrection, type Change, type Correction } from '../model/correction'
import type { CheckUp, RepairEffect } from '../model/finding'
import type { Issue } from '../model/issue'
import type { Project } from '../model/project'
import type { LonLat } from '../model/units'
import { assess } from './assessment/assess'
import { drawCatchment } from './catchment/draw-catchment'
import { GraphCache } from './catchment/graph-cache'
import { measureReach } from './catchment/measure-reach'
import { findNeighbours } from './catchment/neighbours'
import { resolveOrigin } from './catchment/resolve-origin'
import { type TracedRoute, traceBetween, traceRoute } from './catchment/trace-route'
import { compareCoverage, type Coverage } from './doctor/compare-coverage'
import { examine } from './doctor/examine'
import { findGaps } from './gaps/find-gaps'
import { indexBarriers } from './network/barrier-index'
import { buildNetwork } from './network/build-network'
import { SnapIndex } from './network/snap'
import type { PlaceContext } from './places/place-context'
import { placeFacilities, type PlacedFacilities } from './places/place-facilities'
import { type PlacedPeople, placePeople } from './places/place-people'
import { checkpoint, type Run } from './run'
import { applyCorrections } from './correction/apply-corrections'
import { applyScenario } from './scenario/apply-scenario'
import { type CutProject, cutProject } from './tiles/cut-project'
import { selectCommunities } from './tiles/select-communities'
import type { Tile } from './tiles/tile'

/** A project with a scenario applied, on its walking network: what every question is asked of. */
export interface Prepared extends PlaceContext {
  readonly project: Project
  readonly people: PlacedPeople
  readonly facilities: PlacedFacilities
  readonly graphs: GraphCache
  readonly issues: readonly Issue[]
}

/** Project → network, with its people and facilities placed on it. `scenario`: a name of the project's own, or null. */
export async function prepare(
  project: Project,
  scenario: string | null,
  run: Run,
  options: { isPlain: boolean } = { isPlain: false },
): Promise<Prepared> {
  const chosen =
    scenario === null
      ? null
      : (project.scenarios.find((s) => s.id === scenario || s.name === scenario) ?? null)
  const corrected = applyCorrections(project)
  const { planned, issues } = applyScenario(corrected.project, chosen)
  await checkpoint(run, 'network', 0, 3)
  const { network, compounds, issues: networkIssues } = buildNetwork(planned, options)
  await checkpoint(run, 'network', 1, 3)
  const barriers = options.isPlain ? null : indexBarriers(planned.layers.barriers, compounds, network.frame)
  const context = {
    project: planned,
    network,
    compounds,
    barriers,
    snaps: new SnapIndex(network, barriers),
    isPlain: options.isPlain,
  }
  const facilities = placeFacilities(context)
  await checkpoint(run, 'network', 2, 3)
  const people = placePeople(context)
  await checkpoint(run, 'network', 3, 3)
  return {
    ...context,
    people,
    facilities,
    graphs: new GraphCache(network, options.isPlain),
    issues: [...corrected.issues, ...issues, ...networkIssues, ...facilities.issues, ...people.issues],
  }
}

/** Network → reach → assessment → gaps. */
export async function analyse(
  prepared: Prepared,
  settings: AnalysisSettings,
  run: Run,
): Promise<AnalysisView> {
  const { project, network, people } = prepared
  const reach = await measureReach(prepared, settings, run)
  const assessment = assess(project, people, reach, settings, settings.year)
  await checkpoint(run, 'assess', 1, 1)
  const neighbours = findNeighbours(
    prepared.graphs.search('adult', 'distance', false),
    people,
    project.layers.communities.length,
  )
  const gaps = findGaps(assessment, settings.rules, neighbours)
  await checkpoint(run, 'gaps', 1, 1)
  const street_m = network.componentLength_m.reduce((sum, length) => sum + length, 0)
  return {
    assessment,
    gaps,
    issues: prepared.issues,
    network: {
      nodes: network.nodeCount,
      edges: network.homeEdgeCount,
      street_km: Math.round(street_m / 100) / 10,
    },
  }
}

/** The part of a project that the communities of a tile need, its corrections made. `halo_m`: see `haloOf`. */
export function cutTile(project: Project, tile: Tile, halo_m: number): CutProject {
  return cutProject({ ...applyCorrections(project).project, corrections: [] }, tile, halo_m)
}

/**
 * The assessment of the communities of one tile, on no more of the network than they can walk: the rows are
 * those of the whole project, and the totals of tiles add up to its totals.
 */
export async function assessCut(cut: CutProject, settings: AnalysisSettings, run: Run): Promise<Assessment> {
  const prepared = await prepare(cut.project, settings.scenario, run)
  const asked = selectCommunities(prepared, new Set(cut.communities))
  const reach = await measureReach(asked, settings, run)
  const assessment = assess(asked.project, asked.people, reach, settings, settings.year)
  await checkpoint(run, 'assess', 1, 1)
  return assessment
}

/** What the network doctor finds in a prepared project; `corrections`: those it was prepared with. */
export async function checkUp(
  prepared: Prepared,
  corrections: readonly Correction[],
  run: Run,
): Promise<CheckUp> {
  const ignored = corrections.filter(({ kind }) => kind === 'ignore').map(({ finding }) => finding)
  return examine(prepared, new Set(ignored), run)
}

/** What one more correction does to coverage; `before`: that of the project without it. */
export async function effectOf(
  project: Project,
  change: Change,
  before: Coverage,
  settings: AnalysisSettings,
  run: Run,
): Promise<RepairEffect> {
  const corrected = { ...project, corrections: addCorrection(project.corrections, '', change) }
  const after = await analyse(await prepare(corrected, settings.scenario, run), settings, run)
  return compareCoverage(before, after.assessment)
}

/** The bands around one origin, and the nearest facility of each class from there. */
export function catchmentFrom(
  prepared: Prepared,
  origin: Origin,
  settings: AnalysisSettings,
  cell_m: number,
): CatchmentView {
  return drawCatchment(prepared, origin, settings, cell_m)
}

/** The walk from an origin to one facility, as a line; null: not connected, or not within the lookout. */
export function routeTo(
  prepared: Prepared,
  origin: Origin,
  facility: string,
  settings: AnalysisSettings,
): RouteView | null {
  return traceRoute(prepared, origin, facility, settings)
}

/**
 * The walk between two points, with the straight ways to the snapped streets; null: no walk at all.
 * In a plain project the connectors are reported but not counted.
 */
export function walkBetween(
  prepared: Prepared,
  from: LonLat,
  to: LonLat,
  settings: Pick<AnalysisSettings, 'profile' | 'basis'>,
): (TracedRoute & { readonly snap_from_m: number; readonly snap_to_m: number }) | null {
  const origin = resolveOrigin(prepared, { kind: 'point', at: from })
  const end = resolveOrigin(prepared, { kind: 'point', at: to })
  // far enough for any walk across a district: costs are 32-bit, 2,000 km in millimetres
  const route = traceBetween(prepared, origin, end.access, settings, 2_000_000_000)
  if (route === null) return null
  return { ...route, snap_from_m: origin.access[0].connector_m, snap_to_m: end.access[0].connector_m }
}
