import type { Compound } from '../network/compounds'
import type { AccessPoint } from '../places/access-point'
import type { PossibleLink } from './possible-link'

/** One way of using a link: people come to a side of it and go on from the other. */
export interface WayOver {
  readonly from: AccessPoint
  readonly to: AccessPoint
  /** who comes, as a search tells it: −1, the compound's own people and whoever is public; the compound: strangers too */
  readonly of: number
  /** they only go on to what stands in the compound of that side */
  readonly isInsideOnly: boolean
}

/**
 * The ways people may use a link. Residents of a compound come to it from inside and go on wherever they may;
 * strangers come from outside, and go on to what stands inside. Where everybody passes both are one.
 */
export function waysOver({ kind, a, b, zone }: PossibleLink, compounds: readonly Compound[]): WayOver[] {
  const isClosed = (side: AccessPoint): boolean => isClosedTo(side, compounds)
  if (kind === 'path' && zone >= 0 && isClosed(a))
    return [
      { from: a, to: b, of: -1, isInsideOnly: false },
      { from: b, to: a, of: -1, isInsideOnly: false },
      { from: a, to: b, of: zone, isInsideOnly: true },
      { from: b, to: a, of: zone, isInsideOnly: true },
    ]
  return [
    { from: a, to: b, of: -1, isInsideOnly: isClosed(b) },
    { from: b, to: a, of: -1, isInsideOnly: isClosed(a) },
  ]
}

/** Whether a side lies in a compound that not everybody may pass through. */
export function isClosedTo({ zone }: AccessPoint, compounds: readonly Compound[]): boolean {
  return zone >= 0 && !isOpenToAll(compounds[zone])
}

function isOpenToAll({ gates }: Compound): boolean {
  const open = gates.filter(({ access }) => access !== 'closed')
  return open.length > 0 && open.every(({ access }) => access === 'public')
}
