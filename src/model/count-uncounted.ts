import type { CommunityRow } from './assessment'

export interface Uncounted {
  /** communities asked about where nobody is counted and nothing tells how many live there */
  readonly uncounted: number
  /** those where nobody is counted and people are estimated: a plan goes by them, a comparison of scenarios does not */
  readonly estimated: number
  readonly all: number
}

/** Of how many communities no plan can say whom it serves. `asked`: ids; null: all of them. */
export function countUncounted(
  rows: readonly Pick<CommunityRow, 'id' | 'people' | 'people_estimated'>[],
  asked: readonly string[] | null,
): Uncounted {
  const scope = asked === null ? rows : rows.filter(({ id }) => asked.includes(id))
  const unknown = scope.filter(({ people }) => people === null)
  const uncounted = unknown.filter((row) => row.people_estimated === null).length
  return { uncounted, estimated: unknown.length - uncounted, all: scope.length }
}
