import { VERDICT_OF } from '../assessment/community-judge'
import { reasonsOfClass } from '../assessment/point-reasons'
import type { GapEvidence } from './gap-evidence'

/**
 * The verdict of every demand point about one class, as an index into VERDICTS. Point by point: a community that
 * is served by its median resident may hold people who are not.
 */
export function judgePoints({ evidence, assessment, people, doubt }: GapEvidence, c: number): Uint8Array {
  const reasons = reasonsOfClass(evidence, c, assessment.classes[c], people, doubt)
  const verdicts = new Uint8Array(reasons.length)
  for (let p = 0; p < reasons.length; p++) verdicts[p] = VERDICT_OF[reasons[p]]
  return verdicts
}
