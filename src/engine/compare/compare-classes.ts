import type { AnalysisSettings } from '../../model/analysis'
import { type ClassChange, WALK_CAP } from '../../model/comparison'
import { partsOf } from '../../model/people-parts'
import { PROFILES } from '../../model/profile'
import { SERVED, UNKNOWN } from '../assessment/community-judge'
import type { PlacedPeople } from '../places/place-people'
import type { JudgedState } from './compare-judged'
import { type AgedPairs, agePairs, countAgesOfClass } from './count-ages'
import type { PlacePairs } from './pair-places'
import { tenthsOfMinutes, wholePeople } from './rounding'
import { countUnknown, type UnknownByClass, type UnknownOfClass } from './unknown-of-gaps'
import { verdictsOf } from './verdicts-of'

/** Thousandths of the basis: walks differ from a metre or a second on. */
const LEAST_DIFFERENCE = 1000

/** What changes for the people of each pair of places. */
export interface PairedChanges {
  readonly pairs: PlacePairs
  /** people in millionths; NaN: not known */
  readonly parts: Float64Array
  /** pairs for which a verdict turns, in their order */
  readonly turned: readonly TurnedPair[]
  /** minutes × millionths of people saved on the way to required classes, by community of the second state */
  readonly saved: Float64Array
  /** communities whose people nobody counted, where a walk to a required class differs */
  readonly walked: ReadonlySet<number>
  /** minutes × millionths of a community saved there, where each of these communities weighs one */
  readonly savedUncounted: number
  readonly aged: AgedPairs
  /** by code of the class */
  readonly unknown: UnknownByClass
}

/** Indexes of the classes that the people of a pair gain and lose. */
export interface TurnedPair {
  readonly pair: number
  readonly gained: number[]
  readonly lost: number[]
}

