import { find, findMissing, type HostingCheck } from '../check'

/** HR06: rest rooms not below ground; activity rooms on basement 1 and from floor 4 up to 200 m² and 30 persons each. */
export const checkEldersAboveGround: HostingCheck = ({ space, isLand, place }, use) => {
  if (isLand) return []
  const limits = { area_m2: 200, persons: 30 }
  if (place === 'basement') {
    if (use.code !== 'ELDER_ACTIVITY' || (space.storey ?? -1) < -1)
      return [find('HR06', 'block', 'below-ground')]
    return [find('HR06', 'condition', 'storey-high-limited', limits)]
  }
  if (space.storey === undefined) return [findMissing('HR06', 'storey')]
  return space.storey >= 4 ? [find('HR06', 'condition', 'storey-high-limited', limits)] : []
}
