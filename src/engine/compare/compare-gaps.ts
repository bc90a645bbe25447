import type { GapChange, GapTurn, TurnedGaps } from '../../model/comparison'
import type { Gap } from '../../model/gap'
import { becameUnknown, listUnknown, onlyBecameKnown, type UnknownByClass } from './unknown-of-gaps'

/**
 * What became of gaps: those of a class that share communities are followed from state to state, in the order of the
 * ranking they stand in. `unknown`: of whom it is known in one of the states alone whether they are served. A gap is closed,
 * or has shrunk, only where all who left it are served; it is new, or has grown, as soon as one who came was served.
 */
export function compareGaps(
  before: readonly Gap[],
  after: readonly Gap[],
  unknown: UnknownByClass,
): GapChange {
  const [homesBefore, homesAfter] = [byPlace(before), byPlace(after)]
  const seen = new Set<Gap>()
  const closed: string[] = []
  const unclear: string[] = []
  const remaining: string[] = []
  const turned: TurnedGaps[] = []
  for (const gap of before) {
    if (seen.has(gap)) continue
    const family = familyOf(gap, homesBefore, homesAfter)
    for (const each of family.before) seen.add(each)
    for (const each of family.after) seen.add(each)
    const [heir] = family.after
    if (heir === undefined) (becameUnknown(unknown, gap, gap.places) ? unclear : closed).push(gap.id)
    else if (family.after.length === 1 && heir.id === gap.id) remaining.push(gap.id)
    else
      turned.push({
        turn: nameTurn(family.before, family.after, unknown),
        before: family.before.map(({ id }) => id),
        after: family.after.map(({ id }) => id),
      })
  }
  const fresh: string[] = []
  const revealed: string[] = []
  for (const gap of after)
    if (!seen.has(gap)) (onlyBecameKnown(unknown, gap, gap.places) ? revealed : fresh).push(gap.id)
  return {
    closed,
    unclear,
    remaining,
    fresh,
    revealed,
    turned,
    unknown: listUnknown(before, after, unknown),
  }
}

type GapOf = (gap: Gap, place: string) => Gap | undefined

/** No community is in two gaps of a class. */
function byPlace(gaps: readonly Gap[]): GapOf {
  const classes = new Map<string, Map<string, Gap>>()
  for (const gap of gaps) {
    const homes = classes.get(gap.class) ?? new Map<string, Gap>()
    classes.set(gap.class, homes)
    for (const place of gap.places) homes.set(place, gap)
  }
  return (gap, place) => classes.get(gap.class)?.get(place)
}

/** All gaps that one of the first state leads to, to and fro over the communities they share. */
function familyOf(
  first: Gap,
  inBefore: GapOf,
  inAfter: GapOf,
): { readonly before: readonly Gap[]; readonly after: readonly Gap[] } {
  const [before, after] = [new Set([first]), new Set<Gap>()]
  // a set goes on over what is added to it on the way
  for (const was of before)
    for (const place of was.places) {
      const is = inAfter(was, place)
      if (is === undefined || after.has(is)) continue
      after.add(is)
      for (const other of is.places) {
        const source = inBefore(is, other)
        if (source !== undefined) before.add(source)
      }
    }
  return { before: [...before], after: [...after] }
}

function nameTurn(before: readonly Gap[], after: readonly Gap[], unknown: UnknownByClass): GapTurn {
  if (before.length > 1) return after.length > 1 ? 'regrouped' : 'merged'
  if (after.length > 1) return 'split'
  const [was, is] = [before[0].places, after[0].places]
  const left = was.filter((place) => !is.includes(place))
  const came = is.filter((place) => !was.includes(place))
  if (came.length === 0) return becameUnknown(unknown, before[0], left) ? 'less-known' : 'shrunk'
  if (left.length === 0) return onlyBecameKnown(unknown, after[0], came) ? 'more-known' : 'grown'
  return 'shifted'
}
