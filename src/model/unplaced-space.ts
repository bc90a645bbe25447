import type { Correction } from './correction'
import type { Space } from './layers'

/**
 * A candidate space of a table that does not say where it is, waiting for somebody who knows. It is in no layer:
 * nothing is measured or judged of it. `community` is as the file writes it, which may be nobody's name.
 */
export interface UnplacedSpace extends Omit<Space, 'geometry'> {
  /** the file it came with, and its row there, from 1 */
  readonly file: string
  readonly row: number
}

/** Under this name what a file wrote as community is kept with a space that was placed elsewhere. */
export const COMMUNITY_IN_FILE = 'community_in_file'

/** Those that nobody has placed or dismissed yet, in their order. */
export function waitingSpaces(
  unplaced: readonly UnplacedSpace[],
  corrections: readonly Correction[],
): readonly UnplacedSpace[] {
  const done = new Set(
    corrections.flatMap((each) =>
      each.kind === 'place-space' || each.kind === 'drop-space' ? [each.space] : [],
    ),
  )
  return unplaced.filter(({ id }) => !done.has(id))
}

/** The record as it stands in the layer, once there is a place for it. */
export function withoutOrigin({ file: _file, row: _row, ...space }: UnplacedSpace): Omit<Space, 'geometry'> {
  return space
}
