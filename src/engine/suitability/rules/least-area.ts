import { find, findMissing, type HostingCheck } from '../check'

/** The least area of the use; some may be pooled over two or three spaces. */
export const checkArea: HostingCheck = ({ area_m2 }, use) => {
  if (area_m2 === null) return [findMissing('AREA', 'area_m2')]
  if (area_m2 >= use.least_m2) return []
  const facts = { area_m2: Math.round(area_m2), least_m2: use.least_m2 }
  return [
    use.may_pool === true
      ? find('AREA', 'condition', 'may-be-pooled', facts)
      : find('AREA', 'block', 'area-below', facts),
  ]
}