/** Counts people by class whose verdict or walk differs, pair by pair of places. */
export function compareClasses(
  before: JudgedState,
  after: JudgedState,
  pairs: PlacePairs,
): { readonly classes: readonly ClassChange[]; readonly changes: PairedChanges } {
  const { people } = after.measured.prepared
  const { assessment } = after.view
  const [reachBefore, reachAfter] = [before.measured.reach, after.measured.reach]
  const parts = partsOfPairs(people, pairs)
  const turned = new Map<number, TurnedPair>()
  const saved = new Float64Array(assessment.communities.length)
  const walked = new Set<number>()
  let savedUncounted = 0
  const aged = agePairs(people, pairs)
  const unknown = new Map<string, UnknownOfClass>()
  const perUnit = minutesPer(after.measured.settings)
  const isSamePeople = before.measured.prepared.people === people
  const isWalkedAlike = (c: number): boolean => isSamePeople && reachBefore.marks[c] === reachAfter.marks[c]

  const classes = assessment.classes.map(({ code, required, limit }, c): ClassChange => {
    const [was, is] = [verdictsOf(before, c), verdictsOf(after, c)]
    const cap = limit * 1000 * WALK_CAP
    const ofUnknown = countUnknown(assessment.communities)
    unknown.set(code, ofUnknown.counted)
    const ofClass: { readonly gained: number[]; readonly lost: number[] } = { gained: [], lost: [] }
    const sums = { gained: 0, lost: 0, nearer: 0, farther: 0, minutes: 0 }
    const uncounted = {
      gained: new Set<number>(),
      lost: new Set<number>(),
      nearer: new Set<number>(),
      farther: new Set<number>(),
    }
    const count = (what: keyof typeof uncounted, i: number): void => {
      const weight = parts[i]
      if (Number.isNaN(weight)) uncounted[what].add(pairs.community[i])
      else sums[what] += weight
    }
    const turn = (what: 'gained' | 'lost', i: number): void => {
      let pair = turned.get(i)
      if (pair === undefined) turned.set(i, (pair = { pair: i, gained: [], lost: [] }))
      pair[what].push(c)
      ofClass[what].push(i)
      count(what, i)
    }
    const differ = (i: number): void => {
      const [p, q] = [pairs.before[i], pairs.after[i]]
      const [walkBefore, walkAfter] = [costBefore[p], costAfter[q]]
      const [wasServed, isServed] = [was[p] === SERVED, is[q] === SERVED]
      if (isServed && !wasServed) turn('gained', i)
      else if (wasServed && !isServed) turn('lost', i)
      ofUnknown.count(was[p], is[q], pairs.community[i], parts[i])
      if (walkBefore === walkAfter || was[p] === UNKNOWN || is[q] === UNKNOWN) return
      if (wasServed && isServed) {
        if (walkBefore - walkAfter >= LEAST_DIFFERENCE) count('nearer', i)
        if (walkAfter - walkBefore >= LEAST_DIFFERENCE) count('farther', i)
      }
      const shorter = cappedAt(walkBefore, cap) - cappedAt(walkAfter, cap)
      const weight = parts[i]
      if (Number.isNaN(weight)) {
        const community = pairs.community[i]
        if (required && Math.abs(shorter) >= LEAST_DIFFERENCE) walked.add(community)
        if (required) savedUncounted += partsOf(1, pairs.share[i]) * shorter * perUnit
        // no sum of minutes tells of those who are not served
        if (!wasServed && !isServed && Math.abs(shorter) >= LEAST_DIFFERENCE)
          uncounted[shorter > 0 ? 'nearer' : 'farther'].add(community)
        return
      }
      const minutes = weight * shorter * perUnit
      sums.minutes += minutes
      if (required) saved[pairs.community[i]] += minutes
    }
    const [costBefore, costAfter] = [reachBefore.cost[c], reachAfter.cost[c]]
    // an edit leaves the walks to most classes alone, and with them all that is counted here,
    // and most people of the others
    if (was !== is || !isWalkedAlike(c))
      for (const i of differingPairs(pairs, [costBefore, costAfter], [was, is])) differ(i)
    return {
      code,
      required,
      served_before: before.view.assessment.totals[c].people_served,
      served_after: assessment.totals[c].people_served,
      gained: wholePeople(sums.gained),
      lost: wholePeople(sums.lost),
      nearer: wholePeople(sums.nearer),
      farther: wholePeople(sums.farther),
      uncounted: {
        gained: uncounted.gained.size,
        lost: uncounted.lost.size,
        nearer: uncounted.nearer.size,
        farther: uncounted.farther.size,
      },
      communities_before: before.view.assessment.totals[c].communities_served,
      communities_after: assessment.totals[c].communities_served,
      ages: countAgesOfClass(aged, pairs.community, ofClass.gained, ofClass.lost),
      person_minutes: tenthsOfMinutes(sums.minutes),
    }
  })
  const inOrder = [...turned.values()].sort((a, b) => a.pair - b.pair)
  return { classes, changes: { pairs, parts, turned: inOrder, saved, walked, savedUncounted, aged, unknown } }
}

/** Pairs whose two places have other walks or verdicts. By itself, for it reads every pair once for every class. */
function differingPairs(
  { before, after }: PlacePairs,
  [costBefore, costAfter]: readonly [Int32Array, Int32Array],
  [was, is]: readonly [Uint8Array, Uint8Array],
): number[] {
  const differing: number[] = []
  for (let i = 0; i < before.length; i++) {
    const p = before[i]
    const q = after[i]
    if (costBefore[p] !== costAfter[q] || was[p] !== is[q]) differing.push(i)
  }
  return differing
}

function partsOfPairs({ people }: PlacedPeople, { community, share }: PlacePairs): Float64Array {
  return share.map((each, i) => {
    const known = people[community[i]]
    return known === null ? NaN : partsOf(known, each)
  })
}

/** Minutes in a thousandth of the basis; metres are walked at the speed of the profile. */
export function minutesPer({ basis, profile }: Pick<AnalysisSettings, 'basis' | 'profile'>): number {
  return 1 / (1000 * 60 * (basis === 'distance' ? PROFILES[profile].speed_m_s : 1))
}

function cappedAt(cost: number, cap: number): number {
  return cost < 0 ? cap : Math.min(cost, cap)
}
