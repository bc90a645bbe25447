import { middleOf, type PossibleLink } from './possible-link'

/** Of links of one kind in one compound, or of paths, those nearer to a better one than this are left out, metres (J). */
const APART_M = 80
/** At most so many of a kind in one compound (J). */
const IN_A_COMPOUND = 3

/** A ranking, the best first, without what does about the same as something better near by. */
export function keepApart<T extends { readonly link: PossibleLink }>(ranked: readonly T[]): T[] {
  const kept: T[] = []
  for (const each of ranked) {
    const alike = kept.filter(({ link }) => link.kind === each.link.kind && link.zone === each.link.zone)
    if (each.link.zone >= 0 && alike.length >= IN_A_COMPOUND) continue
    const [x, y] = middleOf(each.link)
    // each gate is a place of its own
    const isNear = (other: PossibleLink): boolean => {
      const [ox, oy] = middleOf(other)
      return each.link.kind !== 'gate' && Math.hypot(x - ox, y - oy) < APART_M
    }
    if (!alike.some(({ link }) => isNear(link))) kept.push(each)
  }
  return kept
}
