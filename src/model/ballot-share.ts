/** The parts art. 278 of the Civil Code asks for: the quorum of two thirds, and the two majorities. */
export type LeastShare = 'quorum' | 'simple' | 'three-quarters'

/** Areas are counted in whole square centimetres, and so exactly: 3 × 0.6 m² is less than 2 × 0.9 m² in floating numbers. */
export const WHOLE_PER_M2 = 10_000

/** An area as a whole number of square centimetres. */
export function wholeArea(area_m2: number): number {
  return Math.round(area_m2 * WHOLE_PER_M2)
}

/**
 * Whether a part of a whole, both in whole numbers, is the share that is asked for. «At least» holds on exactly that
 * part (art. 1259), «more than half» does not on exactly half; no part of nothing is one.
 */
export function reachesShare(part: number, whole: number, least: LeastShare): boolean {
  if (whole === 0) return false
  if (least === 'simple') return 2 * part > whole
  return least === 'quorum' ? 3 * part >= 2 * whole : 4 * part >= 3 * whole
}

/**
 * A share as percent with one decimal, rounded to the side of the mark it is on: what reaches two thirds by a little is
 * not told as 66.6, and what misses it not as 66.7.
 */
export function tellShare(share: number, isReached: boolean): string {
  // a share such as 0.57 is 569.999… thousandths in floating numbers
  const thousandths = Number((share * 1000).toFixed(6))
  return ((isReached ? Math.ceil(thousandths) : Math.floor(thousandths)) / 10).toFixed(1)
}
