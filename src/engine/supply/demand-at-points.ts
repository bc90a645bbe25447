import type { Group } from '../../model/rule-pack'
import type { PlacedPeople } from '../places/place-people'

/** How many of a group live at each demand point. */
export interface DemandAtPoints {
  /** by point; NaN: not known, nor to be estimated */
  readonly people: Float64Array
  /** by community; null: not known, nor to be estimated */
  readonly ofCommunity: readonly (number | null)[]
  /** 1: nobody counted them; households or floor area were gone by. By community */
  readonly isEstimated: Uint8Array
}

/** The people of a group, estimated where only residents or households at large can be. */
export function demandAtPoints(
  { points, counts, estimates, groupShares }: PlacedPeople,
  group: Group,
): DemandAtPoints {
  const shares = groupShares[group]
  const isEstimated = new Uint8Array(estimates.length)
  const ofCommunity = counts[group].map((number, k) => {
    if (number !== null || (group !== 'all' && group !== 'households')) return number
    const estimate = group === 'all' ? estimates[k].people : estimates[k].households
    if (estimate !== null) isEstimated[k] = 1
    return estimate
  })
  const people = Float64Array.from(
    points,
    ({ community, share }, i) => (ofCommunity[community] ?? NaN) * (shares?.[i] ?? share),
  )
  return { people, ofCommunity, isEstimated }
}
