import { COMMON_FIELDS, LAYERS, type Space } from './layers'

/** What may be said of a candidate space, in the order of tables: its name, the fields of its layer, a note. */
export const SPACE_FIELDS = [
  'name',
  ...(Object.keys(LAYERS.spaces.fields) as (keyof typeof LAYERS.spaces.fields)[]),
  'note',
] as const
export type SpaceField = (typeof SPACE_FIELDS)[number]

/** Facts about a space; null: not known. */
export type SpaceFacts = { readonly [F in SpaceField]?: NonNullable<Space[F]> | null }

/** How a field is filled in. */
export function specOfSpaceField(field: SpaceField) {
  return field === 'name' || field === 'note' ? COMMON_FIELDS[field] : LAYERS.spaces.fields[field]
}

/** A space as the facts say; what is not known any more is absent. */
export function withSpaceFacts(space: Space, facts: SpaceFacts): Space {
  const known = Object.entries({ ...space, ...facts }).filter(([, value]) => value !== null)
  // null was all that facts may have and a record may not
  return Object.fromEntries(known) as unknown as Space
}
