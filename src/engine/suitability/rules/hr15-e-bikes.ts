import { find, type HostingCheck } from '../check'

/** HR15: e-bikes in a fire cell of their own inside buildings, 6 m from housing outside. */
export const checkElectricBikes: HostingCheck = ({ isLand, housing_m }) => {
  if (!isLand) return [find('HR15', 'condition', 'fire-cell-needed')]
  return housing_m !== null && housing_m < 6
    ? [
        find('HR15', 'warn', 'too-near-buildings', {
          distance_m: Math.round(housing_m * 10) / 10,
          least_m: 6,
        }),
      ]
    : []
}
