import { find, findMissing, type HostingCheck } from '../check'

/** HR08: a lift upstairs; not above 54 m, rather not above 32 m. A storey is taken for 3 m. */
export const checkLift: HostingCheck = ({ space, isLand, place }) => {
  if (isLand || place === 'basement' || space.storey === undefined || space.storey <= 1) return []
  const top_m = space.storey * 3
  if (top_m > 54) return [find('HR08', 'block', 'storey-too-high', { storey: space.storey, highest: 18 })]
  const high = top_m > 32 ? [find('HR08', 'warn', 'height-beyond-32', { storey: space.storey })] : []
  if (space.lift === undefined) return [...high, findMissing('HR08', 'lift')]
  return space.lift ? high : [...high, find('HR08', 'block', 'lift-missing', { storey: space.storey })]
}
