import type { Gap } from '../../model/gap'
import { clusterUnserved } from './cluster-unserved'
import { describeGap, readClass } from './describe-gap'
import { type GapEvidence, type Homes, listHomes, orderBy } from './gap-evidence'
import { judgePoints } from './judge-points'
import { isSameEvidence } from './same-evidence'

/** Gaps found before, and what they were found in. */
export interface GapsBefore {
  readonly evidence: GapEvidence
  readonly gaps: readonly Gap[]
}

/**
 * Gaps: for each class, the people who are not served, point by point, as places of communities whose unserved
 * people live within 300 m on foot of each other. Ranked by severity; equal ones by class, then by places.
 * `before`: what was found in other evidence; classes to which nothing has changed are taken over, and the
 * answer is the same.
 */
export function findGaps(evidence: GapEvidence, before: GapsBefore | null = null): Gap[] {
  const { classes } = evidence.assessment
  const isSame = before === null ? () => false : isSameEvidence(evidence, before.evidence)
  const known = groupByClass(before?.gaps ?? [])
  const homes = listHomes(evidence)
  // found in the order of ties, the gaps need sorting by a number only: there are thousands
  const gaps = orderBy(classes, ({ code }) => code).flatMap((c) =>
    isSame(c) ? (known.get(classes[c].code) ?? []) : findGapsOf(evidence, homes, c),
  )
  return gaps.sort((a, b) => b.severity - a.severity)
}

/** The gaps of one class, by its index, in the order of their places. Depends on nothing of other classes. */
function findGapsOf(evidence: GapEvidence, homes: Homes, c: number): Gap[] {
  const verdicts = judgePoints(evidence, c)
  const of = readClass(evidence, c, verdicts)
  return clusterUnserved(evidence, homes, verdicts).map((members) =>
    describeGap(evidence, homes, of, members),
  )
}

function groupByClass(gaps: readonly Gap[]): Map<string, Gap[]> {
  const groups = new Map<string, Gap[]>()
  for (const gap of gaps) {
    const list = groups.get(gap.class)
    if (list === undefined) groups.set(gap.class, [gap])
    else list.push(gap)
  }
  return groups
}
