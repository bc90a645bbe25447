import { gatherEvidence } from '../gaps/gap-evidence'
import { judgePoints } from '../gaps/judge-points'
import type { JudgedState } from './compare-judged'

// a state is compared with many others: what it says of its points is read once
const verdicts = new WeakMap<JudgedState, readonly Uint8Array[]>()

/** The verdict of every point about a class, as indexes into VERDICTS. */
export function verdictsOf(state: JudgedState, c: number): Uint8Array {
  let known = verdicts.get(state)
  if (known === undefined) {
    const evidence = gatherEvidence(state.measured, state.view.assessment, state.evidence)
    known = state.view.assessment.classes.map((_, each) => judgePoints(evidence, each))
    verdicts.set(state, known)
  }
  return known[c]
}
