import type { RulePack } from '../../model/rule-pack'
import { firstFamiliesOf } from '../../model/rules/parameters'
import { isSameDoubt } from '../places/survey-doubt'
import type { GapEvidence } from './gap-evidence'

/**
 * Which classes, by index, have the same gaps in other evidence because nothing they depend on differs: the
 * walks to the class, what is known at the points, who lives next to whom, and what is asked.
 */
export function isSameEvidence(evidence: GapEvidence, before: GapEvidence): (c: number) => boolean {
  const { reach, neighbours, assessment, doubt } = evidence
  const { enough } = evidence.evidence
  const { enough: enoughBefore } = before.evidence
  if (
    before.people !== evidence.people ||
    !isAskedAlike(before.rules, evidence.rules) ||
    JSON.stringify(before.assessment.basis.completeness) !== JSON.stringify(assessment.basis.completeness) ||
    before.assessment.basis.profile !== assessment.basis.profile ||
    before.project.layers.communities !== evidence.project.layers.communities ||
    before.assessment.basis.basis !== assessment.basis.basis ||
    before.assessment.basis.judging !== assessment.basis.judging ||
    (enoughBefore === null) !== (enough === null) ||
    !isEqual(before.reach.clipCost, reach.clipCost) ||
    !isEqual(before.reach.isConnected, reach.isConnected) ||
    !isEqual(before.neighbours.pairs.points, neighbours.pairs.points)
  )
    return () => false
  return (c) => {
    const [from, to] = [c * reach.pointCount, (c + 1) * reach.pointCount]
    return (
      JSON.stringify(before.assessment.classes[c]) === JSON.stringify(assessment.classes[c]) &&
      isSameDoubt(doubt, before.doubt, c) &&
      (enough === null ||
        enoughBefore === null ||
        isEqual(enoughBefore.subarray(from, to), enough.subarray(from, to))) &&
      (before.reach.marks[c] === reach.marks[c] ||
        (['cost', 'facility', 'residentsOnlyCost'] as const).every((column) =>
          isEqual(before.reach[column].subarray(from, to), reach[column].subarray(from, to)),
        ))
    )
  }
}

/** Whether two packs are the same, apart from the limits and marks that stand in each class of an assessment. */
function isAskedAlike(a: RulePack, b: RulePack): boolean {
  return (
    a === b ||
    (a.id === b.id &&
      JSON.stringify([...firstFamiliesOf(a)]) === JSON.stringify([...firstFamiliesOf(b)]) &&
      a.rules.length === b.rules.length &&
      a.rules.every(({ code, family, group }, i) => {
        const other = b.rules[i]
        return code === other.code && family === other.family && group === other.group
      }))
  )
}

function isEqual(a: Int32Array | Uint8Array, b: Int32Array | Uint8Array): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
