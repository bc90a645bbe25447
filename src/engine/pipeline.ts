import type { AnalysisSettings, AnalysisView, CatchmentView, Origin, RouteView } from '../model/analysis'
import type { Assessment } from '../model/assessment'
import { addCorrection, type Change, type Correction } from '../model/correction'
import type { CheckUp, RepairEffect } from '../model/finding'
import type { Hosting, HostingPack } from '../model/hosting'
import type { Project } from '../model/project'
import type { Sensitivity } from '../model/sensitivity'
import type { SupplyAnswer } from '../model/supply'
import { assess, type Assessed } from './assessment/assess'
import { accessEvidence, answerSupply, collectEvidence } from './assessment/collect-evidence'
import type { Evidence } from './assessment/evidence'
import { renumberAssessed } from './assessment/renumber-assessed'
import { drawCatchment } from './catchment/draw-catchment'
import { measureOpened, type Opened, remeasureOpened } from './catchment/measure-opened'
import { measureReach } from './catchment/measure-reach'
import type { Reach } from './catchment/reach'
import type { Neighbours } from './catchment/neighbour-pairs'
import { findNeighbours, updateNeighbours } from './catchment/neighbours'
import { realignReach } from './catchment/realign-reach'
import { remeasureReach } from './catchment/remeasure-reach'
import type { MeasureHelper } from './catchment/share-measuring'
import { compareStreets } from './catchment/street-difference'
import { traceRoute } from './catchment/trace-route'
import { compareCoverage, type Coverage } from './doctor/compare-coverage'
import { examine } from './doctor/examine'
import { findGaps, type FoundGaps } from './gaps/find-gaps'
import { gatherEvidence, type GapEvidence } from './gaps/gap-evidence'
import { describeNetwork } from './network/describe-network'
import { frameOf } from './network/street-lines'
import { alignServices } from './places/align-services'
import { liveAlike } from './places/live-alike'
import { keepFacilities, standOnSame } from './prepare/compare-prepared'
import { prepare, type Prepared } from './prepare/prepare'
import { checkpoint, type Run } from './run'
import { applyCorrections } from './correction/apply-corrections'
import { type CutProject, cutProject } from './tiles/cut-project'
import { judgeAllHosting } from './suitability/judge-hosting'
import { siteSpaces } from './suitability/space-site'
import { measureSensitivity } from './sensitivity/measure-sensitivity'
import { selectCommunities } from './tiles/select-communities'
import type { Tile } from './tiles/tile'

export { prepare, type Prepared }
export { replan } from './prepare/replan'

/** Everything measured for one project, scenario and settings; what judging reads. */
export interface Measured {
  readonly prepared: Prepared
  readonly settings: AnalysisSettings
  readonly reach: Reach
  /** walks if closed gates opened; null: none is closed */
  readonly opened: Opened | null
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
  return { prepared, settings, reach, opened: measureOpened(prepared, reach, settings), neighbours }
}

/**
 * What `measure` would give for another plan over the same data, or for other rules, from what it gave before; null:
 * the two have more between them.
 */
export function remeasure(before: Measured, prepared: Prepared, settings: AnalysisSettings): Measured | null {
  const { prepared: last } = before
  if (!standOnSame(last, prepared)) return null
  if (settings.profile !== before.settings.profile || settings.basis !== before.settings.basis) return null
  // the network first, with the facilities there were; then those, and the rules
  const facilities = keepFacilities(last, prepared)
  const difference = compareStreets(last, prepared)
  const isSameNetwork = !difference.hasOtherStreets && difference.zones.size === 0
  const walked = isSameNetwork
    ? before.reach
    : remeasureReach(
        { before: last, after: { ...prepared, facilities } },
        before.reach,
        { before: last.network, after: prepared.network, difference },
        before.settings,
      )
  const reach = realignReach({ before: { facilities }, after: prepared }, walked, before.settings, settings)
  return {
    prepared,
    settings,
    reach,
    opened: remeasureOpened(before, prepared, facilities, reach, settings),
    neighbours: isSameNetwork
      ? before.neighbours
      : updateNeighbours(before.neighbours, last, prepared, difference),
  }
}

/** What was measured, and how it was judged. */
export interface Judged {
  readonly measured: Measured
  readonly evidence: Evidence
  /** those of `view`, as they were found */
  readonly gaps: FoundGaps
  readonly view: AnalysisView
}

/** Reach → assessment → gaps. `before`: what was judged of the same people; what has not changed is taken over. */
export async function judge(measured: Measured, run: Run, before: Judged | null = null): Promise<Judged> {
  const { prepared, settings, reach, opened } = measured
  const { project, network, people } = prepared
  const walked = { reach, openedCost: opened?.cost ?? null }
  const evidence = await collectEvidence(prepared, walked, settings, run)
  const last = before === null ? null : assessedOf(before, prepared)
  const assessment = assess(project, people, evidence, settings, settings.year, last)
  await checkpoint(run, 'assess', 1, 1)
  const gaps = findGaps(
    gatherEvidence(measured, assessment, evidence),
    before && last && { evidence: evidenceOf(before, last), gaps: before.gaps.byClass },
  )
  await checkpoint(run, 'gaps', 1, 1)
  const issues = [...prepared.scenarioIssues, ...prepared.issues]
  const view = { assessment, gaps: gaps.ranked, issues, network: describeNetwork(network) }
  return { measured, evidence, gaps, view }
}

/** What was judged, its facilities numbered as they are after, and its people theirs if they live as they did. */
function assessedOf({ measured, evidence, view }: Judged, after: Prepared): Assessed {
  const { prepared, settings } = measured
  const { project } = prepared
  const isAlike =
    project.layers.communities === after.project.layers.communities &&
    liveAlike(prepared.people, after.people)
  const people = isAlike || prepared.people === after.people ? after.people : prepared.people
  const assessed = { assessment: view.assessment, evidence, project, people, year: settings.year }
  // other streets give a facility other ways in, and no other number
  const facilities = standOnSame(prepared, after) ? keepFacilities(prepared, after) : prepared.facilities
  return renumberAssessed(assessed, alignServices(facilities, after.facilities))
}

/** What gaps were found in, as `assessedOf` tells it. */
function evidenceOf({ measured }: Judged, { assessment, evidence, people }: Assessed): GapEvidence {
  const { reach } = evidence
  return { ...gatherEvidence({ ...measured, reach }, assessment, evidence), people }
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
  const evidence = accessEvidence({ reach, openedCost: measureOpened(asked, reach, settings)?.cost ?? null })
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
