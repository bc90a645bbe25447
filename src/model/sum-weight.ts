import type { ConsentType } from './consent'
import type { CostSum } from './cost'
import { addSums, sumCosts } from './cost-sum'
import type { EditOutcome, ScenarioWeight } from './scenario-outcome'

/** What a scenario costs: its edits that can work, the works chosen along with them, and both. */
export function sumWeight({ outcomes, works }: ScenarioWeight): {
  readonly edits: CostSum
  readonly works: CostSum
  readonly total: CostSum
} {
  const edits = sumCosts(outcomes.filter(({ refusal }) => refusal === null).map(({ cost }) => cost))
  return { edits, works, total: addSums(edits, works) }
}

/** Kinds of votes, the strictest first; what nobody knows stands where it may turn out to be. */
const VOTES: readonly ConsentType[] = ['all-affected', 'three-quarters', 'unknown', 'simple', 'none']

/** How many of the edits that can work need which vote of owners, the strictest first; kinds nobody needs are left out. */
export function countVotes(
  outcomes: readonly EditOutcome[],
): { readonly type: ConsentType; readonly count: number }[] {
  return VOTES.flatMap((type) => {
    const count = outcomes.filter(({ vote, refusal }) => refusal === null && vote.type === type).length
    return count === 0 ? [] : [{ type, count }]
  })
}
