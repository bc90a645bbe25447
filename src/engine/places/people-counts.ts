import type { Building, Community } from '../../model/layers'
import type { Group } from '../../model/rule-pack'

/** The field that counts each group; buildings and communities have the same ones. */
export const FIELD_OF_GROUP = {
  all: 'residents',
  households: 'households',
  age_0_2: 'residents_0_2',
  age_3_5: 'residents_3_5',
  age_6_11: 'residents_6_11',
  age_12_14: 'residents_12_14',
  age_60_plus: 'residents_60_plus',
  age_80_plus: 'residents_80_plus',
} as const satisfies Record<Group, keyof Community & keyof Building>

type CountField = (typeof FIELD_OF_GROUP)[Group]

/** How many of a group a community has: what its own survey says, else the sum of its buildings; null: unknown. */
export function countGroup(
  community: Community,
  buildings: readonly Building[],
  group: Group,
): number | null {
  const field = FIELD_OF_GROUP[group]
  return community[field] ?? sumOf(buildings, field)
}

/** The sum of a field over buildings; null unless every building has it. */
export function sumOf(list: readonly Building[], field: CountField): number | null {
  if (list.length === 0 || list.some((building) => building[field] === undefined)) return null
  return list.reduce((sum, building) => sum + (building[field] ?? 0), 0)
}

/**
 * What each building weighs among those of its community: its residents where every building has them, else
 * its households, so that one unit weighs all. Sums to 0 where nobody lives there.
 */
export function weighBuildings(buildings: readonly Building[]): number[] {
  const hasResidents = buildings.every(({ residents }) => residents !== undefined)
  return buildings.map(({ residents, households }) => (hasResidents ? residents : households) ?? 0)
}
