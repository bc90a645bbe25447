/** A class measured whole takes about as long as so many people searched from; asked from the facilities near, half. */
const POINTS_WORTH_A_CLASS = 8
/** Readying a network for searches from facilities takes about as long as so many more. */
const POINTS_WORTH_READYING = 24

/** What else is done about classes. */
interface Otherwise {
  /** whether the network is readied for searches from facilities anyway */
  readonly isReadied: boolean
  /** classes that are asked from their facilities, whatever is quicker */
  readonly isKept: (classIndex: number) => boolean
}

/**
 * Takes people of a class among those who are searched from one by one, and the class out, where that takes no longer:
 * all classes at once, or those that take some searches more.
 */
export function searchFromFew(
  single: Set<number>,
  ofClass: Map<number, readonly number[]>,
  { isReadied, isKept }: Otherwise,
): void {
  const classes = [...ofClass]
    .filter(([c]) => !isKept(c))
    .sort(([c, a], [d, b]) => a.length - b.length || c - d)
  const isReadiedAnyway = isReadied || classes.length < ofClass.size
  const worth = (POINTS_WORTH_A_CLASS / 2) * classes.length + (isReadiedAnyway ? 0 : POINTS_WORTH_READYING)
  const all = new Set(classes.flatMap(([, points]) => points.filter((p) => !single.has(p))))
  const takesAll = all.size <= worth
  for (const [c, points] of classes) {
    const more = points.filter((p) => !single.has(p))
    if (!takesAll && more.length > POINTS_WORTH_A_CLASS / 2) continue
    for (const p of more) single.add(p)
    ofClass.delete(c)
  }
}
