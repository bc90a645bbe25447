import type { Measure } from '../../model/proposal'

/** The communities whose a measure is: of a shared wall or a path through several all; empty: it lies outside of all. */
export function communitiesOf({ community, vote }: Measure): readonly string[] {
  return community === null ? vote.communities : [community]
}
