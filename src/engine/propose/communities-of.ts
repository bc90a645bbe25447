import type { Measure } from '../../model/proposal'

/** The communities a measure lies in: of a shared wall both; empty: in none, or a path through several. */
export function communitiesOf({ community, between }: Measure): readonly string[] {
  return between ?? (community === null ? [] : [community])
}
