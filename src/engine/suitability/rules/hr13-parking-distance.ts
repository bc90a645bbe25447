import { find, type HostingCheck } from '../check'

/** HR13: surface parking at least 6 m from buildings. */
export const checkParkingDistance: HostingCheck = ({ isLand, building_m }) =>
  isLand && building_m !== null && building_m < 6
    ? [
        find('HR13', 'warn', 'too-near-buildings', {
          distance_m: Math.round(building_m * 10) / 10,
          least_m: 6,
        }),
      ]
    : []
