import { GROUPS } from '../../model/rule-pack'
import { demandColumns } from './demand-columns'
import type { PlacedPeople } from './place-people'

/**
 * Whether the same people live at the same places, by whatever ways these meet the streets: then only their walks can
 * differ. True of most edits of streets.
 */
export function liveAlike(a: PlacedPeople, b: PlacedPeople): boolean {
  // plans over the same data move nobody
  if (a === b || demandColumns(a) === demandColumns(b)) return true
  return (
    a.points.length === b.points.length &&
    a.points.every((point, i) => {
      const { community, share, carrier, id, isEstimated } = b.points[i]
      return (
        point.community === community &&
        point.share === share &&
        point.carrier === carrier &&
        point.id === id &&
        point.isEstimated === isEstimated
      )
    }) &&
    GROUPS.every(
      (group) =>
        isSame(a.counts[group], b.counts[group]) &&
        isSame(a.groupShares[group] ?? [], b.groupShares[group] ?? []),
    ) &&
    a.estimates.every(({ people }, i) => people === b.estimates[i].people) &&
    isSame(a.gatesUnknown, b.gatesUnknown)
  )
}

function isSame<T>(a: ArrayLike<T>, b: ArrayLike<T>): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
