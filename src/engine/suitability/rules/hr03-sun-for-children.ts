import { find, findMissing, type HostingCheck } from '../check'

/** HR03: at least 3 hours of sun on the winter solstice. */
export const checkSun: HostingCheck = ({ space }) => {
  if (space.sun_hours === undefined) return [findMissing('HR03', 'sun_hours')]
  return space.sun_hours < 3
    ? [find('HR03', 'block', 'sun-too-short', { hours: space.sun_hours, least: 3 })]
    : []
}
