import type { AgeChange, AgeSum } from '../../model/comparison'
import { partsOf } from '../../model/people-parts'
import { AGE_GROUPS, type AgeGroup } from '../../model/rule-pack'
import type { PlacedPeople } from '../places/place-people'
import type { PlacePairs } from './pair-places'
import { wholePeople } from './rounding'

/** People of every age group in each pair of places, in millionths; null: their community does not know. */
export type AgedPairs = Readonly<Record<AgeGroup, (pair: number) => number | null>>

/** Where people of an age live: as their buildings say, else as all people of the community do. */
export function agePairs({ points, counts, groupShares }: PlacedPeople, pairs: PlacePairs): AgedPairs {
  const readerOf = (group: AgeGroup): ((pair: number) => number | null) => {
    const shares = groupShares[group]
    return (pair) => {
      const [after, share] = [pairs.after[pair], pairs.share[pair]]
      const { community, share: all } = points[after]
      const known = counts[group][community]
      if (known === null) return null
      // a pair may have a part of the people of its place
      return partsOf(known, shares === undefined || all === 0 ? share : (shares[after] * share) / all)
    }
  }
  return Object.fromEntries(AGE_GROUPS.map((group) => [group, readerOf(group)])) as Record<
    AgeGroup,
    (pair: number) => number | null
  >
}

/** Sums of one group over pairs: each pair goes to one of `Key`; those nobody counted are told by community. */
class AgeTally<Key extends string> {
  readonly #parts = new Map<Key, number>()
  readonly #uncounted = new Set<number>()

  add(key: Key, parts: number | null, community: number): void {
    if (parts === null) this.#uncounted.add(community)
    else this.#parts.set(key, (this.#parts.get(key) ?? 0) + parts)
  }

  people(key: Key): number {
    return wholePeople(this.#parts.get(key) ?? 0)
  }

  get uncounted(): number {
    return this.#uncounted.size
  }
}

/** People by age who are gained and lost, of one class; groups without any, known or not, are left out. */
export function countAgesOfClass(
  aged: AgedPairs,
  communityOf: Int32Array,
  gained: readonly number[],
  lost: readonly number[],
): AgeChange[] {
  if (gained.length + lost.length === 0) return []
  return AGE_GROUPS.flatMap((group): AgeChange[] => {
    const tally = new AgeTally<'gained' | 'lost'>()
    for (const pair of gained) tally.add('gained', aged[group](pair), communityOf[pair])
    for (const pair of lost) tally.add('lost', aged[group](pair), communityOf[pair])
    const change = {
      group,
      gained: tally.people('gained'),
      lost: tally.people('lost'),
      uncounted: tally.uncounted,
    }
    return change.gained + change.lost + change.uncounted === 0 ? [] : [change]
  })
}

/** People by age over all required classes, of pairs and what happens to each. */
export function sumAges(
  aged: AgedPairs,
  communityOf: Int32Array,
  turns: readonly { readonly pair: number; readonly turn: 'gain' | 'lose' | 'both' | null }[],
): AgeSum[] {
  return AGE_GROUPS.map((group) => {
    const tally = new AgeTally<'gain' | 'lose' | 'both'>()
    for (const { pair, turn } of turns)
      if (turn !== null) tally.add(turn, aged[group](pair), communityOf[pair])
    return {
      group,
      gain: tally.people('gain'),
      lose: tally.people('lose'),
      both: tally.people('both'),
      uncounted: tally.uncounted,
    }
  })
}
