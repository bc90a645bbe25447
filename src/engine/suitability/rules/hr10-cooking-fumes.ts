import { find, findMissing, type HostingCheck } from '../check'

/** HR10: no kitchen in housing; elsewhere a flue of its own. */
export const checkFumes: HostingCheck = ({ space, isLand }) => {
  if (isLand) return []
  if (space.in_housing === undefined) return [findMissing('HR10', 'in_housing')]
  if (space.flue === undefined) return [findMissing('HR10', 'flue')]
  if (!space.in_housing) return space.flue ? [] : [find('HR10', 'condition', 'flue-needed')]
  return space.flue
    ? [find('HR10', 'condition', 'fumes-near-housing')]
    : [find('HR10', 'block', 'fumes-in-housing')]
}
