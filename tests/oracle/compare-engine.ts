import { assess } from '../../src/engine/assessment/assess'
import { measureOpened } from '../../src/engine/catchment/measure-opened'
import { measureReach } from '../../src/engine/catchment/measure-reach'
import type { Reach } from '../../src/engine/catchment/reach'
import { catchmentFrom, prepare, type Prepared } from '../../src/engine/pipeline'
import { walkBetween } from '../../src/engine/catchment/walk-between'
import type { AnalysisSettings } from '../../src/model/analysis'
import { REASONS, VERDICTS } from '../../src/model/assessment'
import { PROFILES } from '../../src/model/profile'
import type { Gate } from '../../src/model/layers'
import type { Project } from '../../src/model/project'
import type { LonLat } from '../../src/model/units'
import { type Comparison, note } from './comparison'
import {
  blameGates,
  LOOKOUT,
  SlowAssessment,
  type SlowNearest,
  type SlowRow,
  speakFor,
} from './slow-assessment'
import { accessAt } from './slow-compounds'
import { meetStreets } from './slow-places'
import { SlowSearch } from './slow-search'
import { buildTown, type SlowTown } from './slow-town'

/*
 * Asks the engine and the slow walk the same questions. Every function returns what they disagree about, as
 * sentences; an empty list is agreement. `tolerance` is in the unit of the settings' basis.
 */

/** Cells that bands are drawn in: no walk or length of street that is compared depends on them. */
const COARSE_M = 25

/** A project on both sides. */
export interface Both {
  readonly project: Project
  readonly prepared: Prepared
  readonly town: SlowTown
  /** minutes since midnight, null: any time */
  readonly hour: number | null
}

export async function prepareBoth(project: Project, hour: number | null = null): Promise<Both> {
  return {
    project,
    prepared: await prepare(project, null, {}, { hour }),
    town: buildTown(project, hour),
    hour,
  }
}

/** Every place where people start, to the nearest facility of every class; and what each community answers. */
export async function compareAssessments(
  { project, prepared, town, hour }: Both,
  settings: AnalysisSettings,
  into: Comparison,
  tolerance: number,
  only: (community: string) => boolean = () => true,
): Promise<string[]> {
  const reach = await measureReach(prepared, settings, {})
  const assessment = assess(
    project,
    prepared.people,
    {
      reach,
      openedCost: measureOpened(prepared, reach, settings)?.cost ?? null,
      judging: 'access',
      enough: null,
    },
    settings,
    settings.year,
  )
  const slow = new SlowAssessment(town, project, settings.rules, settings, only)
  const openProject = withGatesOpen(project, hour)
  const slowOpen =
    openProject === null
      ? null
      : new SlowAssessment(buildTown(openProject, hour), openProject, settings.rules, settings, only)
  const told: string[] = []
  project.layers.communities.forEach((community, k) => {
    if (!only(community.id)) return
    const demands = slow.demands.filter((demand) => demand.community === k)
    const points = prepared.people.points.flatMap((point, i) => (point.community === k ? [i] : []))
    if (points.length !== demands.length) {
      told.push(`${community.id}: ${points.length} places, by the rules ${demands.length}`)
      return
    }
    const opened = slowOpen?.demands.filter((demand) => demand.community === k)
    const rows = demands.map((demand, i): SlowRow => {
      const nearest = slow.nearestTo(demand.meeting, k)
      const isAsked = nearest.some(({ verdict }) => verdict === 'unserved')
      const ifOpen = opened === undefined || !isAsked ? null : slowOpen!.nearestTo(opened[i].meeting, k)
      return { demand, nearest: blameGates(nearest, ifOpen) }
    })
    settings.rules.rules.forEach(({ code }, c) => {
      const where = `${community.id} ${code}`
      if (!rows.every(({ nearest }) => nearest[c].isSure)) {
        into.tossUps++
        // which of two places a walk starts at is a toss-up; the verdict of the community hardly ever is
        const entry = k * assessment.classes.length + c
        if (VERDICTS[assessment.status[entry]] !== speakFor(rows, c).verdict) into.tossUpsApart++
        return
      }
      // gates and crossings have no order of their own: the walks of a community are compared by length
      const ours = points.map((p) => walkOf(reach, c, p)).toSorted(ascending)
      const theirs = rows.map(({ nearest }) => nearest[c].walk?.cost ?? Infinity).toSorted(ascending)
      ours.forEach((cost, i) => {
        const isSlanted = rows.some(({ nearest }) => nearest[c].isSlanted)
        if (note(into, cost, theirs[i], where) > allowed(settings, tolerance, isSlanted))
          told.push(`${where}: ${cost}, by the rules ${theirs[i]}`)
      })
      told.push(...compareCell(assessment, k, c, speakFor(rows, c), where))
    })
  })
  return told
}

