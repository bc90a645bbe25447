import type { CostSum } from '../../model/cost'
import { sumCosts } from '../../model/cost-sum'
import type { PackageInput } from './describe-package'
import { gatherFacts } from './gather-facts'
import { costsOfWorks, judgeWorks } from './judge-works'
import { listEdits } from './list-edits'

/**
 * What the chosen works of a scenario cost beside its edits, in yuan: `cost.works` of its package, without measuring
 * anything. What edits stand for costs nothing more.
 */
export function sumWorks(input: Omit<PackageInput, 'verdictOf' | 'comparison'>): CostSum {
  const { project, scenario, decided, frame, year } = input
  const chosen = decided.works.filter(({ choices }) => choices.some(({ choice }) => choice === 'chosen'))
  if (chosen.length === 0) return sumCosts([])
  const edits = listEdits(project, scenario, input, frame)
  const ids = new Set(chosen.map(({ community }) => community))
  // how a community is served says whether a work is needed, not what it costs
  const facts = gatherFacts(project.layers, ids, () => 'unknown', year, frame)
  return sumCosts(
    facts.flatMap((each) => {
      const choices = chosen.find(({ community }) => community === each.community.id)?.choices ?? []
      return costsOfWorks(judgeWorks(each, choices, edits, input))
    }),
  )
}
