import { find, type HostingCheck } from '../check'

/** A space that is free for less than five years is hardly worth converting. */
export const checkTenure: HostingCheck = ({ space }, _use, year) => {
  const until = Number(space.available_until?.slice(0, 4))
  if (space.available_until === undefined || !Number.isInteger(until)) return []
  return until - year < 5
    ? [find('TENURE', 'warn', 'free-until', { until: space.available_until, years: 5 })]
    : []
}
