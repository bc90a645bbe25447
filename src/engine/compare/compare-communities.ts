import type { Assessment } from '../../model/assessment'
import type { CommunityChange } from '../../model/comparison'
import { SERVED } from '../assessment/community-judge'
import type { PairedChanges } from './compare-classes'
import { tenthsOfMinutes, wholePeople } from './rounding'

/** Communities for which a verdict, somebody's verdict or somebody's walk changes, in the order of their layer. */
export function compareCommunities(
  before: Assessment,
  after: Assessment,
  { pairs, parts, turned, saved, walked }: PairedChanges,
): CommunityChange[] {
  const peopleGained = new Float64Array(after.communities.length)
  const peopleLost = new Float64Array(after.communities.length)
  const isTouched = new Uint8Array(after.communities.length)
  for (const { pair, gained, lost } of turned) {
    const community = pairs.community[pair]
    isTouched[community] = 1
    if (Number.isNaN(parts[pair])) continue
    peopleGained[community] += parts[pair] * gained.length
    peopleLost[community] += parts[pair] * lost.length
  }
  const rowBefore = new Map(before.communities.map(({ id }, k) => [id, k]))
  return after.communities.flatMap(({ id, people }, k): CommunityChange[] => {
    const isKnown = people !== null
    const minutes = tenthsOfMinutes(saved[k])
    const verdicts = turnedVerdicts(before, rowBefore.get(id), after, k)
    const hasTurned = verdicts.gained.length + verdicts.lost.length > 0
    if (!hasTurned && isTouched[k] === 0 && minutes === 0 && !walked.has(k)) return []
    return [
      {
        id,
        ...verdicts,
        people_gained: isKnown ? wholePeople(peopleGained[k]) : null,
        people_lost: isKnown ? wholePeople(peopleLost[k]) : null,
        person_minutes: isKnown ? minutes : null,
      },
    ]
  })
}

/** Which classes turn to served, and away from it, by the verdict of the whole community. */
function turnedVerdicts(
  before: Assessment,
  rowBefore: number | undefined,
  after: Assessment,
  row: number,
): Pick<CommunityChange, 'gained' | 'lost'> {
  const gained: string[] = []
  const lost: string[] = []
  if (rowBefore === undefined) return { gained, lost }
  const width = after.classes.length
  after.classes.forEach(({ code }, c) => {
    const wasServed = before.status[rowBefore * width + c] === SERVED
    const isServed = after.status[row * width + c] === SERVED
    if (isServed && !wasServed) gained.push(code)
    if (wasServed && !isServed) lost.push(code)
  })
  return { gained, lost }
}
