import type { Gap } from '../../model/gap'
import { clusterUnserved } from './cluster-unserved'
import { type ClassOfGaps, describeGap, readClass } from './describe-gap'
import { type GapEvidence, type Homes, listHomes, orderBy } from './gap-evidence'
import { judgePoints } from './judge-points'
import { compareEvidence, isSameColumn } from './compare-evidence'

/** The gaps of one state. */
export interface FoundGaps {
  /** the severest first, equal ones by class, then by places */
  readonly ranked: readonly Gap[]
  /** by code of the class, in the order of their first places; the very list of before where nothing has changed */
  readonly byClass: GapsByClass
}

export type GapsByClass = ReadonlyMap<string, readonly Gap[]>

/** Gaps found before, and what they were found in. */
export interface GapsBefore {
  readonly evidence: GapEvidence
  readonly gaps: GapsByClass
}

/**
 * Gaps: for each class, the people who are not served, point by point, as places of communities whose unserved
 * people live within 300 m on foot of each other. Ranked by severity; equal ones by class, then by places.
 * `before`: what was found in other evidence; classes to which nothing has changed are taken over, and of the
 * others the gaps of communities to which nothing has; the answer is the same.
 */
export function findGaps(evidence: GapEvidence, before: GapsBefore | null = null): FoundGaps {
  const { classes, communities } = evidence.assessment
  const same = before === null ? null : compareEvidence(evidence, before.evidence)
  const homes = listHomes(evidence)
  const gapsOf = (c: number): readonly Gap[] => {
    if (before === null || same === null || !same.isAskedAlike(c)) return findGapsOf(evidence, homes, c, null)
    const own = before.gaps.get(classes[c].code) ?? []
    const changed = same.changed.subarray(c * communities.length, (c + 1) * communities.length)
    const isJoinedAnew = areJoinedAnew(own, same.changedPairs, communities)
    if (!isJoinedAnew && !changed.includes(1)) return own
    const verdicts = isJoinedAnew ? null : judgePoints(before.evidence, c)
    return findGapsOf(evidence, homes, c, { gaps: own, changed, verdicts })
  }
  // found in the order of ties, the gaps need sorting by a number only: there are thousands
  const byClass = new Map(orderBy(classes, ({ code }) => code).map((c) => [classes[c].code, gapsOf(c)]))
  return { ranked: rankBySeverity([...byClass.values()].flat()), byClass }
}

/**
 * Whether gaps of a class may hang together otherwise: of two communities that are neighbours by other people than before
 * both have people who are not served. `gaps`: those of the class, in which all such communities are.
 */
function areJoinedAnew(
  gaps: readonly Gap[],
  pairs: readonly (readonly [number, number])[],
  communities: readonly { readonly id: string }[],
): boolean {
  if (pairs.length === 0) return false
  const asked = new Set(pairs.flatMap(([a, b]) => [communities[a].id, communities[b].id]))
  const unserved = new Set<string>()
  for (const { places } of gaps) for (const id of places) if (asked.has(id)) unserved.add(id)
  return pairs.some(([a, b]) => unserved.has(communities[a].id) && unserved.has(communities[b].id))
}

/**
 * The severest first, equal ones as they stand. Severities have two decimals: with the place behind them they are whole
 * numbers, which are sorted without asking back and far from where such numbers end.
 */
function rankBySeverity(gaps: readonly Gap[]): Gap[] {
  const count = gaps.length
  const keys = new Float64Array(count)
  for (let i = 0; i < count; i++) keys[i] = Math.round(gaps[i].severity * 100) * count + (count - 1 - i)
  keys.sort()
  const ranked: Gap[] = []
  for (let k = count - 1; k >= 0; k--) ranked.push(gaps[count - 1 - (keys[k] % count)])
  return ranked
}

/** Gaps of the class before, and which communities have other walks to it since, 1 each. */
interface KnownGaps {
  readonly gaps: readonly Gap[]
  readonly changed: Uint8Array
  /** of each demand point then; null: who lives beside whom is otherwise where it matters */
  readonly verdicts: Uint8Array | null
}

/** The gaps of one class, by its index, in the order of their places. Depends on nothing of other classes. */
function findGapsOf(evidence: GapEvidence, homes: Homes, c: number, known: KnownGaps | null): Gap[] {
  const verdicts = judgePoints(evidence, c)
  const of = readClass(evidence, homes, c, verdicts)
  if (known !== null && known.verdicts !== null && isSameColumn(known.verdicts, verdicts))
    return describeAgain(evidence, homes, of, known)
  const clusters = clusterUnserved(evidence, homes, verdicts)
  if (known === null) return clusters.map((members) => describeGap(evidence, homes, of, members))
  // no community is in two gaps of a class
  const byFirst = new Map(known.gaps.map((gap) => [gap.places[0], gap]))
  const nameOf = (k: number): string => homes.alone[k][0]
  return clusters.map((members) => {
    const gap = byFirst.get(nameOf(members[0]))
    const isKept =
      gap !== undefined &&
      gap.places.length === members.length &&
      members.every((k, i) => known.changed[k] === 0 && gap.places[i] === nameOf(k))
    return isKept ? gap : describeGap(evidence, homes, of, members)
  })
}

/** The same people are not served, and lie side by side as they did: the gaps are the same, but for how far they miss it. */
function describeAgain(
  evidence: GapEvidence,
  homes: Homes,
  of: ClassOfGaps,
  { gaps, changed }: KnownGaps,
): Gap[] {
  const others = new Set<string>()
  for (let k = changed.indexOf(1); k >= 0; k = changed.indexOf(1, k + 1)) others.add(homes.alone[k][0])
  return gaps.map((gap) =>
    gap.places.some((id) => others.has(id))
      ? describeGap(
          evidence,
          homes,
          of,
          gap.places.map((id) => homes.indexOf(id)),
        )
      : gap,
  )
}
