import { reasonAt, surveyedReason, VERDICT_OF } from '../assessment/community-judge'
import type { GapEvidence } from './gap-evidence'

/**
 * The verdict of every demand point about one class, as an index into VERDICTS. Point by point: a community that
 * is served by its median resident may hold people who are not.
 */
export function judgePoints(
  { reach, evidence, assessment, people, doubt }: GapEvidence,
  c: number,
): Uint8Array {
  const column = assessment.classes[c]
  const offset = c * reach.pointCount
  const verdicts = new Uint8Array(reach.pointCount)
  for (let p = 0; p < verdicts.length; p++) {
    const reason = reasonAt(evidence, p, offset, column)
    verdicts[p] = VERDICT_OF[surveyedReason(reason, doubt, people.points[p], c)]
  }
  return verdicts
}
