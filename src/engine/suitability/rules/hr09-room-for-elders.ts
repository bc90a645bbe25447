import { find, type HostingCheck } from '../check'

/** HR09: 2 m² of recreation and fitness for each elderly person; tells how many the area allows. */
export const tellRoomForElders: HostingCheck = ({ area_m2 }) =>
  area_m2 === null
    ? []
    : [find('HR09', 'info', 'persons-at-most', { persons: Math.floor(area_m2 / 2), each_m2: 2 })]
