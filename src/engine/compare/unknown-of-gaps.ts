import type { UnknownOfGap } from '../../model/comparison'
import type { Gap } from '../../model/gap'
import { SERVED, UNKNOWN, UNSERVED } from '../assessment/community-judge'
import { wholePeople } from './rounding'

/** What the people of one class turned to between unserved and unknown, by id of the community. */
export interface UnknownOfClass {
  /** people in millionths, not served in the first state and not known in the second one; NaN: nobody counted them */
  readonly became: ReadonlyMap<string, number>
  /** the other way round */
  readonly ended: ReadonlyMap<string, number>
  /** with people served in the first state and not served in the second one */
  readonly lost: ReadonlySet<string>
}

/** By code of the class. */
export type UnknownByClass = ReadonlyMap<string, UnknownOfClass>

const NOTHING_UNKNOWN: UnknownOfClass = { became: new Map(), ended: new Map(), lost: new Set() }

export function unknownOf(unknown: UnknownByClass, gap: Pick<Gap, 'class'>): UnknownOfClass {
  return unknown.get(gap.class) ?? NOTHING_UNKNOWN
}

/** Counts people of one class, pair by pair of places. `communities`: of the second state. */
export function countUnknown(communities: readonly { readonly id: string }[]): {
  readonly counted: UnknownOfClass
  /** a pair of places with its verdicts, the index of its community and its people in millionths */
  readonly count: (was: number, is: number, community: number, people: number) => void
} {
  const became = new Map<string, number>()
  const ended = new Map<string, number>()
  const lost = new Set<string>()
  const count = (was: number, is: number, community: number, people: number): void => {
    // most who walk otherwise are served, or not, as they were
    if (was === is) return
    const { id } = communities[community]
    if (was === UNSERVED && is === UNKNOWN) became.set(id, (became.get(id) ?? 0) + people)
    else if (was === UNKNOWN && is === UNSERVED) ended.set(id, (ended.get(id) ?? 0) + people)
    else if (was === SERVED && is === UNSERVED) lost.add(id)
  }
  return { counted: { became, ended, lost }, count }
}

/** Whether of some people of a gap of the first state it is not known any more, in some of its places, that they lack it. */
export function becameUnknown(
  unknown: UnknownByClass,
  gap: Pick<Gap, 'class'>,
  places: readonly string[],
): boolean {
  const { became } = unknownOf(unknown, gap)
  return became.size > 0 && places.some((id) => became.has(id))
}

/**
 * Whether of all people of a gap of the second state, in some of its places where there was none, nothing was known
 * before: none of them lost anything.
 */
export function onlyBecameKnown(
  unknown: UnknownByClass,
  gap: Pick<Gap, 'class'>,
  places: readonly string[],
): boolean {
  const { ended, lost } = unknownOf(unknown, gap)
  return ended.size > 0 && places.every((id) => ended.has(id) && !lost.has(id))
}

/** The gaps of two states, as ranked, that hold people of whom it is not known any more, or known now, that they lack it. */
export function listUnknown(
  before: readonly Gap[],
  after: readonly Gap[],
  unknown: UnknownByClass,
): UnknownOfGap[] {
  const list = new Map<string, UnknownOfGap>()
  // most edits leave nobody unknown, and a district has thousands of gaps
  const isAnyone = [...unknown.values()].some(({ became, ended }) => became.size > 0 || ended.size > 0)
  if (!isAnyone) return []
  for (const gap of before) {
    const became_unknown = peopleIn(gap, unknownOf(unknown, gap).became)
    if (became_unknown !== undefined) list.set(gap.id, { id: gap.id, became_unknown, became_known: 0 })
  }
  for (const gap of after) {
    const became_known = peopleIn(gap, unknownOf(unknown, gap).ended)
    if (became_known !== undefined)
      list.set(gap.id, { id: gap.id, became_unknown: list.get(gap.id)?.became_unknown ?? 0, became_known })
  }
  return [...list.values()]
}

/** Whole people of a gap's communities; null: not counted in one of them; undefined: none of them is concerned. */
function peopleIn({ places }: Gap, ofCommunity: ReadonlyMap<string, number>): number | null | undefined {
  if (ofCommunity.size === 0) return undefined
  let [sum, isConcerned] = [0, false]
  for (const id of places) {
    const parts = ofCommunity.get(id)
    if (parts === undefined) continue
    isConcerned = true
    sum += parts
  }
  return isConcerned ? (Number.isNaN(sum) ? null : wholePeople(sum)) : undefined
}
