import type { Comparison, GapChange } from '../model/comparison'
import { compareLists, type ListDifference, mergeList } from './list-difference'
import type { Telling } from './telling'

/**
 * Comparisons as they go from the worker to the page. What an edit changes is a few lines, and beside them stand the ids
 * of the gaps that remain, thousands in a district: the same ones, but for a few, as in the answer before.
 */
export interface ToldComparisons {
  readonly comparisons: readonly ToldComparison[]
}

type ToldComparison = Omit<Comparison, 'gaps'> & {
  readonly gaps: Omit<GapChange, 'remaining'> & {
    /** against those of the first comparison of the answer before; null: the same */
    readonly remaining: ListDifference<string> | null
  }
}

export const COMPARISONS: Telling<readonly Comparison[], ToldComparisons> = {
  differ(before, after) {
    const was = remainingOf(before)
    return {
      comparisons: after.map(({ gaps, ...others }) => ({
        ...others,
        gaps: {
          ...gaps,
          remaining: was === null ? { order: null, fresh: gaps.remaining } : differ(was, gaps.remaining),
        },
      })),
    }
  },
  merge({ comparisons }, before) {
    const was = remainingOf(before) ?? undefined
    return comparisons.map(({ gaps, ...others }) => ({
      ...others,
      gaps: { ...gaps, remaining: mergeList(gaps.remaining ?? undefined, was) },
    }))
  },
  moved: ({ comparisons }) =>
    comparisons.flatMap(({ gaps: { remaining } }) => (remaining?.order ? [remaining.order.buffer] : [])),
}

function differ(before: readonly string[], after: readonly string[]): ListDifference<string> | null {
  return compareLists(before, after, (id) => id)
}

function remainingOf(comparisons: readonly Comparison[] | null): readonly string[] | null {
  return comparisons?.[0]?.gaps.remaining ?? null
}
