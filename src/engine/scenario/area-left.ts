import type { Facility, Layers } from '../../model/layers'

/** Part of whose space a facility is, and how much of it it takes: the extra fields that say so. */
export const SPACE_FIELD = 'from_space'
export const AREA_FIELD = 'space_area_m2'

/** What facilities made of a space take of it, m². */
export function areaUsed(facilities: readonly Facility[], space: string): number {
  return facilities
    .filter(({ extra }) => extra?.[SPACE_FIELD] === space)
    .reduce((sum, { extra }) => sum + Number(extra?.[AREA_FIELD] ?? 0), 0)
}

/** What is left of a space, m². `whole`: all of it. */
export function areaLeft({ facilities }: Pick<Layers, 'facilities'>, space: string, whole: number): number {
  return whole - areaUsed(facilities, space)
}
