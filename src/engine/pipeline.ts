import type { AnalysisSettings, AnalysisView, CatchmentView, Origin, RouteView } from '../model/analysis'
import type { Assessment } from '../model/assessment'
import { addCorrection, type Change, type Correction } from '../model/correction'
import type { CheckUp, RepairEffect } from '../model/finding'
import type { Hosting, HostingPack } from '../model/hosting'
import type { Issue } from '../model/issue'
import type { Project } from '../model/project'
import type { Scenario } from '../model/scenario'
import type { Sensitivity } from '../model/sensitivity'
import { withSurveys } from '../model/survey'
import type { SupplyAnswer } from '../model/supply'
import { assess } from './assessment/assess'
import { accessEvidence, answerSupply, collectEvidence } from './assessment/collect-evidence'
import type { Evidence } from './assessment/evidence'
import { drawCatchment } from './catchment/draw-catchment'
import { GraphCache } from './catchment/graph-cache'
import { measureOpened } from './catchment/measure-opened'
import { measureReach } from './catchment/measure-reach'
import type { Reach } from './catchment/reach'
import type { Neighbours } from './catchment/neighbour-pairs'
import { findNeighbours, updateNeighbours } from './catchment/neighbours'
import { hasSameClasses, realignReach } from './catchment/realign-reach'
import { remeasureReach } from './catchment/remeasure-reach'
import type { MeasureHelper } from './catchment/share-measuring'
import { traceRoute } from './catchment/trace-route'
import { compareCoverage, type Coverage } from './doctor/compare-coverage'
import { examine } from './doctor/examine'
import { findGaps } from './gaps/find-gaps'
import { gatherEvidence } from './gaps/gap-evidence'
import { buildNetwork } from './network/build-network'
import { withGates } from './network/compounds'
import { describeNetwork } from './network/describe-network'
import type { HourOfDay } from './network/gate-hours'
import { changedZones, type NetworkBase, openGates } from './network/open-gates'
import { SnapIndex } from './network/snap'
import { frameOf } from './network/street-lines'
import type { PlaceContext } from './places/place-context'
import { placeFacilities, type PlacedFacilities } from './places/place-facilities'
import { type PlacedPeople, placePeople } from './places/place-people'
import { checkpoint, type Run } from './run'
import { applyCorrections } from './correction/apply-corrections'
import { applyScenario, changesGatesOnly } from './scenario/apply-scenario'
import { findScenario } from './scenario/find-scenario'
import { type CutProject, cutProject } from './tiles/cut-project'
import { judgeAllHosting } from './suitability/judge-hosting'
import { siteSpaces } from './suitability/space-site'
import { measureSensitivity } from './sensitivity/measure-sensitivity'
import { selectCommunities } from './tiles/select-communities'
import type { Tile } from './tiles/tile'

/** A project with a scenario applied, on its walking network: what every question is asked of. */
export interface Prepared extends PlaceContext {
  readonly project: Project
  readonly people: PlacedPeople
  readonly facilities: PlacedFacilities
  readonly graphs: GraphCache
  readonly issues: readonly Issue[]
  /** the project before the scenario, and the network before its gates: what another scenario starts from */
  readonly corrected: Project
  readonly base: NetworkBase
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
  const { planned, issues } = applyScenario(corrected.project, findScenario(project, scenario))
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
  return {
    ...context,
    people,
    facilities,
    graphs: new GraphCache(network, isPlain),
    issues: [...corrected.issues, ...built.issues, ...facilities.issues, ...people.issues],
    corrected: corrected.project,
    base,
    scenarioIssues: issues,
  }
}

/**
 * The same project under another scenario or at another time of day: what `prepare` would give, from what it
 * gave before. Streets, people and facilities are shared; only who passes the gates is decided again.
 * null: the scenario changes more than gates, and all must be prepared.
 */
export function regate(prepared: Prepared, scenario: Scenario | null, hour: HourOfDay): Prepared | null {
  if (scenario !== null && !changesGatesOnly(scenario)) return null
  const { planned, issues } = applyScenario(prepared.corrected, scenario)
  const compounds = prepared.isPlain ? [] : withGates(prepared.compounds, planned.layers.gates, hour)
  const network = openGates(prepared.base, compounds)
  return {
    ...prepared,
    project: withSurveys(planned, prepared.project),
    compounds,
    network,
    graphs: new GraphCache(network, prepared.isPlain),
    scenarioIssues: issues,
  }
}

/** Everything measured for one project, scenario and settings; what judging reads. */
export interface Measured {
  readonly prepared: Prepared
  readonly settings: AnalysisSettings
  readonly reach: Reach
  /** walks within limits if closed gates opened; null: none is closed */
  readonly openedCost: Int32Array | null
  readonly neighbours: Neighbours
}

/** Network → reach: every walk that verdicts and gaps rest on. `helper`: another thread, for large networks. */
export async function measure(
  prepared: Prepared,
  settings: AnalysisSettings,
  run: Run,
  helper: MeasureHelper | null = null,
): Promise<Measured> {
  const reach = await measureReach(prepared, settings, run, helper)
  const neighbours = findNeighbours(prepared)
  return { prepared, settings, reach, openedCost: measureOpened(prepared, reach, settings), neighbours }
}

