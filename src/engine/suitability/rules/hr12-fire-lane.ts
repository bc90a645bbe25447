import { find, type HostingCheck } from '../check'

/** HR12: fire lanes are on no layer, so on open land somebody has to look. */
export const checkFireLane: HostingCheck = ({ isLand }) =>
  isLand ? [find('HR12', 'warn', 'fire-lane-check', { width_m: 4, radius_m: 9 })] : []
