import { find, findMissing, type HostingCheck } from '../check'

/** HR04: outdoor ground for each child, 3 m² in a nursery and 2 m² shared in a kindergarten; tells how many it allows. */
export const checkOutdoor: HostingCheck = ({ space, isLand, area_m2 }, use) => {
  const each = use.code === 'NURSERY' ? 3 : 2
  const outdoor = space.outdoor_m2 ?? (isLand ? (area_m2 ?? undefined) : undefined)
  if (outdoor === undefined) return [findMissing('HR04', 'outdoor_m2')]
  if (outdoor < each) return [find('HR04', 'warn', 'outdoor-none', { each_m2: each })]
  return [find('HR04', 'info', 'outdoor-allows', { persons: Math.floor(outdoor / each), each_m2: each })]
}
