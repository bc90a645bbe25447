import type { CostPack, CostUnit, EditCost } from '../../model/cost'
import type { HostingPack } from '../../model/hosting'
import type { Layers, Space } from '../../model/layers'
import type { Edit } from '../../model/scenario'
import { ONE_WALL_M } from '../../model/shared-wall'
import { areaOfGeometry } from '../geometry/area-of-geometry'
import { distanceOnSphere } from '../geometry/local-frame'

/**
 * What an edit costs: price × amount, by the item its kind and use take, low to high; the user's own figure where
 * there is one. What only changes who may use something costs nothing. null: not known, because an area is not on
 * record or the use has no price; never zero.
 */
export function costOfEdit(
  edit: Edit,
  layers: Layers,
  hosting: HostingPack,
  costs: CostPack,
): EditCost | null {
  if (edit.cost_yuan !== undefined) return ownFigure(edit.cost_yuan)
  switch (edit.kind) {
    case 'convert-space':
      return costOfConversion(edit, layers, hosting, costs)
    case 'open-wall':
      return priced(costs, costs.gate, 1)
    case 'open-shared-wall':
      return costOfSharedWall(edit, costs)
    case 'add-path':
      return priced(costs, costs.path, lengthOf(edit.line) * costs.path_width_m)
    case 'open-gate':
    case 'close-gate':
    case 'share-facility':
    case 'close-facility':
    case 'remove-path':
      return ownFigure(0)
    case 'add-facility':
    case 'move-facility':
    case 'resize-facility':
      // what stands there and how big it is only the user knows
      return null
    default:
      throw new Error(`unknown edit ${JSON.stringify(edit satisfies never)}`)
  }
}

/** A gate in each wall, or in the one there is, and the way through by its area. */
function costOfSharedWall(
  { at, path }: Extract<Edit, { readonly kind: 'open-shared-wall' }>,
  costs: CostPack,
): EditCost {
  const walls = distanceOnSphere(...at[0], ...at[1]) <= ONE_WALL_M ? 1 : 2
  const gates = priced(costs, costs.gate, walls)
  if (path === null) return gates
  const way = priced(costs, costs.path, lengthOf(path.line) * costs.path_width_m)
  return {
    ...gates,
    low_yuan: gates.low_yuan + way.low_yuan,
    default_yuan: gates.default_yuan + way.default_yuan,
    high_yuan: gates.high_yuan + way.high_yuan,
    ...(way.unit === null ? {} : { besides: { item: costs.path, amount: way.amount, unit: way.unit } }),
  }
}

function costOfConversion(
  edit: Extract<Edit, { readonly kind: 'convert-space' }>,
  { spaces }: Layers,
  { uses }: HostingPack,
  costs: CostPack,
): EditCost | null {
  const space = spaces.find(({ id }) => id === edit.space)
  const use = uses.find(({ code }) => code === edit.use)
  const price = costs.uses[edit.use]
  if (space === undefined || use === undefined || price === undefined) return null
  const area = edit.area_m2 ?? space.area_m2 ?? areaOfGeometry(space.geometry)
  const code = isLand(space) ? price.land : price.room
  const unit = costs.items.find((item) => item.code === code)?.unit
  if (unit === 'each') return priced(costs, code, 1)
  if (unit === 'bay' || unit === 'place') {
    const units =
      edit.capacity ?? (area === null || use.unit_m2 === undefined ? null : Math.floor(area / use.unit_m2))
    return units === null ? null : priced(costs, code, units)
  }
  return area === null ? null : priced(costs, code, area)
}

function isLand({ kind }: Space): boolean {
  return kind === 'vacant_land' || kind === 'waste_land'
}

/** The user's own figure, in whole yuan. */
export function ownFigure(cost_yuan: number): EditCost {
  const yuan = Math.round(cost_yuan)
  return { low_yuan: yuan, default_yuan: yuan, high_yuan: yuan, item: null, amount: 1, unit: null }
}

/** Price × amount of an item of the pack, in whole yuan. */
export function priced({ items }: CostPack, code: string, amount: number): EditCost {
  const item = items.find((each) => each.code === code)
  if (item === undefined) throw new Error(`no cost item ${code}`)
  const unit: CostUnit = item.unit
  // nobody is told a part of a yuan
  return {
    low_yuan: Math.round(item.low_yuan * amount),
    default_yuan: Math.round(item.default_yuan * amount),
    high_yuan: Math.round(item.high_yuan * amount),
    item: code,
    amount,
    unit,
  }
}

function lengthOf(line: readonly (readonly [number, number])[]): number {
  let length = 0
  for (let i = 1; i < line.length; i++)
    length += distanceOnSphere(line[i - 1][0], line[i - 1][1], line[i][0], line[i][1])
  return length
}
