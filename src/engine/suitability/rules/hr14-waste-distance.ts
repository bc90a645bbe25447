import { find, type HostingCheck } from '../check'

/** HR14: waste at least 8 m from buildings. */
export const checkWasteDistance: HostingCheck = ({ building_m }) =>
  building_m !== null && building_m < 8
    ? [
        find('HR14', 'warn', 'too-near-buildings', {
          distance_m: Math.round(building_m * 10) / 10,
          least_m: 8,
        }),
      ]
    : []
