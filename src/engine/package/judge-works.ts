import type { CostPack, EditCost } from '../../model/cost'
import type { WorkChoice, WorksPack, WorkState } from '../../model/works'
import type { CommunityFacts } from '../works/community-facts'
import { costOfWork } from '../works/cost-of-work'
import { needOfItem } from '../works/need-of-item'
import type { ListedEdit } from './list-edits'

/** Every item of the pack in one community: what the data say, what the user says, what it costs. */
export function judgeWorks(
  facts: CommunityFacts,
  choices: readonly WorkChoice[],
  edits: readonly ListedEdit[],
  { works, costs }: { readonly works: WorksPack; readonly costs: CostPack },
): WorkState[] {
  const choiceOf = new Map(choices.map((choice) => [choice.item, choice]))
  const chosen = new Set(choices.flatMap(({ item, choice }) => (choice === 'chosen' ? [item] : [])))
  const here = edits.filter(({ planned }) => planned?.communities.includes(facts.community.id))
  return works.items.map((item) => {
    const choice = choiceOf.get(item.code)
    const same = here.flatMap(({ makes, planned }) =>
      planned !== null && makes !== null && item.classes?.includes(makes) ? [planned.index] : [],
    )
    const around = { chosen, edits: same, floor_area_m2: facts.floor_area_m2, costs }
    return {
      item: item.code,
      need: needOfItem(item, facts),
      choice: choice?.choice ?? null,
      edits: same,
      cost: choice?.choice === 'chosen' ? costOfWork(item, choice, around) : null,
    }
  })
}

/** Costs that chosen works add to those of the edits; null: one that nobody knows. */
export function costsOfWorks(states: readonly WorkState[]): (EditCost | null)[] {
  return states.flatMap(({ cost }) => {
    if (cost?.kind === 'priced') return [cost.cost]
    return cost?.kind === 'unknown' ? [null] : []
  })
}

/** Chosen items that owners decide on: those that edits stand for are voted on as edits. */
export function votedItems(states: readonly WorkState[]): string[] {
  return states.flatMap(({ item, choice, edits }) =>
    choice === 'chosen' && edits.length === 0 ? [item] : [],
  )
}
