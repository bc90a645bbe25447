import type { HostedUse } from './hosting'
import type { Facility } from './layers'
import type { Edit } from './scenario'

/** A candidate space, or a part of it, that becomes a facility. */
export type ConvertSpace = Extract<Edit, { kind: 'convert-space' }>

/** The extra fields of a facility that say part of which space it is, and how much of it. */
export const SPACE_FIELD = 'from_space'
export const AREA_FIELD = 'space_area_m2'

/** What a facility takes of the space it was made of. */
export interface SpacePart {
  readonly space: string
  /** code of the use */
  readonly use: string
  readonly area_m2: number
}

/** The space that a facility was made of; null: it was made of none. */
export function spaceOf({ extra }: Facility): string | null {
  const space = extra?.[SPACE_FIELD]
  return typeof space === 'string' ? space : null
}

/** The space a facility was made of, what as, and how much of it; null: it was made of none. */
export function partOfSpace(facility: Facility): SpacePart | null {
  const space = spaceOf(facility)
  const use = facility.extra?.['use']
  if (space === null || typeof use !== 'string') return null
  return { space, use, area_m2: Number(facility.extra?.[AREA_FIELD] ?? 0) }
}

/** What facilities made of a space take of it, m². */
export function areaUsed(facilities: readonly Facility[], space: string): number {
  return facilities
    .filter((facility) => spaceOf(facility) === space)
    .reduce((sum, { extra }) => sum + Number(extra?.[AREA_FIELD] ?? 0), 0)
}

/** Whole bays or places of a use that an area has room for; null: what it is counted in is not known. */
export function unitsIn({ unit_m2 }: Pick<HostedUse, 'unit_m2'>, area_m2: number | null): number | null {
  return unit_m2 === undefined || area_m2 === null ? null : Math.floor(area_m2 / unit_m2 + 1e-9)
}

/**
 * A conversion of another area of its space. Bays or places follow, unless somebody said another number of them than
 * the area had room for. `area_m2` undefined: what is left. `whole_m2`: of the space; null: not known.
 */
export function resizePart(
  edit: ConvertSpace,
  use: Pick<HostedUse, 'unit_m2'>,
  area_m2: number | undefined,
  whole_m2: number | null,
): ConvertSpace {
  const { area_m2: before, capacity, ...others } = edit
  const next = { ...others, ...(area_m2 === undefined ? {} : { area_m2 }) }
  if (capacity === undefined) return next
  const isOwn = capacity !== unitsIn(use, before ?? whole_m2)
  const units = isOwn ? capacity : unitsIn(use, area_m2 ?? whole_m2)
  return units === null ? next : { ...next, capacity: units }
}
