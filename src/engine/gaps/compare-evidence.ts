import type { RulePack } from '../../model/rule-pack'
import { firstFamiliesOf } from '../../model/rules/parameters'
import { markChangedWalks } from '../assessment/changed-walks'
import { listChangedPairs } from '../catchment/neighbour-pairs'
import { isSameDoubt } from '../places/survey-doubt'
import type { GapEvidence } from './gap-evidence'

/** What of some evidence is as it was before. */
export interface Sameness {
  /** communities, two by two, of which other people live next to each other than did */
  readonly changedPairs: readonly (readonly [number, number])[]
  /** what is asked of a class, by index, and what may not be on record of it */
  readonly isAskedAlike: (c: number) => boolean
  /** 1: a community has other walks to a class; `class * communities + community` */
  readonly changed: Uint8Array
}

/** What is as it was before; null: of other people, or asked so otherwise that nothing can be taken over. */
export function compareEvidence(evidence: GapEvidence, before: GapEvidence): Sameness | null {
  const { neighbours, assessment, doubt, people } = evidence
  if (
    before.people !== people ||
    !isSameColumn(before.places, evidence.places) ||
    !isAskedAlike(before.rules, evidence.rules) ||
    JSON.stringify(before.assessment.basis.completeness) !== JSON.stringify(assessment.basis.completeness) ||
    before.assessment.basis.profile !== assessment.basis.profile ||
    before.project.layers.communities !== evidence.project.layers.communities ||
    before.assessment.basis.basis !== assessment.basis.basis ||
    before.assessment.basis.judging !== assessment.basis.judging
  )
    return null
  return {
    changedPairs: listChangedPairs(before.neighbours.pairs, neighbours.pairs),
    isAskedAlike: (c) =>
      JSON.stringify(before.assessment.classes[c]) === JSON.stringify(assessment.classes[c]) &&
      isSameDoubt(doubt, before.doubt, c),
    changed: markChangedWalks(before.evidence, evidence.evidence, people).ofClass,
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

/** Whether two columns have the same entries. */
export function isSameColumn<T extends Uint8Array | Int32Array | Float64Array>(a: T, b: T): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
