import { gatherEvidence, type GapEvidence } from '../gaps/gap-evidence'
import { judgePoints } from '../gaps/judge-points'
import { isSameDoubt } from '../places/survey-doubt'
import type { JudgedState } from './compare-judged'

/** Verdicts about one class, and all that they rest on besides its walks. */
type Reading = Pick<GapEvidence, 'people' | 'doubt'> &
  Pick<GapEvidence['evidence'], 'judging' | 'enough'> &
  Pick<GapEvidence['reach'], 'isConnected' | 'clipCost'> & {
    /** index of the class */
    readonly c: number
    readonly limit: number
    readonly surveyed: boolean
    readonly verdicts: Uint8Array
  }

/** Readings kept of the same walks: limits, surveys and the edge of the data may differ where no walk does. */
const KEPT = 3

// a state is compared with many others: what it says of its points is read once
const ofStates = new WeakMap<JudgedState, { readonly from: GapEvidence; readonly read: Uint8Array[] }>()
// by the mark of the walks: an edit leaves most classes alone, and their verdicts with them
const ofWalks = new WeakMap<object, readonly Reading[]>()

/** The verdict of every point about a class, as indexes into VERDICTS. */
export function verdictsOf(state: JudgedState, c: number): Uint8Array {
  let known = ofStates.get(state)
  if (known === undefined) {
    const from = gatherEvidence(state.measured, state.view.assessment, state.evidence)
    ofStates.set(state, (known = { from, read: [] }))
  }
  return (known.read[c] ??= readVerdicts(known.from, c))
}

function readVerdicts(from: GapEvidence, c: number): Uint8Array {
  const { people, doubt, evidence, assessment } = from
  const { judging, enough, reach } = evidence
  const { limit, surveyed } = assessment.classes[c]
  const { isConnected, clipCost } = reach
  const now = { people, doubt, judging, enough, isConnected, clipCost, c, limit, surveyed }
  const readings = ofWalks.get(reach.marks[c]) ?? []
  const same = readings.find((reading) => isReadAlike(reading, now))
  if (same !== undefined) return same.verdicts
  const verdicts = judgePoints(from, c)
  ofWalks.set(reach.marks[c], [...readings, { ...now, verdicts }].slice(-KEPT))
  return verdicts
}

/**
 * Whether verdicts are the same where walks are. Ways through closed gates, and facilities of others or too small, tell
 * why somebody is not served, and change no verdict.
 */
function isReadAlike(was: Reading, is: Omit<Reading, 'verdicts'>): boolean {
  const isDoubtAlike =
    (was.doubt === null && is.doubt === null) ||
    (was.people === is.people && was.c === is.c && isSameDoubt(was.doubt, is.doubt, is.c))
  return (
    isDoubtAlike &&
    was.limit === is.limit &&
    was.surveyed === is.surveyed &&
    was.judging === is.judging &&
    was.enough === is.enough &&
    isSameColumn(was.isConnected, is.isConnected) &&
    isSameColumn(was.clipCost, is.clipCost)
  )
}

// columns of reaches, which change no more, and all classes of a reach ask for the same ones
const compared = new WeakMap<object, WeakMap<object, boolean>>()

function isSameColumn(a: Int32Array | Uint8Array, b: Int32Array | Uint8Array): boolean {
  if (a === b) return true
  let known = compared.get(a)
  if (known === undefined) compared.set(a, (known = new WeakMap()))
  let isSame = known.get(b)
  if (isSame === undefined) known.set(b, (isSame = hasSameEntries(a, b)))
  return isSame
}

function hasSameEntries(a: Int32Array | Uint8Array, b: Int32Array | Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
