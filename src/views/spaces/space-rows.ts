import type { Space } from '../../model/layers'
import { SPACE_FIELDS, type SpaceField } from '../../model/space-facts'
import type { UnplacedSpace } from '../../model/unplaced-space'
import { writeWkt } from '../../model/wkt'
import type { TableRow } from '../table/matrix-csv'
import type { Words } from '../words.zh'

/** Units stand in the headings, so that cells are bare numbers; the import knows them. */
const UNITS: { readonly [F in SpaceField]?: string } = {
  area_m2: ' (m²)',
  outdoor_m2: ' (m²)',
  clear_height_m: ' (m)',
  sun_hours: ' (h)',
}

/**
 * The inventory of candidate spaces as a table that the import reads back: id, every fact in words, source, and the
 * place, longitude and latitude of points, WKT of outlines. What is not known is empty, as the place of those that wait
 * for one is; they come last, and name the community that their file did.
 *
 * @param communityNames names by id; one that several communities have is no reference, their ids are written
 */
export function spaceRows(
  spaces: readonly Space[],
  waiting: readonly UnplacedSpace[],
  communityNames: ReadonlyMap<string, string>,
  words: Words,
): TableRow[] {
  const columns = words.spaces.columns
  const head = [
    columns.id,
    ...SPACE_FIELDS.map((field) => `${words.spaces.heading(field)}${UNITS[field] ?? ''}`),
    words.field.source,
    words.field.survey_date,
    columns.lon,
    columns.lat,
    'WKT',
  ]
  const all: readonly (Space | UnplacedSpace)[] = [...spaces, ...waiting]
  const hasExtra = all.some(({ extra }) => extra !== undefined)
  const uses = new Map<string, number>()
  for (const name of communityNames.values()) uses.set(name, (uses.get(name) ?? 0) + 1)
  const nameOf = (id: string): string => {
    const name = communityNames.get(id)
    return name === undefined || uses.get(name) !== 1 ? id : name
  }
  return [
    hasExtra ? [...head, 'extra'] : head,
    ...all.map((space): TableRow => {
      const { id, source, survey_date, extra } = space
      const geometry = 'geometry' in space ? space.geometry : null
      const point = geometry?.type === 'Point' ? geometry.coordinates : null
      const row = [
        id,
        ...SPACE_FIELDS.map((field) => tellFact(space, field, nameOf, words)),
        source ?? null,
        survey_date ?? null,
        point?.[0] ?? null,
        point?.[1] ?? null,
        geometry === null || point !== null ? null : writeWkt(geometry),
      ]
      return hasExtra ? [...row, extra === undefined ? null : JSON.stringify(extra)] : row
    }),
  ]
}

function tellFact(
  space: Space | UnplacedSpace,
  field: SpaceField,
  nameOf: (id: string) => string,
  words: Words,
): string | number | null {
  const value = space[field]
  if (value === undefined) return null
  if (field === 'community') return nameOf(String(value))
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return value
  const isChoice = field === 'kind' || field === 'ownership' || field === 'structure'
  const choices: Readonly<Record<string, string>> = words.spaces.choice
  return isChoice ? choices[value] : value
}
