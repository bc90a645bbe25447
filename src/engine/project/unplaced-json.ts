import * as v from 'valibot'
import { COMMON_FIELDS, type JsonValue } from '../../model/layers'
import { SPACE_FIELDS } from '../../model/space-facts'
import type { UnplacedSpace } from '../../model/unplaced-space'
import { spaceFactSchema } from './correction-json'

/** Fields of every record that say nothing of the space itself. */
const ORIGIN_FIELDS = ['source', 'survey_date'] as const satisfies readonly (keyof typeof COMMON_FIELDS)[]

/** A candidate space that waits for a place; fields nobody knows are left out, as they are under `extra`. */
export const unplacedSchema = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  file: v.string(),
  row: v.pipe(v.number(), v.integer(), v.minValue(0)),
  ...Object.fromEntries(ORIGIN_FIELDS.map((field) => [field, v.exactOptional(v.string())])),
  ...Object.fromEntries(SPACE_FIELDS.map((field) => [field, v.exactOptional(spaceFactSchema(field))])),
  extra: v.exactOptional(
    v.record(
      v.string(),
      v.custom<JsonValue>((input) => input !== undefined),
    ),
  ),
}) as unknown as v.GenericSchema<unknown, UnplacedSpace>

/** One with its keys in a fixed order, so that equal projects give equal text. */
export function orderUnplaced(space: UnplacedSpace): Record<string, unknown> {
  const { id, file, row, extra } = space
  const fields = [...SPACE_FIELDS, ...ORIGIN_FIELDS].map((field) => [field, space[field]] as const)
  return { id, file, row, ...Object.fromEntries(fields), extra: extra && sortKeys(extra) }
}

function sortKeys(value: Readonly<Record<string, JsonValue>>): Record<string, JsonValue> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
