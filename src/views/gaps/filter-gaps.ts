import type { Gap } from '../../model/gap'
import type { ClassFamily, Rule } from '../../model/rule-pack'

export interface GapFilter {
  readonly family: ClassFamily | null
  readonly code: string | null
  readonly onlyFirst: boolean
}

export const NO_GAP_FILTER: GapFilter = { family: null, code: null, onlyFirst: false }

/** The gaps that pass, in the order they came (ranked by the engine). */
export function filterGaps(
  gaps: readonly Gap[],
  filter: GapFilter,
  rules: ReadonlyMap<string, Rule>,
): readonly Gap[] {
  return gaps.filter(
    (gap) =>
      (filter.family === null || rules.get(gap.class)?.family === filter.family) &&
      (filter.code === null || gap.class === filter.code) &&
      (!filter.onlyFirst || gap.priority === 'first'),
  )
}
