import type { AccessPoint } from '../places/access-point'
import { isSameAccess, isSamePoint } from '../places/align-services'
import type { ReachInput } from './reach'
import type { ComparedWays } from './street-difference'

/** Before and after a change of streets or gates. */
interface Compared {
  readonly before: ReachInput
  readonly after: ReachInput
}

/** Facilities that are entered inside some compounds. */
export function listInside({ facilities }: ReachInput, zones: ReadonlySet<number>): number[] {
  const inside: number[] = []
  if (zones.size > 0)
    facilities.access.forEach((points, i) => {
      if (points.some(({ zone }) => zones.has(zone))) inside.push(i)
    })
  return inside
}

/** Facilities whose ways in are not merely more, or fewer, than they were. */
export function movedFacilities({ before, after }: Compared, ways: ComparedWays): number[] {
  const moved: number[] = []
  after.facilities.access.forEach((points, i) => {
    if (points === before.facilities.access[i]) return
    const [was, is] = [ways.before(before.facilities.access[i]), ways.after(points)]
    if (!isExtended(was, is) && !isExtended(is, was)) moved.push(i)
  })
  return moved
}

/** People who come onto the streets by other ways. */
export function movedPeople({ before, after }: Compared, ways: ComparedWays): number[] {
  const moved: number[] = []
  if (after.people.points === before.people.points) return moved
  after.people.points.forEach(({ access }, p) => {
    const { access: was } = before.people.points[p]
    if (access !== was && !isSameAccess(ways.after(access), ways.before(was))) moved.push(p)
  })
  return moved
}

/** Whether a list of ways onto the streets has all of another one. */
function isExtended(list: readonly AccessPoint[], by: readonly AccessPoint[]): boolean {
  return list === by || list.every((point) => by.some((each) => isSamePoint(point, each)))
}
