import type { HostedUse } from '../../model/hosting'
import { type Group, normOf, type Rule } from '../../model/rule-pack'

/** What a measure can serve: people of a group for each square metre, or however large it is; null: no figure. */
export interface CapacityFigure {
  readonly group: Group
  readonly perM2: number
  readonly fixed: number
}

/**
 * How many people a use can serve, by the pack's figure for its class. Capacity is counted in what the use is
 * counted in (bays, places); floor area and land area are the area it takes. Without a figure: a bay is one for
 * 1 ÷ `baysPerHousehold` households, a bicycle place one for a household (J).
 */
export function capacityOf(rule: Rule, use: HostedUse, baysPerHousehold: number): CapacityFigure | null {
  const { supply = null } = rule
  const units = use.unit_m2 === undefined ? null : 1 / use.unit_m2
  if (supply !== null) {
    const norm = normOf(supply)
    if (norm <= 0) return null
    switch (supply.measure) {
      case 'capacity':
        return units === null ? null : { group: supply.group, perM2: units / norm, fixed: 0 }
      case 'building_m2':
      case 'land_m2':
        return { group: supply.group, perM2: 1 / norm, fixed: 0 }
      case 'facilities':
        return { group: supply.group, perM2: 0, fixed: 1 / norm }
      default:
        throw new Error(`unknown measure ${JSON.stringify(supply.measure satisfies never)}`)
    }
  }
  if (units === null) return null
  const each = use.unit === 'bay' ? 1 / baysPerHousehold : 1
  return { group: 'households', perM2: units * each, fixed: 0 }
}

/** How many of the group an area serves. */
export function peopleOf({ perM2, fixed }: CapacityFigure, area_m2: number): number {
  return fixed + perM2 * area_m2
}
