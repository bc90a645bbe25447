import type { AnalysisSettings } from '../../model/analysis'
import { checkpoint, type Run } from '../run'
import { readWalk } from './access-columns'
import { BestWalk } from './best-walk'
import { lookoutOf } from './lookout'
import { measureClass, type Measuring, startMeasuring } from './measure-class'
import { leaveCompounds } from './search-starts'
import { emptyReach, type Reach, type ReachInput } from './reach'
import { ReachDraft } from './reach-draft'
import { type MeasureHelper, shareOf } from './share-measuring'
import { type Span, wholeSpan } from './span'
import type { ZonedSeed } from './walks'

/**
 * Measures every demand point against every class: one search per class from all its facilities at once,
 * over the reversed network. Facilities inside compounds start it from their gates, at what the way there
 * costs; those that serve only their own community are asked for by its people alone.
 */
export async function measureReach(
  on: ReachInput,
  settings: AnalysisSettings,
  run: Run,
  helper: MeasureHelper | null = null,
): Promise<Reach> {
  const measuring = startMeasuring(on, settings)
  const { search } = measuring
  const rules = settings.rules.rules
  const draft = new ReachDraft({ ...emptyReach(on, settings), clipCost: measureClip(on, settings) })
  const { fit, small } = draft.reach.members
  const classes = rules.map((_, c) => c).filter((c) => fit[c].length + small[c].length > 0)
  const isShared = helper !== null && search.graph.network.nodeCount * classes.length >= helper.fromSize
  const theirs = isShared ? classes.filter((_, i) => i % 2 === 1) : []
  const answer = isShared ? helper.measure(shareOf(on, settings), theirs) : null
  // a failure is told where the answer is awaited
  answer?.catch(() => undefined)
  const mine = classes.filter((c) => !theirs.includes(c))
  for (const [i, c] of mine.entries()) {
    measureClass(draft, c, measuring)
    if (i % 4 === 3) await checkpoint(run, 'reach', i + 1, mine.length)
  }
  if (answer !== null) {
    const there = await answer
    for (const c of theirs) draft.take(c, there, c)
  }
  return draft.reach
}

/** Measures some classes again, over what a draft says of them. */
export function measureClasses(
  draft: ReachDraft,
  classes: ReadonlySet<number>,
  on: ReachInput,
  settings: AnalysisSettings,
  { lookouts }: Span = wholeSpan(settings),
): void {
  if (classes.size === 0) return
  const measuring = startMeasuring(on, settings)
  for (const c of classes) {
    draft.clear(c)
    measureClass(draft, c, { ...measuring, lookout: lookouts[c] })
  }
}

/** Betters what a draft says of the classes of some facilities with the walks to these. Returns the classes. */
export function measureOnly(
  draft: ReachDraft,
  facilities: readonly number[],
  on: ReachInput,
  settings: AnalysisSettings,
  { lookouts }: Span,
): ReadonlySet<number> {
  const { fits, isSmallFor } = draft.reach.members
  const classes = new Set(facilities.flatMap((i) => [...fits[i], ...isSmallFor[i]]))
  if (classes.size === 0) return classes
  const measuring = startMeasuring(on, settings)
  const among = new Set(facilities)
  for (const c of classes)
    measureClass(draft, c, { ...measuring, lookout: lookouts[c] }, { among, points: null })
  return classes
}

/** Measures some points again against a class: what `measureClass` would give for them. */
export function redoClass(
  draft: ReachDraft,
  classIndex: number,
  points: readonly number[],
  measuring: Measuring,
): void {
  const likely = likelyReaches(draft.reach.cost[classIndex], points, measuring.lookout)
  draft.forget(classIndex, points)
  measureClass(draft, classIndex, measuring, { among: null, points, likely })
}

/** A way around what is gone, in parts of the lookout: 200 m, or three minutes. */
const DETOUR = 1 / 15

/**
 * How far points are looked for first that walked so far until now: most find a way around, or another facility, not much
 * farther off. Within the first reach are three quarters of them, within the second one all.
 */
function likelyReaches(known: Int32Array, points: readonly number[], lookout: number): readonly number[] {
  const walks = Int32Array.from(points, (p) => known[p])
    .filter((walk) => walk >= 0)
    .sort()
  if (walks.length === 0) return []
  const detour = Math.floor(lookout * DETOUR)
  const [most, all] = [walks[Math.floor(walks.length * 0.75)], walks[walks.length - 1]]
  return most + detour < all ? [most + detour, all + detour] : [all + detour]
}

/**
 * How far each demand point is from the nearest place where the data ends; −1: out of the lookout, which is
 * `lookout` in the search's unit where given.
 */
export function measureClip(
  on: ReachInput,
  settings: AnalysisSettings,
  lookout = lookoutOf(settings.basis),
): Int32Array {
  const measuring = { ...startMeasuring(on, settings), lookout }
  const { search, columns } = measuring
  const clipCost = new Int32Array(on.people.points.length).fill(-1)
  if (!searchFromClip(measuring)) return clipCost
  const best = new BestWalk()
  for (let point = 0; point < clipCost.length; point++) {
    best.clear()
    readWalk(best, search, columns, point, null)
    if (best.cost <= lookout) clipCost[point] = best.cost
  }
  return clipCost
}

/** Searches from wherever the data ends; false: it ends nowhere. */
export function searchFromClip({ search, lookout }: Pick<Measuring, 'search' | 'lookout'>): boolean {
  const { nodeIsClip, nodeZone } = search.graph.network
  const seeds: ZonedSeed[] = []
  for (let node = 0; node < nodeIsClip.length; node++)
    if (nodeIsClip[node] === 1) seeds.push({ node, cost: 0, other: 0, source: 0, zone: nodeZone[node] })
  if (seeds.length === 0) return false
  search.run(leaveCompounds(search, seeds, lookout), lookout, -1)
  return true
}
