import type { CostPack } from '../../model/cost'
import type { WorkChoice, WorkCost, WorkItem } from '../../model/works'
import { ownFigure, priced } from '../cost/cost-of-edit'

/** What beside the choice itself decides how a chosen item costs. */
interface Around {
  /** codes of all items chosen in the community */
  readonly chosen: ReadonlySet<string>
  /** edits of the scenario that do the same in this community */
  readonly edits: readonly number[]
  readonly floor_area_m2: number | null
  readonly costs: CostPack
}

/**
 * What a chosen item costs: the user's figure, else price × amount entered, else what the scenario's edits that do
 * the same cost already, else nothing where nothing is built, else what another chosen item's price holds, else the
 * price of the floor area. Else nobody knows. Nothing is paid twice.
 */
export function costOfWork(item: WorkItem, choice: WorkChoice, around: Around): WorkCost {
  const { chosen, edits, floor_area_m2, costs } = around
  if (choice.cost_yuan !== undefined) return { kind: 'priced', cost: ownFigure(choice.cost_yuan) }
  const price = costs.items.find(({ code }) => code === item.cost_item)
  if (choice.amount !== undefined && price !== undefined)
    return { kind: 'priced', cost: priced(costs, price.code, choice.amount) }
  if (edits.length > 0) return { kind: 'edits', edits }
  if (item.is_free === true) return { kind: 'free' }
  if (item.priced_with !== undefined && chosen.has(item.priced_with))
    return { kind: 'included', by: item.priced_with }
  if (price?.unit === 'm2_floor' && floor_area_m2 !== null)
    return { kind: 'priced', cost: priced(costs, price.code, floor_area_m2) }
  return { kind: 'unknown' }
}
