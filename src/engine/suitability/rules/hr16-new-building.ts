import { find, type HostingCheck } from '../check'

/** HR16: a new building needs sunlight checks, setbacks and a permission. Grounds without one do not. */
export const checkNewBuilding: HostingCheck = ({ isLand }, use) =>
  isLand && !OPEN_AIR.has(use.code) ? [find('HR16', 'warn', 'permission-needed')] : []

/** Uses of open land that put up no building. */
export const OPEN_AIR: ReadonlySet<string> = new Set([
  'FIT_OUTDOOR',
  'BALL_COURT',
  'POCKET_PARK',
  'PLAY_ELDER',
  'SURFACE_PARKING',
  'BIKE_CHARGING',
  'WASTE_POINT',
])
