import { find, type HostingCheck } from '../check'

/** HR17: a civil-defence basement needs a permit and converts back. */
export const checkCivilDefense: HostingCheck = ({ space }) =>
  space.ownership === 'civil_defense' ? [find('HR17', 'warn', 'civil-defense-permit')] : []
