import type { Facility } from './layers'
import { spaceOf } from './space-parts'

/** Width of a sign's image in CSS pixels at size 1: what offsets of the base map's images are counted in. */
export const SIGN_WIDTH = 32

/** How many signs to the right and down of its place something is drawn. */
export type Beside = readonly [x: number, y: number]

export const AT_ITS_PLACE: Beside = [0, 0]

/** So many uses of a space stand in a row. */
const ROW = 3
/** From middle to middle, in signs: room for the ring of what is planned. */
const STEP = 1.5

/** Where the i-th of n things that share a place stands: in rows around it. */
export function standBeside(i: number, n: number): Beside {
  const [line, lines] = [Math.floor(i / ROW), Math.ceil(n / ROW)]
  const inLine = Math.min(ROW, n - line * ROW)
  return [((i % ROW) - (inLine - 1) / 2) * STEP, (line - (lines - 1) / 2) * STEP]
}

/** Where facilities stand that share a space, by id; the others stand where they are. */
export function standInSpaces(facilities: readonly Facility[]): ReadonlyMap<string, Beside> {
  const bySpace = new Map<string, Facility[]>()
  for (const facility of facilities) {
    const space = spaceOf(facility)
    if (space !== null) bySpace.set(space, [...(bySpace.get(space) ?? []), facility])
  }
  const stands = new Map<string, Beside>()
  for (const uses of bySpace.values())
    if (uses.length > 1) uses.forEach(({ id }, i) => stands.set(id, standBeside(i, uses.length)))
  return stands
}
