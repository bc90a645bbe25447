import { find, type HostingCheck } from '../check'

/** HR07: what the fire code does not call a care facility for the elderly. */
export const tellSmallCare: HostingCheck = () => [
  find('HR07', 'info', 'not-a-care-facility', { persons: 20 }),
]
