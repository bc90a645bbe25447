import type { CommunityRow } from '../../model/assessment'

export interface Uncounted {
  /** communities asked about where nobody is counted and nothing tells how many live there */
  readonly uncounted: number
  readonly all: number
}

/** Of how many communities no plan can say whom it serves. `asked`: ids; null: all of them. */
export function countUncounted(
  rows: readonly Pick<CommunityRow, 'id' | 'people' | 'people_estimated'>[],
  asked: readonly string[] | null,
): Uncounted {
  const scope = asked === null ? rows : rows.filter(({ id }) => asked.includes(id))
  const uncounted = scope.filter((row) => row.people === null && row.people_estimated === null).length
  return { uncounted, all: scope.length }
}
