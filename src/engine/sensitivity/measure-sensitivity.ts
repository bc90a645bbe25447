import type { AnalysisSettings } from '../../model/analysis'
import type { ClassSensitivity, Sensitivity, Variant } from '../../model/sensitivity'
import { describeBasis } from '../assessment/describe-basis'
import { listColumns } from '../assessment/class-columns'
import { roundPeople } from '../../model/people-parts'
import { GraphCache } from '../catchment/graph-cache'
import { measureReach } from '../catchment/measure-reach'
import type { Reach, ReachInput } from '../catchment/reach'
import { checkpoint, partOfRun, type Run } from '../run'
import { SurveyDoubt } from '../places/survey-doubt'
import { countPeople, judgePoints } from './judge-points'
import { type Placed, type PlannedPlaces, placeWithin } from './place-within'
import { listVariants } from './variants'

/** The people served by each class in one variant. */
interface Outcome {
  readonly variant: Variant
  readonly served: readonly number[]
}

/**
 * How far the people served depend on what nobody knows exactly: everything is measured again for each
 * variant, on the same network, and the least and the most are kept. `judged`: what was measured as judged.
 */
export async function measureSensitivity(
  on: PlannedPlaces & ReachInput,
  judged: Reach,
  settings: AnalysisSettings,
  run: Run,
): Promise<Sensitivity> {
  const variants = listVariants(settings.basis)
  const columns = listColumns(on.project, judged.members, settings)
  const doubt = SurveyDoubt.of(on.project, columns, settings.profile, judged.members)
  const verdicts = judgePoints(judged, columns, on.people, doubt)
  const flips = new Uint8Array(verdicts.length)
  const outcomes: Outcome[] = []
  await eachMeasured(on, judged, variants, settings, run, (variant, reach) => {
    const others = reach === judged ? verdicts : judgePoints(reach, columns, on.people, doubt)
    others.forEach((verdict, i) => {
      if (verdict !== verdicts[i]) flips[i] = 1
    })
    const served = columns.map((_, c) => roundPeople(countPeople(on.people, others, null, c)).people_served)
    outcomes.push({ variant, served })
  })
  outcomes.sort((a, b) => variants.indexOf(a.variant) - variants.indexOf(b.variant))
  const all = on.people.people.reduce<number | null>((sum, n) => (n === null ? sum : (sum ?? 0) + n), null)
  const classes = columns.map(({ code }, c): ClassSensitivity => {
    const flipping = roundParts(countPeople(on.people, verdicts, flips, c).marked)
    return {
      code,
      ...findBand(outcomes, c),
      people_flipping: flipping,
      flip_share: all === null || all === 0 ? null : flipping / all,
    }
  })
  return { basis: describeBasis({ ...settings, judging: 'access' }, on.project), variants, classes }
}

/**
 * Tells the reach of every variant. The first is the judged one; what differs from another in nothing is not
 * measured again. One pace is walked at a time: the graph of a city takes a hundred megabytes.
 */
async function eachMeasured(
  on: PlannedPlaces & ReachInput,
  judged: Reach,
  variants: readonly Variant[],
  settings: AnalysisSettings,
  run: Run,
  tell: (variant: Variant, reach: Reach) => void,
): Promise<void> {
  const [asJudged] = variants
  const placedWithin = new Map<number, Placed>([[asJudged.max_snap_m, on]])
  for (const { max_snap_m } of variants)
    if (!placedWithin.has(max_snap_m)) placedWithin.set(max_snap_m, placeWithin(on, on, max_snap_m))
  let done = 0
  for (const group of groupByPace(variants)) {
    const isJudgedPace = group.includes(asJudged)
    const graphs = isJudgedPace ? on.graphs : graphsAtPace(on, group[0])
    const measured = new Map<Placed, Reach>(isJudgedPace ? [[on, judged]] : [])
    for (const variant of group) {
      const placed = placedWithin.get(variant.max_snap_m) ?? on
      const { people, facilities } = placed
      const input = { project: on.project, people, facilities, graphs }
      const reach =
        measured.get(placed) ?? (await measureReach(input, settings, partOfRun(run, done, variants.length)))
      measured.set(placed, reach)
      tell(variant, reach)
      await checkpoint(run, 'reach', ++done, variants.length)
    }
  }
}

type Band = Omit<ClassSensitivity, 'code' | 'people_flipping' | 'flip_share'>

/** The least and the most of one class over all variants, the judged one, which is first, among them. */
function findBand(outcomes: readonly Outcome[], classIndex: number): Band {
  const [judged] = outcomes
  let [least, most] = [judged, judged]
  for (const outcome of outcomes) {
    if (outcome.served[classIndex] < least.served[classIndex]) least = outcome
    if (outcome.served[classIndex] > most.served[classIndex]) most = outcome
  }
  return {
    people_served_least: least.served[classIndex],
    people_served: judged.served[classIndex],
    people_served_most: most.served[classIndex],
    least_by: least.variant.id,
    most_by: most.variant.id,
  }
}

/** Variants that walk alike, in order of first meeting: the judged pace first. */
function groupByPace(variants: readonly Variant[]): (readonly Variant[])[] {
  const groups = new Map<string, Variant[]>()
  for (const variant of variants) {
    const key = `${variant.speed_factor} ${variant.has_delays}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [variant])
    else group.push(variant)
  }
  return [...groups.values()]
}

function graphsAtPace(
  { network, isPlain }: PlannedPlaces,
  { speed_factor, has_delays }: Variant,
): GraphCache {
  return new GraphCache(network, isPlain, { speedFactor: speed_factor, hasDelays: has_delays })
}

function roundParts(parts: number): number {
  return roundPeople({ served: 0, unserved: parts, unknown: 0 }).people_unserved
}