/** The project with every gate that is closed at the time open to its residents; null: none is closed. */
function withGatesOpen(project: Project, hour: number | null): Project | null {
  const { layers } = project
  const isClosed = (gate: Gate): boolean => accessAt(gate, hour) === 'closed'
  if (!layers.gates.some(isClosed)) return null
  const gates = layers.gates.map((gate): Gate =>
    isClosed(gate) ? { ...gate, access: 'residents', open_from: undefined, open_to: undefined } : gate,
  )
  return { ...project, layers: { ...layers, gates } }
}

/** Past the end of a wall a walk is right to a meter. */
function allowed({ profile, basis }: AnalysisSettings, tolerance: number, isSlanted: boolean): number {
  if (!isSlanted) return tolerance
  return basis === 'distance' ? 1 : 1 / PROFILES[profile].speed_m_s
}

const ascending = (x: number, y: number): number => (x === y ? 0 : x - y)

function walkOf(reach: Reach, c: number, point: number): number {
  const cost = reach.cost[c][point]
  return cost < 0 ? Infinity : cost / 1000
}

function compareCell(
  assessment: ReturnType<typeof assess>,
  k: number,
  c: number,
  cell: ReturnType<typeof speakFor>,
  where: string,
): string[] {
  const i = k * assessment.classes.length + c
  const told: string[] = []
  const verdict = VERDICTS[assessment.status[i]]
  const reason = REASONS[assessment.reason[i]]
  if (verdict !== cell.verdict || reason !== cell.reason)
    told.push(`${where}: ${verdict} (${reason}), by the rules ${cell.verdict} (${cell.reason})`)
  const share = assessment.served_share[i]
  if (Number.isNaN(share) ? cell.share !== null : Math.abs(share - (cell.share ?? NaN)) > 1e-5)
    told.push(`${where}: share ${share}, by the rules ${cell.share}`)
  // of equally near people and facilities either may be named
  const { nearest } = cell
  if (nearest !== null && nearest.walk !== null && assessment.facility[i] < 0)
    told.push(`${where}: no facility, by the rules ${nearest.facility}`)
  return told
}

/** From points to the nearest facility of every class: the engine's forward search, verdict and reason. */
export function compareOrigins(
  { project, prepared, town, hour }: Both,
  origins: readonly LonLat[],
  settings: AnalysisSettings,
  into: Comparison,
  tolerance: number,
): string[] {
  const slow = new SlowAssessment(town, project, settings.rules, settings, () => false)
  const openProject = withGatesOpen(project, hour)
  const openTown = openProject === null ? null : buildTown(openProject, hour)
  const slowOpen =
    openProject === null || openTown === null
      ? null
      : new SlowAssessment(openTown, openProject, settings.rules, settings, () => false)
  const told: string[] = []
  for (const at of origins) {
    const view = catchmentFrom(prepared, { kind: 'point', at }, settings, COARSE_M)
    const meeting = meetStreets(town, at)
    const zone = meeting.feet[0]?.zone ?? -1
    const home = town.compounds[zone]?.id
    const community = project.layers.communities.findIndex(({ id }) => id === home)
    const found = slow.nearestTo(meeting, community)
    const ifOpen =
      openTown === null || slowOpen === null ? null : slowOpen.nearestTo(meetStreets(openTown, at), community)
    const rows = blameGates(found, ifOpen)
    view.nearest.forEach((one, c) => {
      const row = rows[c]
      if (!row.isSure) {
        into.tossUps++
        return
      }
      const where = `${at.join()} ${one.class}`
      const [first, other] =
        settings.basis === 'distance' ? [one.distance_m, one.time_s] : [one.time_s, one.distance_m]
      // beyond the lookout the engine may still know a walk that the slow one has given up
      const isFar = first === null || first > LOOKOUT[settings.basis]
      const cost = isFar ? Infinity : first
      if (note(into, cost, row.walk?.cost ?? Infinity, where) > allowed(settings, tolerance, row.isSlanted))
        told.push(`${where}: ${cost}, by the rules ${row.walk?.cost}`)
      else if (row.equals.length === 1) told.push(...compareNames(project, one.facility, other, row, where))
      if (one.verdict !== row.verdict || one.reason !== row.reason)
        told.push(`${where}: ${one.verdict} (${one.reason}), by the rules ${row.verdict} (${row.reason})`)
    })
  }
  return told
}

