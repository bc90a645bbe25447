import { type Apart, FACING_M, LEAST_WALL_M, MOST_PEOPLE } from '../../../model/unit-pairing'
import type { UnitLink } from '../../../model/unit-report'
import type { Language } from '../../app-context'
import type { Names } from '../../use-names'

const BETWEEN = ' · '

/** All that speaks for two communities in one unit, what weighs most first; `undefined`: they do not reach each other. */
export function tellTogether(link: UnitLink | undefined, { words, format }: Language): string {
  const told = words.units.link
  if (link === undefined) return told.none
  const { near_share, gates_m, wall_m, walk_m } = link
  return [
    ...(wall_m >= LEAST_WALL_M ? [told.wall(format.metres(wall_m))] : []),
    ...(gates_m === null
      ? []
      : [gates_m <= FACING_M ? told.facing(format.metres(gates_m)) : told.gates(format.metres(gates_m))]),
    ...(near_share > 0 ? [told.near(format.share(near_share))] : []),
    walk_m === null ? told.walkFar : told.walk(format.metres(walk_m)),
  ].join(BETWEEN)
}

/** What keeps a community out of a unit. */
export function tellApart(apart: Apart, names: Names, { words, format }: Language): string {
  const told = words.units.apart
  switch (apart.kind) {
    case 'divide':
      return told.divide(names.community(apart.from), words.units.divide[apart.divide])
    case 'too-many':
      return told['too-many'](format.people(apart.people), format.people(MOST_PEOPLE))
    default:
      return told[apart.kind](names.community(apart.from))
  }
}
