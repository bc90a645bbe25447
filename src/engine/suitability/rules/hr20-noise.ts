import { find, type HostingCheck } from '../check'

/** HR20: noisy grounds at least 15 m from housing. */
export const checkNoise: HostingCheck = ({ isLand, housing_m }) =>
  isLand && housing_m !== null && housing_m < 15
    ? [
        find('HR20', 'warn', 'noise-near-windows', {
          distance_m: Math.round(housing_m * 10) / 10,
          least_m: 15,
        }),
      ]
    : []