function compareNames(
  project: Project,
  facility: string | null,
  other: number | null,
  row: SlowNearest,
  where: string,
): string[] {
  if (row.walk === null) return []
  const told: string[] = []
  const { id } = project.layers.facilities[row.facility]
  if (facility !== id) told.push(`${where}: ${facility}, by the rules ${id}`)
  // two walks may cost the same and differ in the other measure: far apart is a mistake
  if (Math.abs((other ?? NaN) - row.walk.other) > Math.max(1, row.walk.other * 0.3))
    told.push(`${where}: also ${other}, by the rules ${row.walk.other}`)
  return told
}

/** Street metres reached within each band of points. */
export function compareReach(
  { prepared, town }: Both,
  origins: readonly LonLat[],
  settings: AnalysisSettings,
  into: Comparison,
  tolerance_m: number,
): string[] {
  const basis = settings.bandsBasis
  const search = new SlowSearch(town, { profile: settings.profile, basis })
  const zones = [-1, ...town.compounds.map(({ zone }) => zone)]
  const told: string[] = []
  for (const at of origins) {
    const { feet, isSure, isSlanted } = meetStreets(town, at)
    // every street that leaves here ends a little earlier or later
    if (!isSure || isSlanted || feet.length === 0) {
      into.tossUps++
      continue
    }
    const view = catchmentFrom(prepared, { kind: 'point', at }, settings, COARSE_M)
    const reached = settings.bands.map(() => 0)
    for (const zone of zones) {
      const limits = settings.bands.map((band) => (basis === 'distance' ? band : band * 60))
      search.run(feet, [feet[0].zone, zone], Math.max(...limits))
      limits.forEach((limit, b) => (reached[b] += search.reached_m(feet, zone, limit)))
    }
    settings.bands.forEach((band, b) => {
      const where = `${at.join()} within ${band}`
      // not connected: nothing is drawn
      const street_m = view.bands[b]?.street_m ?? 0
      if (note(into, street_m, reached[b], where) > tolerance_m + reached[b] * 0.0005)
        told.push(`${where}: ${street_m} m of street, by the rules ${reached[b]}`)
    })
  }
  return told
}

/** Walks between points, both ends off the street. */
export function compareWalks(
  { prepared, town }: Both,
  trips: readonly (readonly [LonLat, LonLat])[],
  settings: AnalysisSettings,
  into: Comparison,
  tolerance: number,
): string[] {
  const search = new SlowSearch(town, settings)
  const told: string[] = []
  for (const [from, to] of trips) {
    const [start, end] = [meetStreets(town, from), meetStreets(town, to)]
    if (!start.isSure || !end.isSure) {
      into.tossUps++
      continue
    }
    const walk = walkBetween(prepared, from, to, settings)
    const cost = (settings.basis === 'distance' ? walk?.distance_m : walk?.time_s) ?? Infinity
    let slow = Infinity
    if (start.feet.length > 0 && end.feet.length > 0) {
      search.run(start.feet, [start.feet[0].zone, end.feet[0].zone], Infinity)
      for (const foot of end.feet) slow = Math.min(slow, search.costTo(foot, start.feet)?.cost ?? Infinity)
    }
    const where = `${from.join()} to ${to.join()}`
    const isSlanted = start.isSlanted || end.isSlanted
    if (!(note(into, cost, slow, where) <= allowed(settings, tolerance, isSlanted)))
      told.push(`${where}: ${cost}, by the rules ${slow}`)
  }
  return told
}
