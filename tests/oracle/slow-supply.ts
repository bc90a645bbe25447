import type { Project } from '../../src/model/project'
import { meetFacility, placeEverybody, type SlowDemand } from './slow-places'
import { type SlowImpedance, SlowSearch } from './slow-search'
import type { SlowTown } from './slow-town'

/*
 * Shared supply the obvious way: every walk from every place to every facility, then the two sums of
 * docs/method.md as they are written.
 */

export interface SlowShare {
  readonly demand: SlowDemand
  /** supply for each person here, at least and at most */
  readonly least: number
  readonly most: number
}

export interface SlowSupply {
  readonly places: readonly SlowShare[]
  /** false: some walk is so near to the limit, or some street so near to another, that a centimeter decides */
  readonly isSure: boolean
}

/** People of a community, as the project says; null: unknown. */
export type PeopleOf = (community: number) => number | null

/** Shares out the capacity of one class among those who come within the limit, m or s, all alike. */
export function shareSlowly(
  town: SlowTown,
  project: Project,
  impedance: SlowImpedance,
  code: string,
  limit: number,
  peopleOf: PeopleOf,
): SlowSupply {
  const search = new SlowSearch(town, impedance)
  const demands = placeEverybody(town, project)
  const members = project.layers.facilities
    .filter((facility) => facility.class === code)
    .map((facility) => ({
      capacity: facility.capacity ?? null,
      own:
        facility.access === 'residents'
          ? project.layers.communities.findIndex(({ id }) => id === facility.community)
          : null,
      meeting: meetFacility(town, project, facility),
    }))
  let isSure =
    demands.every(({ meeting }) => meeting.isSure && !meeting.isSlanted) &&
    members.every(({ meeting }) => meeting.isSure && !meeting.isSlanted)
  const comes = demands.map(({ meeting, community }) =>
    members.map(({ own, meeting: ends }) => {
      if (own !== null && own !== community) return false
      let cost = Infinity
      for (const home of new Set(meeting.feet.map(({ zone }) => zone))) {
        const starts = meeting.feet.filter(({ zone }) => zone === home)
        for (const foot of ends.feet) {
          search.run(starts, [home, foot.zone], limit + 1)
          cost = Math.min(cost, search.costTo(foot, starts)?.cost ?? Infinity)
        }
      }
      if (Math.abs(cost - limit) < 0.05) isSure = false
      return cost <= limit
    }),
  )
  const ratios = members.map(({ capacity }, j) => {
    let known = 0
    let isKnown = true
    demands.forEach(({ community, share }, i) => {
      if (!comes[i][j]) return
      const people = peopleOf(community)
      if (people === null) isKnown = false
      else known += people * share
    })
    return {
      least: capacity === null || !isKnown ? 0 : capacity / known,
      most: capacity === null ? Infinity : capacity / known,
    }
  })
  const places = demands.map((demand, i): SlowShare => {
    const mine = ratios.filter((_, j) => comes[i][j])
    return {
      demand,
      least: mine.reduce((sum, ratio) => sum + ratio.least, 0),
      most: mine.reduce((sum, ratio) => sum + ratio.most, 0),
    }
  })
  return { places, isSure }
}
