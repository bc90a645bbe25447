import { areaUsed } from '../../model/space-parts'
import { useProject, useResults } from '../app-context'

/** How large a space is, m², null: not known; and how much of it is used in what is shown. */
export function useSpaceArea(space: string): { readonly whole_m2: number | null; readonly used_m2: number } {
  const whole_m2 = useResults(({ hosting }) => hosting?.find((each) => each.space === space)?.area_m2 ?? null)
  const used_m2 = useProject(({ mapLayers }) => areaUsed(mapLayers?.facilities ?? [], space))
  return { whole_m2, used_m2 }
}
