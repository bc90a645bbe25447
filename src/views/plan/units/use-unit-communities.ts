import { usePlanning, useProject } from '../../app-context'

/** The communities of the unit that is looked at, as it is now; null: none is, or it is not known. */
export function useUnitCommunities(): readonly string[] | null {
  const unit = usePlanning((planning) => planning.unit)
  const proposed = usePlanning((planning) => planning.units?.proposed.units)
  const own = useProject((project) => project.summary?.units)
  return (own ?? proposed)?.find(({ id }) => id === unit)?.communities ?? null
}