/**
 * What `measure` would give for a project of which only gates changed (see `regate`), or for other rules, from
 * what it gave before; null: measuring everything is faster, or the two have more between them than that.
 */
export function remeasure(before: Measured, prepared: Prepared, settings: AnalysisSettings): Measured | null {
  if (before.prepared.people !== prepared.people || before.prepared.base !== prepared.base) return null
  if (settings.profile !== before.settings.profile || settings.basis !== before.settings.basis) return null
  const zones = changedZones(prepared.base, before.prepared.compounds, prepared.compounds)
  if (zones.size === 0) {
    const reach = realignReach(prepared, before.reach, before.settings, settings)
    return { ...before, prepared, settings, reach, openedCost: measureOpened(prepared, reach, settings) }
  }
  if (!hasSameClasses(prepared, before.reach, before.settings, settings)) return null
  const change = { before: before.prepared.network, after: prepared.network, zones }
  const reach = remeasureReach({ before: before.prepared, after: prepared }, before.reach, change, settings)
  if (reach === null) return null
  return {
    prepared,
    settings,
    reach,
    openedCost: measureOpened(prepared, reach, settings),
    neighbours: updateNeighbours(before.neighbours, before.prepared, prepared, zones),
  }
}

/** What was measured, and how it was judged. */
export interface Judged {
  readonly measured: Measured
  readonly evidence: Evidence
  readonly view: AnalysisView
}

/** Reach → assessment → gaps. `before`: what was judged of the same people; what has not changed is taken over. */
export async function judge(measured: Measured, run: Run, before: Judged | null = null): Promise<Judged> {
  const { prepared, settings } = measured
  const { project, network, people } = prepared
  const evidence = await collectEvidence(prepared, measured, settings, run)
  const last = evidence.enough === null && before?.evidence.enough === null ? before : null
  const known = last && {
    assessment: last.view.assessment,
    evidence: last.evidence,
    people: last.measured.prepared.people,
    year: last.measured.settings.year,
  }
  const assessment = assess(project, people, evidence, settings, settings.year, known)
  await checkpoint(run, 'assess', 1, 1)
  const gaps = findGaps(
    gatherEvidence(measured, assessment, evidence),
    last && {
      evidence: gatherEvidence(last.measured, last.view.assessment, last.evidence),
      gaps: last.view.gaps,
    },
  )
  await checkpoint(run, 'gaps', 1, 1)
  const issues = [...prepared.scenarioIssues, ...prepared.issues]
  return { measured, evidence, view: { assessment, gaps, issues, network: describeNetwork(network) } }
}

/** Network → reach → assessment → gaps. */
export async function analyse(
  prepared: Prepared,
  settings: AnalysisSettings,
  run: Run,
  helper: MeasureHelper | null = null,
): Promise<AnalysisView> {
  const { view } = await judge(await measure(prepared, settings, run, helper), run)
  return view
}

/** How far the people served depend on what nobody knows exactly: speed, delays, the way to the streets. */
export async function sensitivityOf({ prepared, settings, reach }: Measured, run: Run): Promise<Sensitivity> {
  return measureSensitivity(prepared, reach, settings, run)
}

/** How much of each class there is for the people who share it, second facilities, and the parking balance. */
export async function supplyOf({ prepared, settings, reach }: Measured, run: Run): Promise<SupplyAnswer> {
  return answerSupply(prepared, reach, settings, run)
}

/** The part of a project that the communities of a tile need, its corrections made. `halo_m`: see `haloOf`. */
export function cutTile(project: Project, tile: Tile, halo_m: number): CutProject {
  return cutProject({ ...applyCorrections(project).project, corrections: [] }, tile, halo_m)
}

/**
 * The assessment of the communities of one tile, on no more of the network than they can walk: the rows are
 * those of the whole project, and the totals of tiles add up to its totals. By access alone: who shares a
 * supply may live in another tile.
 */
export async function assessCut(cut: CutProject, settings: AnalysisSettings, run: Run): Promise<Assessment> {
  const { hour } = settings
  const prepared = await prepare(cut.project, settings.scenario, run, { hour })
  const asked = selectCommunities(prepared, new Set(cut.communities))
  const reach = await measureReach(asked, settings, run)
  const evidence = accessEvidence({ reach, openedCost: measureOpened(asked, reach, settings) })
  const assessment = assess(asked.project, asked.people, evidence, settings, settings.year)
  await checkpoint(run, 'assess', 1, 1)
  return assessment
}

/** What every candidate space may become, by every rule of hosting. `year`: of judgement. */
export function hostingOf(project: Project, pack: HostingPack, year: number): Hosting[] {
  return judgeAllHosting(siteSpaces(project, frameOf(project)), pack, year)
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
  const prepared = await prepare(corrected, settings.scenario, run, { hour: settings.hour ?? null })
  const after = await analyse(prepared, settings, run)
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
