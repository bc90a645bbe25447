import type { AnalysisSettings } from '../../model/analysis'
import { type Assessment, VERDICTS } from '../../model/assessment'
import { type Surface, SURFACE_UNKNOWN } from '../../model/surface'
import { listColumns } from '../assessment/class-columns'
import { accessEvidence } from '../assessment/collect-evidence'
import { readReasons, UNKNOWN, UNSERVED, VERDICT_OF } from '../assessment/community-judge'
import { UNREACHED } from '../catchment/bounded-search'
import { measureClass, startMeasuring } from '../catchment/measure-class'
import { measureClip } from '../catchment/measure-reach'
import { emptyReach, type Reach, type ReachInput } from '../catchment/reach'
import { ReachDraft } from '../catchment/reach-draft'
import type { PlaceContext } from '../places/place-context'
import { checkpoint, type Run } from '../run'
import { type Ground, groundOf } from './ground'
import { walkEverywhere, walkToClip } from './walk-everywhere'

export type SurfaceContext = ReachInput & PlaceContext

/** The values of a surface, before they are drawn as cells or hexagons. */
export interface Field extends Omit<Surface, 'cells' | 'hexagons'> {
  readonly ground: Ground
  /** at every place of the ground, and at every demand point (NaN: not connected, unknown) */
  readonly onGround: Float32Array
  readonly atPeople: Float32Array
}

/** Limits of the steps of walks: the life circle's own, as for catchments; metres, or seconds. */
const BREAKS = { distance: [300, 500, 1000], time: [300, 600, 900] } as const

/**
 * The walk to the nearest facility of a class from everywhere near a street, and from where people start to walk.
 * Walks minimize what the drawn bands are measured in (`bandsBasis`), so that both tell the same minutes.
 */
export async function measureWalks(
  on: SurfaceContext,
  code: string,
  settings: AnalysisSettings,
  run: Run,
): Promise<Field> {
  const basis = settings.bandsBasis
  const rules = { ...settings.rules, rules: settings.rules.rules.filter((rule) => rule.code === code) }
  const asked = { ...settings, rules, basis }
  const empty = emptyReach(on, asked)
  const [column] = listColumns(on.project, empty.members, asked)
  if (column === undefined) throw new RangeError(`no class ${code} in the rule pack`)
  const ground = groundOf(on)
  await checkpoint(run, 'surface', 1, 4)
  const [members] = empty.members.fit
  const walking = { on, ground, settings, basis }
  const cost = walkEverywhere(walking, members)
  await checkpoint(run, 'surface', 2, 4)
  const clip = walkToClip(walking)
  await checkpoint(run, 'surface', 3, 4)
  const draft = new ReachDraft({ ...empty, clipCost: measureClip(on, asked) })
  measureClass(draft, 0, startMeasuring(on, asked))
  const { reach } = draft
  await checkpoint(run, 'surface', 4, 4)
  // a facility beyond the end of the data might be nearer; without a survey, anywhere
  const valueOf = (walk: number, toClip: number): number => {
    if (walk > toClip || (walk === UNREACHED && !column.surveyed)) return SURFACE_UNKNOWN
    return walk === UNREACHED ? Infinity : walk / 1000
  }
  return {
    subject: { kind: 'class', code },
    basis,
    unit: basis === 'distance' ? 'm' : 's',
    breaks: BREAKS[basis],
    counted: column.surveyed ? 1 : 0,
    unsurveyed: column.surveyed ? 0 : 1,
    ground,
    onGround: fill(cost.length, (i) => valueOf(cost[i], clip[i])),
    atPeople: fill(reach.pointCount, (p) =>
      reach.isConnected[p] === 0
        ? NaN
        : valueOf(orUnreached(reach.cost[0][p]), orUnreached(reach.clipCost[p])),
    ),
  }
}

/**
 * How many of the required classes are not within their limit, everywhere near a street and where people start to
 * walk: by the basis of verdicts. A class that is unknown at a place is not missing there; where all are, the
 * place is unknown. `reach`: the walks of people, measured with these settings.
 */
export async function measureMissing(
  on: SurfaceContext,
  reach: Reach,
  settings: AnalysisSettings,
  run: Run,
): Promise<Field> {
  const { basis } = settings
  const columns = listColumns(on.project, reach.members, settings)
  const required = columns.flatMap(({ required: isRequired }, c) => (isRequired ? [c] : []))
  const surveyed = required.filter((c) => columns[c].surveyed)
  const ground = groundOf(on)
  const walking = { on, ground, settings, basis }
  const membersOf = reach.members.fit
  const clip = walkToClip(walking)
  const missing = new Uint8Array(ground.edge.length)
  const known = new Uint8Array(ground.edge.length)
  for (const [n, c] of surveyed.entries()) {
    await checkpoint(run, 'surface', n, surveyed.length)
    const limit = columns[c].limit * 1000
    const cost = walkEverywhere(walking, membersOf[c])
    for (let i = 0; i < cost.length; i++) {
      if (cost[i] <= limit) known[i]++
      else if (clip[i] > limit) {
        known[i]++
        missing[i]++
      }
    }
  }
  return {
    subject: { kind: 'missing' },
    basis,
    unit: 'classes',
    breaks: missingBreaks(surveyed.length),
    counted: surveyed.length,
    unsurveyed: required.length - surveyed.length,
    ground,
    onGround: fill(missing.length, (i) => (known[i] === 0 ? SURFACE_UNKNOWN : missing[i])),
    atPeople: countMissing(reach, columns, required),
  }
}

/**
 * Nothing missing, then quarters of the classes that count: a plan changes neither, so a color means the same in each;
 * and an old district, where half of them are missing everywhere, is not all of one color.
 */
export function missingBreaks(counted: number): readonly number[] {
  const limits = [1, 2, 3].map((quarter) => Math.ceil((counted * quarter) / 4))
  return [0, ...new Set(limits.filter((limit) => limit < counted))]
}

function orUnreached(walk: number): number {
  return walk < 0 ? UNREACHED : walk
}

/** A column from its entries; several times as fast as `Float32Array.from` with a function. */
function fill(count: number, valueAt: (i: number) => number): Float32Array {
  const values = new Float32Array(count)
  for (let i = 0; i < count; i++) values[i] = valueAt(i)
  return values
}

function countMissing(
  reach: Reach,
  columns: Assessment['classes'],
  required: readonly number[],
): Float32Array {
  const values = new Float32Array(reach.pointCount)
  const count = new Int32Array(VERDICTS.length)
  const evidence = accessEvidence({ reach, openedCost: null })
  const readers = required.map((c) => readReasons(evidence, c, columns[c]))
  for (let p = 0; p < values.length; p++) {
    count.fill(0)
    for (const read of readers) count[VERDICT_OF[read(p)]]++
    values[p] = count[UNKNOWN] === required.length ? NaN : count[UNSERVED]
  }
  return values
}
