/** A class measured whole takes about as long as so many people searched from; asked from the facilities near, half. */
export const POINTS_WORTH_A_CLASS = 8

/**
 * Takes people of a class among those who are searched from one by one, and the class out, where that takes no more than
 * some searches. `isKept`: classes that stay.
 */
export function searchFromFew(
  single: Set<number>,
  ofClass: Map<number, readonly number[]>,
  most: number,
  isKept: (classIndex: number) => boolean = () => false,
): void {
  const classes = [...ofClass].sort(([c, a], [d, b]) => a.length - b.length || c - d)
  for (const [c, points] of classes) {
    const more = points.filter((p) => !single.has(p))
    if (more.length > most || isKept(c)) continue
    for (const p of more) single.add(p)
    ofClass.delete(c)
  }
}
